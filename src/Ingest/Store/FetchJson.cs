using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gouji.Ingest.Store;

/// <summary>
/// The chain and the headers of an answer as JSON, <c>[{"url":"…","status":302}]</c> and <c>[["Name","value"]]</c>, and the headers of all hops,
/// <c>[{"sent":[["Name","value"]],"received":[]}]</c>.
/// </summary>
internal static class FetchJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Chain(IReadOnlyList<FetchHop> hops) => Array(hops, static (json, hop) =>
    {
        json.WriteStartObject();
        json.WriteString("url", hop.Address.AbsoluteUri);
        if (hop.Status is { } status)
        {
            json.WriteNumber("status", status);
        }
        else
        {
            json.WriteNull("status");
        }

        json.WriteEndObject();
    });

    public static IReadOnlyList<FetchHop> Chain(string text)
    {
        using var json = JsonDocument.Parse(text);
        return [.. json.RootElement.EnumerateArray().Select(static hop =>
        {
            var status = hop.GetProperty("status");
            return new FetchHop(new Uri(hop.GetProperty("url").GetString()!), status.ValueKind == JsonValueKind.Null ? null : status.GetInt32());
        })];
    }

    public static string Headers(IReadOnlyList<KeyValuePair<string, string>> headers) => Array(headers, Header);

    public static IReadOnlyList<KeyValuePair<string, string>> Headers(string text)
    {
        using var json = JsonDocument.Parse(text);
        return Headers(json.RootElement);
    }

    public static string Heads(IReadOnlyList<FetchHeads> heads) => Array(heads, static (json, one) =>
    {
        json.WriteStartObject();
        foreach (var (name, headers) in (ReadOnlySpan<(string, IReadOnlyList<KeyValuePair<string, string>>)>)[("sent", one.Sent), ("received", one.Received)])
        {
            json.WriteStartArray(name);
            foreach (var header in headers)
            {
                Header(json, header);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    });

    public static IReadOnlyList<FetchHeads> Heads(string text)
    {
        using var json = JsonDocument.Parse(text);
        return [.. json.RootElement.EnumerateArray().Select(static one => new FetchHeads(Headers(one.GetProperty("sent")), Headers(one.GetProperty("received"))))];
    }

    private static List<KeyValuePair<string, string>> Headers(JsonElement array) =>
        [.. array.EnumerateArray().Select(static header => KeyValuePair.Create(header[0].GetString()!, header[1].GetString()!))];

    private static void Header(Utf8JsonWriter json, KeyValuePair<string, string> header)
    {
        json.WriteStartArray();
        json.WriteStringValue(header.Key);
        json.WriteStringValue(header.Value);
        json.WriteEndArray();
    }

    private static string Array<T>(IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
        {
            return "[]";
        }

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var item in items)
            {
                write(json, item);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
