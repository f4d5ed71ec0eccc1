using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Gouji.Ingest.Network;

/// <summary>
/// Sends one request over a connection to a checked address. It follows no redirect, keeps no cookie, inflates nothing and uses no proxy:
/// those are decided above.
/// </summary>
internal sealed class Transport : IDisposable
{
    private readonly AddressPolicy _policy;
    private readonly NetworkOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _invoker;

    public Transport(NetworkOptions options, AddressPolicy policy, TimeProvider time)
    {
        _policy = policy;
        _options = options;
        _time = time;
        _invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,
            PreAuthenticate = false,
            Credentials = null,
            MaxConnectionsPerServer = 1,
            MaxResponseDrainSize = 64 * 1024,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(60),
            ConnectTimeout = options.ConnectTimeout,
            ConnectCallback = ConnectAsync,

            // One character a byte, both ways: names come in GBK and UTF-8 alike.
            ResponseHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
            RequestHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
            ActivityHeadersPropagator = null,
        });
    }

    /// <summary>The response once its headers are there, or what went wrong.</summary>
    public async Task<(HttpResponseMessage? Response, Answer? Failure)> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_options.ConnectTimeout + _options.HeaderTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return (await _invoker.SendAsync(request, either.Token), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, new Answer
            {
                Outcome = DownloadOutcome.Failed, Reason = DownloadReason.Timeout, Detail = request.RequestUri!.Authority, Transient = true, Unwell = true,
            });
        }
        catch (HttpRequestException failure)
        {
            return (null, Explain(failure, request.RequestUri!));
        }
    }

    public void Dispose() => _invoker.Dispose();

    private static Answer Explain(HttpRequestException failure, Uri address)
    {
        var causes = new List<Exception>();
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            causes.Add(cause);
        }

        if (causes.OfType<AddressRefusedException>().FirstOrDefault() is { } refused)
        {
            return new Answer { Outcome = DownloadOutcome.Blocked, Reason = refused.Refusal.Reason, Detail = refused.Refusal.Detail };
        }

        var socket = causes.OfType<SocketException>().FirstOrDefault()?.SocketErrorCode;
        var (reason, transient) = (failure.HttpRequestError, socket) switch
        {
            (_, SocketError.HostNotFound or SocketError.NoData) => (DownloadReason.NameUnknown, false),
            (_, SocketError.TryAgain) => (DownloadReason.NameUnknown, true),
            (_, SocketError.TimedOut) => (DownloadReason.Timeout, true),
            (HttpRequestError.SecureConnectionError, _) => (DownloadReason.Tls, !causes.OfType<AuthenticationException>().Any()),
            (HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.VersionNegotiationError, _) => (DownloadReason.Protocol, false),
            _ => (DownloadReason.Connection, true),
        };
        var detail = reason == DownloadReason.NameUnknown ? address.Host : $"{address.Authority} ({causes[^1].Message})";
        return new Answer { Outcome = DownloadOutcome.Failed, Reason = reason, Detail = detail, Transient = transient, Unwell = true };
    }

    /// <summary>Resolves, checks, and connects to the very address that was checked; a pooled connection keeps it.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var endPoints = await _policy.ResolveAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellationToken);
        for (var i = 0; ; i++)
        {
            // The addresses of a host share the time, so that one that swallows packets leaves some for the next.
            using var limit = new CancellationTokenSource(_options.ConnectTimeout / endPoints.Count, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            var socket = new Socket(endPoints[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(endPoints[i], either.Token);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception failure) when (failure is SocketException or OperationCanceledException)
            {
                socket.Dispose();
                cancellationToken.ThrowIfCancellationRequested();
                if (i == endPoints.Count - 1)
                {
                    throw failure is SocketException ? failure : new SocketException((int)SocketError.TimedOut);
                }
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }
}
