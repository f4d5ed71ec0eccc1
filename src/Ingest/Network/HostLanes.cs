using System.Collections.Concurrent;

namespace Gouji.Ingest.Network;

/// <summary>The lanes to all hosts, one for each name, whatever the scheme and the port.</summary>
internal sealed class HostLanes(NetworkOptions options, IHostMemory memory, TimeProvider time, Func<double>? randomizer) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<HostLane>> _lanes = new(StringComparer.Ordinal);

    /// <summary>The lane to the host of an address.</summary>
    public HostLane To(Uri address) =>
        _lanes.GetOrAdd(HostName.Of(address) ?? address.Host, host => new Lazy<HostLane>(() => new HostLane(host, options, memory, time, randomizer))).Value;

    public void Dispose()
    {
        foreach (var lane in _lanes.Values)
        {
            lane.Value.Dispose();
        }
    }
}
