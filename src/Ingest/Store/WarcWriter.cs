using System.Globalization;
using System.Text;

namespace Gouji.Ingest.Store;

/// <summary>
/// Writes what a workspace fetched as a WARC 1.1 file (ISO 28500:2017), each record packed on its own: a <c>response</c> for each new
/// body, or a <c>resource</c> where the answer was pieced together from parts; a <c>revisit</c> where the body was held already; the head
/// alone of an answer without a document, as evidence that it was not there. Where redirects led to a body, <c>metadata</c> tells from
/// which address, and the head of each redirect is a <c>response</c>. Each of these has the <c>request</c> beside it that it answers.
/// Requests without an answer leave no record. The same fetches give the same bytes.
/// </summary>
/// <param name="objects">The originals.</param>
/// <param name="software">The program and its version.</param>
public sealed class WarcWriter(ObjectStore objects, string software)
{
    private const string IdenticalPayload = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";
    private const string NotModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified";
    private const string HttpResponse = "application/http;msgtype=response";
    private const string HttpRequest = "application/http;msgtype=request";
    private const string Fields = "application/warc-fields";

    /// <summary>Writes one file.</summary>
    /// <param name="fetches">The requests in the order of the catalogue.</param>
    /// <param name="fileName">The name that the file will have, ending in <c>.warc.gz</c>.</param>
    /// <param name="output">Takes the file.</param>
    /// <param name="cancellationToken">Ends the writing; the file is of no use then.</param>
    /// <returns>The number of records.</returns>
    public async Task<long> WriteAsync(IEnumerable<LoggedFetch> fetches, string fileName, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fetches);
        ArgumentNullException.ThrowIfNull(output);
        var file = new OneFile(objects, NameUuid.Of("warcinfo " + fileName), output, cancellationToken);
        foreach (var fetch in fetches)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file.Records == 0)
            {
                await file.BeginAsync(fileName, software, fetch.Response.Asked);
            }

            await file.WriteAsync(fetch);
        }

        return file.Records;
    }

    /// <summary>What was written before in the file that is being written.</summary>
    private sealed class OneFile(ObjectStore objects, Guid info, Stream output, CancellationToken cancellationToken)
    {
        private readonly Dictionary<string, Written> _bodies = new(StringComparer.Ordinal);
        private readonly Dictionary<Uri, Written> _last = [];

        public long Records { get; private set; }

        public Task BeginAsync(string fileName, string software, DateTimeOffset date)
        {
            Records++;
            return new WarcRecord("warcinfo", info, date)
                .With("WARC-Filename", fileName)
                .With("Content-Type", Fields)
                .WriteAsync(output, Encoding.UTF8.GetBytes($"software: {software}\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"), cancellationToken);
        }

        public async Task WriteAsync(LoggedFetch fetch)
        {
            var response = fetch.Response;
            var target = response.Chain is [.., var end] ? end.Address : response.Address;
            await RedirectsAsync(fetch);
            if (response.Outcome == FetchOutcome.NotModified)
            {
                await RevisitAsync(fetch, target, NotModified, _last.GetValueOrDefault(response.Address));
            }
            else if (response.Object is { } stored)
            {
                if (_bodies.TryGetValue(stored.Sha256, out var earlier))
                {
                    await RevisitAsync(fetch, target, IdenticalPayload, earlier);
                }
                else
                {
                    await BodyAsync(fetch, target, stored);
                }

                _last[response.Address] = _bodies[stored.Sha256];
            }
            else if (response.Status is { } status)
            {
                await Begin("response", fetch, target).With("Content-Type", HttpResponse).With("WARC-Truncated", "unspecified")
                    .WriteAsync(output, HttpHead.Of(status, response.Headers, null), cancellationToken);
                await RequestAsync(fetch, target, response.Heads.Count - 1, "response");
            }
        }

        /// <summary>The redirects on the way, each with its request.</summary>
        private async Task RedirectsAsync(LoggedFetch fetch)
        {
            var response = fetch.Response;
            for (var hop = 0; hop < Math.Min(response.Chain.Count, response.Heads.Count) - 1; hop++)
            {
                var (address, status) = response.Chain[hop];
                if (status is { } answered)
                {
                    var type = Numbered("response", hop);
                    await Begin("response", fetch, address, type).With("Content-Type", HttpResponse).With("WARC-Truncated", "unspecified")
                        .WriteAsync(output, HttpHead.Of(answered, response.Heads[hop].Received, null), cancellationToken);
                    await RequestAsync(fetch, address, hop, type);
                }
            }
        }

        /// <summary>The request that the record before answers; none where it is not known.</summary>
        private async Task RequestAsync(LoggedFetch fetch, Uri target, int hop, string answer)
        {
            if (fetch.Response.Heads.ElementAtOrDefault(hop) is { Sent.Count: > 0 } heads)
            {
                await Begin("request", fetch, target, Numbered("request", hop)).With("WARC-Concurrent-To", WarcRecord.IdText(IdOf(fetch, answer)))
                    .With("Content-Type", HttpRequest).WriteAsync(output, HttpHead.OfRequest(target, heads.Sent), cancellationToken);
            }
        }

        private async Task BodyAsync(LoggedFetch fetch, Uri target, StoredObject stored)
        {
            var response = fetch.Response;
            var isWhole = response.Status == 200;
            var record = Begin(isWhole ? "response" : "resource", fetch, target)
                .With("WARC-Payload-Digest", WarcRecord.DigestText(stored.Sha256))
                .With("Content-Type", isWhole ? HttpResponse : response.ContentType ?? "application/octet-stream");
            var body = objects.Open(stored.Sha256);
            await using (body)
            {
                await record.WriteAsync(output, isWhole ? HttpHead.Of(200, response.Headers, stored.Bytes) : [], body, stored.Bytes, cancellationToken);
            }

            var type = isWhole ? "response" : "resource";
            var id = IdOf(fetch, type);
            await RequestAsync(fetch, target, response.Heads.Count - 1, type);
            _bodies.Add(stored.Sha256, new Written(id, target, response.Asked, stored.Sha256));
            if (target != response.Address)
            {
                await Begin("metadata", fetch, target).With("WARC-Concurrent-To", WarcRecord.IdText(id)).With("Content-Type", Fields)
                    .WriteAsync(output, Encoding.UTF8.GetBytes($"via: {response.Address.AbsoluteUri}\r\n"), cancellationToken);
            }
        }

        private async Task RevisitAsync(LoggedFetch fetch, Uri target, string profile, Written? earlier)
        {
            var response = fetch.Response;
            var head = response.Status is { } status ? HttpHead.Of(status, response.Headers, null) : [];
            await Begin("revisit", fetch, target)
                .With("WARC-Profile", profile)
                .With("WARC-Refers-To", earlier is null ? null : WarcRecord.IdText(earlier.Id))
                .With("WARC-Refers-To-Target-URI", earlier?.Target.AbsoluteUri)
                .With("WARC-Refers-To-Date", earlier is null ? null : WarcRecord.DateText(earlier.Date))
                .With("WARC-Payload-Digest", earlier is null ? null : WarcRecord.DigestText(earlier.Sha256))
                .With("WARC-Truncated", profile == IdenticalPayload && head.Length > 0 ? "length" : null)
                .With("Content-Type", head.Length > 0 ? HttpResponse : null)
                .WriteAsync(output, head, cancellationToken);
            await RequestAsync(fetch, target, response.Heads.Count - 1, "revisit");
        }

        private static string Numbered(string type, int hop) => string.Create(CultureInfo.InvariantCulture, $"{type} {hop}");

        /// <param name="type">The WARC-Type.</param>
        /// <param name="fetch">What it tells of.</param>
        /// <param name="target">The address that was asked.</param>
        /// <param name="name">Tells it from others of its type on the same fetch; the type itself where there is one alone.</param>
        private WarcRecord Begin(string type, LoggedFetch fetch, Uri target, string? name = null)
        {
            Records++;
            return new WarcRecord(type, IdOf(fetch, name ?? type), fetch.Response.Asked)
                .With("WARC-Target-URI", target.AbsoluteUri)
                .With("WARC-Warcinfo-ID", WarcRecord.IdText(info));
        }

        private static Guid IdOf(LoggedFetch fetch, string type) =>
            NameUuid.Of($"{type} {fetch.Run} {fetch.Attempt} {WarcRecord.DateText(fetch.Response.Asked)} {fetch.Response.Address.AbsoluteUri} {fetch.Response.Object?.Sha256}");
    }

    private sealed record Written(Guid Id, Uri Target, DateTimeOffset Date, string Sha256);
}
