using System.Globalization;
using Gouji.Ingest.Discovery;
using Gouji.Ingest.Sources;

namespace Gouji.Ingest.Tests.Site;

/// <summary>
/// A site of departments that publish a budget a year, made from a seed: the same seed gives the same site. Half of the departments stand in
/// a list whose script counts files (<c>index_1.html</c>), half in one whose pages are linked by a parameter (<c>?page=2</c>).
/// </summary>
internal sealed class SiteModel
{
    private static readonly string[] Bodies = ["财政", "教育", "民政", "公安", "司法", "审计", "统计", "水利", "农业农村", "卫生健康", "交通运输", "文化和旅游", "商务", "科学技术", "自然资源", "生态环境", "应急管理", "市场监督管理", "医疗保障", "退役军人事务"];
    private static readonly string[] Extensions = ["pdf", "doc", "docx", "xls", "xlsx", "wps", "et", "ofd", "zip"];

    /// <summary>Makes a site.</summary>
    /// <param name="seed">What everything follows from.</param>
    /// <param name="departments">How many departments publish.</param>
    /// <param name="years">How many years each has published, the last of them 2024.</param>
    /// <param name="root">The address of the site; its path is <c>/</c>.</param>
    public SiteModel(int seed, int departments, int years, Uri root)
    {
        (Seed, Root) = (seed, root);
        var random = new Random(seed);
        for (var department = 0; department < departments; department++)
        {
            var name = $"某市{Bodies[department % Bodies.Length]}局{(department < Bodies.Length ? "" : $"第{(department / Bodies.Length).ToString(CultureInfo.InvariantCulture)}分局")}";
            for (var year = 2025 - years; year <= 2024; year++)
            {
                Disclosures.Add(Disclosure(random, Disclosures.Count + 1, name, year, counted: department % 2 == 0));
            }
        }
    }

    /// <summary>What everything follows from.</summary>
    public int Seed { get; }

    /// <summary>The address of the site.</summary>
    public Uri Root { get; }

    /// <summary>What is published, department by department.</summary>
    public List<SiteDisclosure> Disclosures { get; } = [];

    /// <summary>The page from which everything can be reached.</summary>
    public Uri Start => new(Root, "/zwgk/yjs/");

    /// <summary>A source that crawls this site and nothing else.</summary>
    public Source Source => new() { Name = "某市", Region = "某省某市", Start = [Start], Settings = new SourceSettings { Politeness = new Politeness { Delay = TimeSpan.Zero } } };

    /// <summary>The truth: the canonical addresses of all documents that are to be found, each once.</summary>
    public IReadOnlyList<string> Attachments => AttachmentsOf(Disclosures);

    /// <summary>The truth for one year.</summary>
    public IReadOnlyList<string> AttachmentsOfYear(int year) => AttachmentsOf(Disclosures.Where(disclosure => disclosure.Year == year));

    private string[] AttachmentsOf(IEnumerable<SiteDisclosure> disclosures) =>
        [.. disclosures.SelectMany(static disclosure => disclosure.Documents).Select(document => CanonicalAddress.Of(new Uri(Root, document.Path)).AbsoluteUri)];

    private static SiteDisclosure Disclosure(Random random, int id, string department, int year, bool counted)
    {
        var published = new DateOnly(year, 1 + random.Next(12), 1 + random.Next(28));
        var folder = published.ToString("yyyyMM", CultureInfo.InvariantCulture);
        var path = counted
            ? string.Create(CultureInfo.InvariantCulture, $"/zwgk/yjs/{folder}/t{published:yyyyMMdd}_{id}.html")
            : string.Create(CultureInfo.InvariantCulture, $"/info/{1000 + (id % 7)}/{id}.htm");
        var documents = new List<SiteDocument>();
        for (var number = 1; number <= 1 + random.Next(3); number++)
        {
            var extension = Extensions[random.Next(Extensions.Length)];
            var file = random.Next(5) switch
            {
                0 => string.Create(CultureInfo.InvariantCulture, $"/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=77&wbfileid={id}{number}"),
                1 => string.Create(CultureInfo.InvariantCulture, $"/upload/{folder}/{department}{year}-{id}-{number}.{extension}"),
                _ => string.Create(CultureInfo.InvariantCulture, $"/zwgk/yjs/{folder}/P0{published:yyyyMMdd}{id:D6}{number}.{extension}"),
            };
            documents.Add(new SiteDocument(file, $"附件{number}：{department}{year}年部门预算公开表.{extension}", random.Next(SitePages.Forms)));
        }

        return new SiteDisclosure(id, department, year, published, path, documents);
    }
}
