using Gouji.Extract;
using Gouji.Model;

namespace Gouji.Corpus.Tests.Oracles;

/// <summary>Every number that another program finds in a file is in what was read of it.</summary>
public sealed class NumbersTests(OfficeFiles files) : IClassFixture<OfficeFiles>
{
    private static readonly DocumentExtractor Extractor = new();

    [Fact]
    public void Read_pdf_hasTheNumbersThatPdftotextFinds()
    {
        var tool = Tool.Find("pdftotext");
        Compare("pdf", path => Tool.Run(tool, "-layout", "-nopgbrk", path, "-"));
    }

    [Fact]
    public void Read_doc_hasTheNumbersThatAntiwordFinds()
    {
        var tool = Tool.Find("antiword");
        Compare("doc", path => Tool.Run(tool, "-w", "0", "-m", "UTF-8.txt", path));
    }

    [Theory]
    [InlineData("putuo-wanli-2024-budget.pdf")]
    [InlineData("putuo-social-work-2024-accounts.pdf")]
    public void Read_publishedPdf_hasTheNumbersThatPdftotextFinds(string name)
    {
        var path = Path.Combine(Repository.Root, "..", "shared", "real", name);
        if (!File.Exists(path))
        {
            return;
        }

        var lost = Lost(path, Tool.Run(Tool.Find("pdftotext"), "-layout", "-nopgbrk", path, "-"));

        // The numbers of pages, which are furniture.
        Assert.All(lost, static number => Assert.InRange(number.Key.Length, 1, 2));
        Assert.True(lost.Values.Sum() <= 60, string.Join(", ", lost));
    }

    [Theory]
    [InlineData("doc")]
    [InlineData("docx")]
    [InlineData("odt")]
    [InlineData("rtf")]
    [InlineData("xls")]
    [InlineData("xlsx")]
    public void Read_example_hasTheNumbersThatTheOfficeSuiteFinds(string format)
    {
        var path = Path.Combine(Repository.Corpus, "kezhou-2020", "source." + format);
        var text = files.TextOf(path);
        Assert.Contains("1157.60", text, StringComparison.Ordinal);
        Assert.Empty(Lost(path, text));
    }

    [Fact]
    public void Read_examplePdf_hasTheNumbersThatPdftotextFinds()
    {
        var path = Path.Combine(Repository.Corpus, "kezhou-2020", "source.pdf");
        var text = Tool.Run(Tool.Find("pdftotext"), "-layout", "-nopgbrk", path, "-");

        // The numbers of pages are furniture.
        Assert.Empty(Lost(path, string.Join('\n', text.Split('\n').Where(static line => !line.Trim().StartsWith("- ", StringComparison.Ordinal)))));
    }

    [Fact]
    public void Read_exampleDoc_hasTheNumbersThatAntiwordFinds()
    {
        var path = Path.Combine(Repository.Corpus, "kezhou-2020", "source.doc");
        Assert.Empty(Lost(path, Tool.Run(Tool.Find("antiword"), "-w", "0", "-m", "UTF-8.txt", path)));
    }

    private void Compare(string format, Func<string, string> witness)
    {
        var folder = files.In(format);
        foreach (var name in OfficeFiles.Cases)
        {
            var path = Path.Combine(folder, name + "." + format);
            var lost = Lost(path, WithoutColumnNumbers(witness(path)));
            Assert.True(lost.Count == 0, $"{name}.{format}: {string.Join(", ", lost.Select(static number => $"{number.Key} ({number.Value})"))}");
        }
    }

    /// <summary>The numbers that the other program finds and the reader does not, and how many of each.</summary>
    private static SortedDictionary<string, int> Lost(string path, string witnessed)
    {
        var bytes = File.ReadAllBytes(path);
        var content = Extractor.Read(new FetchedDocument(path, bytes, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))));
        var texts = content.Blocks.SelectMany(Texts).ToList();
        var read = SourceText.Numbers(texts);
        var lost = new SortedDictionary<string, int>(StringComparer.Ordinal);

        // A number that a narrow cell breaks over two lines is two for a program that prints lines: then its digits are counted.
        if (Digits([witnessed]).Zip(Digits(texts)).All(static pair => pair.First <= pair.Second))
        {
            return lost;
        }

        foreach (var (number, count) in SourceText.Numbers([witnessed]))
        {
            if (count > read.GetValueOrDefault(number))
            {
                lost[number] = count - read.GetValueOrDefault(number);
            }
        }

        return lost;
    }

    /// <summary>A header printed again on the next page is furniture, and with it the number of its form and the line 栏次 of those of its columns.</summary>
    private static string WithoutColumnNumbers(string witnessed) =>
        string.Join('\n', witnessed.Split('\n').Where(static line => line.Contains('.', StringComparison.Ordinal)
            || !(line.Contains("栏次", StringComparison.Ordinal) || line.Trim().StartsWith("公开", StringComparison.Ordinal))));

    /// <summary>How often each digit stands in texts.</summary>
    private static int[] Digits(IEnumerable<string> texts)
    {
        var counts = new int[10];
        foreach (var digit in texts.SelectMany(static text => text).Where(char.IsAsciiDigit))
        {
            counts[digit - '0']++;
        }

        return counts;
    }

    private static IEnumerable<string> Texts(Block block) => block switch
    {
        Paragraph paragraph => [paragraph.Text],
        TableBlock table => table.Grid.Cells.Select(static cell => cell.Text),
        _ => [],
    };
}
