using System.Text.RegularExpressions;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Prose;

/// <summary>A function item that a sentence names: 一般公共服务（类）财政事务（款）行政运行（项）, with codes or without.</summary>
/// <param name="Class">Letters of the name of the class; empty where it is not named.</param>
/// <param name="Section">Letters of the name of the section; empty where it is not named.</param>
/// <param name="Item">Letters of the name of the item; empty where it is not named.</param>
/// <param name="Code">The code that is printed, of 3, 5 or 7 digits; empty where none is.</param>
/// <param name="Printed">The folded words, for messages.</param>
/// <param name="Start">Where the words begin in the folded line.</param>
/// <param name="End">Where they end.</param>
internal sealed partial record ItemReference(string Class, string Section, string Item, string Code, string Printed, int Start, int End)
{
    /// <summary>The folded name of the section with its brackets, for messages.</summary>
    public string SectionPrinted { get; init; } = "";

    /// <summary>Digits of the code of the level that is named: 3 for a class, 5 for a section, 7 for an item.</summary>
    public int Level => Item.Length > 0 || Code.Length == 7 ? 7 : Section.Length > 0 || Code.Length == 5 ? 5 : 3;

    /// <summary>The name at the lowest level.</summary>
    public string Name => Item.Length > 0 ? Item : Section.Length > 0 ? Section : Class.Length > 0 ? Class : Code;

    /// <summary>The items that a folded line names, in reading order.</summary>
    public static List<ItemReference> In(string text)
    {
        var found = new List<ItemReference>();
        if (!text.Contains('(', StringComparison.Ordinal))
        {
            return found;
        }

        if (text.Contains("类)", StringComparison.Ordinal))
        {
            foreach (Match match in Words().Matches(text))
            {
                Add(found, match);
            }
        }
        else if (text.Contains("款)", StringComparison.Ordinal) && text.Contains("项)", StringComparison.Ordinal))
        {
            foreach (Match match in BelowClass().Matches(text))
            {
                Add(found, match);
            }
        }

        if (found.Count == 0 && HasCode(text))
        {
            foreach (Match match in Codes().Matches(text))
            {
                Add(found, match);
            }
        }

        return found;
    }

    /// <summary>Whether three digits stand alone in brackets.</summary>
    private static bool HasCode(string text)
    {
        for (var i = 0; i + 4 < text.Length; i++)
        {
            if (text[i] == '(' && text[i + 4] == ')' && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3]))
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(List<ItemReference> found, Match match)
    {
        var code = match.Groups["c"].Value;
        var section = match.Groups["s"].Value;
        var item = match.Groups["i"].Value;
        code = item.Length == 7 ? item : section.Length == 5 ? section + item : code.Length == 3 ? code + section + (section.Length > 0 ? item : "") : "";
        var printed = Numbering().Replace(match.Value, "");
        var words = Numbering().Replace(match.Groups["class"].Value, "");
        var named = Numbering().Replace(match.Groups["section"].Value, "");
        found.Add(new ItemReference(
            FoldedText.Letters(words),
            FoldedText.Letters(named),
            FoldedText.Letters(match.Groups["item"].Value),
            code.Length is 3 or 5 or 7 ? code : "",
            printed,
            match.Index,
            match.Index + match.Length)
        { SectionPrinted = named });
    }

    [GeneratedRegex(@"(?<class>[^,;。:、)]{2,30}?)\((?<c>[0-9]{3})?类\)((?<section>[^,;。:]{2,40}?)\((?<s>[0-9]{2}|[0-9]{5})?款\)((?<item>[^,;。:]{2,40}?)\((?<i>[0-9]{2}|[0-9]{7})?项\))?)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Words();

    /// <summary>普通教育（款）小学教育（项） below a heading that names the class.</summary>
    [GeneratedRegex(@"(?<section>[^,;。:、]{2,40}?)\((?<s>[0-9]{5})?款\)(?<item>[^,;。:]{2,40}?)\((?<i>[0-9]{7})?项\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex BelowClass();

    [GeneratedRegex(@"(?<class>[^,;。:、)]{2,30}?)\((?<c>[0-9]{3})\)((?<section>[^,;。:]{2,40}?)\((?<s>[0-9]{2}|[0-9]{5})\)((?<item>[^,;。:]{2,40}?)\((?<i>[0-9]{2}|[0-9]{7})\))?)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Codes();

    [GeneratedRegex(@"^(\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|[0-9]{1,2}[.、]?)+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Numbering();
}
