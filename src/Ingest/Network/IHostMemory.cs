using System.Collections.Concurrent;

namespace Gouji.Ingest.Network;

/// <summary>How a host fares, kept across runs so that a restart does not forget a pause.</summary>
/// <param name="NextAllowed">When the host may be asked again.</param>
/// <param name="ConsecutiveFailures">How many requests in a row failed.</param>
/// <param name="OpenUntil">Until when the host is not asked at all; null while its circuit is closed.</param>
public sealed record HostState(DateTimeOffset NextAllowed, int ConsecutiveFailures, DateTimeOffset? OpenUntil);

/// <summary>A robots.txt, kept across runs for as long as it may be.</summary>
/// <param name="Body">Its bytes; null where the site has none.</param>
/// <param name="Fetched">When it was fetched.</param>
public sealed record KnownRobots(byte[]? Body, DateTimeOffset Fetched);

/// <summary>Remembers how hosts fare. It is called from several threads, for one host from one at a time.</summary>
public interface IHostMemory
{
    /// <summary>The state of a host; null where nothing is known.</summary>
    HostState? Load(string host);

    /// <summary>Keeps the state of a host.</summary>
    void Save(string host, HostState state);

    /// <summary>The robots.txt of a site, told by scheme, host and port; null where it was never fetched.</summary>
    KnownRobots? LoadRobots(string site);

    /// <summary>Keeps the robots.txt of a site.</summary>
    void SaveRobots(string site, KnownRobots robots);
}

/// <summary>Remembers for as long as it lives.</summary>
public sealed class HostMemory : IHostMemory
{
    private readonly ConcurrentDictionary<string, HostState> _states = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, KnownRobots> _robots = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public HostState? Load(string host) => _states.GetValueOrDefault(host);

    /// <inheritdoc/>
    public void Save(string host, HostState state) => _states[host] = state;

    /// <inheritdoc/>
    public KnownRobots? LoadRobots(string site) => _robots.GetValueOrDefault(site);

    /// <inheritdoc/>
    public void SaveRobots(string site, KnownRobots robots) => _robots[site] = robots;
}
