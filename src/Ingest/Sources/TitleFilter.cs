using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gouji.Ingest.Sources;

/// <summary>Which titles are wanted, by the words and years in them. White space within titles does not count.</summary>
public sealed partial record TitleFilter
{
    private const string Numerals = "〇一二三四五六七八九";

    /// <summary>Words of which one must stand in the title; empty for any title.</summary>
    public IReadOnlyList<string> Include { get; init; } = ["预算", "决算", "三公"];

    /// <summary>Words of which none may stand in the title.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Years of which one must stand in a title that names years; empty for all years.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>
    /// Judges a title. One that the page cuts short (…) is wanted where a word begins at the cut, or where the cut comes right behind
    /// what these titles begin with: the year, the department.
    /// </summary>
    public TitleVerdict Judge(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var text = Squeezed(title);
        if (Exclude.Any(word => Holds(text, word)))
        {
            return TitleVerdict.Excluded;
        }

        if (Include.Count > 0 && !Include.Any(word => Holds(text, word)) && !(Cut(text) is { } beginning && MayGoOn(beginning)))
        {
            return TitleVerdict.NoWord;
        }

        return Years.Count > 0 && YearsIn(text) is { Count: > 0 } years && !years.Any(Years.Contains) ? TitleVerdict.OtherYear : TitleVerdict.Wanted;
    }

    /// <summary>The years that a title names, in digits or numerals (二〇二四年). The day on which something was published is no such year.</summary>
    public static IReadOnlyList<int> YearsIn(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var years = new List<int>();
        foreach (Match match in YearPattern().Matches(Squeezed(WithoutDates(title))))
        {
            var digits = match.Value.TrimEnd('年');
            if (digits.Length == 4 && (digits.StartsWith("20", StringComparison.Ordinal) || digits[0] == '二'))
            {
                years.Add(digits.Aggregate(0, static (value, digit) => (value * 10) + Math.Max(0, char.IsAsciiDigit(digit) ? digit - '0' : Numerals.IndexOf(digit, StringComparison.Ordinal))));
            }
        }

        return years;
    }

    /// <summary>The text without the days of publication that lists put beside titles.</summary>
    internal static string WithoutDates(string text) => Date().Replace(text, " ").Trim();

    private bool MayGoOn(string beginning) =>
        Include.Any(word => Enumerable.Range(1, Math.Max(0, word.Length - 1)).Any(length => beginning.EndsWith(word[..length], StringComparison.OrdinalIgnoreCase)))
        || UsualBeginning().IsMatch(beginning);

    private static bool Holds(string text, string word) => text.Contains(Squeezed(word), StringComparison.OrdinalIgnoreCase);

    private static string? Cut(string text) =>
        text.EndsWith("...", StringComparison.Ordinal) ? text.TrimEnd('.') : text.EndsWith("..", StringComparison.Ordinal) ? text[..^2] : null;

    // Full-width letters and digits fold into ASCII, an ellipsis into dots.
    private static string Squeezed(string text)
    {
        var squeezed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '…' or '⋯' => squeezed.Append("..."),
                >= '\uFF01' and <= '\uFF5E' => squeezed.Append((char)(c - 0xFEE0)),
                _ when char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format => squeezed,
                _ => squeezed.Append(c),
            };
        }

        return squeezed.ToString();
    }

    [GeneratedRegex("[\\[(（【]?(19|20)[0-9]{2}\\s?[-/.年]\\s?[0-9]{1,2}\\s?[-/.月]\\s?[0-9]{1,2}日?(\\s?[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)?[\\])）】]?", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Date();

    // A run of digits is a year only if it is one as a whole.
    [GeneratedRegex("[0-9]+|二[〇○零O][〇○零O一二三四五六七八九]{2}年", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex YearPattern();

    [GeneratedRegex("(20[0-9]{2}|二[〇○零][〇○零一二三四五六七八九]{2})年?度?((本级|所属)?(部门|单位)(本级)?)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex UsualBeginning();
}
