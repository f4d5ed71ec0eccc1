using System.Globalization;
using System.Text;

namespace Gouji.Ingest.Store;

/// <summary>
/// The head of an answer as an archive keeps it. The body is kept without its codings, so headers that would tell a reader to undo them
/// again are renamed, as other archives do, and its true length is told.
/// </summary>
internal static class HttpHead
{
    private const string Renamed = "X-Archive-Orig-";

    private static readonly string[] OfTheBody = ["Content-Encoding", "Transfer-Encoding", "Content-Length"];

    /// <param name="status">The status of the answer.</param>
    /// <param name="headers">One character a byte.</param>
    /// <param name="length">The bytes that are kept of the body; null where none are, so that the headers stand as they came.</param>
    public static byte[] Of(int status, IReadOnlyList<KeyValuePair<string, string>> headers, long? length)
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {Phrase(status)}\r\n");
        var told = length?.ToString(CultureInfo.InvariantCulture);
        var isAsTold = told is null || headers.All(header => !IsOfTheBody(header.Key) || (Is(header.Key, "Content-Length") && header.Value == told));
        foreach (var (name, value) in headers)
        {
            head.Append(!isAsTold && IsOfTheBody(name) ? Renamed : "").Append(OneLine(name)).Append(": ").Append(OneLine(value)).Append("\r\n");
        }

        if (told is not null && !(isAsTold && headers.Any(static header => Is(header.Key, "Content-Length"))))
        {
            head.Append("Content-Length: ").Append(told).Append("\r\n");
        }

        return Encoding.Latin1.GetBytes(head.Append("\r\n").ToString());
    }

    /// <summary>The head of a request.</summary>
    /// <param name="address">What was asked for.</param>
    /// <param name="headers">One character a byte.</param>
    public static byte[] OfRequest(Uri address, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"GET {address.PathAndQuery} HTTP/1.1\r\n");
        foreach (var (name, value) in headers)
        {
            head.Append(OneLine(name)).Append(": ").Append(OneLine(value)).Append("\r\n");
        }

        return Encoding.Latin1.GetBytes(head.Append("\r\n").ToString());
    }

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsOfTheBody(string name) => Array.Exists(OfTheBody, one => Is(one, name));

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Phrase(int status) => status switch
    {
        200 => "OK",
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        304 => "Not Modified",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        410 => "Gone",
        _ => "",
    };
}
