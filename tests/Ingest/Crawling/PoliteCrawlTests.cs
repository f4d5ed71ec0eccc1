using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Gouji.Ingest.Crawling;
using Gouji.Ingest.Network;
using Gouji.Ingest.Sources;
using Gouji.Ingest.Store;
using Gouji.Ingest.Tests.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gouji.Ingest.Tests.Crawling;

/// <summary>Twenty hosts on the real clock, each at a loopback address of its own, judged by the log of their server.</summary>
public sealed class PoliteCrawlTests
{
    private const int Hosts = 20;
    private const int Documents = 3;

    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan CrawlDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Crawl_twentyHosts_asksEachOverOneConnectionWithItsPausesAndAllSideBySide()
    {
        await using var server = await Server.StartAsync();
        using var folder = new TempFolder();
        using var workspace = Workspace.Open(folder.Path, TimeProvider.System);
        var options = new NetworkOptions { AllowPrivateAddresses = true, Delay = TimeSpan.Zero, BackOff = TimeSpan.FromMilliseconds(1) };
        await using var downloader = new Downloader(options, new CatalogHostMemory(workspace.Catalog), TimeProvider.System, new AddressPolicy(new NumberedHosts(), allowPrivate: true));
        var sources = new SourcesFile { Sources = [.. Enumerable.Range(1, Hosts).Select(number => server.Source(number))] };
        var crawler = new Crawler(sources, workspace, downloader, TimeProvider.System);
        var run = await crawler.BeginAsync();
        await crawler.CrawlAsync(run, TestContext.Current.CancellationToken);

        Assert.Equal(Hosts * Documents, workspace.Catalog.Report(run).Documents.Count);
        Assert.True(server.WereAllSideBySide);
        foreach (var number in Enumerable.Range(1, Hosts))
        {
            var log = server.LogOf(number);
            var pause = HasCrawlDelay(number) ? CrawlDelay : Delay;
            Assert.Equal(IsBusy(number) ? Documents + 3 : Documents + 2, log.Count);
            Assert.Equal(1, server.MostConnectionsTo(number));
            Assert.All(log, static visit => Assert.Equal(0, visit.Others));

            // robots.txt tells its pause only once it has been answered, and the next request keeps it already.
            Assert.All(log.Zip(log.Skip(1)), pair =>
            {
                var least = pair.First.Status == 429 ? RetryAfter : pause;
                Assert.True(pair.Second.At - pair.First.At >= least, $"{number}: {pair.First}, {pair.Second}");
            });
        }

        Assert.Contains(server.LogOf(Hosts), static visit => visit.Status == 429);
    }

    private static bool HasCrawlDelay(int number) => number % 5 == 0;

    /// <summary>Whether a host asks for a pause once.</summary>
    private static bool IsBusy(int number) => number == Hosts;

    private static IPAddress AddressOf(int number) => new([127, 0, 0, (byte)(100 + number)]);

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"bureau{number}.example.gov.cn");

    private static int NumberOf(string host) => int.Parse(host["bureau".Length..host.IndexOf('.')], CultureInfo.InvariantCulture);

    private sealed class NumberedHosts : IHostResolver
    {
        public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<IPAddress>>([AddressOf(NumberOf(host))]);
    }

    /// <summary>A request as the server saw it; <c>Others</c> counts those of the same host that were under way.</summary>
    private sealed record Visit(int Host, string Path, int Status, DateTimeOffset At, int Others);

    private sealed class Server : IAsyncDisposable
    {
        private readonly ConcurrentQueue<Visit> _log = [];
        private readonly int[] _underWay = new int[Hosts + 1];
        private readonly int[] _connections = new int[Hosts + 1];
        private readonly int[] _mostConnections = new int[Hosts + 1];
        private readonly TaskCompletionSource _allAreHere = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private WebApplication _application = null!;
        private int _here;
        private int _port;

        /// <summary>Whether a request to each of the hosts was under way at one moment.</summary>
        public bool WereAllSideBySide => _allAreHere.Task.IsCompletedSuccessfully;

        public static async Task<Server> StartAsync()
        {
            var server = new Server();
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.Logging.ClearProviders();
            builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Any, 0, listen => listen.Use(next => connection => server.CountAsync(next, connection))));
            server._application = builder.Build();
            server._application.Run(server.AnswerAsync);
            await server._application.StartAsync();
            server._port = new Uri(server._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
            return server;
        }

        public Source Source(int number) => new()
        {
            Name = NameOf(number),
            Region = "某省",
            Start = [new Uri($"http://{NameOf(number)}:{_port}/")],
            Settings = new SourceSettings { Politeness = new Politeness { Delay = Delay } },
        };

        public List<Visit> LogOf(int number) => [.. _log.Where(visit => visit.Host == number)];

        public int MostConnectionsTo(int number) => _mostConnections[number];

        public ValueTask DisposeAsync() => _application.DisposeAsync();

        private async Task CountAsync(ConnectionDelegate next, ConnectionContext connection)
        {
            var number = ((IPEndPoint)connection.LocalEndPoint!).Address.MapToIPv4().GetAddressBytes()[3] - 100;
            _mostConnections[number] = Math.Max(_mostConnections[number], Interlocked.Increment(ref _connections[number]));
            await next(connection);
            Interlocked.Decrement(ref _connections[number]);
        }

        private async Task AnswerAsync(HttpContext context)
        {
            var at = DateTimeOffset.UtcNow;
            var number = NumberOf(context.Request.Host.Host);
            var path = context.Request.Path.ToString();
            var others = Interlocked.Increment(ref _underWay[number]) - 1;
            var isTooEarly = IsBusy(number) && path == "/2.doc" && !_log.Any(visit => visit.Host == number && visit.Path == path);
            context.Response.StatusCode = isTooEarly ? 429 : 200;
            _log.Enqueue(new Visit(number, path, context.Response.StatusCode, at, others));
            if (path == "/")
            {
                await MeetAsync();
            }

            if (isTooEarly)
            {
                context.Response.Headers.RetryAfter = RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            }

            // Counted out before the last byte leaves: after it the client may be back before the server has looked.
            context.Response.ContentType = path switch { "/robots.txt" => "text/plain", "/" => "text/html; charset=utf-8", _ => "application/msword" };
            var body = System.Text.Encoding.UTF8.GetBytes(Body(number, path));
            context.Response.ContentLength = body.Length;
            Interlocked.Decrement(ref _underWay[number]);
            await context.Response.Body.WriteAsync(body);
        }

        /// <summary>Lets nobody go on before every host was asked; where they are asked one after the other, the limit ends the wait.</summary>
        private async Task MeetAsync()
        {
            if (Interlocked.Increment(ref _here) == Hosts)
            {
                _allAreHere.SetResult();
            }

            await Task.WhenAny(_allAreHere.Task, Task.Delay(TimeSpan.FromSeconds(20)));
        }

        private static string Body(int number, string path) => path switch
        {
            "/robots.txt" => HasCrawlDelay(number) ? $"User-agent: *\nCrawl-delay: {CrawlDelay.TotalSeconds.ToString(CultureInfo.InvariantCulture)}\n" : "User-agent: *\nAllow: /\n",
            "/" => "<!DOCTYPE html><title>部门预算</title>" + string.Concat(Enumerable.Range(1, Documents).Select(document => $"<p><a href='/{document}.doc'>第{number}局2020年部门预算{document}.doc</a>")),
            _ => $"{{\\rtf1 {number} {path}}}",
        };
    }
}
