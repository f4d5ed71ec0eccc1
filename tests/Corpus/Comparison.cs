using Gouji.Model;

namespace Gouji.Corpus.Tests;

/// <summary>
/// Compares findings with what is expected: every finding must answer one expectation, and every expectation must be answered as
/// often as it says. Which finding answers which is found by matching, so that two expectations of one rule do not get in each
/// other's way.
/// </summary>
internal static class Comparison
{
    /// <summary>What is wrong, in words; empty where findings and expectations agree.</summary>
    public static IEnumerable<string> Differences(IReadOnlyList<Finding> findings, IReadOnlyList<ExpectedFinding> expected)
    {
        var slots = expected.SelectMany(static one => Enumerable.Repeat(one, one.Most)).ToList();
        var answered = Match(findings, slots);
        foreach (var finding in findings.Where(finding => !answered.ContainsKey(finding)))
        {
            var near = expected.Where(one => one.Rules.Contains(finding.Rule)).SelectMany(one => Mismatches(finding, one)).ToList();
            yield return $"unexpected {finding.Severity} {finding.Rule}: {finding.Message.Zh}" + (near.Count > 0 ? $" ({string.Join("; ", near)})" : "");
        }

        var required = expected.SelectMany(static one => Enumerable.Repeat(one, one.Count)).ToList();
        var answers = Match(findings, required);
        for (var i = 0; i < required.Count; i++)
        {
            if (!answers.ContainsValue(i))
            {
                yield return $"missing {required[i]}";
            }
        }

        foreach (var one in expected.Where(static one => one.Most > 1))
        {
            var named = answered.Where(pair => slots[pair.Value] == one && pair.Key.Rule == one.Rule).Select(static pair => pair.Key).ToList();
            var evidence = named.SelectMany(Evidence.Figures).ToHashSet();
            foreach (var figure in one.Figures.Where(figure => named.Count > 0 && !evidence.Contains(Evidence.Figure(figure))))
            {
                yield return $"no finding of {one.Rule} names {figure}";
            }
        }
    }

    /// <summary>Why a finding does not answer an expectation; empty where it does.</summary>
    public static IEnumerable<string> Mismatches(Finding finding, ExpectedFinding expected)
    {
        if (!expected.Rules.Contains(finding.Rule))
        {
            yield return $"{finding.Rule} is not {string.Join(" or ", expected.Rules)}";
            yield break;
        }

        var severity = finding.Severity.ToString();
        if (!severity.Equals(expected.Severity, StringComparison.OrdinalIgnoreCase) && !severity.Equals(expected.OrSeverity, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"severity {severity}, not {expected.Severity}";
        }

        // Several findings name the figures together.
        if (finding.Rule == expected.Rule && expected.Most == 1)
        {
            var evidence = Evidence.Figures(finding);
            foreach (var figure in expected.Figures.Where(figure => !evidence.Contains(Evidence.Figure(figure))))
            {
                yield return $"the evidence does not name {figure}";
            }
        }

        if (expected.Blamed is { } blamed)
        {
            if (finding.Stated != (blamed.Stated is null ? null : Evidence.Figure(blamed.Stated)) || finding.Expected != Evidence.Figure(blamed.Expected))
            {
                yield return $"blames {Evidence.Shown(finding.Stated)} that should be {Evidence.Shown(finding.Expected)}, not {blamed.Stated ?? "a blank"} that should be {blamed.Expected}";
            }

            if (blamed.Cause is not null && finding.Cause != blamed.Cause)
            {
                yield return $"cause {finding.Cause ?? "none"}, not {blamed.Cause}";
            }
        }
    }

    /// <summary>The largest matching of findings to slots, by augmenting paths.</summary>
    private static Dictionary<Finding, int> Match(IReadOnlyList<Finding> findings, List<ExpectedFinding> slots)
    {
        var holder = new Finding?[slots.Count];
        foreach (var finding in findings)
        {
            Place(finding, []);
        }

        return Enumerable.Range(0, slots.Count).Where(i => holder[i] is not null)
            .ToDictionary<int, Finding, int>(i => holder[i]!, static i => i, ReferenceEqualityComparer.Instance);

        bool Place(Finding finding, HashSet<int> tried)
        {
            for (var i = 0; i < slots.Count; i++)
            {
                if (!Mismatches(finding, slots[i]).Any() && tried.Add(i) && (holder[i] is not { } other || Place(other, tried)))
                {
                    holder[i] = finding;
                    return true;
                }
            }

            return false;
        }
    }
}
