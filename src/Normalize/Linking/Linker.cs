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
        var documents = new List<LinkedDocument>();
        var gaps = Link(records, documents.Add, cancellationToken);
        documents.Sort(static (left, right) => left.Index.CompareTo(right.Index));
        return new LinkingResult(documents, gaps)
        {
            Twins = documents.SelectMany(static document => document.Twins).DistinctBy(static twins => twins.Other).ToDictionary(static twins => twins.Other, static twins => twins.First),
        };
    }

    /// <summary>The same body by body: each document is told of as soon as its body is compared, and nothing of it is kept here.</summary>
    /// <param name="records">The documents. The figures are asked for where a body has something to compare.</param>
    /// <param name="linked">Called for each document that was compared with others.</param>
    /// <param name="cancellationToken">Stops the comparisons.</param>
    /// <returns>Disclosures that siblings published and a body did not.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IReadOnlyList<Gap> Link(IReadOnlyList<LinkRecord> records, Action<LinkedDocument> linked, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(linked);
        var bodies = new BodyIndex(records);
        foreach (var group in bodies.Groups.Where(static group => group.SpansSeveral || group.Slots.Any(static slot => slot.Entries.Count > 1 || slot.Scope == BodyScope.Department)))
        {
            foreach (var (index, judged) in Judge(group, new LinkContext(group, bodies), cancellationToken))
            {
                linked(new LinkedDocument(index, [.. judged.Select(static entry => entry.Judgement.Result.ToCheck(entry.Rule))], LinkFindings.Of(judged))
                {
                    Twins = [.. judged.Select(static entry => entry.Judgement.Twins).OfType<(LinkEntry First, LinkEntry Other)>().Select(static twins => (twins.First.Index, twins.Other.Index))],
                });
            }
        }

        return GapFinder.Find(bodies);
    }

    /// <summary>What the rules say of the documents of one body; a check belongs to the later of its documents, which is of the body.</summary>
    private SortedDictionary<int, List<(Rule Rule, LinkJudgement Judgement)>> Judge(LinkGroup group, LinkContext context, CancellationToken cancellationToken)
    {
        var judged = new SortedDictionary<int, List<(Rule Rule, LinkJudgement Judgement)>>();
        foreach (var rule in _rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var judgement in Judge(rule, group, context).Where(judgement => rule.AppliesTo(judgement.Later.Record.Header)))
            {
                Add(judged, rule, judgement);
            }
        }

        return judged;
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

    private static void Add(SortedDictionary<int, List<(Rule Rule, LinkJudgement Judgement)>> judged, Rule rule, LinkJudgement judgement)
    {
        if (!judged.TryGetValue(judgement.Later.Index, out var list))
        {
            judged.Add(judgement.Later.Index, list = []);
        }

        list.Add((rule, judgement));
    }
}
