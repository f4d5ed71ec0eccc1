using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gouji.Ingest.Tests.Network;

/// <summary>A server on loopback that answers each request with the bytes it is given and closes, for answers that Kestrel would not send.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly byte[] _answer;
    private readonly Task _serving;
    private int _requests;

    public RawServer(string answer)
    {
        _answer = Encoding.Latin1.GetBytes(answer);
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Requests => Volatile.Read(ref _requests);

    public Uri At(string path) => new($"http://{_listener.LocalEndpoint}{path}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                var stream = client.GetStream();
                var head = new StringBuilder();
                var buffer = new byte[4096];
                int read;
                while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal) && (read = await stream.ReadAsync(buffer, _stop.Token)) > 0)
                {
                    head.Append(Encoding.Latin1.GetString(buffer, 0, read));
                }

                if (head.Length > 0)
                {
                    Interlocked.Increment(ref _requests);
                    await stream.WriteAsync(_answer, _stop.Token);
                }

                // What was sent arrives before the end.
                client.Client.Shutdown(SocketShutdown.Send);
                while (await stream.ReadAsync(buffer, _stop.Token) > 0)
                {
                }
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException or IOException)
            {
                // The test is over, or its client hung up.
            }
        }
    }
}
