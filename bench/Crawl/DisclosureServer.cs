using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gouji.Bench.Crawl;

/// <summary>
/// The sites of many departments on one server, each under an address of its own (127.0.0.1, 127.0.0.2, …): lists of disclosures, a page
/// for each, and on it its documents. It runs in a process of its own until its input ends, so that what it takes is not counted.
/// </summary>
internal static class DisclosureServer
{
    /// <summary>The first word of the command line that makes a process a server.</summary>
    public const string Word = "serve";

    private const int PerList = 50;

    /// <summary>The command line of a server.</summary>
    /// <param name="disclosures">Disclosures of each host.</param>
    /// <param name="documents">Documents of each disclosure.</param>
    /// <param name="bytes">Bytes of each document.</param>
    public static string[] Arguments(int disclosures, int documents, int bytes) =>
        [Word, .. new[] { disclosures, documents, bytes }.Select(static number => number.ToString(CultureInfo.InvariantCulture))];

    /// <summary>Serves until the input ends; writes its port once it answers.</summary>
    public static async Task<int> RunAsync(string[] arguments, TextReader input, TextWriter output)
    {
        var (disclosures, documents, bytes) = (Number(arguments[0]), Number(arguments[1]), Number(arguments[2]));
        var document = new PaddedDocument(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "corpus", "hunan-2021", "source.html")), bytes);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static server => server.Listen(IPAddress.Any, 0));
        await using var application = builder.Build();
        application.Run(context => AnswerAsync(context, disclosures, documents, document));
        await application.StartAsync();
        await output.WriteLineAsync(new Uri(application.Urls.Single()).Port.ToString(CultureInfo.InvariantCulture));
        await output.FlushAsync();
        await input.ReadToEndAsync();
        return 0;
    }

    private static Task AnswerAsync(HttpContext context, int disclosures, int documents, PaddedDocument document)
    {
        var path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var host = int.Parse(context.Request.Host.Host.Split('.')[^1], CultureInfo.InvariantCulture);
        switch (path)
        {
            case ["list", var page]:
                return PageAsync(context, List(Number(page.Split('.')[0]), disclosures));
            case ["disclosure", var page]:
                return PageAsync(context, Disclosure(Number(page.Split('.')[0]), documents));
            case ["file", var name]:
                context.Response.ContentType = "application/msword";
                return context.Response.Body.WriteAsync(document.Of(host, Number(name.Split('.')[0]))).AsTask();
            default:
                context.Response.StatusCode = 404;
                return Task.CompletedTask;
        }
    }

    private static Task PageAsync(HttpContext context, string page)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(page)).AsTask();
    }

    private static string List(int page, int disclosures)
    {
        var html = new StringBuilder("<!DOCTYPE html><title>部门预决算公开</title><ul>");
        var last = Math.Min(disclosures, (page + 1) * PerList);
        for (var number = page * PerList; number < last; number++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><a href='/disclosure/{number}.html'>{Title(number)}</a> 2021-02-03</li>");
        }

        html.Append("</ul>");
        return last < disclosures ? html.Append(CultureInfo.InvariantCulture, $"<a href='/list/{page + 1}.html'>下一页</a>").ToString() : html.ToString();
    }

    private static string Disclosure(int number, int documents)
    {
        var html = new StringBuilder($"<!DOCTYPE html><title>{Title(number)}</title><h1>{Title(number)}</h1><p>发布时间：2021-02-03</p>");
        for (var i = 0; i < documents; i++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p><a href='/file/{(number * documents) + i}.doc'>附件{i + 1}：{Title(number)}.doc</a></p>");
        }

        return html.ToString();
    }

    private static string Title(int number) => string.Create(CultureInfo.InvariantCulture, $"某县第{number + 1}局2021年部门预算公开");

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
