using System.Globalization;
using System.Net.Http.Headers;

namespace Gouji.Ingest.Network;

/// <summary>One request, its answer, and the judgement of it.</summary>
internal sealed class Exchange(Transport transport, NetworkOptions options, TimeProvider time)
{
    private readonly BodyReader _bodies = new(options, time);

    /// <summary>Asks once. The body of a document goes to the sink; an error page is looked at and thrown away.</summary>
    public async ValueTask<Answer> SendAsync(ExchangeRequest request, BodySink sink, CancellationToken cancellationToken)
    {
        using var message = Compose(request, sink);
        var (response, failure) = await transport.SendAsync(message, cancellationToken);
        if (response is null)
        {
            return failure!;
        }

        using (response)
        {
            var answer = new Answer { Outcome = DownloadOutcome.Failed, Status = (int)response.StatusCode, Headers = HeadersOf(response), Sent = SentOf(message) };
            if (answer.Status is >= 200 and < 300 && IsOfNoLength(answer))
            {
                return answer with { Reason = DownloadReason.Protocol, Detail = $"{request.Address.Authority} (Content-Length: {answer.Header("Content-Length")})" };
            }

            return answer.Status switch
            {
                200 or 203 => await WholeAsync(response, answer, request, sink, cancellationToken),
                206 when !sink.CanResume && IsWhole(answer) => await WholeAsync(response, answer, request, sink, cancellationToken),
                206 when sink.CanResume => await RestAsync(response, answer, request, sink, cancellationToken),
                304 when request.IsConditional && !sink.CanResume => answer with { Outcome = DownloadOutcome.NotModified },
                301 or 302 or 303 or 307 or 308 => Redirect(answer, request.Address),
                416 when sink.CanResume => Anew(answer, sink),
                _ => await RefusedAsync(response, answer, cancellationToken),
            };
        }
    }

    /// <summary>Whether the length that an answer declares is none, or several, so that nobody can tell whether its body is whole (RFC 9112 §6.3).</summary>
    private static bool IsOfNoLength(Answer answer)
    {
        var lengths = answer.Headers.Where(static header => header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            .SelectMany(static header => header.Value.Split(',', StringSplitOptions.TrimEntries)).Distinct().ToList();
        return answer.Header("Transfer-Encoding") is null
            && (lengths.Count > 1 || lengths.Any(static one => !long.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out _)));
    }

    /// <summary>Whether a range that nobody asked for is the whole body.</summary>
    private static bool IsWhole(Answer answer) =>
        ContentRangeHeaderValue.TryParse(answer.Header("Content-Range"), out var range) && range.Unit == "bytes" && range.From == 0 && range.To + 1 == range.Length;

    /// <summary>The headers of a request, one value a line, with the host that the connection adds.</summary>
    private static List<KeyValuePair<string, string>> SentOf(HttpRequestMessage message)
    {
        var address = message.RequestUri!;
        return
        [
            KeyValuePair.Create("Host", address.IsDefaultPort ? address.IdnHost : string.Create(CultureInfo.InvariantCulture, $"{address.IdnHost}:{address.Port}")),
            .. message.Headers.NonValidated.SelectMany(static header => header.Value, static (header, value) => KeyValuePair.Create(header.Key, value)),
        ];
    }

    private HttpRequestMessage Compose(ExchangeRequest request, BodySink sink)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, request.Address)
        {
            Version = System.Net.HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value) && !value.AsSpan().ContainsAnyInRange('\0', '\x1F'))
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }

        Add("User-Agent", options.UserAgent);
        Add("Accept", "*/*");
        Add("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5");
        Add("Accept-Encoding", request.ExpectsDocument || sink.CanResume || sink.Plain ? "identity" : ContentCoding.Accepted);
        Add("Referer", Referer(request));
        Add("Cookie", request.Cookies);
        if (sink.CanResume)
        {
            Add("Range", string.Create(CultureInfo.InvariantCulture, $"bytes={sink.Length}-"));
            Add("If-Range", sink.Validator);
        }
        else
        {
            Add("If-None-Match", request.ETag);
            Add("If-Modified-Since", request.LastModified is { } date ? HttpDate.Format(date) : null);
        }

        return message;
    }

    /// <summary>The page that links here; nothing where it is secure and this is not, or where it carries a user name (RFC 9110 §10.1.3).</summary>
    private static string? Referer(ExchangeRequest request) =>
        request.Referrer is { IsAbsoluteUri: true, UserInfo: "" } page
        && (page.Scheme == Uri.UriSchemeHttp || (page.Scheme == Uri.UriSchemeHttps && request.Address.Scheme == Uri.UriSchemeHttps))
            ? Locations.WithoutFragment(page).AbsoluteUri
            : null;

    private async Task<Answer> WholeAsync(HttpResponseMessage response, Answer answer, ExchangeRequest request, BodySink sink, CancellationToken cancellationToken)
    {
        sink.Clear();
        if (!sink.CutsOff && response.Content.Headers.ContentLength > sink.Limit)
        {
            return answer with { Outcome = DownloadOutcome.TooLarge, Reason = DownloadReason.TooLarge, Detail = Bytes(response.Content.Headers.ContentLength.Value) };
        }

        var coded = ContentCoding.Parse(answer.Header("Content-Encoding")) is not null;
        (sink.Validator, sink.ETag, sink.LastModified) = (answer.StrongValidator, answer.ETag, answer.LastModified);
        sink.Declared = coded ? null : response.Content.Headers.ContentLength;
        answer = await _bodies.ReadAsync(response, answer, sink, cancellationToken);
        if (coded && answer.Transient)
        {
            // A part of a coded body is no part of the document that a range would continue; the next try asks for it uncoded.
            sink.Clear();
            sink.Plain = true;
        }

        return Judge(answer, request, sink);
    }

    private async Task<Answer> RestAsync(HttpResponseMessage response, Answer answer, ExchangeRequest request, BodySink sink, CancellationToken cancellationToken)
    {
        var held = sink.Length;
        if (!ContentRangeHeaderValue.TryParse(answer.Header("Content-Range"), out var range) || range.Unit != "bytes" || range.From != held
            || IsOfAnother(answer, range, sink)
            || ContentCoding.Parse(answer.Header("Content-Encoding")) is not null)
        {
            return Anew(answer, sink);
        }

        if (range.Length > sink.Limit)
        {
            return answer with { Outcome = DownloadOutcome.TooLarge, Reason = DownloadReason.TooLarge, Detail = Bytes(range.Length.Value) };
        }

        answer = await _bodies.ReadAsync(response, answer, sink, cancellationToken);
        if (answer.Outcome != DownloadOutcome.Fetched)
        {
            return answer;
        }

        if (sink.Length - held > range.To - range.From + 1)
        {
            return Anew(answer, sink);
        }

        return sink.Length <= range.To || sink.Length < (range.Length ?? sink.Declared)
            ? answer with
            {
                Outcome = DownloadOutcome.Truncated, Reason = DownloadReason.CutShort, Transient = true,
                Detail = string.Create(CultureInfo.InvariantCulture, $"{sink.Length}/{range.Length ?? sink.Declared ?? range.To + 1}"),
            }
            : Judge(answer, request, sink);
    }

    /// <summary>Whether a range speaks of another document than the part that is held: servers pass over If-Range.</summary>
    private static bool IsOfAnother(Answer answer, ContentRangeHeaderValue range, BodySink sink) =>
        (answer.ETag is { } tag && sink.ETag is { } knownTag && tag != knownTag)
        || (answer.LastModified is { } changed && sink.LastModified is { } knownChange && changed != knownChange)
        || (range.Length is { } length && sink.Declared is { } declared && length != declared);

    private static Answer Judge(Answer answer, ExchangeRequest request, BodySink sink)
    {
        if (answer.Outcome != DownloadOutcome.Fetched)
        {
            return answer;
        }

        if (sink.Length == 0)
        {
            return answer with { Outcome = DownloadOutcome.Failed, Reason = DownloadReason.Empty, Detail = request.Address.AbsoluteUri };
        }

        return ServedPage.Recognise(sink.Head, answer.ContentType, answer.Charset, request.ExpectsDocument) is { } page
            ? answer with
            {
                Outcome = page.Outcome,
                Reason = page.Reason,
                Detail = page.Shown.Length > 0 ? page.Shown : request.Address.AbsoluteUri,
                Unwell = page.Reason is DownloadReason.Challenge or DownloadReason.RateLimited,
            }
            : answer;
    }

    private async Task<Answer> RefusedAsync(HttpResponseMessage response, Answer answer, CancellationToken cancellationToken)
    {
        using var page = new MemoryStream();
        var sink = new BodySink(page, 64 * 1024, cutsOff: true);
        _ = await _bodies.ReadAsync(response, answer, sink, cancellationToken);
        var status = answer.Status!.Value;
        answer = answer with
        {
            Detail = status.ToString(CultureInfo.InvariantCulture),
            RetryAfter = HttpDate.RetryAfter(answer.Header("Retry-After"), time.GetUtcNow(), options.LongestRest),
        };
        var shown = ServedPage.Recognise(sink.Head, answer.ContentType, answer.Charset, expectsDocument: false);
        if (shown?.Reason == DownloadReason.Challenge
            || (status is not (401 or 404 or 407 or 410 or 451 or (>= 500 and <= 511)) && ServedPage.IsScriptAlone(sink.Head, answer.ContentType, answer.Charset)))
        {
            return answer with { Outcome = DownloadOutcome.Blocked, Reason = DownloadReason.Challenge, Unwell = true };
        }

        return status switch
        {
            204 or 205 => answer with { Reason = DownloadReason.Empty },
            404 or 410 => answer with { Outcome = DownloadOutcome.Gone, Reason = DownloadReason.NotFound },
            401 or 407 => answer with { Outcome = DownloadOutcome.Blocked, Reason = DownloadReason.Unauthorized },
            403 => answer with { Outcome = DownloadOutcome.Blocked, Reason = DownloadReason.Forbidden },
            451 => answer with { Outcome = DownloadOutcome.Blocked, Reason = DownloadReason.Legal },
            429 => answer with { Reason = DownloadReason.TooManyRequests, Transient = true, Unwell = true },
            501 or 505 => answer with { Reason = DownloadReason.UnexpectedStatus },
            408 or >= 500 => answer with
            {
                Reason = shown?.Reason == DownloadReason.Maintenance ? DownloadReason.Maintenance : DownloadReason.ServerError, Transient = true, Unwell = true,
            },
            _ => answer with { Reason = DownloadReason.UnexpectedStatus },
        };
    }

    private static Answer Redirect(Answer answer, Uri from) =>
        Locations.Resolve(from, answer.Header("Location")) is { } location
            ? answer with { Location = location }
            : answer with { Reason = DownloadReason.RedirectNowhere, Detail = from.AbsoluteUri };

    private static Answer Anew(Answer answer, BodySink sink)
    {
        sink.StartAnew();
        return answer with { StartAnew = true, Reason = DownloadReason.CutShort };
    }

    private static string Bytes(long count) => string.Create(CultureInfo.InvariantCulture, $"{count} B");

    private static List<KeyValuePair<string, string>> HeadersOf(HttpResponseMessage response)
    {
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            headers.AddRange(values.Select(value => KeyValuePair.Create(name, value)));
        }

        return headers;
    }
}

/// <summary>What one request carries.</summary>
internal sealed record ExchangeRequest(Uri Address)
{
    public Uri? Referrer { get; init; }

    public string? Cookies { get; init; }

    public string? ETag { get; init; }

    public DateTimeOffset? LastModified { get; init; }

    public bool ExpectsDocument { get; init; }

    public bool IsConditional => ETag is not null || LastModified is not null;
}
