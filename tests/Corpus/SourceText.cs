using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Gouji.Corpus.Tests;

/// <summary>The text of a source, found without the readers of the program: crude, but by another way.</summary>
internal static partial class SourceText
{
    /// <summary>The style of a whole number in the workbooks of the corpus; those that follow have one more place each.</summary>
    private const int FirstFigureStyle = 2;

    /// <summary>The decoded file, or its main part: what lines and characters of places count in.</summary>
    public static string Raw(CheckedSource source) => Path.GetExtension(source.Name) switch
    {
        ".docx" => Part(source.Bytes, "word/document.xml"),
        ".ofd" => Parts(source.Bytes, "/Content.xml"),
        ".odt" => Part(source.Bytes, "content.xml"),
        ".rtf" or ".pdf" => Encoding.Latin1.GetString(source.Bytes),
        ".xlsx" => Parts(source.Bytes, ".xml"),
        ".html" => Page(source.Bytes),
        _ => Encoding.UTF8.GetString(source.Bytes),
    };

    /// <summary>What a reader of the document sees, paragraphs and cells parted by line ends.</summary>
    public static string Visible(CheckedSource source) => Path.GetExtension(source.Name) switch
    {
        ".docx" => string.Join('\n', Paragraphs().Matches(Raw(source)).Select(static paragraph =>
            string.Concat(Texts().Matches(paragraph.Value).Select(static text => WebUtility.HtmlDecode(text.Groups[1].Value))))),
        // Numbers of pages are of the paper, not of the text.
        ".ofd" => string.Join('\n', Codes().Matches(Raw(source)).Select(static code => WebUtility.HtmlDecode(code.Groups[1].Value)).Where(static text => !text.StartsWith("- ", StringComparison.Ordinal))),
        ".odt" => WebUtility.HtmlDecode(Tags().Replace(Raw(source), "\n")),
        ".rtf" => Words().Replace(Characters().Replace(Raw(source)[Raw(source).IndexOf("\\pard", StringComparison.Ordinal)..], static code => ((char)(short.Parse(code.Groups[1].Value, CultureInfo.InvariantCulture) & 0xFFFF)).ToString()), "\n"),
        ".pdf" => string.Join('\n', Shown().Matches(Raw(source)).Select(static shown => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(shown.Groups[1].Value))).Where(static text => !text.StartsWith("- ", StringComparison.Ordinal))),
        ".xlsx" => string.Join('\n', Values().Matches(Raw(source)).Select(static cell => cell.Groups[2].Success
            ? decimal.Parse(cell.Groups[2].Value, CultureInfo.InvariantCulture).ToString("F" + (int.Parse(cell.Groups[1].Value, CultureInfo.InvariantCulture) - FirstFigureStyle), CultureInfo.InvariantCulture)
            : WebUtility.HtmlDecode(cell.Groups[3].Value))),
        ".html" => WebUtility.HtmlDecode(Tags().Replace(Inline().Replace(Unseen().Replace(Raw(source), ""), ""), "\n")),
        _ => Raw(source),
    };

    /// <summary>Every run of digits with its separators and its point, and how often it stands there.</summary>
    public static SortedDictionary<string, int> Numbers(IEnumerable<string> texts)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var match in texts.SelectMany(static text => NumberTokens().Matches(text)))
        {
            counts[match.Value] = counts.GetValueOrDefault(match.Value) + 1;
        }

        return counts;
    }

    private static string Part(byte[] package, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        using var reader = new StreamReader(archive.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Parts(byte[] package, string end)
    {
        using var archive = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        return string.Join('\n', archive.Entries.Where(entry => entry.FullName.EndsWith(end, StringComparison.Ordinal)).Select(entry => Part(package, entry.FullName)));
    }

    private static string Page(byte[] page)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return (Encoding.ASCII.GetString(page).Contains("charset=gb2312", StringComparison.Ordinal) ? Encoding.GetEncoding("GB18030") : Encoding.UTF8).GetString(page);
    }

    [GeneratedRegex(@"\d[\d,，]*(?:[.．]\d+)?")]
    private static partial Regex NumberTokens();

    [GeneratedRegex(@"<w:p[ >].*?</w:p>", RegexOptions.Singleline)]
    private static partial Regex Paragraphs();

    [GeneratedRegex(@"<w:t(?: [^>]*)?>(.*?)</w:t>", RegexOptions.Singleline)]
    private static partial Regex Texts();

    [GeneratedRegex("<ofd:TextCode [^>]*>(.*?)</ofd:TextCode>", RegexOptions.Singleline)]
    private static partial Regex Codes();

    [GeneratedRegex(@"<head\b.*?</head>|<script\b.*?</script>|<style\b.*?</style>|<!--.*?-->", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"</?(?:a|b|em|font|i|span|strong|u)\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"\\u(-?\d+)\?")]
    private static partial Regex Characters();

    [GeneratedRegex(@"\\[a-z]+-?\d* ?")]
    private static partial Regex Words();

    [GeneratedRegex("<([0-9A-F]+)>Tj")]
    private static partial Regex Shown();

    [GeneratedRegex(@"<c r=""\w+"" s=""(\d)""(?:><v>([^<]*)</v>| t=""inlineStr""><is><t[^>]*>([^<]*)</t>)")]
    private static partial Regex Values();

    [GeneratedRegex(@"<[^>]*>")]
    private static partial Regex Tags();
}
