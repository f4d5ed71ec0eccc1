using System.IO.Compression;

namespace Gouji.Ingest.Store;

/// <summary>What was read of an object, ready to be kept. Packing takes longer than keeping, so it is done by whoever read it.</summary>
public sealed record PackedMember
{
    private const int BrotliQuality = 4;
    private const int BrotliWindow = 22;

    private PackedMember(ExtractedMember member, IReadOnlyList<(string Name, int Bytes, byte[] Body)> payloads) =>
        (Name, Outcome, Reason, Payloads) = (member.Member, member.Outcome, member.Reason, payloads);

    /// <summary>The name of the member; empty for the object itself.</summary>
    public string Name { get; init; }

    internal string Outcome { get; }

    internal string? Reason { get; }

    /// <summary>The payloads by name, with their sizes before they were packed.</summary>
    internal IReadOnlyList<(string Name, int Bytes, byte[] Body)> Payloads { get; }

    /// <summary>Packs a member.</summary>
    public static PackedMember Of(ExtractedMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return new PackedMember(
            member,
            [.. member.Payloads.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => (pair.Key, pair.Value.Length, Pack(pair.Value.Span)))]);
    }

    internal static ReadOnlyMemory<byte> Unpack(byte[] body, int length)
    {
        var bytes = new byte[length];
        return BrotliDecoder.TryDecompress(body, bytes, out var written) && written == length
            ? bytes
            : throw new InvalidDataException("a stored payload is damaged");
    }

    private static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, packed, out var written, BrotliQuality, BrotliWindow)
            ? packed[..written]
            : throw new InvalidOperationException("the buffer for a compressed payload is too small");
    }
}
