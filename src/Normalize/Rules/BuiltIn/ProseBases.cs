using System.Text.RegularExpressions;
using Gouji.Model;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>What a sentence compares with (基数), in its words: 上年, 2019年预算数, 上年执行数.</summary>
internal static partial class ProseBases
{
    /// <summary>
    /// Whether two words name one base. A year alone is its budget where a budget speaks, and its final accounts where final accounts do;
    /// its execution is another figure.
    /// </summary>
    public static bool Same(string one, string other, DisclosureKind kind) => one == other || (Key(one, kind) == Key(other, kind) && SameYear(one, other));

    private static string Key(string words, DisclosureKind kind) =>
        words.Contains("执行", StringComparison.Ordinal) ? "执行"
        : words.Contains("决算", StringComparison.Ordinal) ? "决算"
        : words.Contains("调整", StringComparison.Ordinal) ? "调整预算"
        : words.Contains("预算", StringComparison.Ordinal) ? "预算"
        : kind switch { DisclosureKind.Budget => "预算", DisclosureKind.FinalAccounts => "决算", _ => "" };

    private static bool SameYear(string one, string other) =>
        Year().Match(one) is not { Success: true } first || Year().Match(other) is not { Success: true } second || first.Value == second.Value;

    [GeneratedRegex("[0-9]{4}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Year();
}
