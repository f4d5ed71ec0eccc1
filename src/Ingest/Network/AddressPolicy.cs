using System.Net;
using System.Net.Sockets;

namespace Gouji.Ingest.Network;

/// <summary>
/// Which addresses may be asked: http and https, no user names, and hosts whose every address is public. A connection is made to the very
/// address that was checked, so a name that resolves otherwise a moment later gains nothing (DNS rebinding).
/// </summary>
/// <param name="resolver">Turns names into addresses.</param>
/// <param name="allowPrivate">Whether addresses that are not public pass; only for tests.</param>
public sealed class AddressPolicy(IHostResolver resolver, bool allowPrivate = false)
{
    private static readonly string[] LocalSuffixes = ["localhost", "localhost.localdomain", "local", "internal", "home.arpa"];

    /// <summary>End points that pass although they are not public, for example that of a test server.</summary>
    public IReadOnlyCollection<IPEndPoint> Exempt { get; init; } = [];

    /// <summary>Why an address may not be asked as far as it can be told without resolving its host; null where it may.</summary>
    public AddressRefusal? Check(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            return new AddressRefusal(DownloadReason.Scheme, address.OriginalString);
        }

        if (address.UserInfo.Length > 0 || address.Authority.Contains('@', StringComparison.Ordinal))
        {
            return new AddressRefusal(DownloadReason.UserInfo, address.Host);
        }

        return HostName.Of(address) is { } host ? CheckHost(host, address.Port) : new AddressRefusal(DownloadReason.MalformedHost, address.OriginalString);
    }

    /// <summary>Why an end point may not be connected to; null where it may.</summary>
    public AddressRefusal? Check(IPEndPoint endPoint)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        return allowPrivate || AddressClasses.Of(endPoint.Address) is not { } special || Exempt.Contains(Plain(endPoint))
            ? null
            : new AddressRefusal(DownloadReason.AddressNotPublic, $"{endPoint.Address} ({special})");
    }

    /// <summary>The end points of a host, IPv4 first, each of them checked. One that is not public refuses them all.</summary>
    /// <exception cref="AddressRefusedException">The host, or one of its addresses, may not be asked.</exception>
    public async Task<IReadOnlyList<IPEndPoint>> ResolveAsync(string host, int port, CancellationToken cancellationToken)
    {
        var name = HostName.Of(host) ?? throw new AddressRefusedException(new AddressRefusal(DownloadReason.MalformedHost, host));
        if (CheckHost(name, port) is { } refusal)
        {
            throw new AddressRefusedException(refusal);
        }

        IReadOnlyList<IPAddress> addresses = HostName.Literal(name) is { } literal ? [literal] : await resolver.ResolveAsync(name, cancellationToken);
        var endPoints = addresses.Select(address => new IPEndPoint(address, port)).ToList();
        if (endPoints.Select(Check).FirstOrDefault(static one => one is not null) is { } refused)
        {
            throw new AddressRefusedException(refused);
        }

        return [.. endPoints.OrderBy(static endPoint => endPoint.AddressFamily == AddressFamily.InterNetwork ? 0 : 1)];
    }

    private AddressRefusal? CheckHost(string host, int port)
    {
        if (HostName.Literal(host) is { } literal)
        {
            return Check(new IPEndPoint(literal, port));
        }

        if (HostName.LooksNumeric(host))
        {
            return new AddressRefusal(DownloadReason.MalformedHost, host);
        }

        return !allowPrivate && Array.Exists(LocalSuffixes, suffix => host == suffix || host.EndsWith($".{suffix}", StringComparison.Ordinal))
            ? new AddressRefusal(DownloadReason.AddressNotPublic, host)
            : null;
    }

    private static IPEndPoint Plain(IPEndPoint endPoint) =>
        endPoint.Address.IsIPv4MappedToIPv6 ? new IPEndPoint(endPoint.Address.MapToIPv4(), endPoint.Port) : endPoint;
}

/// <summary>Why an address may not be asked.</summary>
/// <param name="Reason">One of <see cref="DownloadReason"/>.</param>
/// <param name="Detail">The address, host or scheme in question.</param>
public sealed record AddressRefusal(string Reason, string Detail);

/// <summary>An address may not be asked.</summary>
public sealed class AddressRefusedException(AddressRefusal refusal) : Exception($"{refusal?.Reason}: {refusal?.Detail}")
{
    /// <summary>Why it may not.</summary>
    public AddressRefusal Refusal { get; } = refusal ?? throw new ArgumentNullException(nameof(refusal));
}
