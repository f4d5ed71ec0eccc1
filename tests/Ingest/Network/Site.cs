using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Gouji.Ingest.Network;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gouji.Ingest.Tests.Network;

/// <summary>A real server on loopback that answers every host name, notes who came, and downloads from itself.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly List<Downloader> _downloaders = [];
    private readonly ConcurrentQueue<Visit> _visits = [];

    private Site(WebApplication application) => _application = application;

    /// <summary>The options of most tests: loopback allowed, no robots, one try.</summary>
    public static NetworkOptions Plain { get; } = new() { AllowPrivateAddresses = true, ObeyRobots = false, Attempts = 1, ConnectTimeout = TimeSpan.FromMinutes(1) };

    public JumpingTime Time { get; } = new();

    public HostMemory Memory { get; } = new();

    public StubResolver Resolver { get; } = new StubResolver().Answering("127.0.0.1");

    public IPEndPoint EndPoint { get; private set; } = null!;

    /// <summary>The requests in the order in which they arrived.</summary>
    public IReadOnlyList<Visit> Visits => [.. _visits];

    public IEnumerable<string> Paths => _visits.Select(static visit => visit.Path);

    public static async Task<Site> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static server =>
        {
            server.Listen(IPAddress.Loopback, 0);
            server.ResponseHeaderEncodingSelector = static _ => Encoding.Latin1;
            server.AllowSynchronousIO = true;
        });
        var site = new Site(builder.Build());
        site._application.Run(context =>
        {
            site._visits.Enqueue(new Visit(
                context.Request.Host.Host, $"{context.Request.Path}{context.Request.QueryString}",
                context.Request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
            return answer(context);
        });
        await site._application.StartAsync();
        var address = site._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        site.EndPoint = new IPEndPoint(IPAddress.Loopback, new Uri(address).Port);
        return site;
    }

    /// <summary>A server that answers in turn, and the last answer for ever.</summary>
    public static Task<Site> AnsweringAsync(params RequestDelegate[] answers)
    {
        var next = -1;
        return StartAsync(context => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)](context));
    }

    public Uri At(string path, string host = "www.example.gov.cn") => new($"http://{host}:{EndPoint.Port}{path}");

    public Downloader Downloader(NetworkOptions? options = null, AddressPolicy? policy = null)
    {
        options ??= Plain;
        var downloader = new Downloader(options, Memory, Time, policy ?? new AddressPolicy(Resolver, options.AllowPrivateAddresses));
        _downloaders.Add(downloader);
        return downloader;
    }

    /// <summary>Downloads with a downloader of its own.</summary>
    public Task<(DownloadResult Result, byte[] Body)> GetAsync(string path, NetworkOptions? options = null, Func<DownloadRequest, DownloadRequest>? with = null, AddressPolicy? policy = null) =>
        GetAsync(Downloader(options, policy), path, with);

    public async Task<(DownloadResult Result, byte[] Body)> GetAsync(IDownloader downloader, string path, Func<DownloadRequest, DownloadRequest>? with = null)
    {
        using var body = new MemoryStream();
        var request = new DownloadRequest(At(path));
        var result = await downloader.DownloadAsync(with is null ? request : with(request), body, TestContext.Current.CancellationToken);
        Assert.Equal(body.Length, result.Bytes);
        Assert.Equal(result.Reason is null, result.Message is null);
        Assert.Equal(result.Outcome is DownloadOutcome.Fetched or DownloadOutcome.NotModified, result.Reason is null);
        return (result, body.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var downloader in _downloaders)
        {
            await downloader.DisposeAsync();
        }

        await _application.DisposeAsync();
    }
}

/// <summary>A request as the server saw it.</summary>
internal sealed record Visit(string Host, string Path, IReadOnlyDictionary<string, string> Headers);
