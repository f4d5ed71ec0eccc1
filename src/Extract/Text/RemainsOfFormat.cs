using System.Text.RegularExpressions;
using Gouji.Model;

namespace Gouji.Extract.Text;

/// <summary>Knows text that is the rest of a file of another format whose beginning is lost, so that it is not taken for a text without figures.</summary>
internal static partial class RemainsOfFormat
{
    /// <summary>As many marks leave no doubt; a text about a format has a few.</summary>
    private const int MarksEnough = 50;

    /// <summary>Refuses such a text by what it is the rest of.</summary>
    public static void Refuse(string text)
    {
        var format = text.Contains("endobj", StringComparison.Ordinal) && text.AsSpan().TrimEnd().EndsWith("%%EOF") ? "PDF"
            : text.AsSpan().TrimEnd().EndsWith("</html>", StringComparison.OrdinalIgnoreCase) ? "HTML"
            : text.AsSpan().TrimEnd("\0 \r\n").EndsWith("}") && ControlWords().Count(text) is var words and > MarksEnough && words * 50 > text.Length ? "RTF"
            : CodedLines().Count(text) is var lines and > MarksEnough && lines * 10 > text.AsSpan().Count('\n') * 9 ? "MHT"
            : null;
        if (format is not null)
        {
            throw new UnreadableDocumentException(
                UnreadableReason.Damaged,
                new Message($"文件是{format}文件的后一部分，开头已丢失；请重新下载。", $"This is the rest of {(format == "PDF" ? "a" : "an")} {format} file whose beginning is lost; download it again."));
        }
    }

    [GeneratedRegex(@"\\[a-z]+-?[0-9]*", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ControlWords();

    [GeneratedRegex("^[A-Za-z0-9+/]{60,76}\\r?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex CodedLines();
}
