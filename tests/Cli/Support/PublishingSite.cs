using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gouji.Cli.Tests.Support;

/// <summary>A site of a county on a real server: a list, a page a disclosure, a budget on each; and a web-hook that notes what it is told.</summary>
internal sealed class PublishingSite : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (string ContentType, byte[] Body)> _served = [];
    private readonly ConcurrentQueue<(string Path, int Status)> _requests = [];
    private readonly ConcurrentQueue<(string Path, string Body)> _told = [];
    private readonly ConcurrentDictionary<string, bool> _userAgents = [];
    private readonly SortedDictionary<int, string> _titles = [];
    private readonly WebApplication _application;
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PublishingSite(WebApplication application) => _application = application;

    public string Root { get; private set; } = "";

    /// <summary>The requests in the order of their arrival.</summary>
    public IReadOnlyList<(string Path, int Status)> Requests => [.. _requests];

    /// <summary>The names under which it was asked.</summary>
    public IReadOnlyCollection<string> UserAgents => [.. _userAgents.Keys];

    /// <summary>A path that is not answered before <see cref="Release"/>.</summary>
    public string? Held { get; set; }

    /// <summary>Ends once the held path is asked for.</summary>
    public Task Reached => _reached.Task;

    /// <summary>What was posted to the web-hooks, in the order of its arrival.</summary>
    public IReadOnlyList<string> Told => ToldAt("");

    /// <summary>What was posted to the web-hooks whose paths begin so.</summary>
    public IReadOnlyList<string> ToldAt(string path) => [.. _told.Where(told => told.Path.StartsWith(path, StringComparison.Ordinal)).Select(static told => told.Body)];

    public static async Task<PublishingSite> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static server => server.Listen(IPAddress.Loopback, 0));
        var site = new PublishingSite(builder.Build());
        site._application.Run(site.AnswerAsync);
        await site._application.StartAsync();
        site.Root = site._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        site.List();
        return site;
    }

    /// <summary>A budget that agrees with itself.</summary>
    public static string Budget(int number) => new YearPage($"某县第{number}局", 2020) { Basic = 10000 + number, Project = 2000, Operation = 200, Reception = 100 }.Budget();

    /// <summary>A budget whose total does not agree with its parts.</summary>
    public static string BrokenBudget(int number) => Budget(number).Replace("<td>合计</td><td>1", "<td>合计</td><td>91", StringComparison.Ordinal);

    /// <summary>A page as browsers and offices save it with all its parts in one file: another format of the same disclosure.</summary>
    public static string InOneFile(string page) =>
        $"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"part\"\r\n\r\n--part\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{page}\r\n--part--\r\n";

    public static string PathOf(int number) => string.Create(CultureInfo.InvariantCulture, $"/files/{number}.doc");

    /// <summary>Publishes a disclosure, or replaces its document.</summary>
    public void Publish(int number, string document) => Publish(number, PathOf(number), "application/msword", Encoding.UTF8.GetBytes(document));

    /// <summary>Publishes a disclosure whose document stands in an archive.</summary>
    public void PublishArchive(int number, string document)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = zip.CreateEntry("预算.html");
            entry.LastWriteTime = new DateTimeOffset(2020, 2, 3, 0, 0, 0, TimeSpan.Zero);
            using var stream = entry.Open();
            stream.Write(Encoding.UTF8.GetBytes(document));
        }

        Publish(number, string.Create(CultureInfo.InvariantCulture, $"/files/{number}.zip"), "application/zip", bytes.ToArray());
    }

    public void Release() => _released.TrySetResult();

    public void Withdraw(string path) => _served.TryRemove(path, out _);

    /// <summary>Publishes a disclosure on its page alone.</summary>
    public void PublishPage(int number, string page)
    {
        _titles[number] = $"某县第{number}局2020年部门预算公开";
        Serve($"/yjs/{number}.html", "text/html; charset=utf-8", Encoding.UTF8.GetBytes(page));
        List();
    }

    /// <summary>The list is still there, and lists nothing.</summary>
    public void EmptyTheList() => Serve("/yjs/", "text/html; charset=utf-8", Encoding.UTF8.GetBytes("<title>新版网站</title><p>欢迎"));

    /// <summary>A sources file for this site in a folder.</summary>
    public string Sources(TempFolder folder, string more = "", string name = "sources.yaml") => folder.Write(
        name,
        $"""
        allow-private-addresses: true
        {more}
        sources:
          - name: 某县
            region: 某省某县
            start: {Root}/yjs/
            politeness:
              delay: 0ms
        """);

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private void Publish(int number, string path, string contentType, byte[] document)
    {
        _titles[number] = $"某县第{number}局2020年部门预算公开";
        Serve(path, contentType, document);
        Serve($"/yjs/{number}.html", "text/html; charset=utf-8", Encoding.UTF8.GetBytes(
            $"<!DOCTYPE html><title>{_titles[number]}</title><h1>{_titles[number]}</h1><p>发布时间：2020-02-03</p><a href='{path}'>{_titles[number]}.{path.Split('.')[^1]}</a>"));
        List();
    }

    private void List() => Serve("/yjs/", "text/html; charset=utf-8", Encoding.UTF8.GetBytes(
        "<!DOCTYPE html><title>部门预算</title><ul>" + string.Concat(_titles.Select(static pair => $"<li><a href='{pair.Key}.html'>{pair.Value}</a> 2020-02-03</li>"))
        + "</ul><a href='mailto:a@example.com'>联系我们</a><a href='/zcfg/'>政策法规</a>"));

    private void Serve(string path, string contentType, byte[] body) => _served[path] = (contentType, body);

    private async Task HoldAsync(string path)
    {
        if (path == Held)
        {
            _reached.TrySetResult();
            await _released.Task;
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.ToString();
        if (context.Request.Method == "POST")
        {
            using var reader = new StreamReader(context.Request.Body);
            _told.Enqueue((path, await reader.ReadToEndAsync()));
            await HoldAsync(path);
            return;
        }

        _userAgents[context.Request.Headers.UserAgent.ToString()] = true;
        var isThere = _served.TryGetValue(path, out var served);
        var tag = isThere ? $"\"{Convert.ToHexStringLower(SHA256.HashData(served.Body))[..16]}\"" : "";
        context.Response.StatusCode = !isThere ? 404 : context.Request.Headers.IfNoneMatch == tag ? 304 : 200;
        _requests.Enqueue((path, context.Response.StatusCode));
        await HoldAsync(path);
        if (isThere)
        {
            context.Response.Headers.ETag = tag;
            context.Response.ContentType = served.ContentType;
        }

        if (context.Response.StatusCode == 200)
        {
            await context.Response.Body.WriteAsync(served.Body);
        }
    }
}
