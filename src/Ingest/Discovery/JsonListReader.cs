using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gouji.Ingest.Sources;
using Gouji.Model;

namespace Gouji.Ingest.Discovery;

/// <summary>Reads a page of a list that is served as JSON, so that its rows are links like those of any page.</summary>
public static partial class JsonListReader
{
    private const int MostPages = 5000;

    /// <summary>Reads an answer. Its rows are the links of the page, with the further pages of the list behind them.</summary>
    /// <param name="body">Its bytes.</param>
    /// <param name="contentTypeHeader">The Content-Type header; null where there is none.</param>
    /// <param name="address">Where it was fetched.</param>
    /// <param name="endpoint">Where the rows are in it.</param>
    /// <exception cref="UnreadableDocumentException">The answer is no JSON, or has no list where the endpoint says.</exception>
    public static Page Read(ReadOnlyMemory<byte> body, string? contentTypeHeader, Uri address, JsonEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(endpoint);
        var decoded = PageDecoder.Decode(body.Span, contentTypeHeader);
        using var json = Parsed(decoded.Text);
        if (At(json.RootElement, endpoint.Rows) is not { ValueKind: JsonValueKind.Array } rows)
        {
            throw Unreadable(
                $"接口返回的JSON中“{endpoint.Rows}”不是列表；请核对来源文件中的“rows”。",
                $"The JSON has no list at '{endpoint.Rows}'. Check 'rows' in the sources file.");
        }

        var references = new List<Reference>();
        foreach (var row in rows.EnumerateArray())
        {
            references.Add(new Reference(LinkOf(row, endpoint.Link), FoundBy.Json)
            {
                Text = Words.Collapsed(Tag().Replace(TextAt(row, endpoint.Title) ?? "", "")),
                Nearby = endpoint.Date is { } date ? PublicationDate.Moment(TextAt(row, date) ?? "") : "",
            });
        }

        return new Page
        {
            Address = address,
            Base = address,
            Charset = decoded.Encoding.WebName,
            DeclaredCharset = decoded.Declared,
            Encoding = decoded.Encoding,
            References = [.. references, .. FurtherPages(json.RootElement, address, endpoint, references.Count)],
        };
    }

    private static IEnumerable<Reference> FurtherPages(JsonElement root, Uri address, JsonEndpoint endpoint, int rows)
    {
        if (!endpoint.IsPaged || endpoint.PageOf(address) is not { } page || rows == 0)
        {
            return [];
        }

        var last = endpoint.Pages is { } path && int.TryParse(TextAt(root, path), NumberStyles.None, CultureInfo.InvariantCulture, out var total) && total <= MostPages
            ? endpoint.FirstPage + total - 1
            : page + 1;
        return Enumerable.Range(page + 1, Math.Max(0, last - page)).Select(next => new Reference(endpoint.AddressOf(next).AbsoluteUri, FoundBy.Json) { IsNextPage = true });
    }

    private static string LinkOf(JsonElement row, string link) => link.Contains('{', StringComparison.Ordinal)
        ? PathInBraces().Replace(link, match => Uri.EscapeDataString(TextAt(row, match.Groups["path"].Value) ?? ""))
        : TextAt(row, link) ?? "";

    private static JsonElement? At(JsonElement element, string path)
    {
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (element.ValueKind == JsonValueKind.Array && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < element.GetArrayLength())
            {
                element = element[index];
            }
            else if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }

    private static string? TextAt(JsonElement element, string path)
    {
        var found = At(element, path);
        try
        {
            return found?.ValueKind switch
            {
                JsonValueKind.String => found.Value.GetString(),
                JsonValueKind.Number => found.Value.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is no text.
            return null;
        }
    }

    private static JsonDocument Parsed(string text)
    {
        var json = Wrapped().Match(text) is { Success: true } match ? match.Groups["json"].Value : text;
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException)
        {
            throw Unreadable(
                "接口返回的内容不是JSON；请核对来源文件中“json”的“address”。",
                "The answer is no JSON. Check 'address' of 'json' in the sources file.");
        }
    }

    private static UnreadableDocumentException Unreadable(string zh, string en) => new(UnreadableReason.Damaged, new Message(zh, en));

    [GeneratedRegex("^\\s*[A-Za-z_$][A-Za-z0-9_$.]*\\s*\\(\\s*(?<json>[\\[{](.|\\n)*[\\]}])\\s*\\)\\s*;?\\s*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Wrapped();

    [GeneratedRegex("<[^<>]{1,200}>", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("\\{(?<path>[^{}]+)\\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PathInBraces();
}
