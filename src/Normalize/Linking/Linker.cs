using Gouji.Model;
using Gouji.Normalize.Rules;

namespace Gouji.Normalize.Linking;

/// <summary>Checks across documents, after each was checked by itself: years against years, budgets against accounts, units against departments.</summary>
public sealed class Linker
{
    private readonly List<Rule> _rules;

    /// <summary>Creates a linker for the rules that compare documents.</summary>
    public Linker(IReadOnlyList<Rule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = [.. rules.Where(static rule => rule.Enabled && rule.ComparesDocuments)];
    }

    /// <summary>Compares documents. The result depends on the records and their order alone.</summary>
    public LinkingResult Link(IReadOnlyList<LinkRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var bodies = new BodyIndex(records);
        var judged = new SortedDictionary<int, List<(Rule Rule, LinkJudgement Judgement)>>();
        foreach (var group in bodies.Groups.Where(static group => group.SpansSeveral || group.Slots.Any(static slot => slot.Entries.Count > 1 || slot.Scope == BodyScope.Department)))
        {
            var context = new LinkContext(group, bodies);
            foreach (var rule in _rules)
            {
                foreach (var judgement in rule.Clauses.Where(static clause => clause.Link is not null).SelectMany(clause => LinkChecks.Run(clause.Link!, context)))
                {
                    if (IsWorthSaying(group, judgement) && rule.AppliesTo(judgement.Later.Record.Header))
                    {
                        Add(judged, rule, judgement);
                    }
                }
            }
        }

        return new LinkingResult(
            [.. judged.Select(static entry => new LinkedDocument(entry.Key, [.. entry.Value.Select(static judged => judged.Judgement.Result.ToCheck(judged.Rule))], LinkFindings.Of(entry.Value)))],
            GapFinder.Find(bodies))
        {
            Twins = judged.SelectMany(static entry => entry.Value).Select(static judged => judged.Judgement.Twins).OfType<(LinkEntry First, LinkEntry Other)>()
                .DistinctBy(static twins => twins.Other.Index).ToDictionary(static twins => twins.Other.Index, static twins => twins.First.Index),
        };
    }

    /// <summary>Where a body has documents of one year and kind alone, that no other is at hand goes without saying.</summary>
    private static bool IsWorthSaying(LinkGroup group, LinkJudgement judgement) => judgement.Earlier is not null || group.SpansSeveral;

    private static void Add(SortedDictionary<int, List<(Rule Rule, LinkJudgement Judgement)>> judged, Rule rule, LinkJudgement judgement)
    {
        if (!judged.TryGetValue(judgement.Later.Index, out var list))
        {
            judged.Add(judgement.Later.Index, list = []);
        }

        list.Add((rule, judgement));
    }
}
