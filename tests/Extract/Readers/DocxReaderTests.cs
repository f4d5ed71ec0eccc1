using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsCheck;
using Gouji.Extract.Readers;
using Gouji.Extract.Tests.Docx;
using Gouji.Model;
using static Gouji.Extract.Tests.Docx.DocxBuilder;

namespace Gouji.Extract.Tests.Readers;

public sealed class DocxReaderTests
{
    [Fact]
    public void Read_document_givesFormatDigestAndBlocksInOrder()
    {
        var content = ReadBody(P("一") + Tbl(Tr(Tc("甲"), Tc("乙"))) + P("二"));

        Assert.Equal(("docx", new string('0', 64)), (content.Format, content.Sha256));
        Assert.Equal(["一", "[甲|乙]", "二"], Drawn.Blocks(content));
        Assert.Empty(content.Notes);
    }

    [Fact]
    public void Read_memoryThatIsNoArray_isRead()
    {
        using var memory = new ForeignMemory(new DocxBuilder().Body(P("甲")).Build());

        Assert.Equal(["甲"], Drawn.Blocks(new DocxReader().Read(new FetchedDocument("x", memory.Memory, ""), new ReadingLimits(), TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public void Read_anyEncodingThatXmlKnows_isRead(string encoding) =>
        Assert.Equal(["甲乙"], Drawn.Blocks(new DocxBuilder().Part("word/document.xml", Encode(encoding, P("甲乙"))).Read()));

    [Fact]
    public void Read_cutShort_isDamagedAndSaysSo()
    {
        var bytes = new DocxBuilder().Body(P("甲")).Build();
        var error = Fail(bytes[..^30]);

        Assert.Equal(UnreadableReason.Damaged, error.Reason);
        Assert.Equal("文档不完整（文件末尾缺失），请重新下载。", error.Text.Zh);
    }

    [Fact]
    public void Read_encryptedContainer_isEncrypted()
    {
        byte[] bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")];

        Assert.True(new DocxReader().Recognises(bytes));
        Assert.Equal(UnreadableReason.Encrypted, Fail(bytes).Reason);
    }

    [Fact]
    public void Read_brokenXml_namesPartAndPosition()
    {
        var error = Fail(new DocxBuilder().Part("word/document.xml", $"<w:document xmlns:w=\"{Transitional}\">\n<w:body><w:p></w:r></w:body></w:document>").Build());

        Assert.Equal(UnreadableReason.Damaged, error.Reason);
        Assert.Contains("word/document.xml", error.Message, StringComparison.Ordinal);
        Assert.Contains("line 2, character 16", error.Message, StringComparison.Ordinal);
    }

    // A document type could pull in files of the machine, or blow ten bytes up to gigabytes.
    [Fact]
    public void Read_documentType_isRefused() =>
        Assert.Equal(UnreadableReason.Damaged, Fail(new DocxBuilder()
            .Part("word/document.xml", $"<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><w:document xmlns:w=\"{Transitional}\"><w:body>{P("&x;")}</w:body></w:document>").Build()).Reason);

    [Fact]
    public void Read_partThatInflatesBeyondTheLimit_isTooLarge()
    {
        var bytes = new DocxBuilder().Body(P(new string('0', 2_000_000))).Build();
        var error = Fail(bytes, new ReadingLimits { TextBytes = 1_000_000 });

        Assert.Equal(UnreadableReason.TooLarge, error.Reason);
        Assert.True(bytes.Length < 10_000);
    }

    [Fact]
    public void Read_fileBeyondTheLimit_isTooLarge() =>
        Assert.Equal(UnreadableReason.TooLarge, Fail(new DocxBuilder().Body(P("甲")).Build(), new ReadingLimits { FileBytes = 100 }).Reason);

    [Theory]
    [InlineData("w:sdt")]
    [InlineData("w:tbl")]
    [InlineData("w:rPr")]
    [InlineData("w:del")]
    [InlineData("x:y")]
    public void Read_nestingBeyondTheLimit_isTooLarge(string name)
    {
        var body = string.Concat(Enumerable.Repeat($"<{name}>", 100_000)) + string.Concat(Enumerable.Repeat($"</{name}>", 100_000));

        Assert.Equal(UnreadableReason.TooLarge, Fail(new DocxBuilder().Body(body).Build()).Reason);
    }

    [Fact]
    public void Read_nestingWithinTheLimit_isRead()
    {
        var body = P("底");
        for (var depth = 0; depth < 40; depth++)
        {
            body = depth % 2 == 0
                ? Tbl(Tr($"<w:tc>{body}</w:tc>", Tc(depth.ToString(CultureInfo.InvariantCulture))))
                : $"<w:p><w:r><v:textbox><w:txbxContent>{body}</w:txbxContent></v:textbox></w:r></w:p>";
        }

        Assert.Equal(20, ReadBody(body).Blocks.OfType<TableBlock>().Count());
    }

    [Fact]
    public void Read_cancelled_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var document = Document(new DocxBuilder().Body(string.Concat(Enumerable.Repeat(P("甲"), 5000))).Build());

        Assert.Throws<OperationCanceledException>(() => new DocxReader().Read(document, new ReadingLimits(), source.Token));
    }

    [Theory]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.NoCompression)]
    public void Read_cutAnywhere_isRecognisedAndDamaged(CompressionLevel level)
    {
        var whole = Rich(level);
        for (var length = 60; length < whole.Length; length += 97)
        {
            var bytes = whole[..length];

            Assert.True(new DocxReader().Recognises(bytes), $"cut at {length}");
            Assert.Equal(UnreadableReason.Damaged, Fail(bytes).Reason);
        }
    }

    [Theory]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.NoCompression)]
    public void Read_anyFlippedBytes_readOrRefusedByName(CompressionLevel level)
    {
        var whole = Rich(level);
        var reader = new DocxReader();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 4].Sample(flips =>
        {
            var bytes = whole.AsSpan().ToArray();
            foreach (var (at, value) in flips)
            {
                bytes[at] ^= value;
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

    // Flips in the XML itself, below the checksum: what a broken producer writes rather than what a broken line loses.
    [Fact]
    public void Read_anyDamagedXml_readOrRefusedByName()
    {
        var xml = Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"{Transitional}\" xmlns:v=\"v\"><w:body>{RichBody}</w:body></w:document>");
        var reader = new DocxReader();
        Gen.Select(Gen.Int[0, xml.Length - 1], Gen.OneOf(Gen.Byte, Gen.Int[0, Marks.Length - 1].Select(i => (byte)Marks[i]))).Array[1, 3].Sample(flips =>
        {
            var damaged = xml.AsSpan().ToArray();
            foreach (var (at, value) in flips)
            {
                damaged[at] = value;
            }

            try
            {
                reader.Read(Document(new DocxBuilder { Level = CompressionLevel.NoCompression }.Part("word/document.xml", damaged).Build()), new ReadingLimits(), default);
            }
            catch (UnreadableDocumentException error)
            {
                Assert.NotEmpty(error.Text.Zh);
            }
        }, iter: 1000);
    }

    /// <summary>Any grid, written the way Word writes it, comes back as the same grid.</summary>
    [Fact]
    public void Read_anyGridWrittenAsWordDoes_givesTheSameGrid() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[1, 6], Gen.Int[0, int.MaxValue]).Where(size => size.Item1 * size.Item2 > 1).Sample((rows, columns, seed) =>
        {
            var grid = RandomGrid(rows, columns, new Random(seed));
            if (grid.Cells.Count == 1)
            {
                return;
            }

            var read = ReadTable(Written(grid));

            Assert.Empty(read.Guesses);
            Assert.Equal((grid.RowCount, grid.ColumnCount), (read.Grid.RowCount, read.Grid.ColumnCount));
            Assert.Equal(grid.Cells.Select(Shape), read.Grid.Cells.Select(Shape));
        });

    private const string Marks = "<>/\"&0 pr";

    private const string RichBody =
        "<w:p><w:pPr><w:pStyle w:val=\"1\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>1</w:t><w:fldChar w:fldCharType=\"end\"/></w:r>"
        + "<w:r><w:footnoteReference w:id=\"1\"/><v:textbox><w:txbxContent><w:p><w:r><w:t>b</w:t></w:r></w:p></w:txbxContent></v:textbox></w:r></w:p>"
        + "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>"
        + "<w:tr><w:tc><w:p/></w:tc><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge/></w:tcPr><w:tbl><w:tr><w:tc><w:p><w:r><w:t>d</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>";

    private static byte[] Rich(CompressionLevel level) => new DocxBuilder { Level = level }
        .Part("[Content_Types].xml", "<Types/>")
        .Relationships("_rels/.rels", ("x/officeDocument", "word/document.xml"))
        .Styles("<w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>")
        .Numbering("<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>")
        .Footnotes($"<w:footnote w:id=\"1\">{P("注")}</w:footnote>")
        .Body(RichBody)
        .Build();

    private static (int, int, int, int, string) Shape(TableCell cell) => (cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text);

    // Cells grow from the first free position as far as chance and their neighbours let them.
    private static TableGrid RandomGrid(int rows, int columns, Random random)
    {
        var covered = new bool[rows, columns];
        var cells = new List<TableCell>();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (covered[row, column])
                {
                    continue;
                }

                var width = 1;
                while (column + width < columns && !covered[row, column + width] && random.Next(3) == 0)
                {
                    width++;
                }

                var height = 1;
                while (row + height < rows && random.Next(3) == 0)
                {
                    height++;
                }

                for (var i = 0; i < height * width; i++)
                {
                    covered[row + (i / width), column + (i % width)] = true;
                }

                cells.Add(new TableCell(row, column, height, width, random.Next(4) == 0 ? "" : $"{row}.{column}", default));
            }
        }

        Assert.True(TableGrid.TryCreate(rows, columns, cells, out var grid, out var problem), problem);
        return grid;
    }

    private static string Written(TableGrid grid)
    {
        var rows = new string[grid.RowCount];
        for (var row = 0; row < grid.RowCount; row++)
        {
            for (var column = 0; column < grid.ColumnCount;)
            {
                var cell = grid[row, column];
                var merge = cell.RowSpan == 1 ? "" : row == cell.Row ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>";
                rows[row] += Tc(row == cell.Row ? cell.Text : "", (cell.ColumnSpan == 1 ? "" : Span(cell.ColumnSpan)) + merge);
                column += cell.ColumnSpan;
            }

            rows[row] = Tr(rows[row]);
        }

        return Tbl(rows);
    }

    private static byte[] Encode(string name, string body)
    {
        var encoding = Encoding.GetEncoding(name);
        return [.. encoding.GetPreamble(), .. encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"{name}\"?><w:document xmlns:w=\"{Transitional}\"><w:body>{body}</w:body></w:document>")];
    }

    private static UnreadableDocumentException Fail(byte[] bytes, ReadingLimits? limits = null) =>
        Assert.Throws<UnreadableDocumentException>(() => new DocxReader().Read(Document(bytes), limits ?? new ReadingLimits(), default));

    /// <summary>Memory that does not own up to an array, as of a mapped file.</summary>
    private sealed class ForeignMemory(byte[] bytes) : MemoryManager<byte>
    {
        public override Span<byte> GetSpan() => bytes;

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
