using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gouji.Ingest.Sources;

namespace Gouji.Ingest.Crawling;

/// <summary>A source as the catalogue keeps it, with the version of the program that reads its pages: where either changes, links may.</summary>
internal static class SourceDefinition
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string Program =
        typeof(SourceDefinition).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public static string Of(Source source) => JsonSerializer.Serialize(new { Program, Source = source }, Options);
}
