using System.Text;
using Gouji.CorpusGenerator.Disclosure;

namespace Gouji.CorpusGenerator.Writers;

/// <summary>
/// A binary Word document ([MS-DOC]): one piece of text, properties of paragraphs in pages of 512 bytes. The mark that ends a row tells the
/// edges of the cells that the row has, so a row that lost its end ends early.
/// </summary>
internal sealed class DocWriter
{
    private const int PageBytes = 512;
    private const int TextAt = 1024;
    private const int PairsAt = 154;
    private const int PairCount = 0x5D;

    /// <summary>The width of the text on an A4 page in portrait, in twentieths of a point.</summary>
    private const int TextWidth = 9638;

    private static readonly byte[] InTable = [0x16, 0x24, 1];
    private static readonly byte[] Centred = [0x03, 0x24, 1];

    private readonly StringBuilder _text = new();
    private readonly List<(int End, byte[] Changes)> _paragraphs = [];

    private readonly bool _isFastSaved;

    private DocWriter(Document document, bool isFastSaved)
    {
        _isFastSaved = isFastSaved;
        Block? previous = null;
        foreach (var block in document.Blocks)
        {
            if (block is Paragraph paragraph)
            {
                Add(paragraph.Text, '\r', paragraph.Style is ParagraphStyle.Title or ParagraphStyle.TableTitle ? Centred : []);
            }
            else if (block is Table table)
            {
                if (previous is Table)
                {
                    // Two tables with nothing between would be one table.
                    Add("", '\r', []);
                }

                Add(table);
            }

            previous = block;
        }

        Add("", '\r', []);
    }

    /// <param name="document">The document.</param>
    /// <param name="isFastSaved">Whether its text is in two pieces, the second one first, as an editor leaves it that appends what changed.</param>
    public static byte[] Write(Document document, bool isFastSaved = false) => new DocWriter(document, isFastSaved).Write();

    private void Add(string text, char mark, byte[] changes)
    {
        _text.Append(text).Append(mark);
        _paragraphs.Add((_text.Length, changes));
    }

    private void Add(Table table)
    {
        var weights = ColumnWeights.Of(table);
        var (sum, before) = (weights.Sum(), 0);
        int[] edges = [0, .. weights.Select(weight => TextWidth * (before += weight) / sum)];
        foreach (var slots in table.Layout())
        {
            foreach (var slot in slots)
            {
                var lines = slot.Continues ? [""] : slot.Cell.Text.Split('\n');
                foreach (var line in lines[..^1])
                {
                    Add(line, '\r', InTable);
                }

                Add(lines[^1], '\u0007', InTable);
            }

            Add("", '\u0007', [.. InTable, 0x17, 0x24, 1, .. Definition(slots, edges)]);
        }
    }

    // sprmTDefTable (2.9.322): the edges, then for each cell its flags, its width and four borders.
    private static byte[] Definition(IReadOnlyList<Slot> slots, int[] edges)
    {
        byte[] border = [4, 1, 0, 0];
        byte[] definition =
        [
            (byte)slots.Count, 0, 0, .. slots.SelectMany(slot => Word(edges[slot.Column + slot.Cell.ColumnSpan])),
            .. slots.SelectMany(slot => (byte[])[.. Word(slot.Continues ? 0x20 : slot.Cell.RowSpan > 1 ? 0x60 : 0), 0, 0, .. border, .. border, .. border, .. border]),
        ];
        return [0x08, 0xD6, .. Word(definition.Length + 1), .. definition];
    }

    private byte[] Write()
    {
        using var main = new MemoryStream();
        main.Write(new byte[TextAt]);
        var text = _text.ToString();
        var (middle, pieces) = Pieces();
        main.Write(Encoding.Unicode.GetBytes(text[middle..] + text[..middle]));
        var end = (int)main.Length;
        byte[] characters = [.. Long(TextAt), .. Long(end), .. new byte[PageBytes - 9], 1];
        var characterPage = Put(main, characters);
        var tables = new SortedDictionary<int, byte[]>
        {
            // The styles: one, Normal (2.4.6.5, 2.9.271).
            [1] = [.. Word(18), .. Word(15), .. Word(10), .. Word(1), .. Word(0x5B), .. Word(15), .. Word(0), .. new byte[6], .. Normal(), .. Enumerable.Repeat(Word(0), 14).SelectMany(none => none)],
            [6] = [.. Long(0), .. Long(_text.Length), 0, 0, .. Long(-1), 0, 0, .. Long(0)],
            [12] = [.. Long(TextAt), .. Long(end), .. Long(characterPage)],
            [13] = Pages(main),
            [15] = Fonts("SimSun"),
            [31] = new byte[500],
            [33] = pieces,
        };
        var bytes = main.ToArray();
        var table = Information(bytes, end, tables);
        return CompoundFileWriter.Write(("1Table", table), ("WordDocument", bytes));
    }

    private static byte[] Normal()
    {
        byte[] name = [.. Word(6), .. Encoding.Unicode.GetBytes("Normal"), 0, 0];
        byte[] style = [.. Word(0), .. Word(1 | (0xFFF << 4)), .. Word(2), .. Word(0), .. Word(0), .. name, .. Word(2), .. Word(0), .. Word(0)];
        return [.. Word(style.Length), .. style];
    }

    // SttbfFfn (2.9.286): the fixed part of a font is 39 bytes, its last ones are left 0.
    private static byte[] Fonts(string name)
    {
        byte[] font = [0, 0x90, 1, 134, 0, .. new byte[34], .. Encoding.Unicode.GetBytes(name), 0, 0];
        return [.. Word(1), .. Word(0), (byte)font.Length, .. font];
    }

    // Pages of properties (PapxFkp, 2.9.174), and the table that finds them.
    private byte[] Pages(MemoryStream main)
    {
        var starts = new List<int>();
        var pages = new List<int>();
        var next = 0;
        while (next < _paragraphs.Count)
        {
            starts.Add(OffsetOf(next));
            var (page, count) = Page(next);
            pages.Add(Put(main, page));
            next += count;
        }

        return [.. starts.SelectMany(Long), .. Long(OffsetOf(next)), .. pages.SelectMany(Long)];
    }

    private (byte[] Page, int Count) Page(int first)
    {
        const int EntryBytes = 13;
        var page = new byte[PageBytes];
        var places = new List<int>();
        var known = new Dictionary<string, int>();
        var free = PageBytes - 1;
        for (var i = first; i < _paragraphs.Count; i++)
        {
            var changes = _paragraphs[i].Changes;
            var name = Convert.ToHexString(changes);
            if (!known.TryGetValue(name, out var place))
            {
                byte[] entry = [.. (changes.Length & 1) == 1 ? (byte[])[(byte)((changes.Length + 3) / 2)] : [0, (byte)((changes.Length + 2) / 2)], 0, 0, .. changes];
                place = (free - entry.Length) & ~1;
                if (place < ((places.Count + 2) * sizeof(int)) + ((places.Count + 1) * EntryBytes))
                {
                    break;
                }

                entry.CopyTo(page, place);
                known.Add(name, place);
                free = place;
            }
            else if (free < ((places.Count + 2) * sizeof(int)) + ((places.Count + 1) * EntryBytes))
            {
                break;
            }

            places.Add(place);
        }

        for (var i = 0; i <= places.Count; i++)
        {
            Long(OffsetOf(first + i)).CopyTo(page, i * sizeof(int));
            if (i < places.Count)
            {
                page[((places.Count + 1) * sizeof(int)) + (i * EntryBytes)] = (byte)(places[i] / 2);
            }
        }

        page[PageBytes - 1] = (byte)places.Count;
        return (page, places.Count);
    }

    // The piece table (2.9.38). The paragraphs are put into the order in which they lie in the file.
    private (int Middle, byte[] Table) Pieces()
    {
        if (!_isFastSaved)
        {
            return (0, [2, .. Long(16), .. Long(0), .. Long(_text.Length), 0, 0, .. Long(TextAt), 0, 0]);
        }

        var half = _paragraphs.Count / 2;
        var (middle, length) = (_paragraphs[half - 1].End, _text.Length);
        var moved = _paragraphs[half..].Select(paragraph => (paragraph.End - middle, paragraph.Changes)).Concat(_paragraphs[..half].Select(paragraph => (paragraph.End + length - middle, paragraph.Changes))).ToList();
        _paragraphs.Clear();
        _paragraphs.AddRange(moved);
        return (middle, [2, .. Long(28), .. Long(0), .. Long(middle), .. Long(length), 0, 0, .. Long(TextAt + (2 * (length - middle))), 0, 0, 0, 0, .. Long(TextAt), 0, 0]);
    }

    private int OffsetOf(int paragraph) => TextAt + (2 * (paragraph == 0 ? 0 : _paragraphs[paragraph - 1].End));

    /// <summary>Puts a page at the next multiple of its size; its number.</summary>
    private static int Put(MemoryStream main, byte[] page)
    {
        var number = (int)((main.Length + PageBytes - 1) / PageBytes);
        main.SetLength(number * PageBytes);
        main.Position = main.Length;
        main.Write(page);
        return number;
    }

    // The file information block (2.5): what begins the main stream, and where in the table stream each table is.
    private byte[] Information(byte[] main, int end, SortedDictionary<int, byte[]> tables)
    {
        byte[] head = [.. Word(0xA5EC), .. Word(0xC1), 0, 0, .. Word(0x804), 0, 0, .. Word(_isFastSaved ? 0x1204 : 0x1200), .. Word(0xBF)];
        head.CopyTo(main, 0);
        Long(TextAt).CopyTo(main, 24);
        Long(end).CopyTo(main, 28);
        Word(14).CopyTo(main, 32);
        Word(22).CopyTo(main, 62);
        Long(main.Length).CopyTo(main, 64);
        Long(_text.Length).CopyTo(main, 76);
        Word(PairCount).CopyTo(main, PairsAt - 2);
        using var stream = new MemoryStream();
        foreach (var (number, table) in tables)
        {
            Long((int)stream.Position).CopyTo(main, PairsAt + (number * 8));
            Long(table.Length).CopyTo(main, PairsAt + (number * 8) + 4);
            stream.Write(table);
        }

        return stream.ToArray();
    }

    private static byte[] Word(int value) => [(byte)(value & 0xFF), (byte)((value >> 8) & 0xFF)];

    private static byte[] Long(int value) => [.. Word(value), .. Word(value >> 16)];
}
