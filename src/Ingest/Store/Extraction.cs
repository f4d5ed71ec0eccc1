namespace Gouji.Ingest.Store;

/// <summary>Which bytes were read, and by what.</summary>
/// <param name="Sha256">The object.</param>
/// <param name="ExtractorVersion">The version of the readers.</param>
/// <param name="RulebookVersion">The version of the rules.</param>
public sealed record ExtractionKey(string Sha256, string ExtractorVersion, string RulebookVersion);

/// <summary>What was read of an object, or of one member of it where it is an archive.</summary>
/// <param name="Member">The name of the member; empty for the object itself.</param>
/// <param name="Outcome">What became of it, as a word.</param>
public sealed record ExtractedMember(string Member, string Outcome)
{
    /// <summary>Why it could not be read; null where it was.</summary>
    public string? Reason { get; init; }

    /// <summary>The results by name, kept byte by byte.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Payloads { get; init; } = new Dictionary<string, ReadOnlyMemory<byte>>();
}

/// <summary>An object that was not read yet, with what is known of it from the first address that gave it.</summary>
/// <param name="Object">The object.</param>
/// <param name="Address">The address.</param>
/// <param name="Kind">What the address leads to.</param>
public sealed record ExtractionNeed(StoredObject Object, Uri Address, AddressKind Kind)
{
    /// <summary>The name of the file; null where nothing names it.</summary>
    public string? FileName { get; init; }

    /// <summary>The media type that the server names.</summary>
    public string? ContentType { get; init; }

    /// <summary>The charset that the server names.</summary>
    public string? Charset { get; init; }

    /// <summary>The name of the source.</summary>
    public required string Source { get; init; }
}

/// <summary>The current version of an address and what was read of it.</summary>
/// <param name="Address">The address.</param>
/// <param name="Source">The name of its source.</param>
/// <param name="State">The state of the address.</param>
/// <param name="Version">The version.</param>
/// <param name="Members">What was read; empty where nothing was yet.</param>
public sealed record CurrentResult(Uri Address, string Source, AddressState State, DocumentVersion Version, IReadOnlyList<ExtractedMember> Members);
