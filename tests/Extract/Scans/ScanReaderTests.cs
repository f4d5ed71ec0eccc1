using Gouji.Extract.Readers;
using Gouji.Extract.Scans;
using Gouji.Extract.Tests.Pdf;
using Gouji.Model;

namespace Gouji.Extract.Tests.Scans;

/// <summary>Two pages of the example as a scanner of 200 dots an inch sees them, read with the programs of this machine.</summary>
public sealed class ScanReaderTests
{
    private static readonly string File200 = Path.Combine(AppContext.BaseDirectory, "Documents", "pdf", "scan-200dpi.pdf");

    private static readonly string[] Printed =
    [
        "0.50", "0.90", "1.00", "1145.60", "1157.60", "12.00", "12.68", "12.96", "132.45", "158.00", "194.96", "2.00", "2.70", "20.00", "20.26", "206.96", "22.00", "22.36", "239.92",
        "3.44", "315.44", "33.03", "5.19", "54.14", "58.13", "6.19", "63.00", "65.00", "7.00", "71.00", "73.00", "79.60", "80.00", "818.19", "85.00", "87.96", "93.00", "950.64",
    ];

    [Fact]
    public void Read_scan_givesTablesWithTheirFigures()
    {
        var content = Read(Bytes());

        var cells = content.Blocks.OfType<TableBlock>().SelectMany(static table => table.Grid.Cells).Where(static cell => cell.Text.Contains('.', StringComparison.Ordinal) && !cell.Doubtful).ToList();
        Assert.True(cells.Count >= 50, $"{cells.Count} figures are certain");
        Assert.All(cells, static cell => Assert.Contains(cell.Text, Printed));
        Assert.Superset(new HashSet<string> { "1145.60", "950.64", "194.96", "818.19", "132.45" }, cells.Select(static cell => cell.Text).ToHashSet());
        Assert.All(content.Blocks, static block => Assert.True(block.Recognised));
        Assert.Contains(content.Notes, static note => note.Code == "pages-recognised");
    }

    [Fact]
    public void Read_twice_isTheSame() => Assert.Equal(TestDocuments.Texts(Read(Bytes())), TestDocuments.Texts(Read(Bytes())));

    [Fact]
    public void Read_textAndPictureWithoutPrograms_keepsTheText()
    {
        var pdf = new PdfBuilder().Page(PdfBuilder.Show(50, 700, "正文。")).Page("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \u00FF EI Q").Build();
        var content = new PdfReader(new PictureText(static () => ScanPrograms.Find(""))).Read(new FetchedDocument("x", pdf, ""), new ReadingLimits(), TestContext.Current.CancellationToken);

        Assert.Equal(["P 正文。"], TestDocuments.Texts(content));
        Assert.DoesNotContain(content.Blocks, static block => block.Recognised);
        var note = Assert.Single(content.Notes);
        Assert.Equal("pages-without-text", note.Code);
        Assert.Contains("apt install", note.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_cancelled_leavesNothingBehind()
    {
        Installed();
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        Assert.ThrowsAny<OperationCanceledException>(() => new PdfReader().Read(new FetchedDocument("x", Bytes(), ""), new ReadingLimits(), source.Token));
    }

    [Fact]
    public void Read_morePagesThanTheLimit_needsOcr()
    {
        Installed();
        var error = Assert.Throws<UnreadableDocumentException>(() =>
            new PdfReader().Read(new FetchedDocument("x", Bytes(), ""), new ReadingLimits { PicturePages = 1 }, TestContext.Current.CancellationToken));

        Assert.Equal(UnreadableReason.NeedsOcr, error.Reason);
    }

    [Fact]
    public void Read_pictureWithoutPrograms_needsOcr()
    {
        var png = PictureWrapperTests.Png(3, 2, 0, 0, [0, 1, 2, 3, 0, 4, 5, 6]);
        var reader = new PictureReader(new PictureText(static () => ScanPrograms.Find("")));

        Assert.True(reader.Recognises(png));
        var error = Assert.Throws<UnreadableDocumentException>(() => reader.Read(new FetchedDocument("x.png", png, ""), new ReadingLimits(), TestContext.Current.CancellationToken));
        Assert.Equal(UnreadableReason.NeedsOcr, error.Reason);
        Assert.Contains("apt install", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Bytes() => File.ReadAllBytes(File200);

    private static DocumentContent Read(byte[] bytes)
    {
        Installed();
        return new PdfReader().Read(new FetchedDocument("scan.pdf", bytes, new string('0', 64)), new ReadingLimits(), TestContext.Current.CancellationToken);
    }

    private static void Installed() => Assert.SkipWhen(ScanPrograms.Installed(out var missing) is null, missing?.En ?? "");
}
