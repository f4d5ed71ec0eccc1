using System.Globalization;

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
        using var idle = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, cancellationToken);
        var codings = ContentCodings.Parse(answer.Header("Content-Encoding"));
        PrefixedStream? wire = null;
        Stream? body = null;
        var buffer = new byte[81920];
        try
        {
            while (true)
            {
                int read;
                try
                {
                    idle.CancelAfter(options.IdleTimeout);
                    wire ??= new PrefixedStream(default, await response.Content.ReadAsStreamAsync(either.Token));
                    body ??= await ContentCodings.OpenAsync(codings, wire, either.Token);
                    if (body is null)
                    {
                        return Miscoded(answer, sink);
                    }

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
                catch (Exception failure) when (failure is InvalidDataException or InvalidOperationException)
                {
                    return wire is { Ended: true, Count: > 0 } ? Short(answer, DownloadReason.CutShort, sink) : Miscoded(answer, sink);
                }

                if (read == 0)
                {
                    return answer with { Outcome = DownloadOutcome.Fetched };
                }

                if (!await sink.WriteAsync(buffer.AsMemory(0, read), cancellationToken))
                {
                    return sink.CutsOff
                        ? answer with { Outcome = DownloadOutcome.Fetched }
                        : answer with { Outcome = DownloadOutcome.TooLarge, Reason = DownloadReason.TooLarge, Detail = $"> {Bytes(sink.Limit)}" };
                }

                if (codings.Count > 0 && sink.Length > Harmless && sink.Length / LargestProportion > wire.Count)
                {
                    return answer with { Outcome = DownloadOutcome.TooLarge, Reason = DownloadReason.Inflation, Detail = $"{Bytes(wire.Count)} → {Bytes(sink.Length)}" };
                }
            }
        }
        finally
        {
            if (body is not null)
            {
                await body.DisposeAsync();
            }

            if (wire is not null)
            {
                await wire.DisposeAsync();
            }
        }
    }

    private static Answer Short(Answer answer, string reason, BodySink sink) =>
        answer with { Outcome = DownloadOutcome.Truncated, Reason = reason, Detail = Bytes(sink.Length), Transient = true };

    private static Answer Miscoded(Answer answer, BodySink sink)
    {
        sink.Clear();
        return answer with { Outcome = DownloadOutcome.Failed, Reason = DownloadReason.Encoding, Detail = answer.Header("Content-Encoding") ?? "" };
    }

    private static string Bytes(long count) => string.Create(CultureInfo.InvariantCulture, $"{count} B");
}
