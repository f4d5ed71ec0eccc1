namespace Gouji.Ingest.Network;

/// <summary>
/// Fetches documents over HTTP: one request a host at a time with pauses between, robots.txt obeyed, every address checked, redirects
/// followed hop by hop, broken downloads resumed, and what is served in place of a document told from documents. It never evades.
/// </summary>
public sealed class Downloader : IDownloader, IAsyncDisposable
{
    private readonly NetworkOptions _options;
    private readonly AddressPolicy _policy;
    private readonly Transport _transport;
    private readonly Exchange _exchange;
    private readonly HostLanes _lanes;
    private readonly RobotsGuard _robots;

    /// <summary>Creates a downloader; one serves a whole run, for only together do its downloads keep the pauses.</summary>
    /// <param name="options">Paces and limits.</param>
    /// <param name="memory">What is known of hosts from before; forgotten with the downloader where it is null.</param>
    /// <param name="time">The clock.</param>
    /// <param name="policy">Which addresses may be asked; by default the public ones, resolved by the system.</param>
    public Downloader(NetworkOptions options, IHostMemory? memory = null, TimeProvider? time = null, AddressPolicy? policy = null)
        : this(options, memory, time, policy, randomizer: null)
    {
    }

    internal Downloader(NetworkOptions options, IHostMemory? memory, TimeProvider? time, AddressPolicy? policy, Func<double>? randomizer)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Attempts, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.FailuresToOpen, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.SilencesToOpen, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaximumBytes, nameof(options));
        var clock = time ?? TimeProvider.System;
        _options = options;
        _policy = policy ?? new AddressPolicy(new SystemHostResolver(), options.AllowPrivateAddresses);
        _transport = new Transport(options, _policy, clock);
        _exchange = new Exchange(_transport, options, clock);
        var known = memory ?? new HostMemory();
        _lanes = new HostLanes(options, known, clock, randomizer);
        _robots = new RobotsGuard(options, _policy, _lanes, _exchange, known, clock);
    }

    /// <inheritdoc/>
    public async Task<DownloadResult> DownloadAsync(DownloadRequest request, Stream destination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(destination);
        if (!request.Address.IsAbsoluteUri)
        {
            throw new ArgumentException("The address is relative.", nameof(request));
        }

        var sink = new BodySink(destination, request.MaximumBytes ?? _options.MaximumBytes);
        await ResumeAsync(request, sink, cancellationToken);
        var chain = new RedirectChain(Locations.WithoutFragment(request.Address), _options.MaximumRedirects);
        while (true)
        {
            var answer = await HopAsync(request, chain, sink, cancellationToken);
            if (!answer.StartAnew && answer.Location is null)
            {
                return Conclude(LedNowhere(answer, request.Address, chain) ?? answer, chain, sink);
            }

            if (answer.Location is { } next && chain.Follow(next, answer) is var (reason, detail))
            {
                return Conclude(answer with { Reason = reason, Detail = detail }, chain, sink);
            }
        }
    }

    /// <summary>Closes all connections.</summary>
    public ValueTask DisposeAsync()
    {
        _robots.Dispose();
        _lanes.Dispose();
        _transport.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task ResumeAsync(DownloadRequest request, BodySink sink, CancellationToken cancellationToken)
    {
        var strong = request.ETag is { } tag ? (tag.StartsWith('"') ? tag : null) : request.LastModified is { } date ? HttpDate.Format(date) : null;
        if (request.PartialPath is not null && strong is not null)
        {
            await sink.LoadAsync(request.PartialPath, cancellationToken);
            (sink.Validator, sink.ETag, sink.LastModified, sink.Declared) = (strong, request.ETag, request.LastModified, request.DeclaredBytes);
        }
    }

    private async Task<Answer> HopAsync(DownloadRequest request, RedirectChain chain, BodySink sink, CancellationToken cancellationToken)
    {
        var address = chain.Current;
        if (_policy.Check(address) is { } refusal)
        {
            return new Answer { Outcome = DownloadOutcome.Blocked, Reason = refusal.Reason, Detail = refusal.Detail };
        }

        _lanes.To(address).KeepApart(request.Delay);
        if (await _robots.RefusalAsync(address, cancellationToken) is { } disallowed)
        {
            return disallowed;
        }

        // The validators of a part are no validators of a version held.
        var asked = new ExchangeRequest(address)
        {
            Referrer = request.Referrer,
            Cookies = chain.Cookies,
            ETag = request.PartialPath is null ? request.ETag : null,
            LastModified = request.PartialPath is null ? request.LastModified : null,
            ExpectsDocument = request.ExpectsDocument,
        };
        var answer = await _lanes.To(address).RunAsync(token => _exchange.SendAsync(asked, sink, token), cancellationToken);
        if (!answer.Unasked)
        {
            chain.Asked(answer);
        }

        return answer;
    }

    /// <summary>That there is no document, where a redirect led to a page that a site shows in place of any; null where it did not.</summary>
    private static Answer? LedNowhere(Answer answer, Uri asked, RedirectChain chain) =>
        (answer.Outcome == DownloadOutcome.Fetched || answer.Reason == DownloadReason.PageInstead)
        && answer.ContentType is "text/html" or "application/xhtml+xml" && chain.Hops.Count > 1 && Locations.IsNowhere(asked, chain.Current)
            ? answer with { Outcome = DownloadOutcome.Gone, Reason = DownloadReason.SoftNotFound, Detail = chain.Current.AbsoluteUri }
            : null;

    private static DownloadResult Conclude(Answer answer, RedirectChain chain, BodySink sink)
    {
        var outcome = answer.Outcome;
        if (outcome == DownloadOutcome.Failed && (answer.Transient || answer.Unasked) && sink.CanResume)
        {
            // What arrived before the host fell silent is still worth going on with.
            outcome = DownloadOutcome.Truncated;
        }

        var (tag, changed) = outcome == DownloadOutcome.Truncated ? (sink.ETag, sink.LastModified) : (answer.ETag, answer.LastModified);
        if (outcome is not (DownloadOutcome.Fetched or DownloadOutcome.Truncated))
        {
            sink.Clear();
        }

        return new DownloadResult
        {
            Outcome = outcome,
            Reason = answer.Reason,
            Message = answer.Reason is { } reason ? DownloadReason.Text(reason, answer.Detail) : null,
            Status = answer.Status,
            Hops = chain.Hops,
            Heads = chain.Heads,
            FinalAddress = chain.Current,
            Headers = answer.Headers,
            FileName = outcome is DownloadOutcome.Fetched or DownloadOutcome.Truncated or DownloadOutcome.NotModified
                ? AttachmentName.Of(answer.Header("Content-Disposition"), chain.Current)
                : null,
            ContentType = answer.ContentType,
            Charset = answer.Charset,
            ETag = tag,
            LastModified = changed,
            Bytes = sink.Length,
            DeclaredBytes = sink.Declared,
            RetryAfter = answer.RetryAfter,
        };
    }
}
