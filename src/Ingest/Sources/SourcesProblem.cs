using System.Globalization;
using Gouji.Model;

namespace Gouji.Ingest.Sources;

/// <summary>One thing that is wrong with a sources file. Line and column count from 1; both are 0 where the file as a whole is meant.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The column, in UTF-16 characters.</param>
/// <param name="Text">What is wrong and what to do, in both languages.</param>
public sealed record SourcesProblem(int Line, int Column, Message Text)
{
    /// <summary>The problem behind its place: <c>sources.yaml:3:5: …</c></summary>
    public string In(Language language, string path) => Line == 0
        ? $"{path}: {Text.In(language)}"
        : string.Create(CultureInfo.InvariantCulture, $"{path}:{Line}:{Column}: {Text.In(language)}");
}
