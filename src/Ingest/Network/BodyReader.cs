using System.Globalization;
using System.IO.Compression;

namespace Gouji.Ingest.Network;

/// <summary>Reads a body into its sink: decoded, counted, within the limits of size, proportion and silence.</summary>
internal sealed class BodyReader(NetworkOptions options, TimeProvider time)
{
    /// <summary>How many times larger than what came over the wire a body may be. Tables of zeros reach some dozens.</summary>
    private const int LargestProportion = 200;

    /// <summary>Up to here no proportion is suspect.</summary>
    private const long Harmless = 4L * 1024 * 1024;

    /// <summary>Fetched where the body came whole, else what went wrong. HTTP itself vouches for Content-Length and chunks.</summary>
    public async Task<Answer> ReadAsync(HttpResponseMessage response, Answer answer, BodySink sink, CancellationToken cancellationToken)
    {
        var coding = ContentCoding.Parse(answer.Header("Content-Encoding"));
        if (coding is not (null or "gzip"))
        {
            return Miscoded(answer, sink);
        }

        using var idle = new CancellationTokenSource(options.IdleTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, cancellationToken);
        using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var wire = new WireStream(content);
        using Stream body = coding is null ? wire : new GZipStream(wire, CompressionMode.Decompress);
        var trailer = new GzipTrailer();
        var buffer = new byte[81920];
        var (since, counted) = (time.GetTimestamp(), 0L);
        while (true)
        {
            int read;
            try
            {
                idle.CancelAfter(options.IdleTimeout);
                read = await body.ReadAsync(buffer, either.Token);
                idle.CancelAfter(Timeout.InfiniteTimeSpan);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return Short(answer, DownloadReason.Idle, sink);
            }
            catch (IOException)
            {
                return Short(answer, DownloadReason.CutShort, sink);
            }
            catch (InvalidDataException)
            {
                return wire.Ended ? Short(answer, DownloadReason.CutShort, sink) : Miscoded(answer, sink);
            }

            if (read == 0)
            {
                return coding is null || trailer.Matches(wire.Tail) ? answer with { Outcome = DownloadOutcome.Fetched } : Short(answer, DownloadReason.CutShort, sink);
            }

            trailer.Append(coding is null ? [] : buffer.AsSpan(0, read));
            if (!await sink.WriteAsync(buffer.AsMemory(0, read), cancellationToken))
            {
                return sink.CutsOff
                    ? answer with { Outcome = DownloadOutcome.Fetched }
                    : answer with { Outcome = DownloadOutcome.TooLarge, Reason = DownloadReason.TooLarge, Detail = $"> {Bytes(sink.Limit)}" };
            }

            if (time.GetElapsedTime(since) >= options.SlownessTimeout)
            {
                if (wire.Count - counted < options.LeastBytes)
                {
                    return Short(answer, DownloadReason.TooSlow, sink);
                }

                (since, counted) = (time.GetTimestamp(), wire.Count);
            }

            if (coding is not null && sink.Length > Harmless && sink.Length / LargestProportion > wire.Count)
            {
                return answer with { Outcome = DownloadOutcome.TooLarge, Reason = DownloadReason.Inflation, Detail = $"{Bytes(wire.Count)} → {Bytes(sink.Length)}" };
            }
        }
    }

    private static Answer Short(Answer answer, string reason, BodySink sink) =>
        answer with { Outcome = DownloadOutcome.Truncated, Reason = reason, Detail = Bytes(sink.Length), Transient = true };

    private static Answer Miscoded(Answer answer, BodySink sink)
    {
        sink.Clear();
        return answer with { Outcome = DownloadOutcome.Failed, Reason = DownloadReason.Encoding, Detail = answer.Header("Content-Encoding") ?? "", Transient = true };
    }

    private static string Bytes(long count) => string.Create(CultureInfo.InvariantCulture, $"{count} B");
}
