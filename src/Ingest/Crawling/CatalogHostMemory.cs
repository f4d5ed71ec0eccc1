using Gouji.Ingest.Network;
using Gouji.Ingest.Store;

namespace Gouji.Ingest.Crawling;

/// <summary>Remembers in a catalogue how hosts fare and what their robots.txt say, so that both outlive the run.</summary>
public sealed class CatalogHostMemory(Catalog catalog) : IHostMemory
{
    /// <inheritdoc/>
    public HostState? Load(string host) => catalog.LoadHost(host) is { } known
        ? new HostState(known.NextAllowed ?? DateTimeOffset.MinValue, known.ConsecutiveFailures, known.OpenUntil)
        : null;

    /// <inheritdoc/>
    public void Save(string host, HostState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        catalog.SaveHost(new HostRecord(
            host, state.NextAllowed == DateTimeOffset.MinValue ? null : state.NextAllowed, state.ConsecutiveFailures, state.OpenUntil));
    }

    /// <inheritdoc/>
    public KnownRobots? LoadRobots(string site) => catalog.LoadRobots(site) is { } known ? new KnownRobots(known.Body, known.Fetched) : null;

    /// <inheritdoc/>
    public void SaveRobots(string site, KnownRobots robots)
    {
        ArgumentNullException.ThrowIfNull(robots);
        catalog.SaveRobots(new RobotsRecord(site, robots.Body, robots.Fetched));
    }
}
