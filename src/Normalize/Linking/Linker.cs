using Gouji.Model;
using Gouji.Normalize.Rules;
using Gouji.Normalize.Rules.BuiltIn;

namespace Gouji.Normalize.Linking;

/// <summary>Checks across documents, after each was checked by itself: years against years, budgets against accounts, units against departments.</summary>
public sealed class Linker
{
    private readonly List<Rule> _rules;
    private readonly Func<string, LinkContext, IEnumerable<LinkJudgement>> _run;

    /// <summary>Creates a linker for the rules that compare documents.</summary>
    public Linker(IReadOnlyList<Rule> rules)
        : this(rules, LinkChecks.Run)
    {
    }

    /// <summary>Creates a linker with other checks behind the names in the rules.</summary>
    internal Linker(IReadOnlyList<Rule> rules, Func<string, LinkContext, IEnumerable<LinkJudgement>> run)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = [.. rules.Where(static rule => rule.Enabled && rule.ComparesDocuments)];
        _run = run;
    }

    /// <summary>
    /// Compares documents. The result depends on the records and their order alone. A check that fails on one body says so in its
    /// place; the others go on.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public LinkingResult Link(IReadOnlyList<LinkRecord> records, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        var bodies = new BodyIndex(records);
        var judged = new SortedDictionary<int, List<(Rule Rule, LinkJudgement Judgement)>>();
        foreach (var group in bodies.Groups.Where(static group => group.SpansSeveral || group.Slots.Any(static slot => slot.Entries.Count > 1 || slot.Scope == BodyScope.Department)))
        {
            var context = new LinkContext(group, bodies);
            foreach (var rule in _rules)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var judgement in Judge(rule, group, context))
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
            GapFinder.Find(bodies));
    }

    private List<LinkJudgement> Judge(Rule rule, LinkGroup group, LinkContext context)
    {
        try
        {
            return [.. rule.Clauses.Where(static clause => clause.Link is not null).SelectMany(clause => _run(clause.Link!, context))];
        }
        catch (Exception defect) when (defect is not (OutOfMemoryException or StackOverflowException or AccessViolationException))
        {
            var last = group.Slots.Last().Entries[^1];
            var reason = new Message($"比较时程序出错：{defect.GetType().Name}: {defect.Message}", $"the program failed while it compared: {defect.GetType().Name}: {defect.Message}");
            return [new LinkJudgement(last, last, CheckResult.CannotTell(new Message(group.Body.Key, group.Body.Key), reason))];
        }
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
