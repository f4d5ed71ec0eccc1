namespace Gouji.Ingest.Store;

/// <summary>A page that was fetched and not read.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Source">The name of its source.</param>
/// <param name="Kind">List or detail.</param>
/// <param name="Depth">Links from the start of the source, from 0.</param>
/// <param name="Sha256">Its bytes.</param>
/// <param name="Charset">The charset that the headers name.</param>
public sealed record PageToRead(Uri Address, string Source, AddressKind Kind, int Depth, string Sha256, string? Charset)
{
    /// <summary>The title of the link that led to it.</summary>
    public string? Title { get; init; }

    /// <summary>The address that answered: another one where redirects led to it.</summary>
    public required Uri Answered { get; init; }
}
