using Gouji.Ingest.Network;
using Gouji.Ingest.Store;

namespace Gouji.Ingest.Crawling;

/// <summary>Remembers in a catalogue how hosts fare, so that a pause outlives the run.</summary>
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
}
