using Gouji.Model;

namespace Gouji.Extract.Archives;

/// <summary>One member of an archive, or why it could not be taken out. Exactly one of <paramref name="Document"/> and <paramref name="Failure"/> is there.</summary>
/// <param name="Name">The archive as given, <c>!/</c>, and the name of the member; the archive's own name where all of it failed.</param>
/// <param name="Document">The member; null where it could not be taken out.</param>
/// <param name="Failure">Why not; null where it was.</param>
public sealed record ArchiveMember(string Name, FetchedDocument? Document, UnreadableDocumentException? Failure);
