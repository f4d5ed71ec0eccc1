namespace Gouji.Ingest.Network;

/// <summary>
/// Where a body goes: counted, never beyond its limit, its first bytes kept for a look. It knows what can vouch for the bytes it holds, so
/// that a download that broke off goes on where it stopped.
/// </summary>
/// <param name="destination">An empty stream.</param>
/// <param name="limit">The most bytes it takes.</param>
/// <param name="cutsOff">Whether bytes beyond the limit are left unread rather than refused.</param>
internal sealed class BodySink(Stream destination, long limit, bool cutsOff = false)
{
    private readonly byte[] _head = new byte[64 * 1024];

    public long Length { get; private set; }

    public long Limit => limit;

    public bool CutsOff => cutsOff;

    public ReadOnlySpan<byte> Head => _head.AsSpan(0, (int)Math.Min(Length, _head.Length));

    /// <summary>The If-Range under which the rest can be asked for; null where the body has to come anew.</summary>
    public string? Validator { get; set; }

    public string? ETag { get; set; }

    public DateTimeOffset? LastModified { get; set; }

    /// <summary>The bytes that the whole body has by what the server says; null where it does not.</summary>
    public long? Declared { get; set; }

    /// <summary>Whether a range was answered with something else, so that none is asked for again: body and range could else take turns for ever.</summary>
    public bool RangesFail { get; private set; }

    /// <summary>Whether the body is to be asked for uncoded, because a coded one did not come whole.</summary>
    public bool Plain { get; set; }

    public bool CanResume => Length > 0 && Validator is not null && !RangesFail;

    /// <summary>Takes the beginning that an earlier try left; a file that is gone or too large is none.</summary>
    public async Task LoadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return;
        }

        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 81920, useAsync: true);
        await using (file)
        {
            var buffer = new byte[81920];
            for (int read; (read = await file.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                if (!await WriteAsync(buffer.AsMemory(0, read), cancellationToken))
                {
                    Clear();
                    return;
                }
            }
        }
    }

    /// <summary>Adds bytes; false where not all of them have room.</summary>
    public async ValueTask<bool> WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var taken = bytes[..(int)Math.Min(bytes.Length, limit - Length)];
        if (Length < _head.Length)
        {
            var first = taken[..(int)Math.Min(taken.Length, _head.Length - Length)];
            first.CopyTo(_head.AsMemory((int)Length));
        }

        await destination.WriteAsync(taken, cancellationToken);
        Length += taken.Length;
        return taken.Length == bytes.Length;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        destination.SetLength(0);
        destination.Position = 0;
        (Length, Validator, ETag, LastModified, Declared) = (0, null, null, null, null);
    }

    /// <summary>Forgets everything, and that ranges can be had.</summary>
    public void StartAnew()
    {
        Clear();
        RangesFail = true;
    }
}
