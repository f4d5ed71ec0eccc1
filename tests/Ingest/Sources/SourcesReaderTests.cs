using System.Text;
using Gouji.Ingest.Sources;
using Gouji.Model;

namespace Gouji.Ingest.Tests.Sources;

public sealed class SourcesReaderTests
{
    private const string Least = "sources:\n  - name: 甲\n    region: 某省\n    start: https://a.gov.cn/\n";

    [Fact]
    public void Read_leastFile_hasTheDefaultsThatTheDocumentationStates()
    {
        var file = Read(Least);
        var source = Assert.Single(file.Sources);
        Assert.Equal(("甲", "某省", (string?)null), (source.Name, source.Region, source.Body));
        Assert.Equal([new Uri("https://a.gov.cn/")], source.Start);
        Assert.Equal(["预算", "决算", "三公"], source.Settings.Titles.Include);
        Assert.Empty(source.Settings.Titles.Years);
        Assert.Equal((2000, 20_000, 4, 200L << 20), (source.Settings.Limits.Pages, source.Settings.Limits.Documents, source.Settings.Limits.Depth, source.Settings.Limits.Bytes));
        Assert.Equal(TimeSpan.FromSeconds(2), source.Settings.Politeness.Delay);
        Assert.Contains(string.Join(", ", source.Settings.Extensions), Documentation(), StringComparison.Ordinal);
        Assert.False(file.AllowPrivateAddresses);
        Assert.Null(file.Contact);
        Assert.Null(file.Notification.WebHook);
        Assert.Empty(file.Notification.Command);
    }

    [Fact]
    public void Read_exampleOfTheDocumentation_isReadWhole()
    {
        var file = Read(Yaml(1));
        Assert.Equal(["某市财政局", "某市统一公开平台"], file.Sources.Select(static source => source.Name));
        var (bureau, platform) = (file.Sources[0], file.Sources[1]);
        Assert.Equal([2023, 2024], bureau.Settings.Titles.Years);
        Assert.Equal(TimeSpan.FromSeconds(2), bureau.Settings.Politeness.Delay);
        Assert.Equal(["绩效评价"], bureau.Settings.Titles.Exclude);
        Assert.Equal(["*/t20*_*.html"], bureau.Settings.DetailPages.Select(static pattern => pattern.Text));
        Assert.Equal(["pdf", "doc", "docx", "xls", "xlsx"], bureau.Settings.Extensions);
        Assert.Equal("某市财政局", bureau.Body);
        Assert.Equal(Enumerable.Range(2018, 9), platform.Settings.Titles.Years);
        Assert.Equal(TimeSpan.FromSeconds(3), platform.Settings.Politeness.Delay);
        var endpoint = Assert.Single(platform.Json);
        Assert.Equal(("data.list", "url", "title", "publishTime", "data.pageCount"), (endpoint.Rows, endpoint.Link, endpoint.Title, endpoint.Date, endpoint.Pages));
        Assert.Equal("https://www.example.gov.cn/api/list?column=88&page=3", endpoint.AddressOf(3).AbsoluteUri);
        Assert.Equal("someone@example.org", file.Contact);
        Assert.Equal(new Uri("https://hooks.example.org/gouji"), file.Notification.WebHook);
        Assert.Equal(["mail", "-s", "gouji", "someone@example.org"], file.Notification.Command);
    }

    [Fact]
    public void Read_firstExampleOfTheDocumentation_isRead() => Assert.Equal("某市财政局", Assert.Single(Read(Yaml(0)).Sources).Name);

    [Theory]
    [InlineData("a.b+c@finance.example.org.cn")]
    [InlineData("https://example.org/crawler?lang=zh")]
    public void Read_contact_isKeptAsItStands(string contact) => Assert.Equal(contact, Read($"contact: {contact}\n" + Least).Contact);

    [Theory]
    [InlineData("https://a.gov.cn/yjs/2020/1.html", "乙")]
    [InlineData("https://a.gov.cn/other/", "甲")]
    [InlineData("https://A.gov.cn/", "甲")]
    [InlineData("https://c.gov.cn/api/x", "丙")]
    [InlineData("https://b.gov.cn/yjs/", null)]
    public void SourceOf_address_isTheEntryOfItsHostWithTheLongestCommonPath(string address, string? name)
    {
        var file = Read(Least + "  - {name: 乙, region: 某省, start: https://a.gov.cn/yjs/}\n  - {name: 丙, region: 某省, json: {address: 'https://c.gov.cn/api/l?p={page}', link: url, title: t}}\n");
        Assert.Equal(name, file.SourceOf(new Uri(address))?.Name);
    }

    [Fact]
    public void Read_sourceWithOneLimit_keepsTheOtherDefaultsOfTheFile()
    {
        var file = Read("defaults:\n  limits: {pages: 7, depth: 0}\n" + Least + "    limits: {depth: 2}\n");
        Assert.Equal((7, 2), (file.Sources[0].Settings.Limits.Pages, file.Sources[0].Settings.Limits.Depth));
        Assert.Equal((7, 0), (file.Defaults.Limits.Pages, file.Defaults.Limits.Depth));
    }

    [Theory]
    [InlineData("50MB", 50L << 20)]
    [InlineData("3 kb", 3L << 10)]
    [InlineData("1GiB", 1L << 30)]
    [InlineData("12345", 12345)]
    public void Read_size_isInBytes(string size, long bytes) =>
        Assert.Equal(bytes, Read(Least + $"    limits: {{bytes: {size}}}\n").Sources[0].Settings.Limits.Bytes);

    [Theory]
    [InlineData("500ms", 500)]
    [InlineData("2", 2000)]
    [InlineData("1.5s", 1500)]
    [InlineData("2m", 120_000)]
    public void Read_delay_isADuration(string delay, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Read(Least + $"    politeness: {{delay: {delay}}}\n").Sources[0].Settings.Politeness.Delay);

    [Fact]
    public void Read_emptyListOfWords_wantsAnyTitle() => Assert.Empty(Read(Least + "    titles: {include: []}\n").Sources[0].Settings.Titles.Include);

    [Fact]
    public void Read_anchors_areShared() =>
        Assert.Equal([2024, 2025], Read("defaults:\n  titles: &t {years: 2024-2025}\n" + Least + "    titles: *t\n").Sources[0].Settings.Titles.Years);

    /// <summary>Each file has exactly the problem stated, at the place stated, in words that say what to do.</summary>
    [Theory]
    [InlineData("sources:\n  - name: 甲\n    region: 乙\n    strat: https://a.cn/\n    start: https://a.cn/\n", 4, 5, "no key 'strat'; did you mean 'start'?")]
    [InlineData("allowPrivateAddresses: true\n" + Least, 1, 1, "did you mean 'allow-private-addresses'?")]
    [InlineData(Least + "    xyzzyxyzzy: 1\n", 5, 5, "its keys are name, region, body, start")]
    [InlineData(Least + "    robots: false\n", 5, 5, "robots.txt is always respected")]
    [InlineData(Least + "    titles: {exclud: 甲}\n", 5, 14, "titles has no key 'exclud'; did you mean 'exclude'?")]
    [InlineData("sources:\n  - region: 乙\n    start: https://a.cn/\n", 2, 5, "the source has no 'name'")]
    [InlineData("sources:\n  - name: 甲\n    region:\n    start: https://a.cn/\n", 2, 5, "the source has no 'region'")]
    [InlineData("sources:\n  - name: 甲\n    region: 乙\n", 2, 5, "the source has no 'start'")]
    [InlineData("sources:\n  - name: 甲\n    region: 乙\n    start: []\n", 4, 12, "'start' is an empty list")]
    [InlineData(Least + "  - name: 甲\n    region: 丙\n    start: https://b.cn/\n", 5, 11, "'甲' is used already on line 2")]
    [InlineData(Least + "    name: 丁\n", 5, 5, "'name' stands twice in the source")]
    [InlineData("sources:\n  - name: 甲\n    region: 乙\n    start: [https://a.cn/, a.gov.cn/x]\n", 4, 28, "did you mean 'https://a.gov.cn/x'?")]
    [InlineData("sources:\n  - name: 甲\n    region: 乙\n    start: ftp://a.cn/\n", 4, 12, "'ftp://a.cn/' is not http or https")]
    [InlineData("sources:\n  - name: 甲\n    region: 乙\n    start: /zwgk/\n", 4, 12, "write the full address")]
    [InlineData("sources:\n  - name: 甲\n    region: 乙\n    start: {a: b}\n", 4, 12, "'start' must be a text or a list of texts, but this is a mapping")]
    [InlineData("sources:\n  - name: [甲]\n    region: 乙\n    start: https://a.cn/\n", 2, 11, "'name' must be a text, but this is a list")]
    [InlineData("sources:\n  - name: 甲\n    region: 乙\n    start: https://u:p@a.cn/\n", 4, 12, "carries a user name, with which no address is asked")]
    [InlineData("sources:\n  - name: 甲\n    region: 乙\n    start: http://10.1.2.3/\n", 4, 12, "not a public address (10.1.2.3 (private)); write 'allow-private-addresses: true'")]
    [InlineData("sources:\n  - name: 甲\n    region: 乙\n    start: http://localhost:8080/\n", 4, 12, "not a public address")]
    [InlineData("sources:\n  - name: 甲\n    region: 乙\n    start: http://2130706433/\n", 4, 12, "not a public address")]
    [InlineData("sources:\n  - name: 甲\n    region: 乙\n    start: https://a.cn:0/\n", 4, 12, "has no port 0")]
    [InlineData("sources:\n  - name: 甲\n    region: 乙\n    start: https：//a.cn/\n", 4, 12, "did you mean 'https://a.cn/'?")]
    [InlineData("sources：\n  - name：甲\n", 1, 1, "write ':' in place of the full-width '：'")]
    [InlineData(Least + "    delay: 3s\n", 5, 5, "'delay' belongs under 'politeness'")]
    [InlineData(Least + "    include: [预算]\n", 5, 5, "'include' belongs under 'titles'")]
    [InlineData(Least + "    depth: 3\n", 5, 5, "'depth' belongs under 'limits'")]
    [InlineData(Least + "    politeness: {delay: 11m}\n", 5, 25, "'delay' must be a duration of at most 10m")]
    [InlineData(Least + "    json: {address: 'https://a.cn/l?p={pages}', link: url, title: t}\n", 5, 21, "'{pages}' stands for nothing; only {page} does")]
    [InlineData(Least + "    json: {address: 'https://a.cn/l', link: '/i?id={id', title: t}\n", 5, 45, "'/i?id={id' has a brace without its other")]
    [InlineData("sources: 甲\n", 1, 10, "'sources' must be a list of at least one source")]
    [InlineData("sources: []\n", 1, 10, "'sources' must be a list of at least one source, each beginning with '- name:', but this is an empty list")]
    [InlineData("sources:\n  - 甲\n", 2, 5, "must be a mapping of keys to values, but this is '甲'")]
    [InlineData("defaults: 3\n" + Least, 1, 11, "'defaults' must be a mapping")]
    [InlineData("defaults: {start: https://a.cn/}\n" + Least, 1, 12, "defaults has no key 'start'")]
    [InlineData("- name: 甲\n", 1, 1, "must begin with the key 'sources:', but this is a list")]
    [InlineData("defaults: {}\n", 1, 1, "the file has no 'sources'")]
    [InlineData(Least + "    limits: {pages: many}\n", 5, 21, "'pages' must be a whole number, 1 or more, but this is 'many'")]
    [InlineData(Least + "    limits: {pages: 0}\n", 5, 21, "1 or more, but this is '0'")]
    [InlineData(Least + "    limits: {pages: 99999999999}\n", 5, 21, "'pages' must be a whole number")]
    [InlineData(Least + "    limits: {bytes: big}\n", 5, 21, "'bytes' must be a size, such as 50MB")]
    [InlineData(Least + "    politeness: {delay: -1}\n", 5, 25, "'delay' must be a duration, such as 2s")]
    [InlineData(Least + "    politeness: 2s\n", 5, 17, "'politeness' must be a mapping")]
    [InlineData(Least + "    titles: {years: [2024, 20x5]}\n", 5, 28, "a year or a range of years")]
    [InlineData(Least + "    titles: {years: 2026-2018}\n", 5, 21, "a year or a range of years")]
    [InlineData(Least + "    titles: {include: [预算, {}]}\n", 5, 28, "every item of 'include' must be a text, but this is a mapping")]
    [InlineData(Least + "    detail-pages: info/*\n", 5, 19, "must begin with *, / or http; try '*info/*'")]
    [InlineData(Least + "    extensions: [p-d-f]\n", 5, 18, "an extension, such as pdf")]
    [InlineData(Least + "    json: {address: 'https://a.cn/l?p={page}', link: url}\n", 5, 11, "json has no 'title'")]
    [InlineData(Least + "    json: {address: 'https://a{page}.cn/l', link: url, title: t}\n", 5, 21, "'{page}' cannot stand in the host")]
    [InlineData("allow-private-addresses: perhaps\n" + Least, 1, 26, "must be true or false, but this is 'perhaps'")]
    [InlineData("contact: 某人\n" + Least, 1, 10, "'contact' must be a mail address or the address of a page")]
    [InlineData("contact: 'a@b.cn) Evil/1.0 ('\n" + Least, 1, 10, "but this is 'a@b.cn) Evil/1.0 ('")]
    [InlineData("contact: \"a@b.cn\\r\\nX: y\"\n" + Least, 1, 10, "'contact' must be a mail address")]
    [InlineData("contact: [a@b.cn]\n" + Least, 1, 10, "'contact' must be a mail address")]
    [InlineData("notify: {web-hook: hooks.example.org}\n" + Least, 1, 20, "did you mean 'https://hooks.example.org'?")]
    [InlineData("notify: {webhook: https://a.cn/}\n" + Least, 1, 10, "notify has no key 'webhook'; did you mean 'web-hook'?")]
    [InlineData("notify: https://a.cn/\n" + Least, 1, 9, "'notify' must be a mapping")]
    [InlineData("x: &a {b: 1}\n", 1, 1, "the file has no 'sources'", 2)]
    [InlineData(Least + "    <<: {a: b}\n", 5, 5, "put what sources share under 'defaults'")]
    [InlineData(Least + "---\nsources: []\n", 5, 1, "a second YAML document begins here")]
    [InlineData("sources:\n  - name: '甲\n    region: 乙\n", 2, 11, "not valid YAML")]
    [InlineData("sources: *nobody\n", 1, 10, "no value is named &nobody")]
    [InlineData("", 0, 0, "the file is empty")]
    [InlineData("# nothing\n", 0, 0, "the file is empty")]
    public void Read_oneProblem_isNamedAtItsPlace(string yaml, int line, int column, string words, int problems = 1)
    {
        var failure = Assert.Throws<SourcesFileException>(() => Read(yaml));
        Assert.Equal(problems, failure.Problems.Count);
        var problem = failure.Problems[0];
        Assert.Contains(words, problem.Text.En, StringComparison.Ordinal);
        Assert.Equal((line, column), (problem.Line, problem.Column));
        Assert.Matches("[\u4E00-\u9FFF]", problem.Text.Zh);
        Assert.EndsWith(problem.Text.En.EndsWith('?') ? "？" : "。", problem.Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_manyProblems_areAllListedInTheOrderOfTheFile()
    {
        var failure = Assert.Throws<SourcesFileException>(() => Read("sources:\n  - nam: 甲\n    region: 乙\n    start: ftp://a.cn\n    limits: {depth: deep}\n"));
        Assert.Equal([(2, 5), (2, 5), (4, 12), (5, 21)], failure.Problems.Select(static problem => (problem.Line, problem.Column)));
        Assert.Equal(4, failure.Message.Split('\n').Length);
        Assert.Contains("s.yaml:4:12: the address 'ftp://a.cn' is not http or https", failure.Message, StringComparison.Ordinal);
        Assert.Contains("s.yaml:4:12: 地址“ftp://a.cn”不是 http 或 https 地址", failure.Text.In(Language.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_deepNesting_isRefusedByName()
    {
        var failure = Assert.Throws<SourcesFileException>(() => Read(new string('[', 5000)));
        Assert.Contains("nested too deep", Assert.Single(failure.Problems).Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_bytesOfAnotherEncoding_areRefusedByName()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Least);
        var failure = Assert.Throws<SourcesFileException>(() => SourcesReader.Read(new MemoryStream(gbk), "s.yaml"));
        Assert.Equal("s.yaml: the file is not in UTF-8; save it as UTF-8.", failure.Message);
    }

    [Fact]
    public void Read_byteOrderMark_isNoPartOfTheFile() =>
        Assert.Single(SourcesReader.Read(new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Least)]), "s.yaml").Sources);

    private static SourcesFile Read(string yaml) => SourcesReader.Read(new StringReader(yaml), "s.yaml");

    private static string Yaml(int example) =>
        Documentation().Split("```yaml\n")[example + 1].Split("```")[0];

    private static string Documentation()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "pipeline.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("no pipeline.sln above the tests");
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "docs", "sources.md"));
    }
}
