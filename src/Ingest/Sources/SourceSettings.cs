namespace Gouji.Ingest.Sources;

/// <summary>How a source is crawled. What is said here works for most sites as it is.</summary>
public sealed record SourceSettings
{
    /// <summary>The extensions of attachments, in lower case and without the dot, unless a source names its own.</summary>
    public static IReadOnlyList<string> UsualExtensions { get; } =
        ["doc", "docx", "pdf", "xls", "xlsx", "wps", "et", "ofd", "rtf", "zip", "rar", "7z", "odt", "ods", "docm", "xlsm", "mht"];

    /// <summary>Addresses followed as lists, whatever their titles.</summary>
    public IReadOnlyList<AddressPattern> ListPages { get; init; } = [];

    /// <summary>The addresses that detail pages may have; empty for any within the site.</summary>
    public IReadOnlyList<AddressPattern> DetailPages { get; init; } = [];

    /// <summary>Addresses taken as attachments although nothing else about them says so.</summary>
    public IReadOnlyList<AddressPattern> Attachments { get; init; } = [];

    /// <summary>The extensions of attachments, in lower case and without the dot.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = UsualExtensions;

    /// <summary>Which titles are wanted.</summary>
    public TitleFilter Titles { get; init; } = new();

    /// <summary>How far a run goes.</summary>
    public CrawlLimits Limits { get; init; } = new();

    /// <summary>How gently the site is asked.</summary>
    public Politeness Politeness { get; init; } = new();
}
