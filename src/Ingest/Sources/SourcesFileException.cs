using Gouji.Model;

namespace Gouji.Ingest.Sources;

/// <summary>A sources file cannot be used. It lists every problem found, in the order of the file.</summary>
public sealed class SourcesFileException : Exception
{
    /// <summary>Creates the failure.</summary>
    public SourcesFileException(string path, IReadOnlyList<SourcesProblem> problems, Exception? inner = null)
        : base(Lines(path, problems, Language.English), inner)
    {
        Problems = problems;
        Text = new Message(Lines(path, problems, Language.Chinese), Lines(path, problems, Language.English));
    }

    /// <summary>What is wrong, in the order of the file; never empty.</summary>
    public IReadOnlyList<SourcesProblem> Problems { get; }

    /// <summary>All problems, one a line, each behind its place.</summary>
    public Message Text { get; }

    private static string Lines(string path, IReadOnlyList<SourcesProblem> problems, Language language)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return string.Join('\n', problems.Select(problem => problem.In(language, path)));
    }
}
