using System.Text;

namespace Gouji.Ingest.Discovery;

/// <summary>What was read off a page.</summary>
public sealed record Page
{
    /// <summary>Where it was fetched.</summary>
    public required Uri Address { get; init; }

    /// <summary>What its relative addresses are relative to: the page itself unless it says otherwise.</summary>
    public required Uri Base { get; init; }

    /// <summary>The charset that its bytes are in: <c>utf-8</c>, <c>gb18030</c> or another.</summary>
    public required string Charset { get; init; }

    /// <summary>The charset that the headers or the page itself name, as written; null where they name none.</summary>
    public string? DeclaredCharset { get; init; }

    /// <summary>Its title, without the name of the site; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>When it was published, as it says itself or its address does.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The text that it shows, a line a block, cut where it is very long.</summary>
    public string Text { get; init; } = "";

    /// <summary>The encoding in which queries of relative addresses are sent (URL Standard §4.1).</summary>
    internal Encoding Encoding { get; init; } = Encoding.UTF8;

    /// <summary>What points elsewhere, in the order of the page.</summary>
    internal IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>The texts of its scripts.</summary>
    internal IReadOnlyList<string> Scripts { get; init; } = [];
}
