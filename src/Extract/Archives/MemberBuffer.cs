using Gouji.Extract.Docx;
using Gouji.Model;

namespace Gouji.Extract.Archives;

/// <summary>What all members of an archive, and of those nested in it, have taken so far.</summary>
internal sealed class ArchiveBudget
{
    public int Entries { get; set; }

    public long Bytes { get; set; }

    /// <summary>Folders, hidden and empty files.</summary>
    public int LeftOut { get; set; }
}

/// <summary>Inflates one member into memory, counting as it goes.</summary>
internal static class MemberBuffer
{
    private const int Chunk = 1 << 16;
    private const int RatioCountsFrom = 1 << 20;

    /// <param name="inflated">The member as it inflates.</param>
    /// <param name="compressed">What the member takes in the archive, as it claims.</param>
    /// <param name="crc">Checksum that it must have; null where the archive has none.</param>
    /// <param name="budget">What was taken so far.</param>
    /// <param name="reading">Largest member.</param>
    /// <param name="limits">Largest sum and ratio.</param>
    /// <param name="cancellationToken">Stops inflating.</param>
    public static byte[] Inflate(
        Stream inflated,
        long compressed,
        uint? crc,
        ArchiveBudget budget,
        ReadingLimits reading,
        ArchiveLimits limits,
        CancellationToken cancellationToken)
    {
        var bytes = new byte[Chunk];
        var count = 0;
        while (inflated.Read(bytes, count, bytes.Length - count) is > 0 and var read)
        {
            cancellationToken.ThrowIfCancellationRequested();
            count += read;
            budget.Bytes += read;
            if (count > reading.FileBytes)
            {
                throw ArchiveUnreadable.MemberTooLarge(reading.FileBytes);
            }

            if (budget.Bytes > limits.TotalBytes)
            {
                throw ArchiveUnreadable.TotalTooLarge(limits.TotalBytes);
            }

            if (count > RatioCountsFrom && count / limits.Ratio > compressed)
            {
                throw ArchiveUnreadable.Inflated(limits.Ratio);
            }

            if (count == bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, (long)bytes.Length * 2));
            }
        }

        if (crc is { } expected && Crc32.Finish(Crc32.Update(Crc32.Seed, bytes.AsSpan(0, count))) != expected)
        {
            throw ArchiveUnreadable.Damaged();
        }

        Array.Resize(ref bytes, count);
        return bytes;
    }
}
