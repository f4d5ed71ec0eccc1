using System.Globalization;
using Gouji.Extract.Docx;
using Gouji.Model;

namespace Gouji.Extract.Doc;

/// <summary>An open document: its streams, its text and the tables that describe it.</summary>
internal sealed class WordFile
{
    private readonly Func<ReadOnlyMemory<byte>> _readData;
    private readonly FileInformation _information;
    private readonly Bytes _table;
    private Bytes? _data;

    private WordFile(Bytes main, Bytes table, FileInformation information, Func<ReadOnlyMemory<byte>> readData)
    {
        Main = main;
        _table = table;
        _information = information;
        _readData = readData;
        Pieces = PieceTable.Read(Table(TableKind.Pieces), main, Texts.Total);
        Styles = Styles.Read(Table(TableKind.Styles));
        Fonts = new FontNames(Table(TableKind.Fonts));
        Lists = ListDefinitions.Read(table, information[TableKind.Lists], information[TableKind.ListOverrides]);
        Paragraphs = new PropertyPages(main, Table(TableKind.ParagraphPages), areParagraphs: true);
        Runs = new PropertyPages(main, Table(TableKind.CharacterPages), areParagraphs: false);
        Sections = Plc(TableKind.Sections, 12);
    }

    public Bytes Main { get; }

    public TextLengths Texts => _information.Texts;

    public PieceTable Pieces { get; }

    public Styles Styles { get; }

    public FontNames Fonts { get; }

    public ListDefinitions Lists { get; }

    public PropertyPages Paragraphs { get; }

    public PropertyPages Runs { get; }

    /// <summary>First characters of the sections, in order, and the end of the last one.</summary>
    public int[] Sections { get; }

    /// <exception cref="UnreadableDocumentException">It is of another version, encrypted, damaged or too large.</exception>
    public static WordFile Open(ReadOnlyMemory<byte> file, ReadingLimits limits)
    {
        if (file.Length > limits.FileBytes)
        {
            throw Unreadable.TooLarge($"文件超过{limits.FileBytes}字节", $"the file has more than {limits.FileBytes} bytes");
        }

        var container = CompoundFile.Open(file.Span);
        if (!container.TryFind(DocRecognition.MainStream, out var mainStream))
        {
            throw Unreadable.NotWord("没有WordDocument流", "it has no WordDocument stream");
        }

        var main = new Bytes(container.Read(file, mainStream), DocRecognition.MainStream);
        var information = FileInformation.Read(main);
        var name = information.TableStream;
        if (!container.TryFind(name, out var tableStream))
        {
            throw Unreadable.NotWord($"没有{name}流", $"it has no {name} stream");
        }

        if (information.Texts.AnyNegative)
        {
            throw main.Damage("文本长度为负", "a length of its text is negative");
        }

        if (information.Texts.Total * 2 > limits.TextBytes)
        {
            throw Unreadable.TooLarge(
                string.Create(CultureInfo.InvariantCulture, $"正文有{information.Texts.Total}个字符"),
                string.Create(CultureInfo.InvariantCulture, $"its text has {information.Texts.Total} characters"));
        }

        var table = new Bytes(container.Read(file, tableStream), name);
        return new WordFile(main, table, information, () =>
        {
            var again = CompoundFile.Open(file.Span);
            return again.TryFind("Data", out var data) ? again.Read(file, data) : ReadOnlyMemory<byte>.Empty;
        });
    }

    /// <summary>The bytes of a table; none where the document has none.</summary>
    public Bytes Table(TableKind kind)
    {
        var place = _information[kind];
        return place.Length == 0 ? new Bytes(ReadOnlyMemory<byte>.Empty, _table.Part) : _table.At(place.Offset, place.Length);
    }

    /// <summary>The positions of a table of positions with data of a fixed size each (PLC, 2.2.2): one more than there are data.</summary>
    public int[] Plc(TableKind kind, int dataBytes)
    {
        var table = Table(kind);
        if (table.Length < 4)
        {
            return [];
        }

        var positions = new int[((table.Length - 4) / (4 + dataBytes)) + 1];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = table.I32(i * 4L);
            if (positions[i] < 0 || (i > 0 && positions[i] < positions[i - 1]))
            {
                throw table.Damage("位置表次序有误", "a table of positions is out of order");
            }
        }

        return positions;
    }

    /// <summary>The properties of a paragraph by the offset of its mark, and the row that the mark defines, if it ends one.</summary>
    public ParagraphState ReadParagraph(int offset, byte[] pieceChanges, RowDefinition row)
    {
        row.Clear();
        var run = Paragraphs.At(offset);
        var state = new ParagraphState { Style = run.Style };
        Apply(Main.Span(run.ChangesAt, run.ChangesLength), ref state, row, mayRefer: true);
        Apply(pieceChanges, ref state, row, mayRefer: false);
        return state;
    }

    private void Apply(ReadOnlySpan<byte> list, ref ParagraphState state, RowDefinition row, bool mayRefer)
    {
        var changes = new SprmReader(list);
        while (changes.MoveNext())
        {
            if (changes.Code is SprmCode.HugeProperties or SprmCode.TableProperties)
            {
                // 2.6.2: changes too long for a page lie in the Data stream. They refer no further.
                if (mayRefer)
                {
                    _data ??= new Bytes(_readData(), "Data");
                    long at = changes.Long;
                    Apply(_data.Value.Span(at + 2, _data.Value.U16(at)), ref state, row, mayRefer: false);
                }
            }
            else
            {
                state.Take(changes);
                row.Take(changes);
            }
        }
    }
}
