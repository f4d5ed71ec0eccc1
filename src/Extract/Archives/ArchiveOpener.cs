using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Gouji.Model;
using SharpCompress.Archives;
using SharpCompress.Common;
using SharpCompress.Readers;

namespace Gouji.Extract.Archives;

/// <summary>
/// Takes the documents out of archives (.zip, .rar, .7z, .tar, .tar.gz), those in archives within them too, in the order in which they
/// stand there, one at a time. Nothing is written to disk. A member that is damaged or encrypted does not stop the others.
/// </summary>
/// <param name="reading">Largest member.</param>
/// <param name="limits">How much an archive may hold; the usual limits where left out.</param>
public sealed class ArchiveOpener(ReadingLimits reading, ArchiveLimits? limits = null)
{
    private const int ShortestGzip = 18;

    private static readonly ReaderOptions Options = new() { ArchiveEncoding = EntryNames.Encoding, LeaveStreamOpen = true };

    private readonly ArchiveLimits _limits = limits ?? new ArchiveLimits();

    /// <summary>Whether the bytes are an archive and not a document that is packed like one (.docx, .xlsx, .odt, .ofd).</summary>
    public static bool Recognises(ReadOnlySpan<byte> bytes) => ArchiveKinds.Of(bytes) switch
    {
        ArchiveKind.None => false,
        ArchiveKind.Zip => !IsRead(bytes),
        _ => true,
    };

    /// <summary>
    /// The members, at least one: where the archive holds no document, or cannot be opened, a failure under its own name. Folders, hidden
    /// and empty files are left out.
    /// </summary>
    public IEnumerable<ArchiveMember> Open(FetchedDocument archive, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(archive);
        return Open(archive, 1, new ArchiveBudget(), cancellationToken);
    }

    // A document that is cut short has lost the list of its parts; its reader knows it all the same.
    private static bool IsRead(ReadOnlySpan<byte> bytes)
    {
        foreach (var reader in DocumentReaders.All)
        {
            if (reader.Recognises(bytes))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<ArchiveMember> Open(FetchedDocument archive, int depth, ArchiveBudget budget, CancellationToken cancellationToken)
    {
        if (depth > _limits.Depth)
        {
            yield return Failed(archive.Name, ArchiveUnreadable.TooDeep(_limits.Depth));
            yield break;
        }

        var any = false;
        using var members = Members(archive, budget, cancellationToken).GetEnumerator();
        while (TryMove(members, archive.Name, out var member))
        {
            any = true;
            if (member.Document is { } document && Recognises(document.Bytes.Span))
            {
                foreach (var inner in Open(document, depth + 1, budget, cancellationToken))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return member;
            }
        }

        if (!any)
        {
            yield return Failed(archive.Name, ArchiveUnreadable.Empty(budget.LeftOut));
        }
    }

    private IEnumerable<ArchiveMember> Members(FetchedDocument archive, ArchiveBudget budget, CancellationToken cancellationToken)
    {
        switch (ArchiveKinds.Of(archive.Bytes.Span))
        {
            case ArchiveKind.Gzip:
                return Unzipped(archive, budget, cancellationToken);
            case ArchiveKind.Tar:
                return InOrder(archive, static stream => ReaderFactory.OpenReader(stream, Options), budget, cancellationToken);
            case ArchiveKind.SevenZip:
                // Its members share their compressed data; from member to member is the only way that does not start over each time.
                return InOrder(archive, static stream => ArchiveFactory.OpenArchive(stream, Options).ExtractAllEntries(), budget, cancellationToken);
            default:
                return OneByOne(archive, budget, cancellationToken);
        }
    }

    // A failure in the archive itself ends it; what came before stays.
    private static bool TryMove(IEnumerator<ArchiveMember> members, string archive, out ArchiveMember member)
    {
        try
        {
            var moved = members.MoveNext();
            member = moved ? members.Current : Failed(archive, ArchiveUnreadable.Damaged());
            return moved;
        }
        catch (Exception error) when (IsOfArchive(error))
        {
            member = Failed(archive, Named(error));
            return true;
        }
    }

    private IEnumerable<ArchiveMember> OneByOne(FetchedDocument archive, ArchiveBudget budget, CancellationToken cancellationToken)
    {
        using var stream = StreamOf(archive);
        using var opened = ArchiveFactory.OpenArchive(stream, Options);
        if (opened.IsSolid)
        {
            foreach (var member in InOrder(archive, opened.ExtractAllEntries, budget, cancellationToken))
            {
                yield return member;
            }

            yield break;
        }

        foreach (var entry in opened.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Take(archive, entry, entry.OpenEntryStream, budget, cancellationToken) is { } member)
            {
                yield return member;
            }
        }
    }

    private IEnumerable<ArchiveMember> InOrder(FetchedDocument archive, Func<Stream, IReader> open, ArchiveBudget budget, CancellationToken cancellationToken)
    {
        using var stream = StreamOf(archive);
        foreach (var member in InOrder(archive, () => open(stream), budget, cancellationToken))
        {
            yield return member;
        }
    }

    private IEnumerable<ArchiveMember> InOrder(FetchedDocument archive, Func<IReader> open, ArchiveBudget budget, CancellationToken cancellationToken)
    {
        using var reader = open();
        while (reader.MoveToNextEntry())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Take(archive, reader.Entry, reader.OpenEntryStream, budget, cancellationToken) is { } member)
            {
                yield return member;
            }
        }
    }

    private IEnumerable<ArchiveMember> Unzipped(FetchedDocument archive, ArchiveBudget budget, CancellationToken cancellationToken)
    {
        if (archive.Bytes.Length < ShortestGzip)
        {
            throw ArchiveUnreadable.Damaged();
        }

        // The framework takes a file that is cut short for one that ends; the checksum behind the data (RFC 1952 2.3.1) tells.
        var crc = BinaryPrimitives.ReadUInt32LittleEndian(archive.Bytes.Span[^8..]);
        byte[] bytes;
        using (var stream = new GZipStream(StreamOf(archive), CompressionMode.Decompress))
        {
            bytes = MemberBuffer.Inflate(stream, archive.Bytes.Length, crc, budget, reading, _limits, cancellationToken);
        }

        var inner = DocumentOf(archive.Name, bytes);
        if (ArchiveKinds.Of(bytes) == ArchiveKind.Tar)
        {
            foreach (var member in Members(inner, budget, cancellationToken))
            {
                yield return member;
            }

            yield break;
        }

        // A single file: it has the name of the archive, without the ending that says how it is packed.
        var name = archive.Name[(archive.Name.LastIndexOf('/') + 1)..];
        yield return Taken($"{archive.Name}!/{(name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name)}", bytes);
    }

    private ArchiveMember? Take(FetchedDocument archive, IEntry entry, Func<Stream> open, ArchiveBudget budget, CancellationToken cancellationToken)
    {
        if (++budget.Entries > _limits.Entries)
        {
            throw ArchiveUnreadable.TooManyEntries(_limits.Entries);
        }

        var shown = EntryNames.Shown(entry.Key);
        if (entry.IsDirectory || EntryNames.IsLeftOut(shown))
        {
            budget.LeftOut++;
            return null;
        }

        var name = $"{archive.Name}!/{shown}";
        try
        {
            if (entry.IsEncrypted)
            {
                return Failed(name, ArchiveUnreadable.Encrypted());
            }

            if (!string.IsNullOrEmpty(entry.LinkTarget))
            {
                return Failed(name, ArchiveUnreadable.Link());
            }

            using var stream = open();
            var compressed = entry.CompressedSize > 0 ? Math.Min(entry.CompressedSize, archive.Bytes.Length) : archive.Bytes.Length;
            var bytes = MemberBuffer.Inflate(stream, compressed, Checksum(entry, KindOf(archive)), budget, reading, _limits, cancellationToken);
            if (bytes.Length == 0 && entry.Size <= 0)
            {
                budget.LeftOut++;
                return null;
            }

            return bytes.Length == 0 ? Failed(name, ArchiveUnreadable.Damaged()) : Taken(name, bytes);
        }
        catch (Exception error) when (IsOfArchive(error) && budget.Bytes <= _limits.TotalBytes)
        {
            return Failed(name, Named(error));
        }
    }

    // RAR checks its own, some of them keyed; a TAR has none.
    private static uint? Checksum(IEntry entry, ArchiveKind kind) =>
        kind is ArchiveKind.Zip || (entry.Crc != 0 && kind is ArchiveKind.SevenZip)
            ? (uint)(entry.Crc & uint.MaxValue)
            : null;

    // Once opened as an archive it stays one; only its first bytes are asked again.
    private static ArchiveKind KindOf(FetchedDocument archive) =>
        archive.Bytes.Span.StartsWith("PK"u8) ? ArchiveKind.Zip : archive.Bytes.Span.StartsWith("7z"u8) ? ArchiveKind.SevenZip : ArchiveKind.None;

    private static MemoryStream StreamOf(FetchedDocument archive) =>
        MemoryMarshal.TryGetArray(archive.Bytes, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(archive.Bytes.ToArray(), writable: false);

    private static ArchiveMember Failed(string name, UnreadableDocumentException failure) => new(name, null, failure);

    private static ArchiveMember Taken(string name, byte[] bytes) => new(name, DocumentOf(name, bytes), null);

    private static FetchedDocument DocumentOf(string name, byte[] bytes) => new(name, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    private static UnreadableDocumentException Named(Exception error) => error switch
    {
        UnreadableDocumentException named => named,
        SharpCompress.Common.CryptographicException => ArchiveUnreadable.Encrypted(),
        MultiVolumeExtractionException or MultipartStreamRequiredException => ArchiveUnreadable.Volume(),
        OutOfMemoryException => ArchiveUnreadable.NoMemory(error),
        _ => ArchiveUnreadable.Damaged(error),
    };

    // Decoders of many formats fail on damaged bytes in many ways. None of these says anything about the program itself, and a single
    // block of memory that a damaged header asks for can be refused without harm.
    private static bool IsOfArchive(Exception error) =>
        error is UnreadableDocumentException or SharpCompressException or IOException or InvalidDataException or FormatException or ArithmeticException
            or ArgumentException or InvalidOperationException or NotSupportedException or IndexOutOfRangeException or NullReferenceException
            or InvalidCastException or OutOfMemoryException or ArrayTypeMismatchException or KeyNotFoundException or NotImplementedException
            or System.Security.Cryptography.CryptographicException;
}
