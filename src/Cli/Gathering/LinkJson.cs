using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gouji.Normalize.Linking;

namespace Gouji.Cli.Gathering;

/// <summary>What is kept of a document for comparisons, as the workspace keeps it. Decimals keep their printed places.</summary>
internal static class LinkJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static ReadOnlyMemory<byte> Of(LinkRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, Options);

    public static LinkRecord Read(ReadOnlyMemory<byte> json) => JsonSerializer.Deserialize<LinkRecord>(json.Span, Options)!;
}
