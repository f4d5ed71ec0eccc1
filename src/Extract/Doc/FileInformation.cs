using System.Globalization;
using Gouji.Extract.Docx;
using Gouji.Model;

namespace Gouji.Extract.Doc;

/// <summary>
/// The file information block at the begin of the WordDocument stream ([MS-DOC] 2.5): how long the texts of the document are, and where
/// the tables that describe them lie.
/// </summary>
internal sealed class FileInformation
{
    /// <summary>wIdent of Word 97 and later (2.5.2).</summary>
    public const ushort Identifier = 0xA5EC;

    // 2.5.2: Word 97 writes 0x00C1, builds of it 0x00C0 and 0x00C2; what is lower is another format.
    private const ushort FirstVersion = 0x00C0;

    private readonly Bytes _main;
    private readonly int _pairs;
    private readonly int _pairCount;

    private FileInformation(Bytes main, int lengths, int pairs, int pairCount)
    {
        _main = main;
        _pairs = pairs;
        _pairCount = pairCount;
        Texts = new TextLengths(
            main.I32(lengths + 12),
            main.I32(lengths + 16),
            main.I32(lengths + 20),
            main.I32(lengths + 24),
            main.I32(lengths + 28),
            main.I32(lengths + 32),
            main.I32(lengths + 36),
            main.I32(lengths + 40));
    }

    public TextLengths Texts { get; }

    /// <summary>Name of the stream that holds the tables (fWhichTblStm).</summary>
    public string TableStream => (_main.U16(10) & 0x0200) != 0 ? "1Table" : "0Table";

    /// <exception cref="UnreadableDocumentException">The document is of another version, encrypted or damaged.</exception>
    public static FileInformation Read(Bytes main)
    {
        var identifier = main.U16(0);
        var version = main.U16(2);

        // Word 1 to 95, the East Asian editions included, have identifiers of their own.
        if (identifier is 0xA5DB or 0xA5DC or 0xA697 or 0xA698 or 0xA699 or 0xA59B or 0xA59C || (identifier == Identifier && version < FirstVersion))
        {
            throw new UnreadableDocumentException(UnreadableReason.UnknownFormat, new Message(
                string.Create(CultureInfo.InvariantCulture, $"这是Word 6.0/95或更早版本的文档（版本号{version}），本版本不能读取；请用Word或WPS打开后另存为.docx。"),
                string.Create(CultureInfo.InvariantCulture, $"This is a document of Word 6/95 or earlier (version {version}), which cannot be read; open it in Word and save it as .docx.")));
        }

        if (identifier != Identifier)
        {
            throw main.Damage("开头不是Word文档的标识", "it does not begin with the identifier of Word documents");
        }

        // 2.2.6: whether by RC4 or by XOR obfuscation (fObfuscated), fEncrypted is set, and this far nothing is encrypted.
        if ((main.U16(10) & 0x0100) != 0)
        {
            throw Unreadable.Encrypted();
        }

        // 2.5.1: each part is preceded by the count of its 16-, 32- or 64-bit values.
        const int Words = 34;
        var lengths = Words + (main.U16(32) * 2) + 2;
        var pairs = lengths + (main.U16(lengths - 2) * 4) + 2;
        if (pairs - lengths < 46)
        {
            throw main.Damage("文件信息块过短", "its file information block is too short");
        }

        return new FileInformation(main, lengths, pairs, main.U16(pairs - 2));
    }

    /// <summary>Where a table lies in the table stream; of length 0 where the document has none.</summary>
    public TablePlace this[TableKind kind]
    {
        get
        {
            var index = (int)kind;
            return index < _pairCount
                ? new TablePlace(_main.U32(_pairs + (index * 8)), _main.U32(_pairs + (index * 8) + 4))
                : default;
        }
    }
}

/// <summary>Characters of the texts of a document, in the order in which they follow each other (2.4.1, 2.5.4).</summary>
internal readonly record struct TextLengths(int Main, int Footnotes, int Headers, int Macros, int Comments, int Endnotes, int TextBoxes, int HeaderTextBoxes)
{
    public long FootnotesAt => Main;

    public long EndnotesAt => (long)Main + Footnotes + Headers + Macros + Comments;

    public long TextBoxesAt => EndnotesAt + Endnotes;

    public long Total => TextBoxesAt + TextBoxes + HeaderTextBoxes;

    public bool AnyNegative => (Main | Footnotes | Headers | Macros | Comments | Endnotes | TextBoxes | HeaderTextBoxes) < 0;
}

/// <summary>Offset and length in the table stream.</summary>
internal readonly record struct TablePlace(uint Offset, uint Length);

/// <summary>The tables that are read, by their number in FibRgFcLcb97 (2.5.6).</summary>
internal enum TableKind
{
    /// <summary>Stshf: styles.</summary>
    Styles = 1,

    /// <summary>PlcffndRef.</summary>
    FootnoteReferences = 2,

    /// <summary>PlcffndTxt.</summary>
    FootnoteTexts = 3,

    /// <summary>PlcfSed.</summary>
    Sections = 6,

    /// <summary>PlcfBteChpx.</summary>
    CharacterPages = 12,

    /// <summary>PlcfBtePapx.</summary>
    ParagraphPages = 13,

    /// <summary>SttbfFfn.</summary>
    Fonts = 15,

    /// <summary>Clx: the piece table.</summary>
    Pieces = 33,

    /// <summary>PlcSpaMom: drawings of the main text.</summary>
    Drawings = 40,

    /// <summary>PlcfendRef.</summary>
    EndnoteReferences = 46,

    /// <summary>PlcfendTxt.</summary>
    EndnoteTexts = 47,

    /// <summary>PlcftxbxTxt.</summary>
    TextBoxTexts = 56,

    /// <summary>PlfLst.</summary>
    Lists = 73,

    /// <summary>PlfLfo.</summary>
    ListOverrides = 74,
}
