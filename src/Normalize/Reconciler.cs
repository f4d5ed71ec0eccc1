using Gouji.Model;
using Gouji.Normalize.Blame;
using Gouji.Normalize.Rules;
using Gouji.Normalize.Rules.BuiltIn;
using Gouji.Normalize.Rules.Evaluation;

namespace Gouji.Normalize;

/// <summary>Checks every rule of a rulebook on a disclosure (勾稽). Holds no state of a document; may be used from several threads.</summary>
public sealed class Reconciler
{
    private readonly Rulebook _rulebook;

    /// <summary>Creates a reconciler for a rulebook.</summary>
    public Reconciler(Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        _rulebook = rulebook;
    }

    /// <summary>Evaluates every rule that applies, and explains what broke.</summary>
    public Reconciliation Check(Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        var index = new FormIndex(disclosure);
        var doubts = Doubts.Of(disclosure);
        var equations = new List<Equation>();
        var results = new List<(Rule Rule, CheckResult Result)>();
        var checks = new List<Check>();
        foreach (var rule in _rulebook.Rules)
        {
            if (rule.ComparesDocuments || !rule.AppliesTo(disclosure.Header))
            {
                continue;
            }

            var (begin, said) = (equations.Count, checks.Count);
            RuleRunner.Run(rule, index, equations);
            for (var i = begin; i < equations.Count; i++)
            {
                foreach (var doubt in doubts)
                {
                    doubt.Settle(equations[i]);
                }

                if (!equations[i].Silent)
                {
                    checks.Add(equations[i].Check);
                }
            }

            RunBuiltIn(rule, index, doubts, results, checks);
            if (checks.Count == said && rule.Clauses.Any(static clause => clause.Check is not null))
            {
                checks.Add(new Check { Rule = rule.Id, Subject = new Message("", ""), Verdict = Verdict.CannotTell, Reason = NothingToCheck(rule) });
            }
        }

        return new Reconciliation(checks, new FindingBuilder(index, equations).Build(results));
    }

    private static void RunBuiltIn(Rule rule, FormIndex index, IReadOnlyList<Doubts> doubts, List<(Rule Rule, CheckResult Result)> results, List<Check> checks)
    {
        foreach (var clause in rule.Clauses)
        {
            if (clause.Check is null)
            {
                continue;
            }

            foreach (var found in BuiltInChecks.Run(clause.Check, index, clause.Forms))
            {
                var result = doubts.Aggregate(found, (settled, doubt) => doubt.Settle(rule, settled));
                results.Add((rule, result));
                checks.Add(result.ToCheck(rule));
            }
        }
    }

    private static Message NothingToCheck(Rule rule) => rule.Clauses.Any(static clause => clause.Check is not null && clause.Forms.Count == 0)
        ? new Message("没有可检查的内容", "there is nothing to check")
        : new Message("文中没有相关的表", "the document has none of the forms it needs");
}

/// <summary>What a reconciliation yields.</summary>
/// <param name="Checks">Every equation and built-in check, in the order of the rulebook and of the document.</param>
/// <param name="Findings">The findings, gravest first, then in the order of the document.</param>
public sealed record Reconciliation(IReadOnlyList<Check> Checks, IReadOnlyList<Finding> Findings);
