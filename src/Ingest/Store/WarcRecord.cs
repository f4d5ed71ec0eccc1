using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Gouji.Ingest.Store;

/// <summary>One record of a WARC file, packed on its own so that a reader can jump to it (ISO 28500:2017 annex D).</summary>
/// <param name="type">The WARC-Type.</param>
/// <param name="id">The WARC-Record-ID.</param>
/// <param name="date">The WARC-Date.</param>
internal sealed class WarcRecord(string type, Guid id, DateTimeOffset date)
{
    private readonly List<(string Name, string Value)> _fields = [];

    public static string IdText(Guid id) => $"<urn:uuid:{id:D}>";

    public static string DateText(DateTimeOffset date) => Utc.Text(date);

    public static string DigestText(string sha256) => "sha256:" + sha256;

    /// <summary>Adds a field; one without a value is left out.</summary>
    public WarcRecord With(string name, string? value)
    {
        if (value is not null)
        {
            _fields.Add((name, value));
        }

        return this;
    }

    /// <summary>Writes the record with a block that is known.</summary>
    public Task WriteAsync(Stream output, byte[] block, CancellationToken cancellationToken) => WriteAsync(output, block, null, 0, cancellationToken);

    /// <summary>Writes the record with a block that begins with known bytes and goes on with those of a stream that can be read twice.</summary>
    public async Task WriteAsync(Stream output, byte[] head, Stream? body, long bodyBytes, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(head);
        if (body is not null)
        {
            await HashAsync(hash, body, cancellationToken);
        }

        var header = new StringBuilder("WARC/1.1\r\n");
        Append("WARC-Type", type);
        Append("WARC-Record-ID", IdText(id));
        Append("WARC-Date", DateText(date));
        foreach (var (name, value) in _fields)
        {
            Append(name, value);
        }

        Append("WARC-Block-Digest", DigestText(Convert.ToHexStringLower(hash.GetHashAndReset())));
        Append("Content-Length", (head.Length + bodyBytes).ToString(CultureInfo.InvariantCulture));
        header.Append("\r\n");

        var packed = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
        await using (packed)
        {
            await packed.WriteAsync(Encoding.UTF8.GetBytes(header.ToString()), cancellationToken);
            await packed.WriteAsync(head, cancellationToken);
            if (body is not null)
            {
                body.Position = 0;
                await body.CopyToAsync(packed, cancellationToken);
            }

            await packed.WriteAsync("\r\n\r\n"u8.ToArray(), cancellationToken);
        }

        void Append(string name, string value) => header.Append(name).Append(": ").Append(value).Append("\r\n");
    }

    private static async Task HashAsync(IncrementalHash hash, Stream body, CancellationToken cancellationToken)
    {
        var buffer = new byte[128 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            hash.AppendData(buffer.AsSpan(0, read));
        }
    }
}
