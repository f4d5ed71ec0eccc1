using System.Collections.Concurrent;

namespace Gouji.Corpus.Tests;

/// <summary>The cases of the corpus. Every source is read and checked once, however many tests look at it.</summary>
internal static class Corpus
{
    private static readonly string[] SourceNames = ["source.docx", "source.html", "source.ofd", "source.txt"];

    private static readonly ConcurrentDictionary<string, Lazy<CheckedSource>> Sources = new(StringComparer.Ordinal);

    /// <summary>The names of the cases in ordinal order.</summary>
    public static IReadOnlyList<string> Cases { get; } =
        [.. Directory.GetDirectories(Repository.Corpus).Select(static folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    /// <summary>What case.json says.</summary>
    public static CaseFile Case(string name) => CaseFile.Read(Path.Combine(Repository.Corpus, name, "case.json"));

    /// <summary>The sources of a case as <c>case/source.docx</c>; the first one is the source of its golden files.</summary>
    public static IReadOnlyList<string> SourcesOf(string name) =>
        [.. SourceNames.Where(source => File.Exists(Path.Combine(Repository.Corpus, name, source))).Select(source => name + "/" + source)];

    /// <summary>The name of the case of a source.</summary>
    public static string CaseOf(string source) => source[..source.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>A source with all that the program says about it.</summary>
    public static CheckedSource Source(string source) =>
        Sources.GetOrAdd(source, static name => new Lazy<CheckedSource>(() => CheckedSource.Of(name))).Value;

    public static TheoryData<string> AllCases => [.. Cases];

    public static TheoryData<string> AllSources => [.. Cases.SelectMany(SourcesOf)];
}
