using System.Security.Cryptography;
using System.Text;
using Gouji.Ingest.Store;

namespace Gouji.Interrupted;

/// <summary>Five departments whose answers follow from the address, the night and the try alone.</summary>
internal static class Site
{
    private const int Departments = 5;
    private const int Details = 5;

    public static IReadOnlyList<CatalogSource> Sources { get; } = [.. Enumerable.Range(1, Departments).Select(static number => new CatalogSource("部门" + number, "某部门", "a: b"))];

    public static IReadOnlyList<Discovered> Seeds { get; } =
        [.. Sources.Select(static source => new Discovered(new Uri($"https://{Host(source.Name)}/list"), source.Name, AddressKind.List, 0) { Title = source.Name })];

    public static string Host(string source) => $"d{source[^1]}.example";

    public static IReadOnlyList<Discovered> Links(Uri page, long night)
    {
        var source = "部门" + page.Host[1];
        if (page.AbsolutePath == "/list")
        {
            return [.. Enumerable.Range(1, Details).Select(number =>
                new Discovered(new Uri(page, $"/detail/{number}"), source, AddressKind.Detail, 1) { AnchorText = "预算公开", Published = new DateOnly(2026, 1, number) })];
        }

        // From the second night on each page links the first file of the next one too; one page drops a link in the third.
        var own = int.Parse(page.Segments[^1], System.Globalization.CultureInfo.InvariantCulture);
        var files = new List<string> { $"/file/{own}-a.docx", $"/file/{own}-b.xls" };
        if (night > 1)
        {
            files.Add($"/file/{(own % Details) + 1}-a.docx");
        }

        if (night > 2 && own == 2)
        {
            files.RemoveAt(1);
        }

        return [.. files.Select(file => new Discovered(new Uri(page, file), source, AddressKind.Attachment, 2) { AnchorText = "附件" })];
    }

    public static FetchResponse Answer(Uri address, long night, int attempt, out byte[]? body)
    {
        var seed = SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri));
        body = null;
        var response = new FetchResponse
        {
            Address = address,
            Asked = NightClock.Of(night).AddHours(-2).AddMinutes(attempt * 5),
            Outcome = FetchOutcome.Failed,
            Headers = [KeyValuePair.Create("Server", "nginx"), KeyValuePair.Create("ETag", $"\"{night}\"")],
        };
        var isFile = address.AbsolutePath.StartsWith("/file", StringComparison.Ordinal);
        if (seed[0] < 40 && attempt <= 1 + (seed[1] % 3))
        {
            return response with { Reason = "timed-out", RetryAfter = TimeSpan.FromSeconds(30) };
        }

        if (isFile && seed[2] < 50 && night >= 2 && !(night == 4 && seed[2] < 20))
        {
            return response with { Outcome = FetchOutcome.Gone, Status = 404, Reason = "not-found" };
        }

        if (seed[2] > 240)
        {
            return response with { Outcome = FetchOutcome.Blocked, Status = 403, Reason = "forbidden" };
        }

        // One in three changes in the second night, half of those change back in the fourth.
        var variant = seed[3] < 85 && night >= 2 && !(night == 4 && seed[3] < 42) ? 2 : 1;
        body = new byte[500 + (seed[4] * 100)];
        new Random(BitConverter.ToInt32(seed, 8) + variant).NextBytes(body);
        return response with { Outcome = FetchOutcome.Fetched, Status = 200, ETag = $"\"{variant}\"", ContentType = isFile ? "application/msword" : "text/html", FileName = address.Segments[^1] };
    }

    public static IReadOnlyList<StoredFinding> Findings(string sha256) =>
        [.. sha256[..3].Distinct().Select(letter => new StoredFinding($"row-{letter}-{sha256.Length}", "X-BASIC", "error", "不一致", "differs"))];
}
