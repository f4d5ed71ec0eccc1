using System.Net;
using System.Net.Sockets;

namespace Gouji.Ingest.Network;

/// <summary>Turns the name of a host into its addresses.</summary>
public interface IHostResolver
{
    /// <summary>All addresses of a name. An unknown name is a <see cref="SocketException"/>, as the system throws it.</summary>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);
}

/// <summary>Asks the resolver of the system.</summary>
public sealed class SystemHostResolver : IHostResolver
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) =>
        await Dns.GetHostAddressesAsync(host, cancellationToken);
}
