using System.Collections.Concurrent;

namespace Gouji.Corpus.Tests;

/// <summary>The cases of the corpus. Every source is read and checked once, however many tests look at it.</summary>
internal static class Corpus
{
    private static readonly string[] SourceNames = ["source.doc", "source.docx", "source.html", "source.odt", "source.ofd", "source.pdf", "source.rtf", "source.txt", "source.xls", "source.xlsx"];

    /// <summary>The sources that are the best witness of what was published, the best one first.</summary>
    private static readonly string[] FirstNames = ["source.docx", "source.html", "source.txt"];

    private static readonly ConcurrentDictionary<string, Lazy<CheckedSource>> Sources = new(StringComparer.Ordinal);

    /// <summary>The names of the cases in ordinal order.</summary>
    public static IReadOnlyList<string> Cases { get; } =
        [.. Directory.GetDirectories(Repository.Corpus).Where(static folder => File.Exists(Path.Combine(folder, "case.json"))).Select(static folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    /// <summary>What case.json says.</summary>
    public static CaseFile Case(string name) => CaseFile.Read(Path.Combine(Repository.Corpus, name, "case.json"));

    /// <summary>The sources of a case as <c>case/source.docx</c>, in ordinal order.</summary>
    public static IReadOnlyList<string> SourcesOf(string name) =>
        [.. SourceNames.Where(source => File.Exists(Path.Combine(Repository.Corpus, name, source))).Select(source => name + "/" + source)];

    /// <summary>The source of a case that its golden files are written from.</summary>
    public static string FirstOf(string name) => name + "/" + FirstNames.First(source => File.Exists(Path.Combine(Repository.Corpus, name, source)));

    /// <summary>The name of the case of a source.</summary>
    public static string CaseOf(string source) => source[..source.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>A source with all that the program says about it.</summary>
    public static CheckedSource Source(string source) =>
        Sources.GetOrAdd(source, static name => new Lazy<CheckedSource>(() => CheckedSource.Of(name))).Value;

    public static TheoryData<string> AllCases => [.. Cases];

    public static TheoryData<string> AllSources => [.. Cases.SelectMany(SourcesOf)];
}
