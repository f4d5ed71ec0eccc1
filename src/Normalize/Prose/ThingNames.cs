using System.Text.RegularExpressions;

namespace Gouji.Normalize.Prose;

/// <summary>What sentences call the things that their figures are of.</summary>
internal static partial class ThingNames
{
    /// <summary>Shorter names, as 支出, are of anything.</summary>
    private const int Shortest = 4;

    /// <summary>
    /// The name of a body may stand before one of them, 费, 费用 and 经费 are one, and so are 收入支出决算总计 and 收支总计.
    /// </summary>
    public static bool AreSame(string first, string second) => AreSameWords(Plain(first), Plain(second));

    /// <summary>A name without 决算 and with one word for both sides: what accounts are of need not be said again.</summary>
    public static string Plain(string thing) => !thing.Contains('决') && !thing.Contains("收入支出", StringComparison.Ordinal) ? thing : thing
        .Replace("决算数", "", StringComparison.Ordinal)
        .Replace("决算", "", StringComparison.Ordinal)
        .Replace("收入支出", "收支", StringComparison.Ordinal);

    /// <summary>The thing that an amount budgeted is of, as 公务接待费 of 公务接待费支出预算; empty where the words name none.</summary>
    public static string Budgeted(string words) => BudgetOf().Replace(words, "");

    private static bool AreSameWords(string first, string second) =>
        first.Length >= Shortest && second.Length >= Shortest
        && (first.EndsWith(second, StringComparison.Ordinal) || second.EndsWith(first, StringComparison.Ordinal) || Kind(first).SequenceEqual(Kind(second)));

    /// <summary>Whether words name a thing: an amount behind 严控 alone is of something that is not told, as where a line was lost.</summary>
    public static bool IsName(string words) => words.Length > 0 && !OnlyDoing().IsMatch(words);

    private static ReadOnlySpan<char> Kind(string thing) =>
        thing.EndsWith("费用", StringComparison.Ordinal) || thing.EndsWith("经费", StringComparison.Ordinal) ? thing.AsSpan(0, thing.Length - 2) : thing.AsSpan().TrimEnd('费');

    [GeneratedRegex("(财政拨款)?(支出)?(年初|全年|调整|年度)?预算(数)?$|^年初$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex BudgetOf();

    [GeneratedRegex("^(从严|严格|严控|控制|压减|压缩|节约|削减|落实|根据|按照)+(在|到|了)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OnlyDoing();
}
