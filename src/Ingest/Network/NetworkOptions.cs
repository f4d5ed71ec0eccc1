namespace Gouji.Ingest.Network;

/// <summary>How the network is used: paces, limits and the name under which Gouji asks. The defaults suit one machine and a slow line.</summary>
public sealed record NetworkOptions
{
    /// <summary>The least time from the end of one request to a host to the next. A longer Crawl-delay of the host prevails.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The most bytes one document may have, counted after decompression.</summary>
    public long MaximumBytes { get; init; } = 200L * 1024 * 1024;

    /// <summary>The most redirects followed for one document.</summary>
    public int MaximumRedirects { get; init; } = 10;

    /// <summary>How often one request is tried in all, the first time included; at least 1.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>The longest time for name resolution, connection and the TLS handshake together.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest time from a request that was sent to the headers of its answer.</summary>
    public TimeSpan HeaderTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest time without a byte of the body. There is no limit on the whole: 200 MB on a slow line take their time.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The time in which <see cref="LeastBytes"/> of a body have to come: a server that lets a byte fall now and then must not hold up a
    /// run for ever. What came is kept, and the next try goes on there.
    /// </summary>
    public TimeSpan SlownessTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The bytes that have to come in <see cref="SlownessTimeout"/>: by default some 400 a second, a tenth of what a telephone line carries.</summary>
    public long LeastBytes { get; init; } = 256 * 1024;

    /// <summary>The first pause before a retry; it doubles from try to try, with jitter.</summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause that is waited out. A host that asks for more is left alone until then, and the caller is told.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The longest Retry-After or Crawl-delay believed: a mistaken one does not silence a host for ever.</summary>
    public TimeSpan LongestRest { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How many failures in a row open the circuit of a host, so that it is not asked for a time; at least 1.</summary>
    public int FailuresToOpen { get; init; } = 8;

    /// <summary>How long the circuit stays open the first time; it doubles while the host stays unwell, up to <see cref="LongestRest"/>.</summary>
    public TimeSpan OpenFor { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How many requests in a row without any answer open the circuit of a host that has answered nothing yet; at least 1. A host that did
    /// answer is given <see cref="FailuresToOpen"/>: one page of it that hangs must not silence the rest.
    /// </summary>
    public int SilencesToOpen { get; init; } = 4;

    /// <summary>How long the circuit of a host that has answered nothing stays open. Longer than a crawl waits, so that a dead host holds up none.</summary>
    public TimeSpan SilentFor { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Whether addresses that are not public may be asked. Only for tests: a page must not lead into the network we stand in.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>Whether robots.txt (RFC 9309) is obeyed.</summary>
    public bool ObeyRobots { get; init; } = true;

    /// <summary>
    /// Under which name Gouji asks: product and version, then where its operator can be reached. robots.txt is matched against the product.
    /// </summary>
    public string UserAgent { get; init; } = "Gouji/0.1 (budget disclosure research)";
}
