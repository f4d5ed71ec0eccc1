using CsCheck;
using Gouji.Extract.Readers;
using Gouji.Extract.Tests.Docx;
using Gouji.Extract.Tests.Odt;
using Gouji.Model;
using static Gouji.Extract.Tests.Odt.OdtBuilder;

namespace Gouji.Extract.Tests.Readers;

public sealed class OdtReaderTests
{
    [Fact]
    public void Read_document_givesFormatDigestAndBlocksInOrder()
    {
        var content = ReadBody(P("一") + Table(Row(Cell("甲"), Cell("乙"))) + P("二"));

        Assert.Equal(("odt", new string('0', 64)), (content.Format, content.Sha256));
        Assert.Equal(["一", "[甲|乙]", "二"], Drawn.Blocks(content));
        Assert.Empty(content.Notes);
    }

    [Fact]
    public void Read_flatFile_isReadAlike()
    {
        var bytes = Flat(P("一") + Table(Row(Cell("甲"), Cell("乙"))));

        Assert.True(new OdtReader().Recognises(bytes));
        Assert.Equal(["一", "[甲|乙]"], Drawn.Blocks(new OdtReader().Read(Document(bytes), new ReadingLimits(), default)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Recognises_packageWhereverItsMediaTypeStands(bool first)
    {
        var builder = new OdtBuilder { MediaTypeFirst = first }.Body(P("甲"));

        Assert.True(new OdtReader().Recognises(builder.Build()));
        Assert.False(new DocxReader().Recognises(builder.Build()));
        Assert.Equal(["甲"], Drawn.Blocks(builder.Read()));
    }

    [Fact]
    public void Recognises_wordDocument_isNone() => Assert.False(new OdtReader().Recognises(new DocxBuilder().Body(DocxBuilder.P("甲")).Build()));

    [Fact]
    public void Read_libreOfficeBudget_givesItsTablesWhole()
    {
        var bytes = OfficeDocuments.Read("odt/kezhou-2020.odt");
        var content = new DocumentExtractor().Read(Document(bytes), TestContext.Current.CancellationToken);

        Assert.Equal("odt", content.Format);
        var tables = content.Blocks.OfType<TableBlock>().ToList();
        Assert.Equal(14, tables.Count);
        Assert.All(tables, static table => Assert.Empty(table.Guesses));
        Assert.StartsWith("收     入|收     入|支     出|支     出 / 项     目|预算数|功能分类|预算数 / 财政拨款（补助）|1145.60|", Drawn.Table(tables[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_encryptedEntry_isEncrypted()
    {
        const string Manifest = "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry m:full-path=\"content.xml\"><m:encryption-data/></m:file-entry></m:manifest>";
        var bytes = new OdtBuilder().Part("META-INF/manifest.xml", Manifest).Part("content.xml", "\u0001\u0002").Build();

        Assert.Equal(UnreadableReason.Encrypted, Fail(bytes).Reason);
    }

    [Fact]
    public void Read_withoutContent_isDamagedAndSaysWhich()
    {
        var error = Fail(new OdtBuilder().Styles("").Build());

        Assert.Equal(UnreadableReason.Damaged, error.Reason);
        Assert.Contains("content.xml", error.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_contentLargerThanTheLimit_isTooLarge() =>
        Assert.Equal(UnreadableReason.TooLarge, Fail(new OdtBuilder().Body(P(new string('a', 5000))).Build(), new ReadingLimits { TextBytes = 4096 }).Reason);

    [Fact]
    public void Read_nestingBeyondTheLimit_isTooLarge()
    {
        var body = string.Concat(Enumerable.Repeat("<text:section>", 100_000)) + string.Concat(Enumerable.Repeat("</text:section>", 100_000));

        Assert.Equal(UnreadableReason.TooLarge, Fail(new OdtBuilder().Body(body).Build()).Reason);
    }

    [Theory]
    [InlineData("table:number-columns-repeated=\"2000000000\"")]
    [InlineData("table:number-columns-spanned=\"2000000000\"")]
    public void Read_cellsWithoutEnd_isTooLarge(string attributes) =>
        Assert.Equal(UnreadableReason.TooLarge, Fail(new OdtBuilder().Body(Table(Row(Cell("甲", attributes), Cell("乙")))).Build()).Reason);

    [Fact]
    public void Read_cancelled_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var document = Document(new OdtBuilder().Body(string.Concat(Enumerable.Repeat(P("甲"), 5000))).Build());

        Assert.Throws<OperationCanceledException>(() => new OdtReader().Read(document, new ReadingLimits(), source.Token));
    }

    [Fact]
    public void Read_cutAnywhere_isRecognisedAndDamaged()
    {
        var whole = Rich();
        for (var length = 90; length < whole.Length; length += 53)
        {
            var cut = whole.AsSpan(0, length).ToArray();

            Assert.True(new OdtReader().Recognises(cut), $"cut at {length}");
            Assert.Equal(UnreadableReason.Damaged, Fail(cut).Reason);
        }
    }

    [Fact]
    public void Read_flatFileCutAnywhere_isDamaged()
    {
        var whole = Flat(RichBody);
        for (var length = 1200; length < whole.Length; length += 31)
        {
            Assert.Equal(UnreadableReason.Damaged, Fail(whole.AsSpan(0, length).ToArray()).Reason);
        }
    }

    [Fact]
    public void Read_anyFlippedBytes_readOrRefusedByName()
    {
        var whole = Rich();
        ReadFlipped(whole, Gen.Byte);
    }

    // Flips in the XML itself: what a broken producer writes rather than what a broken line loses.
    [Fact]
    public void Read_anyDamagedXml_readOrRefusedByName() =>
        ReadFlipped(Flat(RichBody), Gen.OneOf(Gen.Byte, Gen.Int[0, Marks.Length - 1].Select(i => (byte)Marks[i])));

    private const string Marks = "<>/\"&0 pr9";

    private const string RichBody =
        "<text:tracked-changes><text:changed-region/></text:tracked-changes><text:list text:style-name=\"L\"><text:list-item><text:p>a<text:span>b</text:span><text:s text:c=\"3\"/></text:p></text:list-item></text:list>"
        + "<text:p>c<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note><draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame></text:p>"
        + "<table:table><table:table-row><table:table-cell table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\"><text:p>d</text:p></table:table-cell><table:covered-table-cell/><table:table-cell/></table:table-row>"
        + "<table:table-row table:number-rows-repeated=\"2\"><table:covered-table-cell table:number-columns-repeated=\"2\"/><table:table-cell><table:table><table:table-row><table:table-cell/><table:table-cell><text:p>e</text:p></table:table-cell></table:table-row></table:table></table:table-cell></table:table-row></table:table>";

    private static byte[] Rich() => new OdtBuilder()
        .Styles("<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\"/></text:list-style>")
        .Body(RichBody)
        .Build();

    private static void ReadFlipped(byte[] whole, Gen<byte> values)
    {
        var reader = new OdtReader();
        Gen.Select(Gen.Int[0, whole.Length - 1], values).Array[1, 4].Sample(flips =>
        {
            var bytes = whole.AsSpan().ToArray();
            foreach (var (at, value) in flips)
            {
                bytes[at] = value;
            }

            try
            {
                _ = reader.Recognises(bytes);
                reader.Read(Document(bytes), new ReadingLimits(), default);
            }
            catch (UnreadableDocumentException error)
            {
                Assert.NotEmpty(error.Text.Zh);
            }
        }, iter: 1000);
    }

    private static UnreadableDocumentException Fail(byte[] bytes, ReadingLimits? limits = null) =>
        Assert.Throws<UnreadableDocumentException>(() => new OdtReader().Read(Document(bytes), limits ?? new ReadingLimits(), default));
}
