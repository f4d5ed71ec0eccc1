using System.Collections.Concurrent;

namespace Gouji.Ingest.Network;

/// <summary>
/// Keeps to robots.txt of every site that is asked: fetched once a day (RFC 9309 §2.4), whatever the number of runs in it, 4xx allows everything, and where the server fails
/// nothing is allowed for now (§2.3.1).
/// </summary>
internal sealed class RobotsGuard(NetworkOptions options, AddressPolicy policy, HostLanes lanes, Exchange exchange, IHostMemory memory, TimeProvider time) : IDisposable
{
    private const int MostRedirects = 5;
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);
    private static readonly TimeSpan Failed = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Site> _sites = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Why an address may not be asked; null where it may.</summary>
    public async Task<Answer?> RefusalAsync(Uri address, CancellationToken cancellationToken)
    {
        if (!options.ObeyRobots)
        {
            return null;
        }

        var site = _sites.GetOrAdd(SiteOf(address), static _ => new Site());
        await site.Turn.WaitAsync(cancellationToken);
        try
        {
            if (!site.IsLoaded)
            {
                Load(site, address);
            }

            if (time.GetUtcNow() >= site.Until)
            {
                await RefreshAsync(site, address, cancellationToken);
            }

            if (site.Refusal is { } refusal)
            {
                return refusal with { Detail = refusal.Detail.Length > 0 ? refusal.Detail : address.Authority };
            }

            return site.Rules!.Allows(address)
                ? null
                : new Answer { Outcome = DownloadOutcome.Blocked, Reason = DownloadReason.RobotsDisallow, Detail = address.AbsoluteUri, Unasked = true };
        }
        finally
        {
            site.Turn.Release();
        }
    }

    public void Dispose()
    {
        foreach (var site in _sites.Values)
        {
            site.Turn.Dispose();
        }
    }

    private static string SiteOf(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private void Load(Site site, Uri address)
    {
        site.IsLoaded = true;
        if (memory.LoadRobots(SiteOf(address)) is { } known)
        {
            var now = time.GetUtcNow();
            Take(site, known, (known.Fetched < now ? known.Fetched : now) + Fresh);
            lanes.To(address).SlowDown(site.Rules!.CrawlDelay);
        }
    }

    private void Take(Site site, KnownRobots robots, DateTimeOffset until) =>
        (site.Rules, site.Refusal, site.Until) = (robots.Body is { } body ? RobotsTxt.Parse(body, options.UserAgent) : RobotsTxt.AllowAll, null, until);

    private void Learn(Site site, Uri address, KnownRobots robots)
    {
        Take(site, robots, robots.Fetched + Fresh);
        memory.SaveRobots(SiteOf(address), robots);
    }

    private async Task RefreshAsync(Site site, Uri address, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var answer = await FetchAsync(new Uri(address, "/robots.txt"), new BodySink(body, RobotsTxt.MaximumBytes, cutsOff: true), cancellationToken);
        var now = time.GetUtcNow();
        switch (answer)
        {
            case { Outcome: DownloadOutcome.Fetched }:
                Learn(site, address, new KnownRobots(body.ToArray(), now));
                break;

            // What was read before holds on while the file cannot be had.
            case var failed when site.Rules is not null && CannotBeHad(failed):
                site.Until = now + Failed;
                break;

            case { Status: not null, Reason: DownloadReason.Challenge } guarded when CannotBeHad(guarded):
                site.Refusal = new Answer { Outcome = DownloadOutcome.Blocked, Reason = DownloadReason.Challenge, Detail = address.Authority, Unasked = true };
                site.Until = now + Failed;
                break;

            // Without an answer, the connection is what is to be told; nothing is remembered of it.
            case { Status: null }:
                (site.Refusal, site.Until) = (answer, now);
                break;

            case var failed when CannotBeHad(failed):
                site.Refusal = new Answer
                {
                    Outcome = DownloadOutcome.Failed, Reason = DownloadReason.RobotsUnreachable, Detail = address.Authority, RetryAfter = answer.RetryAfter ?? Failed, Unasked = true,
                };
                site.Until = now + Failed;
                break;

            default:
                Learn(site, address, new KnownRobots(null, now));
                break;
        }

        if (site.Rules is { } rules)
        {
            lanes.To(address).SlowDown(rules.CrawlDelay);
        }
    }

    /// <summary>
    /// Whether an answer leaves open what is allowed. 4xx but 429 say that there is no file, whatever stands in them (RFC 9309 §2.3.1.3); a notice, or
    /// a body that cannot be read, does not.
    /// </summary>
    private static bool CannotBeHad(Answer answer) => answer is { Status: null or 429 or >= 500 } or { Outcome: DownloadOutcome.Truncated }
        || (answer.Status < 400 && answer.Reason is DownloadReason.Challenge or DownloadReason.Maintenance or DownloadReason.RateLimited
            or DownloadReason.Encoding or DownloadReason.Protocol or DownloadReason.TooLarge or DownloadReason.Inflation);

    /// <summary>The file, wherever up to five redirects lead; more of them count as no file (RFC 9309 §2.3.1.2).</summary>
    private async Task<Answer> FetchAsync(Uri address, BodySink sink, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            if (policy.Check(address) is { } refusal)
            {
                return redirects > 0
                    ? new Answer { Outcome = DownloadOutcome.Gone, Status = 404 }
                    : new Answer { Outcome = DownloadOutcome.Blocked, Reason = refusal.Reason, Detail = refusal.Detail };
            }

            var request = new ExchangeRequest(address);
            var answer = await lanes.To(address).RunRobotsAsync(token => exchange.SendAsync(request, sink, token), cancellationToken);
            if (answer.Location is not { } next || redirects == MostRedirects)
            {
                return answer.Location is null ? answer : answer with { Location = null, Status = 404 };
            }

            address = next;
        }
    }

    private sealed class Site
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        /// <summary>Whether it was looked up what is known from before.</summary>
        public bool IsLoaded { get; set; }

        public RobotsTxt? Rules { get; set; }

        public Answer? Refusal { get; set; }

        public DateTimeOffset Until { get; set; } = DateTimeOffset.MinValue;
    }
}
