using CsCheck;
using Gouji.Extract.Readers;
using Gouji.Extract.Tests.Doc;
using Gouji.Extract.Tests.Docx;
using Gouji.Model;
using static Gouji.Extract.Tests.Doc.DocBuilder;

namespace Gouji.Extract.Tests.Readers;

public sealed class DocReaderTests
{
    [Fact]
    public void Read_document_givesFormatDigestAndBlocksInOrder()
    {
        var content = new DocBuilder().P("一").Row("甲", "乙").Row("丙", "丁").P("二").Read();

        Assert.Equal(("doc", new string('0', 64)), (content.Format, content.Sha256));
        Assert.Equal(["一", "[甲|乙 / 丙|丁]", "二"], Drawn.Blocks(content));
        Assert.Empty(content.Notes);
    }

    [Fact]
    public void Read_positions_countParagraphsAndCharacters()
    {
        var content = new DocBuilder().P("一").Row("甲", "乙").Run("\u0013PAGE\u0014").P("\u0015二").Read();

        Assert.Equal(new SourcePosition(null, 1, 1), content.Blocks[0].Source);
        Assert.Equal(new SourcePosition(null, 3, 1), Assert.IsType<TableBlock>(content.Blocks[1]).Grid[0, 1].Source);
        Assert.Equal(new SourcePosition(null, 5, 8), content.Blocks[2].Source);
    }

    [Fact]
    public void Recognises_wordDocument_alone()
    {
        var reader = new DocReader();

        Assert.True(reader.Recognises(new DocBuilder().P("甲").Build()));
        Assert.False(reader.Recognises(new CompoundBuilder { Embedded = "WordDocument" }.Stream("Workbook", new byte[5000]).Build()));
        Assert.False(reader.Recognises("PK\x03\x04"u8));
        Assert.False(reader.Recognises([]));
    }

    [Fact]
    public void DocumentExtractor_wordDocument_isReadByThisReader() =>
        Assert.Equal("doc", new DocumentExtractor().Read(Document(new DocBuilder().P("甲").Build())).Format);

    [Theory]
    [InlineData(0x1300)]
    [InlineData(0x9300)]
    public void Read_encryptedOrObfuscated_isEncrypted(int flags) =>
        Assert.Equal(UnreadableReason.Encrypted, Fail(new DocBuilder { Flags = (ushort)flags }.P("甲")).Reason);

    [Theory]
    [InlineData(0xA5EC, 0x65)]
    [InlineData(0xA5EC, 0x68)]
    [InlineData(0xA5DC, 0x68)]
    [InlineData(0xA5DB, 0x2D)]
    [InlineData(0xA699, 0x65)]
    public void Read_earlierVersionOfWord_isNamedAndAdvised(int identifier, int version)
    {
        var error = Fail(new DocBuilder { Identifier = (ushort)identifier, Version = (ushort)version }.P("甲"));

        Assert.Equal(UnreadableReason.UnknownFormat, error.Reason);
        Assert.Contains("Word 6.0/95", error.Text.Zh, StringComparison.Ordinal);
        Assert.Contains(".docx", error.Text.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0xC0)]
    [InlineData(0xC2)]
    [InlineData(0x112)]
    public void Read_anyVersionSinceWord97_isRead(int version) =>
        Assert.Equal(["甲"], Drawn.Blocks(new DocBuilder { Version = (ushort)version }.P("甲").Read()));

    [Theory]
    [InlineData(0x1000)]
    [InlineData(0x1200)]
    public void Read_tablesInEitherStream_areFound(int flags) =>
        Assert.Equal(["甲"], Drawn.Blocks(new DocBuilder { Flags = (ushort)flags }.P("甲").Read()));

    [Fact]
    public void Read_fileBeyondTheLimit_isTooLarge() =>
        Assert.Equal(UnreadableReason.TooLarge, Fail(new DocBuilder().P("甲"), new ReadingLimits { FileBytes = 100 }).Reason);

    [Fact]
    public void Read_textBeyondTheLimit_isTooLarge() =>
        Assert.Equal(UnreadableReason.TooLarge, Fail(new DocBuilder().P(new string('0', 1000)), new ReadingLimits { TextBytes = 1000 }).Reason);

    [Fact]
    public void Read_tablesBeyondTheLimitOfDepth_areTooLarge() =>
        Assert.Equal(UnreadableReason.TooLarge, Fail(new DocBuilder().P("甲", InTable(1000))).Reason);

    [Fact]
    public void Read_cancelled_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => new DocReader().Read(Document(new DocBuilder().P("甲").Build()), new ReadingLimits(), source.Token));
    }

    [Fact]
    public void Read_cutAnywhere_isRecognisedAndDamaged()
    {
        var whole = Rich().Build();
        for (var length = 600; length < whole.Length - 512; length += 511)
        {
            var bytes = whole[..length];

            Assert.True(new DocReader().Recognises(bytes), $"cut at {length}");
            Assert.Equal(UnreadableReason.Damaged, Assert.Throws<UnreadableDocumentException>(() => Read(bytes)).Reason);
        }
    }

    [Fact]
    public void Read_anyFlippedBytes_readOrRefusedByName()
    {
        var whole = Rich().Build();
        var reader = new DocReader();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 4].Sample(flips =>
        {
            var bytes = whole.AsSpan().ToArray();
            foreach (var (at, value) in flips)
            {
                bytes[at] ^= value;
            }

            ReadOrRefused(reader, bytes);
        }, iter: 3000);
    }

    // Offsets, counts and lengths fill the information block and the table stream: there most flips go astray.
    [Fact]
    public void Read_anyDamagedTables_readOrRefusedByName()
    {
        var whole = Rich().Build();
        var reader = new DocReader();
        var places = Enumerable.Range(512, 900).Concat(Enumerable.Range(whole.Length - 4096, 4096)).ToArray();
        Gen.Select(Gen.Int[0, places.Length - 1], Gen.OneOf(Gen.Const((byte)0), Gen.Const((byte)1), Gen.Const((byte)0x7F), Gen.Const((byte)0xFF), Gen.Byte)).Array[1, 3].Sample(flips =>
        {
            var bytes = whole.AsSpan().ToArray();
            foreach (var (at, value) in flips)
            {
                bytes[places[at]] = value;
            }

            ReadOrRefused(reader, bytes);
        }, iter: 3000);
    }

    /// <summary>Any grid, written with the edges of its cells row by row, comes back as the same grid.</summary>
    [Fact]
    public void Read_anyGridWrittenByItsEdges_givesTheSameGrid() =>
        Gen.Select(Gen.Int[2, 6], Gen.Int[1, 6], Gen.Int[0, int.MaxValue]).Sample((rows, columns, seed) =>
        {
            var random = new Random(seed);
            var grid = RandomGrids.Next(rows, columns, random);
            var builder = new DocBuilder();
            for (var row = 0; row < rows; row++)
            {
                Write(builder, grid, row, random.Next(2) == 0);
            }

            var read = Assert.IsType<TableBlock>(Assert.Single(builder.P("").Read().Blocks));

            Assert.Equal((grid.RowCount, grid.ColumnCount), (read.Grid.RowCount, read.Grid.ColumnCount));
            Assert.Equal(grid.Cells.Select(Shape), read.Grid.Cells.Select(Shape));
            Assert.Empty(read.Guesses);
        }, iter: 300);

    /// <summary>A document with something of everything that is read.</summary>
    private static DocBuilder Rich()
    {
        var builder = new DocBuilder { Data = [.. Word(4), .. Sprm(0x2416, 1), 0] };
        var prm = builder.Changes(Sprm(0x0800, 1));
        return builder
            .Styles((1, 0xFFF, 0, [], []), (1, 0, 1, Sprm(0x2640, 0), []), (2, 0xFFF, 65, [], Sprm(0x083C, 1)))
            .Styled("标题", 1)
            .P("一", Sprm(0x460B, Word(1)))
            .Run("\u0013PAGE\u0014").P("1\u0015")
            .Run("hidden", Sprm(0x4A30, Word(2))).Run("(", Sprm(0x0855, 1), Sprm(0x6A09, 0, 0, 0xFE, 0xF0)).P("\u0002\u0008\u0001")
            .Run("内").Mark("\r", 0, Join(InTable(2), Sprm(0x244B, 1))).Mark("\r", 0, Join(InTable(2), Sprm(0x244B, 1), Sprm(0x244C, 1), Row([0, 500])))
            .Cell("外").Cell("乙").EndRow(Row([0, 1000, 2000], 0x60, 0))
            .Cell("").Cell("丙").EndRow(Join(Row([0, 1000, 2000], 0x20, 0), Sprm(0x7621, 0, 1, 0, 1), Sprm(0x5622, 0, 1)))
            .P("data", Sprm(0x6646, Long(0)))
            .Piece(compressed: true).P("plain")
            .Piece(prm: prm).P("deleted")
            .Piece().P("完")
            .Table(2, Long(12), Long(100), Word(1)).Table(3, Long(0), Long(3), Long(4)).Story(1).P("\u0002注")
            .Table(40, Long(13), Long(100), Long(77), new byte[22]).Table(56, Long(0), Long(2), Long(3), new byte[14], Long(77), new byte[26]).Story(6).P("框").P("")
            .Table(15, Word(1), Word(0), [(byte)57], new byte[39], Word('W'), Word('i'), Word('n'), Word('g'), Word('d'), Word('i'), Word('n'), Word('g'), Word('s'))
            .Table(73, Word(1), Long(5), Long(5), new byte[18], [1, 0])
            .Table(74, Long(1), Long(5), Long(0), Long(0), Long(0), Long(0));
    }

    private static void Write(DocBuilder builder, TableGrid grid, int row, bool jittered)
    {
        var edges = new List<int> { 0 };
        var flags = new List<int>();
        for (var column = 0; column < grid.ColumnCount;)
        {
            var cell = grid[row, column];
            builder.Cell(row == cell.Row ? cell.Text : "");
            column += cell.ColumnSpan;

            // Word itself takes edges for the same that are three twips apart.
            edges.Add((column * 1000) + (jittered && column < grid.ColumnCount ? 2 : 0));
            flags.Add(cell.RowSpan == 1 ? 0 : row == cell.Row ? 0x60 : 0x20);
        }

        builder.EndRow(Row([.. edges], [.. flags]));
    }

    private static (int, int, int, int, string) Shape(TableCell cell) => (cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text);

    private static DocumentContent Read(byte[] bytes) => new DocReader().Read(Document(bytes), new ReadingLimits(), default);

    private static void ReadOrRefused(DocReader reader, byte[] bytes)
    {
        try
        {
            _ = reader.Recognises(bytes);
            reader.Read(Document(bytes), new ReadingLimits(), default);
        }
        catch (UnreadableDocumentException error)
        {
            Assert.NotEmpty(error.Text.Zh);
        }
    }

    private static UnreadableDocumentException Fail(DocBuilder builder, ReadingLimits? limits = null) =>
        Assert.Throws<UnreadableDocumentException>(() => new DocReader().Read(Document(builder.Build()), limits ?? new ReadingLimits(), default));
}
