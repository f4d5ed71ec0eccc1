using System.Text.RegularExpressions;
using Gouji.Model;

namespace Gouji.Normalize.Prose;

/// <summary>
/// Parts a paragraph at line breaks that end a sentence: pages and letters set whole explanations as one paragraph. A line that breaks
/// within a sentence stays whole.
/// </summary>
internal static partial class ProseLines
{
    /// <summary>A numbered line of no more characters is a heading, and the sentence does not go on behind it.</summary>
    private const int ShortLine = 40;

    public static IEnumerable<ProseLine> Of(Paragraph paragraph, int block, string sha256)
    {
        var text = paragraph.Text;
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            yield return new ProseLine(paragraph, block, sha256);
            yield break;
        }

        var from = 0;
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            if (EndsSentence(text, from, at) || BeginsLine(text, at + 1))
            {
                if (HasText(text, from, at))
                {
                    yield return new ProseLine(paragraph, from, at, block, sha256);
                }

                from = at + 1;
            }
        }

        if (HasText(text, from, text.Length))
        {
            yield return new ProseLine(paragraph, from, text.Length, block, sha256);
        }
    }

    private static bool EndsSentence(string text, int from, int at)
    {
        var end = at - 1;
        while (end >= from && char.IsWhiteSpace(text[end]))
        {
            end--;
        }

        return end < from || text[end] is '。' or '；' or ';' or '：' or ':' || (at - from <= ShortLine && Heading().IsMatch(text.AsSpan(from, at - from)));
    }

    private static bool BeginsLine(string text, int at)
    {
        var begin = at;
        while (begin < text.Length && char.IsWhiteSpace(text[begin]))
        {
            begin++;
        }

        return begin - at >= 2 || Heading().IsMatch(text.AsSpan(begin));
    }

    private static bool HasText(string text, int from, int to) => !text.AsSpan(from, to - from).IsWhiteSpace();

    [GeneratedRegex(@"^\s*(第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|[0-9０-９]{1,2}[.．、])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Heading();
}
