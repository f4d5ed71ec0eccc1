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

    /// <summary>Where whoever crawls can be reached, as every site is told: a mail address or a page; null where the file does not say.</summary>
    public string? Contact { get; init; }

    /// <summary>Who is told when a run changed something or broke.</summary>
    public Notification Notification { get; init; } = new();

    /// <summary>The source that an address is a page of: one that begins at the same host, with the longest common path; null where none does.</summary>
    public Source? SourceOf(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Sources.Select(source => (Source: source, Common: source.Start.Concat(source.Json.Select(static endpoint => endpoint.AddressOf(endpoint.FirstPage))).Select(CommonPath).Append(0).Max()))
            .Where(static one => one.Common > 0).OrderByDescending(static one => one.Common).FirstOrDefault().Source;

        int CommonPath(Uri start) => !start.Host.Equals(address.Host, StringComparison.OrdinalIgnoreCase) ? 0
            : start.AbsolutePath.Zip(address.AbsolutePath).TakeWhile(static pair => pair.First == pair.Second).Count();
    }
}
