using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Gouji.Ingest.Tests.Store;

/// <summary>A record as a reader sees it.</summary>
internal sealed record ReadRecord(IReadOnlyDictionary<string, string> Fields, byte[] Block)
{
    public string Type => Fields["WARC-Type"];

    public string? this[string name] => Fields.GetValueOrDefault(name);

    public string Text => Encoding.UTF8.GetString(Block);

    /// <summary>What follows the head of the answer in the block.</summary>
    public byte[] Payload => Block[(Block.AsSpan().IndexOf("\r\n\r\n"u8) + 4)..];
}

/// <summary>Reads WARC 1.1 strictly by its grammar (ISO 28500:2017 §4), and each record from its own gzip member.</summary>
internal static class WarcReader
{
    public static List<ReadRecord> Read(byte[] file)
    {
        var records = new List<ReadRecord>();
        for (var rest = file.AsSpan(); !rest.IsEmpty;)
        {
            records.Add(Record(Member(rest, out var length)));
            rest = rest[length..];
        }

        return records;
    }

    /// <summary>The bytes of the first gzip member; it ends where the next one can begin and the bytes before unpack whole.</summary>
    private static byte[] Member(ReadOnlySpan<byte> bytes, out int length)
    {
        Assert.True(bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]));
        for (length = 18; length <= bytes.Length; length++)
        {
            if ((length == bytes.Length || bytes[length..].StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08])) && Unpacked(bytes[..length]) is { } unpacked)
            {
                return unpacked;
            }
        }

        throw new InvalidDataException("a gzip member does not end");
    }

    private static byte[]? Unpacked(ReadOnlySpan<byte> member)
    {
        // The last four bytes are the length of what was packed (RFC 1952 §2.3.1).
        using var packed = new MemoryStream(member.ToArray());
        using var unpacked = new MemoryStream();
        try
        {
            using var gzip = new GZipStream(packed, CompressionMode.Decompress);
            gzip.CopyTo(unpacked);
        }
        catch (InvalidDataException)
        {
            return null;
        }

        return unpacked.Length == BitConverter.ToUInt32(member[^4..]) ? unpacked.ToArray() : null;
    }

    private static ReadRecord Record(byte[] bytes)
    {
        var head = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        var lines = Encoding.UTF8.GetString(bytes, 0, head).Split("\r\n");
        Assert.Equal("WARC/1.1", lines[0]);
        var fields = lines[1..].Select(static line => line.Split(": ", 2)).ToDictionary(static pair => pair[0], static pair => pair[1]);
        Assert.All(["WARC-Record-ID", "WARC-Date", "WARC-Type", "Content-Length"], name => Assert.True(fields.ContainsKey(name), name));
        Assert.Matches("^<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}>$", fields["WARC-Record-ID"]);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", fields["WARC-Date"]);

        var length = int.Parse(fields["Content-Length"]);
        var block = bytes[(head + 4)..(head + 4 + length)];
        Assert.Equal("\r\n\r\n"u8.ToArray(), bytes[(head + 4 + length)..]);
        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(block)), fields["WARC-Block-Digest"]);
        return new ReadRecord(fields, block);
    }
}
