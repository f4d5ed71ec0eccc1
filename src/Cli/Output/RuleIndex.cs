using Gouji.Normalize.Rules;

namespace Gouji.Cli.Output;

/// <summary>Rules by id.</summary>
internal static class RuleIndex
{
    public static Dictionary<string, Rule> Of(IReadOnlyList<Rule> rules)
    {
        var index = new Dictionary<string, Rule>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            index.TryAdd(rule.Id, rule);
        }

        return index;
    }
}
