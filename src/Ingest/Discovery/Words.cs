using System.Text;

namespace Gouji.Ingest.Discovery;

/// <summary>White space of texts.</summary>
internal static class Words
{
    /// <summary>The text without white space around it, and with one space where it has any within. What cannot be seen is dropped.</summary>
    public static string Collapsed(string text)
    {
        var result = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                space = result.Length > 0;
            }
            else if (c is not ('\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u00AD') && !char.IsControl(c))
            {
                _ = space ? result.Append(' ') : result;
                result.Append(c);
                space = false;
            }
        }

        return result.ToString();
    }

    /// <summary>Whether the text is white space alone.</summary>
    public static bool IsBlank(StringBuilder text)
    {
        foreach (var chunk in text.GetChunks())
        {
            if (!chunk.Span.IsWhiteSpace())
            {
                return false;
            }
        }

        return true;
    }
}
