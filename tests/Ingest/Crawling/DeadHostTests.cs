using System.Net;
using System.Net.Sockets;
using Gouji.Ingest.Sources;
using Gouji.Ingest.Store;

namespace Gouji.Ingest.Tests.Crawling;

/// <summary>Hosts that never answer, beside one that does.</summary>
public sealed class DeadHostTests
{
    private const string Refusing = "refusing.gov.cn";
    private const string Silent = "silent.gov.cn";

    [Fact]
    public async Task Crawl_hostsThatNeverAnswer_areLeftToTheNextRunAndHoldUpNone()
    {
        await using var site = await ServedSite.StartAsync(departments: 2, years: 2);
        site.Network = site.Network with { Attempts = 4, ConnectTimeout = TimeSpan.FromSeconds(0.2), HeaderTimeout = TimeSpan.FromSeconds(0.2) };
        using var silent = new SilentServer();
        var sources = site.Sources with { Sources = [.. site.Sources.Sources, Source(Refusing, PortThatRefuses()), Source(Silent, silent.Port)] };
        var begun = site.Time.GetUtcNow().AddDays(1);
        var first = await site.RunAsync(sources);

        Assert.Equal(site.Model.Attachments.Order(StringComparer.Ordinal), site.DocumentsHeld());
        Assert.Equal([new RestingHost(Refusing, 3, "connection"), new RestingHost(Silent, 3, "timeout")], first.Report.Resting);
        Assert.Equal(first.Report.Resting, first.Status.Resting);
        Assert.Equal(4, silent.Connections);

        // What is waited, on a clock that jumps to the end of each pause, are the retries of one request to each of the two.
        Assert.True(site.Time.GetUtcNow() - begun < TimeSpan.FromMinutes(1));

        var second = await site.RunAsync(sources);
        Assert.Equal(first.Report.Resting, second.Report.Resting);
        Assert.Equal(5, silent.Connections);
        Assert.Equal(2, second.Report.Requests - site.Requests.Count);
    }

    [Fact]
    public async Task Crawl_hostThatComesBack_isCrawledByTheNextRun()
    {
        await using var site = await ServedSite.StartAsync(departments: 2, years: 2);
        site.Network = site.Network with { Attempts = 4, ConnectTimeout = TimeSpan.FromSeconds(0.2), HeaderTimeout = TimeSpan.FromSeconds(0.2) };
        site.IsSilent = true;
        Assert.NotEmpty((await site.RunAsync()).Report.Resting);
        site.IsSilent = false;
        site.Network = site.Network with { HeaderTimeout = TimeSpan.FromMinutes(1) };
        Assert.Empty((await site.RunAsync()).Report.Resting);
        Assert.Equal(site.Model.Attachments.Order(StringComparer.Ordinal), site.DocumentsHeld());
    }

    private static Source Source(string host, int port) => new()
    {
        Name = host,
        Region = "某省",
        Start = [.. Enumerable.Range(1, 3).Select(number => new Uri($"http://{host}:{port}/{number}/"))],
        Settings = new SourceSettings { Politeness = new Politeness { Delay = TimeSpan.Zero } },
    };

    private static int PortThatRefuses()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Accepts connections and never says a word.</summary>
    private sealed class SilentServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly List<TcpClient> _clients = [];
        private readonly Task _accepting;

        public SilentServer()
        {
            _listener.Start();
            _accepting = AcceptAsync();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public int Connections => _clients.Count;

        public void Dispose()
        {
            _listener.Dispose();
            _clients.ForEach(static client => client.Dispose());
            _accepting.ContinueWith(static _ => { }, TaskScheduler.Default);
        }

        private async Task AcceptAsync()
        {
            while (true)
            {
                _clients.Add(await _listener.AcceptTcpClientAsync());
            }
        }
    }
}
