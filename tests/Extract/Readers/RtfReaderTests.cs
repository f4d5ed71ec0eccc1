using System.Text;
using CsCheck;
using Gouji.Extract.Readers;
using Gouji.Extract.Tests.Docx;
using Gouji.Extract.Tests.Rtf;
using Gouji.Model;
using static Gouji.Extract.Tests.Rtf.RtfText;

namespace Gouji.Extract.Tests.Readers;

public sealed class RtfReaderTests
{
    [Fact]
    public void Read_document_givesFormatDigestAndBlocksInOrder()
    {
        var content = Read("a\\par" + Row([1000, 2000], "b", "c") + "\\pard d\\par");

        Assert.Equal(("rtf", new string('0', 64)), (content.Format, content.Sha256));
        Assert.Equal(["a", "[b|c]", "d"], Drawn.Blocks(content));
        Assert.Empty(content.Notes);
    }

    [Theory]
    [InlineData("{\\rtf1 x}", true)]
    [InlineData("\r\n {\\rtf", true)]
    [InlineData("{rtf1}", false)]
    [InlineData("", false)]
    public void Recognises_byItsFirstWord(string text, bool expected) => Assert.Equal(expected, new RtfReader().Recognises(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Read_byteOrderMarkBefore_isNoText()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Bytes("a\\par")];

        Assert.True(new RtfReader().Recognises(bytes));
        Assert.Equal(["a"], Drawn.Blocks(ReadBytes(bytes)));
    }

    [Fact]
    public void Read_libreOfficeBudget_givesItsTablesWhole()
    {
        var bytes = OfficeDocuments.Read("rtf/shifted-column.rtf");
        var content = new DocumentExtractor().Read(new FetchedDocument("x.doc", bytes, ""), TestContext.Current.CancellationToken);

        Assert.Equal("rtf", content.Format);
        var tables = content.Blocks.OfType<TableBlock>().ToList();
        Assert.All(tables, static table => Assert.Empty(table.Guesses));
        Assert.StartsWith("收     入|收     入|支     出|支     出 / 项    目|预算数|功能分类|", Drawn.Table(tables[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_textBehindTheEnd_isNoted() =>
        Assert.Equal("text-after-end", Assert.Single(ReadBytes([.. Bytes("a\\par"), .. "b\\par}"u8]).Notes).Code);

    [Fact]
    public void Read_bytesThatAreNoCharacter_areNoted()
    {
        var content = Read("\\f13 a\\'ff\\par");

        Assert.Equal("charset-damaged", Assert.Single(content.Notes).Code);
        Assert.Equal(["a\uFFFD"], Drawn.Blocks(content));
    }

    [Fact]
    public void Read_picturesAndObjects_areCounted()
    {
        var content = Read("a{\\*\\shppict{\\pict 0102}}{\\nonshppict{\\pict 03}}{\\object{\\*\\objdata 04}{\\result{\\pict 05}}}\\par");

        Assert.Equal(["a"], Drawn.Blocks(content));
        Assert.Equal(["picture", "embedded-object"], content.Notes.Select(static note => note.Code));
    }

    [Fact]
    public void Read_largerThanTheLimit_isTooLarge() =>
        Assert.Equal(UnreadableReason.TooLarge, Fail(Bytes("a"), new ReadingLimits { FileBytes = 20 }).Reason);

    [Fact]
    public void Read_groupsWithoutEnd_isTooLarge() =>
        Assert.Equal(UnreadableReason.TooLarge, Fail(Bytes(new string('{', 1_000_000))).Reason);

    [Fact]
    public void Read_cellsWithoutEnd_isTooLarge() =>
        Assert.Equal(UnreadableReason.TooLarge, Fail(Bytes(string.Concat(Enumerable.Repeat("\\cell", 5000))), new ReadingLimits { TableCells = 1000 }).Reason);

    [Fact]
    public void Read_cutAnywhere_isDamaged()
    {
        var whole = Bytes(RichBody);
        for (var length = 6; length < whole.Length; length += 7)
        {
            Assert.Equal(UnreadableReason.Damaged, Fail(whole.AsSpan(0, length).ToArray()).Reason);
        }
    }

    [Fact]
    public void Read_cancelled_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var document = new FetchedDocument("x", Bytes(string.Concat(Enumerable.Repeat("a\\par", 20_000))), "");

        Assert.Throws<OperationCanceledException>(() => new RtfReader().Read(document, new ReadingLimits(), source.Token));
    }

    [Fact]
    public void Read_anyFlippedBytes_readOrRefusedByName()
    {
        var whole = Bytes(RichBody);
        var reader = new RtfReader();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.OneOf(Gen.Byte, Gen.Int[0, Marks.Length - 1].Select(i => (byte)Marks[i]))).Array[1, 5].Sample(flips =>
        {
            var bytes = whole.AsSpan().ToArray();
            foreach (var (at, value) in flips)
            {
                bytes[at] = value;
            }

            try
            {
                _ = reader.Recognises(bytes);
                reader.Read(new FetchedDocument("x", bytes, ""), new ReadingLimits(), default);
            }
            catch (UnreadableDocumentException error)
            {
                Assert.NotEmpty(error.Text.Zh);
            }
        }, iter: 2000);
    }

    private const string Marks = "{}\\'*-90 abcpu";

    private const string RichBody =
        "\\pard\\s1 \\f13\\'d4\\'a4\\u31639\\'cb\\'e3\\par{\\listtext 1.\\tab}\\ilvl0 a{\\v b}{\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}{\\footnote\\pard c\\par}\\par"
        + "{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt\\pard d\\par}}{\\shprslt e}}\\upr{f}{\\*\\ud{g}}\\bin3 {}}\\par"
        + "\\trowd\\trleft-60\\clvmgf\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx3000\\pard\\intbl a\\cell b\\cell\\cell\\row\\trowd\\clvmrg\\cellx1003\\cellx2990\\pard\\intbl\\cell"
        + "\\pard\\intbl\\itap2 x\\nestcell y\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}{\\nonesttables\\par}\\pard\\intbl z\\cell\\row\\pard k\\par";

    private static UnreadableDocumentException Fail(byte[] bytes, ReadingLimits? limits = null) =>
        Assert.Throws<UnreadableDocumentException>(() => ReadBytes(bytes, limits));
}
