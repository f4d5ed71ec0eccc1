using System.Text;
using CsCheck;
using Gouji.Extract.Readers;
using Gouji.Extract.Tests.Docx;
using Gouji.Extract.Tests.Xlsx;
using Gouji.Model;

namespace Gouji.Extract.Tests.Readers;

public sealed class XlsReaderTests
{
    private static byte[] Small => File.ReadAllBytes(TestDocuments.PathOf("xls", "hidden-errors-dates.xls"));

    [Fact]
    public void Read_workbook_printsValuesErrorsAndDatesAndNamesWhatIsHidden()
    {
        var content = TestDocuments.Read(new XlsReader(), "xls", "hidden-errors-dates.xls");

        Assert.Equal("xls", content.Format);
        Assert.Equal(
            [
                "部门收支总表",
                "[甲局标题|甲局标题|甲局标题|甲局标题 / 项目|本年|日期|比例 / 合计|1,234.50|2020-03-01|12.50% / 错误|#DIV/0!|1145.6|#N/A / 真假|TRUE|∅|1145.6 / 负数|-1,234.50|-5|99999999]",
                "x",
            ],
            Drawn.Blocks(content));
        Assert.Equal(["hidden-rows", "hidden-columns", "number-unclear", "number-in-date-format"], content.Notes.Select(note => note.Code));
        Assert.Equal(new SourcePosition("部门收支总表", 3, 3), Assert.IsType<TableBlock>(content.Blocks[1]).Grid[2, 1].Source);
    }

    [Fact]
    public void Read_binaryAndXmlWorkbooks_giveTheSameTexts() =>
        Assert.Equal(
            TestDocuments.Texts(TestDocuments.Read(new XlsxReader(), "xlsx", "nine-forms-on-one-sheet.xlsx")),
            TestDocuments.Texts(TestDocuments.Read(new XlsReader(), "xls", "nine-forms-on-one-sheet.xls")));

    [Fact]
    public void Read_wholeDisclosureOnOneSheet_hasItsFourteenTables() =>
        Assert.Equal(14, TestDocuments.Read(new XlsReader(), "xls", "kezhou-2020.xls").Blocks.OfType<TableBlock>().Count());

    [Fact]
    public void Recognises_onlyContainersWithAWorkbookAtTheirRoot()
    {
        var reader = new XlsReader();
        var bytes = Small;
        Assert.True(reader.Recognises(bytes));
        Assert.Same(typeof(XlsReader), DocumentReaders.All.First(candidate => candidate.Recognises(bytes)).GetType());

        Replace(bytes, "Workbook", "WordDocu");
        Replace(bytes, [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00], new byte[8]);
        Assert.False(reader.Recognises(bytes));
        Assert.False(reader.Recognises(bytes.AsSpan()[..600]));
        Assert.False(reader.Recognises(Encoding.UTF8.GetBytes("\t制表符开头的文本")));
    }

    [Fact]
    public void Read_cutShort_isDamaged()
    {
        var bytes = Small;
        for (var length = 600; length < bytes.Length; length += 300)
        {
            var error = Fail(bytes[..length]);
            Assert.Equal(UnreadableReason.Damaged, error.Reason);
        }
    }

    // The record FilePass says that all behind it is encrypted (MS-XLS 2.4.117).
    [Fact]
    public void Read_encrypted_isEncrypted()
    {
        var bytes = Small;
        var begin = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]);
        bytes[begin + 20] = 0x2F;
        bytes[begin + 21] = 0x00;

        Assert.Equal(UnreadableReason.Encrypted, Fail(bytes).Reason);
    }

    // The library would go through every row that the record Dimensions claims (MS-XLS 2.4.90), two thousand million if need be.
    [Fact]
    public void Read_sheetThatClaimsMoreRowsThanTheFormatHas_isDamaged()
    {
        var bytes = Small;
        var dimensions = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x00, 0x02, 0x0E, 0x00]);
        bytes[dimensions + 11] = 0x4E;

        Assert.Equal(UnreadableReason.Damaged, Fail(bytes).Reason);
    }

    [Fact]
    public void Read_headerThatMakesNoSense_isDamaged()
    {
        var bytes = Small;
        bytes[30] = 62;

        Assert.Equal(UnreadableReason.Damaged, Fail(bytes).Reason);
    }

    [Fact]
    public void Read_beyondTheFileLimit_isTooLarge() =>
        Assert.Equal(UnreadableReason.TooLarge, Fail(Small, new ReadingLimits { FileBytes = 100 }).Reason);

    [Fact]
    public void Read_anyFlippedBytes_readOrRefusedByName()
    {
        var whole = Small;
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 8].Sample(flips =>
        {
            var bytes = whole.AsSpan().ToArray();
            foreach (var (at, value) in flips)
            {
                bytes[at] = value;
            }

            try
            {
                var reader = new XlsReader();
                _ = reader.Recognises(bytes);
                reader.Read(XlsxBuilder.Document(bytes), new ReadingLimits(), default);
            }
            catch (UnreadableDocumentException error)
            {
                Assert.NotEmpty(error.Text.Zh);
            }
        }, iter: 500);
    }

    private static UnreadableDocumentException Fail(byte[] bytes, ReadingLimits? limits = null) =>
        Assert.Throws<UnreadableDocumentException>(() => new XlsReader().Read(XlsxBuilder.Document(bytes), limits ?? new ReadingLimits(), TestContext.Current.CancellationToken));

    private static void Replace(byte[] bytes, string old, string with) => Replace(bytes, Encoding.Unicode.GetBytes(old), Encoding.Unicode.GetBytes(with));

    private static void Replace(byte[] bytes, byte[] old, byte[] with)
    {
        for (var at = bytes.AsSpan().IndexOf(old); at >= 0; at = bytes.AsSpan().IndexOf(old))
        {
            with.CopyTo(bytes, at);
        }
    }
}
