using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gouji.Normalize.Linking;

namespace Gouji.Cli.Gathering;

/// <summary>
/// What is kept of a document for comparisons, as the workspace keeps it: whose it is, and apart from that its figures, which are many times
/// as much. Decimals keep their printed places.
/// </summary>
internal static class LinkJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Whose document it is, and how many figures are kept of it.</summary>
    public static ReadOnlyMemory<byte> Of(LinkRecord record) => JsonSerializer.SerializeToUtf8Bytes(new Head(record with { Figures = [] }, record.Figures.Count), Options);

    /// <summary>The figures of a document.</summary>
    public static ReadOnlyMemory<byte> FiguresOf(LinkRecord record) => JsonSerializer.SerializeToUtf8Bytes(record.Figures, Options);

    /// <summary>What is kept of a document.</summary>
    /// <param name="json">Whose document it is.</param>
    /// <param name="figures">Gives its figures; called when a comparison asks for them.</param>
    public static LinkRecord Read(ReadOnlyMemory<byte> json, Func<ReadOnlyMemory<byte>> figures)
    {
        var head = JsonSerializer.Deserialize<Head>(json.Span, Options)!;
        return head.Record with { Figures = new KeptFigures(head.Figures, () => JsonSerializer.Deserialize<List<LinkFigure>>(figures().Span, Options)!) };
    }

    private sealed record Head(LinkRecord Record, int Figures);
}
