using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gouji.Ingest.Network;

/// <summary>
/// Recognises the short messages that programs serve in place of a document, with a status that says that all is well: JSON
/// (<c>{"code":500,…}</c>), the errors of object stores in XML, a line of text, <c>null</c>. What is longer is left to whoever reads it.
/// </summary>
internal static partial class ServedMessage
{
    /// <summary>The most bytes of a message.</summary>
    private const int Longest = 4096;

    /// <summary>The most bytes of a text that is a message where its words are known.</summary>
    private const int LongestText = 1000;

    /// <summary>The most bytes of a text that is a message whatever it says: less than any document has.</summary>
    private const int LongestAnswer = 64;

    /// <summary>What a body that is no page is in place of the document; null where nothing speaks against it.</summary>
    /// <param name="head">The first bytes of the body.</param>
    /// <param name="contentType">The media type, without parameters.</param>
    /// <param name="charset">The charset that the headers name.</param>
    public static ServedPage.Verdict? Recognise(ReadOnlySpan<byte> head, string? contentType, string? charset)
    {
        if (head.IsEmpty || head.Length > Longest || head.ContainsAnyInRange((byte)0, (byte)8) || head.ContainsAnyInRange((byte)0x0E, (byte)0x1F))
        {
            return null;
        }

        var text = ServedPage.Decode(head, charset).TrimStart('\uFEFF').Trim();
        var isTold = contentType is "text/html" or "application/xhtml+xml" or "application/json" or "text/json";
        if (Json(text) is { } values)
        {
            return Verdict(values, Shown(values.Length > 0 ? values : text)) ?? Instead(Shown(text));
        }

        if (Error().IsMatch(text))
        {
            var said = Tag().Replace(text, " ");
            return Verdict(said, Shown(said)) ?? Instead(Shown(said));
        }

        // Signatures of documents, MIME heads and tables begin or look otherwise than a sentence.
        var isSentence = head.Length <= LongestText && text.Length > 0 && !Signature().IsMatch(text) && !text.Contains('\t', StringComparison.Ordinal);
        return !isSentence ? null
            : ServedPage.Said(text, Shown(text)) is { } verdict && (isTold || contentType is null || contentType.StartsWith("text/", StringComparison.Ordinal) || head.Length <= LongestAnswer * 4) ? verdict
            : isTold && head.Length <= LongestAnswer ? Instead(Shown(text))
            : null;
    }

    private static ServedPage.Verdict? Verdict(string said, string shown) => ServedPage.Said(said, shown);

    private static ServedPage.Verdict Instead(string shown) => new(DownloadOutcome.Failed, DownloadReason.MessageInstead, shown);

    private static string Shown(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line[..Math.Min(line.Length, 60)];
    }

    /// <summary>The texts of an object, or list, of JSON, joined; null where it is neither.</summary>
    private static string? Json(string text)
    {
        if (text.Length == 0 || text[0] is not ('{' or '['))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            var values = new List<string>();
            Collect(document.RootElement, values);
            return string.Join(' ', values);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Collect(JsonElement element, List<string> values)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Collect(property.Value, values);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item, values);
                }

                break;
            case JsonValueKind.String:
                values.Add(element.GetString()!);
                break;
        }
    }

    [GeneratedRegex(@"^(<\?xml[^>]*>\s*)?<([A-Za-z]+:)?(Error|ErrorResponse|Fault|Exception|ServiceException|ServiceExceptionReport)[\s>]", Options)]
    private static partial Regex Error();

    [GeneratedRegex("<[^>]*>", Options)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^(%PDF|PK|\{\\rtf|MIME-Version|From:|Content-Type:|BEGIN:|<)", Options)]
    private static partial Regex Signature();

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
