using Gouji.Model;
using Gouji.Normalize.Linking;

namespace Gouji.Normalize.Tests.Linking;

public sealed class TwinCheckTests
{
    private const string Body = "甲河县财政局";

    [Fact]
    public void Run_formatsThatDiffer_areANoticeOfTheLaterDocument()
    {
        var records = new[] { Years.Budget(Body, 2020, 100, document: "x/a.docx"), Pdf(110, "x/b.pdf") };
        var finding = Assert.Single(Years.Findings(records));
        Assert.Equal(("Z-TWIN", Severity.Notice), (finding.Rule, finding.Severity));
        Assert.Contains("x/a.docx", finding.Message.En);
        Assert.Equal("x/b.pdf: Broken", Years.Verdicts("Z-TWIN", records));
    }

    [Fact]
    public void Run_formatsThatAgree_hold() => Assert.Equal("x/b.pdf: Holds", Years.Verdicts("Z-TWIN", Years.Budget(Body, 2020, 100, document: "x/a.docx"), Pdf(100, "x/b.pdf")));

    [Fact]
    public void Run_otherFolderOrSameFormat_areNoTwins()
    {
        Assert.Equal("", Years.Verdicts("Z-TWIN", Years.Budget(Body, 2020, 100, document: "x/a.docx"), Pdf(110, "y/b.pdf")));
        Assert.Equal("", Years.Verdicts("Z-TWIN", Years.Budget(Body, 2020, 100, document: "x/a.docx"), Years.Budget(Body, 2020, 110, document: "x/b.docx")));
    }

    private static LinkRecord Pdf(decimal total, string document) => Years.Budget(Body, 2020, total, document: document) with { Format = "pdf" };
}
