namespace Gouji.Ingest.Sources;

/// <summary>A sources file (来源文件): what <c>docs/sources.md</c> describes, read and found free of problems.</summary>
public sealed record SourcesFile
{
    /// <summary>The sources in the order of the file.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>The settings of a source that says nothing of its own.</summary>
    public SourceSettings Defaults { get; init; } = new();

    /// <summary>Whether addresses that are not public may be asked, such as an intranet or a copy of a site on this machine.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>Who is told when a run changed something or broke.</summary>
    public Notification Notification { get; init; } = new();
}
