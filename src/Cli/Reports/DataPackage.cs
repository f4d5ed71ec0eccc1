using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gouji.Cli.Output;

namespace Gouji.Cli.Reports;

/// <summary>Describes the files of an output folder as a data package (Frictionless Data Package 1.0), so that other programs know its columns and can tell whether it is whole.</summary>
internal static class DataPackage
{
    public const string Name = "datapackage.json";

    private static readonly (string File, string[] Columns)[] Tables =
    [
        (OutputFolder.Documents, Rows.DocumentColumns),
        (OutputFolder.Records, Rows.RecordColumns),
        (OutputFolder.Unread, Rows.UnreadColumns),
        (OutputFolder.Checks, Rows.CheckColumns),
        (OutputFolder.Findings, Rows.FindingColumns),
        (OutputFolder.Gaps, Rows.GapColumns),
    ];

    /// <summary>Writes the description.</summary>
    /// <param name="folder">The output folder.</param>
    public static void Write(string folder)
    {
        var written = Path.Combine(folder, Name + ".new");
        using (var file = File.Create(written))
        using (var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("profile", "data-package");
            json.WriteString("name", "gouji-output");
            json.WriteStartArray("resources");
            foreach (var (name, columns) in Tables)
            {
                Begin(json, folder, name, "text/csv");
                json.WriteString("profile", "tabular-data-resource");
                json.WriteStartObject("schema");
                json.WriteStartArray("fields");
                foreach (var column in columns)
                {
                    json.WriteStartObject();
                    json.WriteString("name", column);
                    json.WriteString("type", TypeOf(column));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
                json.WriteEndObject();
            }

            foreach (var name in new[] { OutputFolder.RecordsJson, OutputFolder.FindingsJson })
            {
                Begin(json, folder, name, "application/jsonl");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        File.Move(written, Path.Combine(folder, Name), overwrite: true);
    }

    private static void Begin(Utf8JsonWriter json, string folder, string name, string mediaType)
    {
        using var file = File.OpenRead(Path.Combine(folder, name));
        json.WriteStartObject();
        json.WriteString("name", name.Replace('.', '-'));
        json.WriteString("path", name);
        json.WriteString("mediatype", mediaType);
        json.WriteString("encoding", "utf-8");
        json.WriteNumber("bytes", file.Length);
        json.WriteString("hash", "sha256:" + Convert.ToHexStringLower(SHA256.HashData(file)));
    }

    private static string TypeOf(string column) => column switch
    {
        "fiscal_year" or "bytes" or "tables" or "recognised" or "facts" or "equations" or "held" or "rounding" or "broken" or "cannot_tell" or "findings" or "elapsed_ms"
            or "prose_figures" or "prose_understood" => "integer",
        "stated" or "expected" or "difference" or "amount_yuan" or "half_place_yuan" or "left" or "right" or "slack" => "number",
        "ambiguous" or "doubtful" => "boolean",
        _ => "string",
    };
}
