using System.Text;
using Gouji.Cli.Checking;
using Gouji.Cli.Inputs;
using Gouji.Model;
using Gouji.Normalize.Rules;

namespace Gouji.Cli.Tests.Support;

/// <summary>Stages that do what a test says, in place of the real ones.</summary>
internal static class FakeStages
{
    public static readonly Rule Basic = new()
    {
        Id = "X-BASIC",
        Severity = Severity.Error,
        Statement = new Message("基本支出与基本支出表合计一致", "Basic expenditure agrees with its detail"),
        Authority = "财预〔2016〕143号",
        Source = "rule X-BASIC  error\n  that B5[total].basic = B6[total].total\n",
        File = "built-in",
    };

    public static readonly Rule Title = new()
    {
        Id = "Z-TITLE",
        Severity = Severity.Notice,
        Statement = new Message("标题与年度一致", "The title names the year"),
        Authority = "",
        Source = "rule Z-TITLE  notice\n",
        File = "built-in",
        Enabled = false,
    };

    /// <summary>Stages whose checker answers by the text of a document.</summary>
    public static Stages Answering(Func<string, CheckedContent> answer, IFileSystem? files = null) => new()
    {
        Files = files ?? LocalFileSystem.Instance,
        LoadRules = rules => new RuleSet([Basic, Title], _ => new Checker(answer)),
    };

    /// <summary>Every document gives the sample's records and findings.</summary>
    public static Stages Sampling(IFileSystem? files = null) => Answering(static _ => Sample.Content, files);

    /// <summary>Every document is read and holds nothing.</summary>
    public static Stages Quiet(IFileSystem? files = null) => Answering(static _ => Empty, files);

    public static CheckedContent Empty { get; } = Sample.Content with { Facts = [], Checks = [], Findings = [] };

    /// <summary>Stages whose reader gives these blocks.</summary>
    public static Stages Reading(params Block[] blocks) => new()
    {
        LoadRules = rules => new RuleSet([], _ => new Checker(static _ => Empty, blocks)),
    };

    private sealed class Checker(Func<string, CheckedContent> answer, params Block[] blocks) : IDocumentChecker
    {
        public DocumentContent Read(FetchedDocument document, CancellationToken cancellationToken) =>
            new("text", document.Sha256, blocks, [new ReadingNote("charset-mislabelled", new Message("编码标注有误", "the charset is mislabelled"))]);

        public CheckedContent Check(FetchedDocument document, CancellationToken cancellationToken) =>
            answer(Encoding.UTF8.GetString(document.Bytes.Span));
    }
}
