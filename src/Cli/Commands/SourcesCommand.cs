using System.CommandLine;
using System.Globalization;
using Gouji.Cli.Gathering;
using Gouji.Cli.Output;
using Gouji.Cli.Screen;
using Gouji.Ingest.Discovery;
using Gouji.Ingest.Network;
using Gouji.Ingest.Sources;
using Gouji.Model;

namespace Gouji.Cli.Commands;

/// <summary><c>gouji sources test</c>: what the defaults, or the settings of an entry of a sources file, find on one page.</summary>
internal sealed class SourcesCommand : GoujiCommand
{
    private readonly Argument<string> _address;
    private readonly Option<string> _sources;
    private readonly Option<bool> _private;

    public SourcesCommand(Session session)
        : base(session, "sources", new Message("查看一个网页上能找到什么", "show what is found on a page"))
    {
        Add(new WordArgument("ACTION", "test") { Description = "test" });
        Add(_address = new Argument<string>("URL") { Description = session.Say("列表页或详情页的地址", "the address of a list or of one disclosure") });
        Add(_sources = new Option<string>("--sources")
        {
            HelpName = "FILE",
            Description = session.Say("来源文件（YAML）：用其中此网站的设置代替默认设置", "a sources file (YAML): the settings of the entry for this site in place of the defaults"),
        });
        Add(_private = new Option<bool>("--allow-private-addresses") { Description = session.Say("允许内网和本机地址", "allow addresses that are not public") });
    }

    public override string Usage => "test URL [options]";

    public override IReadOnlyList<(string Line, Message Does)> Examples =>
    [
        ("gouji sources test https://czj.example.gov.cn/zwgk/yjsgk/ --sources sources.yaml", new("按 sources.yaml 中此网站的设置查看", "the same with the settings of sources.yaml for this site")),
        ("gouji sources test https://czj.example.gov.cn/zwgk/yjsgk/", new("查看此页的翻页、详情页、附件，以及略过的链接", "show the further pages, details and documents of a page, and what is ignored")),
    ];

    protected override int Run(ParseResult arguments)
    {
        var text = arguments.GetValue(_address)!;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw CommandFailedException.Usage($"“{text}”不是 http 或 https 地址。", $"'{text}' is not an address of http or https");
        }

        var file = arguments.GetValue(_sources) is { } path ? SourcesFiles.Load(Session, path) : new SourcesFile { Sources = [] };
        var source = file.SourceOf(address);
        if (source is null && file.Sources.Count > 0)
        {
            Session.Tell(new Message($"来源文件中没有主机 {address.Host} 的来源；按文件的默认设置查看。", $"the sources file has no source at {address.Host}; its defaults are used"));
        }

        using var interruption = Interruption.Watch(Session.Cancellation);
        var (result, body) = FetchAsync(address, file with { AllowPrivateAddresses = file.AllowPrivateAddresses || arguments.GetValue(_private) }, interruption.Token).GetAwaiter().GetResult();
        if (result.Outcome != DownloadOutcome.Fetched)
        {
            throw new CommandFailedException(ExitStatus.Unreadable, result.Message ?? new Message("没有取得网页。", "the page could not be fetched"));
        }

        var page = Read(body, result);
        var links = LinkFinder.Find(page, source ?? new Source { Name = "test", Region = "test", Start = [address], Settings = file.Defaults });
        if (WantsJson(arguments))
        {
            PrintJson(page, links);
        }
        else
        {
            Print(page, links);
        }

        return ExitStatus.Ok;
    }

    private static Page Read(byte[] body, DownloadResult result)
    {
        try
        {
            return PageReader.Read(body, result.Charset is { } charset ? "text/html; charset=" + charset : null, result.FinalAddress);
        }
        catch (UnreadableDocumentException failure)
        {
            throw new CommandFailedException(ExitStatus.Unreadable, failure.Text, failure);
        }
    }

    private static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<(DownloadResult Result, byte[] Body)> FetchAsync(Uri address, SourcesFile file, CancellationToken cancellationToken)
    {
        var downloader = Gatherer.CreateDownloader(Session, file.AllowPrivateAddresses, file.Contact, new HostMemory());
        try
        {
            using var body = new MemoryStream();
            return (await downloader.DownloadAsync(new DownloadRequest(address), body, cancellationToken), body.ToArray());
        }
        finally
        {
            if (downloader is IAsyncDisposable disposable)
            {
                await disposable.DisposeAsync();
            }
        }
    }

    private void Print(Page page, PageLinks links)
    {
        var ink = Ink.ForOut(Terminal);
        Line("地址", "address", page.Address.AbsoluteUri);
        Line("标题", "title", page.Title);
        Line("日期", "date", Date(page.Published) ?? "—");
        Line("编码", "charset", page.DeclaredCharset is { } declared && !declared.Equals(page.Charset, StringComparison.OrdinalIgnoreCase)
            ? Session.Say($"{page.Charset}（声明为 {declared}）", $"{page.Charset} (declared as {declared})")
            : page.Charset);
        Part("翻页", "further pages", links.NextPages);
        Part("详情页", "details", links.Details);
        Part("附件", "documents", links.Attachments);
        ink.Line(Session.Say($"略过的链接：{links.Ignored.Values.Sum()}", $"ignored links: {links.Ignored.Values.Sum()}"), Tone.Strong);
        foreach (var (reason, count) in links.Ignored)
        {
            ink.Line($"  {count,5}  {Word(reason)}");
        }

        void Line(string zh, string en, string text) => ink.Write(Session.Say(zh + "  ", en.PadRight(9)), Tone.Faint).Line(text);

        void Part(string zh, string en, IReadOnlyList<Link> found)
        {
            ink.Line(Session.Say($"{zh}：{found.Count}", $"{en}: {found.Count}"), Tone.Strong);
            foreach (var link in found)
            {
                ink.Write("  ").Write(Date(link.Published) ?? "          ").Write("  ").Write(link.Title).Write(link.Title.Length > 0 ? "  " : "").Line(link.Address.AbsoluteUri, Tone.Faint);
            }
        }
    }

    private string Word(IgnoredReason reason) => reason switch
    {
        IgnoredReason.NoAddress => Session.Say("没有地址", "have no address"),
        IgnoredReason.NotWeb => Session.Say("不是网页地址", "are not http or https"),
        IgnoredReason.Malformed => Session.Say("地址有误", "are malformed"),
        IgnoredReason.Itself => Session.Say("指向本页", "lead to the page itself"),
        IgnoredReason.Duplicate => Session.Say("重复", "repeat another link"),
        IgnoredReason.OtherSite => Session.Say("指向别的网站", "lead to another site"),
        IgnoredReason.Asset => Session.Say("图片、样式或脚本", "are pictures, styles or programs"),
        IgnoredReason.NoWord => Session.Say("标题中没有所找的词", "have none of the words in their title"),
        IgnoredReason.ExcludedWord => Session.Say("标题中有排除的词", "have an excluded word in their title"),
        IgnoredReason.OtherYear => Session.Say("是其他年份", "are of other years"),
        IgnoredReason.OtherPattern => Session.Say("不符合详情页的地址模式", "match no pattern of detail pages"),
        IgnoredReason.ScriptedPage => Session.Say("是只有脚本才能打开的列表页", "are further pages that only a script can open"),
        _ => Session.Say("在列表末页之后", "lead past the last page"),
    };

    private void PrintJson(Page page, PageLinks links)
    {
        using var buffer = new RowBuffer();
        using var row = new JsonRowWriter(buffer);
        row.BeginRow();
        row.Text("address", page.Address.AbsoluteUri);
        row.Text("title", page.Title);
        row.Text("published", Date(page.Published));
        row.Text("charset", page.Charset);
        row.Text("declared_charset", page.DeclaredCharset);
        row.Count("links", links.Seen);
        Links("further_pages", links.NextPages);
        Links("details", links.Details);
        Links("documents", links.Attachments);
        row.Json.WriteStartObject("ignored");
        foreach (var (reason, count) in links.Ignored)
        {
            row.Count(string.Concat(reason.ToString().Select(static (letter, i) => i > 0 && char.IsUpper(letter) ? "_" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString())), count);
        }

        row.Json.WriteEndObject();
        row.EndRow();
        row.EndLine();
        Terminal.WriteBytes(buffer.Written);

        void Links(string name, IReadOnlyList<Link> found) => RunJson.Each(row, name, found, static (row, link) =>
        {
            row.Text("address", link.Address.AbsoluteUri);
            row.Text("title", link.Title);
            row.Text("published", Date(link.Published));
        });
    }
}
