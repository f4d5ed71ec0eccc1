using System.Text;
using Microsoft.AspNetCore.Http;

namespace Gouji.Ingest.Tests.Network;

/// <summary>What the test server answers.</summary>
internal static class Answers
{
    public static RequestDelegate Text(string text, int status = 200, string type = "text/plain", params (string Name, string Value)[] headers) =>
        Bytes(Encoding.UTF8.GetBytes(text), status, type, headers);

    public static RequestDelegate Html(string text, int status = 200) => Text(text, status, "text/html; charset=utf-8");

    public static RequestDelegate Bytes(byte[] bytes, int status = 200, string type = "application/octet-stream", params (string Name, string Value)[] headers) => async context =>
    {
        Start(context, status, headers);
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes);
    };

    public static RequestDelegate Status(int status, params (string Name, string Value)[] headers) => context =>
    {
        Start(context, status, headers);
        return Task.CompletedTask;
    };

    public static RequestDelegate Redirect(string location, int status = 302, params (string Name, string Value)[] headers) =>
        Status(status, [("Location", location), .. headers]);

    /// <summary>Sends a part of the bytes it announced, waits until that part was read, and drops the connection.</summary>
    public static RequestDelegate CutShort(byte[] part, long? announced, Task read, params (string Name, string Value)[] headers) => async context =>
    {
        Start(context, 200, headers);
        context.Response.ContentLength = announced;
        await context.Response.Body.WriteAsync(part);
        await context.Response.Body.FlushAsync();
        await read.WaitAsync(TimeSpan.FromSeconds(60));
        context.Abort();
    };

    private static void Start(HttpContext context, int status, (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers.Append(name, value);
        }
    }
}
