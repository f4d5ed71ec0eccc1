using System.Buffers.Binary;
using System.Text;
using Gouji.Extract.Readers;
using Gouji.Model;

namespace Gouji.Extract.Tests.Doc;

/// <summary>
/// Writes a binary Word document ([MS-DOC]) from runs and paragraph marks, with as many pieces, properties and tables as a test asks for.
/// </summary>
internal sealed class DocBuilder
{
    private const int TextAt = 1024;

    private readonly List<(string Text, byte[] Changes)> _runs = [];
    private readonly List<(int End, int Style, byte[] Changes)> _paragraphs = [];
    private readonly List<(int Start, bool Compressed, ushort Prm)> _pieces = [(0, false, 0)];
    private readonly List<byte[]> _prcs = [];
    private readonly SortedDictionary<int, byte[]> _tables = [];
    private readonly int[] _lengths = new int[8];
    private int _story;
    private int _length;

    public ushort Identifier { get; set; } = 0xA5EC;

    public ushort Version { get; set; } = 0xC1;

    public ushort Flags { get; set; } = 0x1200;

    public byte[] Data { get; set; } = [];

    /// <summary>Whether the pieces lie in the file in backward order.</summary>
    public bool PiecesBackwards { get; set; }

    public CompoundBuilder Container { get; set; } = new();

    /// <summary>Bytes before the levels of lists, which follow the table of lists uncounted.</summary>
    public byte[] ListLevels { get; set; } = [];

    public int Length => _length;

    // A change of properties: its code and operand.
    public static byte[] Sprm(int code, params byte[] operand) => [.. Word(code), .. operand];

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(static part => part)];

    public static byte[] Word(int value) => [(byte)(value & 0xFF), (byte)((value >> 8) & 0xFF)];

    public static byte[] Long(int value) => [.. Word(value), .. Word(value >> 16)];

    public static byte[] InTable(int depth = 1) => Join(Sprm(0x2416, 1), Sprm(0x6649, Long(depth)));

    /// <summary>sprmTDefTable: edges, and the flags of cells.</summary>
    public static byte[] Row(int[] edges, params int[] flags)
    {
        byte[] cells = [.. flags.SelectMany(static flag => (byte[])[.. Word(flag), .. new byte[18]])];
        byte[] rest = [(byte)(edges.Length - 1), .. edges.SelectMany(Word), .. cells];
        return Sprm(0xD608, [.. Word(rest.Length + 1), .. rest]);
    }

    public DocBuilder Run(string text, params byte[][] changes)
    {
        _runs.Add((text, Join(changes)));
        _length += text.Length;
        _lengths[_story] += text.Length;
        return this;
    }

    /// <summary>Ends a paragraph with a mark that has properties of its own as a run.</summary>
    public DocBuilder Mark(string mark, int style, byte[] changes, params byte[][] ofRun)
    {
        Run(mark, ofRun);
        _paragraphs.Add((_length, style, changes));
        return this;
    }

    public DocBuilder P(string text, params byte[][] changes) => Run(text).Mark("\r", 0, Join(changes));

    public DocBuilder Styled(string text, int style, params byte[][] changes) => Run(text).Mark("\r", style, Join(changes));

    public DocBuilder Cell(string text) => Run(text).Mark("\u0007", 0, InTable());

    public DocBuilder EndRow(byte[] definition, params byte[][] ofRun) => Mark("\u0007", 0, Join(InTable(), Sprm(0x2417, 1), definition), ofRun);

    /// <summary>A row of cells of one inch each.</summary>
    public DocBuilder Row(params string[] cells)
    {
        foreach (var cell in cells)
        {
            Cell(cell);
        }

        return EndRow(Row([.. Enumerable.Range(0, cells.Length + 1).Select(static i => i * 1440)]));
    }

    /// <summary>Begins the next piece of text.</summary>
    public DocBuilder Piece(bool compressed = false, int prm = 0)
    {
        if (_pieces[^1].Start == _length)
        {
            _pieces.RemoveAt(_pieces.Count - 1);
        }

        _pieces.Add((_length, compressed, (ushort)prm));
        return this;
    }

    /// <summary>Adds a list of changes for pieces; the result goes into their prm.</summary>
    public int Changes(params byte[][] changes)
    {
        _prcs.Add(Join(changes));
        return ((_prcs.Count - 1) << 1) | 1;
    }

    /// <summary>Goes on with another text: 0 main, 1 footnotes, 2 headers, 4 comments, 5 endnotes, 6 text boxes.</summary>
    public DocBuilder Story(int story)
    {
        _story = story;
        return this;
    }

    /// <summary>Puts a table into the table stream by its number in the file information block.</summary>
    public DocBuilder Table(int kind, params byte[][] parts)
    {
        _tables[kind] = Join(parts);
        return this;
    }

    /// <summary>Writes styles: kind, base, built-in number, changes of the paragraph, changes of its characters.</summary>
    public DocBuilder Styles(params (int Kind, int Base, int BuiltIn, byte[] OfParagraph, byte[] OfRun)[] styles)
    {
        byte[] table = [.. Word(18), .. Word(styles.Length), .. Word(10), .. new byte[14]];
        for (var i = 0; i < styles.Length; i++)
        {
            var (kind, parent, builtIn, ofParagraph, ofRun) = styles[i];
            byte[] style = [.. Word(builtIn), .. Word(kind | (parent << 4)), .. Word(kind == 1 ? 2 : 1), .. Word(0), .. Word(0), .. Word(1), .. Word('x'), .. Word(0)];
            if (kind == 1)
            {
                style = [.. style, .. Word(ofParagraph.Length + 2), .. Word(i), .. ofParagraph, .. new byte[ofParagraph.Length & 1]];
            }

            style = [.. style, .. Word(ofRun.Length), .. ofRun, .. new byte[ofRun.Length & 1]];
            table = [.. table, .. Word(style.Length), .. style];
        }

        return Table(1, table);
    }

    public DocumentContent Read() => new DocReader().Read(Document(Build()), new ReadingLimits(), default);

    public static FetchedDocument Document(byte[] bytes) => new("x.doc", bytes, new string('0', 64));

    public byte[] Build()
    {
        var text = string.Concat(_runs.Select(static run => run.Text));
        var main = new MemoryStream();
        main.SetLength(TextAt);
        main.Position = TextAt;
        var offsets = WriteText(main, text);
        var chpx = new MemoryStream();
        var papx = new MemoryStream();
        WritePages(main, chpx, Runs(), offsets, isParagraph: false);
        WritePages(main, papx, _paragraphs, offsets, isParagraph: true);
        _tables[12] = chpx.ToArray();
        _tables[13] = papx.ToArray();
        _tables[33] = Clx(offsets, text.Length);
        main.SetLength(Math.Max(main.Length, 4096));
        var bytes = main.ToArray();
        var table = WriteInformation(bytes);
        Container.Stream("WordDocument", bytes).Stream((Flags & 0x200) != 0 ? "1Table" : "0Table", table);
        if (Data.Length > 0)
        {
            Container.Stream("Data", Data);
        }

        return Container.Build();
    }

    private IEnumerable<(int End, int Style, byte[] Changes)> Runs()
    {
        var end = 0;
        foreach (var (text, changes) in _runs)
        {
            end += text.Length;
            if (text.Length > 0)
            {
                yield return (end, 0, changes);
            }
        }
    }

    private int PieceEnd(int index) => index + 1 < _pieces.Count ? _pieces[index + 1].Start : _length;

    // Offset of the first character of each piece.
    private int[] WriteText(MemoryStream main, string text)
    {
        var offsets = new int[_pieces.Count];
        var order = Enumerable.Range(0, _pieces.Count);
        foreach (var i in PiecesBackwards ? order.Reverse() : order)
        {
            var part = text[_pieces[i].Start..PieceEnd(i)];
            offsets[i] = (int)main.Position;
            main.Write(_pieces[i].Compressed ? Encoding.Latin1.GetBytes(part) : Encoding.Unicode.GetBytes(part));
            main.Position += main.Position & 1;
        }

        return offsets;
    }

    // Properties by offset, one to a page: pages are cheap here.
    private void WritePages(MemoryStream main, MemoryStream table, IEnumerable<(int End, int Style, byte[] Changes)> entries, int[] offsets, bool isParagraph)
    {
        var runs = new List<(int Start, int End, int Style, byte[] Changes)>();
        var start = 0;
        foreach (var (end, style, changes) in entries)
        {
            for (var i = 0; i < _pieces.Count; i++)
            {
                var (from, to) = (Math.Max(start, _pieces[i].Start), Math.Min(end, PieceEnd(i)));
                if (from < to)
                {
                    var width = _pieces[i].Compressed ? 1 : 2;
                    runs.Add((offsets[i] + ((from - _pieces[i].Start) * width), offsets[i] + ((to - _pieces[i].Start) * width), style, changes));
                }
            }

            start = end;
        }

        runs.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        var pages = new List<int>();
        foreach (var run in runs)
        {
            pages.Add(WritePage(main, run, isParagraph));
        }

        foreach (var run in runs)
        {
            table.Write(Long(run.Start));
        }

        table.Write(Long(runs.Count == 0 ? 0 : runs[^1].End));
        foreach (var page in pages)
        {
            table.Write(Long(page));
        }
    }

    private static int WritePage(MemoryStream main, (int Start, int End, int Style, byte[] Changes) run, bool isParagraph)
    {
        var page = new byte[512];
        BinaryPrimitives.WriteInt32LittleEndian(page, run.Start);
        BinaryPrimitives.WriteInt32LittleEndian(page.AsSpan(4), run.End);
        byte[] entry = isParagraph
            ? [.. (run.Changes.Length & 1) == 1 ? (byte[])[(byte)((run.Changes.Length + 3) / 2)] : [0, (byte)((run.Changes.Length + 2) / 2)], .. Word(run.Style), .. run.Changes]
            : [(byte)run.Changes.Length, .. run.Changes];
        var at = (510 - entry.Length) & ~1;
        entry.CopyTo(page.AsSpan(at));
        page[8] = (byte)(at / 2);
        page[511] = 1;
        var number = (int)((main.Length + 511) / 512);
        main.SetLength(number * 512);
        main.Position = main.Length;
        main.Write(page);
        return number;
    }

    private byte[] Clx(int[] offsets, int length)
    {
        var clx = new MemoryStream();
        foreach (var prc in _prcs)
        {
            clx.Write([1, .. Word(prc.Length), .. prc]);
        }

        clx.Write([2, .. Long(((_pieces.Count + 1) * 4) + (_pieces.Count * 8))]);
        foreach (var piece in _pieces)
        {
            clx.Write(Long(piece.Start));
        }

        clx.Write(Long(length));
        for (var i = 0; i < _pieces.Count; i++)
        {
            clx.Write([0, 0, .. Long(_pieces[i].Compressed ? (offsets[i] * 2) | 0x40000000 : offsets[i]), .. Word(_pieces[i].Prm)]);
        }

        return clx.ToArray();
    }

    private byte[] WriteInformation(Span<byte> main)
    {
        const int Pairs = 154;
        const int PairCount = 0x5D;
        BinaryPrimitives.WriteUInt16LittleEndian(main, Identifier);
        BinaryPrimitives.WriteUInt16LittleEndian(main[2..], Version);
        BinaryPrimitives.WriteUInt16LittleEndian(main[10..], Flags);
        BinaryPrimitives.WriteUInt16LittleEndian(main[32..], 14);
        BinaryPrimitives.WriteUInt16LittleEndian(main[62..], 22);
        for (var i = 0; i < _lengths.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(main[(76 + (i * 4))..], _lengths[i]);
        }

        BinaryPrimitives.WriteUInt16LittleEndian(main[152..], PairCount);
        var table = new MemoryStream();
        foreach (var (kind, content) in _tables)
        {
            BinaryPrimitives.WriteInt32LittleEndian(main[(Pairs + (kind * 8))..], (int)table.Position);
            BinaryPrimitives.WriteInt32LittleEndian(main[(Pairs + (kind * 8) + 4)..], content.Length);
            table.Write(content);
            if (kind == 73)
            {
                table.Write(ListLevels);
            }
        }

        return table.ToArray();
    }
}
