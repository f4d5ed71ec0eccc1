using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gouji.Ingest.Store;

/// <summary>The chain and the headers of an answer as JSON: <c>[{"url":"…","status":302}]</c> and <c>[["Name","value"]]</c>.</summary>
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

    public static string Headers(IReadOnlyList<KeyValuePair<string, string>> headers) => Array(headers, static (json, header) =>
    {
        json.WriteStartArray();
        json.WriteStringValue(header.Key);
        json.WriteStringValue(header.Value);
        json.WriteEndArray();
    });

    public static IReadOnlyList<KeyValuePair<string, string>> Headers(string text)
    {
        using var json = JsonDocument.Parse(text);
        return [.. json.RootElement.EnumerateArray().Select(static header => KeyValuePair.Create(header[0].GetString()!, header[1].GetString()!))];
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
