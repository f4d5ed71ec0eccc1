using System.Buffers.Binary;

namespace Gouji.Extract.Doc;

/// <summary>
/// Goes through a list of property changes (grpprl, [MS-DOC] 2.2.5): each a code (Sprm) and an operand whose size the code tells. A list
/// that breaks off ends where it does; what it says up to there holds.
/// </summary>
internal ref struct SprmReader(ReadOnlySpan<byte> list)
{
    private ReadOnlySpan<byte> _rest = list;

    /// <summary>Code of the current change.</summary>
    public ushort Code { get; private set; }

    /// <summary>Operand of the current change; of variable ones without the count before it.</summary>
    public ReadOnlySpan<byte> Operand { get; private set; }

    /// <summary>First byte of the operand.</summary>
    public readonly byte Byte => Operand[0];

    public readonly int Word => BinaryPrimitives.ReadInt16LittleEndian(Operand);

    public readonly int Long => BinaryPrimitives.ReadInt32LittleEndian(Operand);

    public bool MoveNext()
    {
        if (_rest.Length < 3)
        {
            return false;
        }

        Code = BinaryPrimitives.ReadUInt16LittleEndian(_rest);
        _rest = _rest[2..];
        var count = 0;
        int size;

        // 2.2.5.1: spra, the upper three bits, tells the size.
        switch (Code >> 13)
        {
            case 0 or 1:
                size = 1;
                break;
            case 2 or 4 or 5:
                size = 2;
                break;
            case 3:
                size = 4;
                break;
            case 7:
                size = 3;
                break;
            default:
                (count, size) = VariableSize();
                break;
        }

        if (size < 0 || count + size > _rest.Length)
        {
            _rest = default;
            return false;
        }

        Operand = _rest.Slice(count, size);
        _rest = _rest[(count + size)..];
        return true;
    }

    private readonly (int Count, int Size) VariableSize()
    {
        switch (Code)
        {
            // 2.9.321: two bytes, and one less than they say.
            case SprmCode.TableDefinition:
                return _rest.Length < 2 ? (0, -1) : (2, BinaryPrimitives.ReadUInt16LittleEndian(_rest) - 1);

            // 2.9.184: 255 where the size does not fit; then the lists of deleted and added tabs tell theirs.
            case SprmCode.ChangeTabs when _rest[0] == 255:
                if (_rest.Length < 2)
                {
                    return (0, -1);
                }

                var deleted = 1 + (_rest[1] * 4);
                return 1 + deleted < _rest.Length ? (1, deleted + 1 + (_rest[1 + deleted] * 3)) : (0, -1);
            default:
                return (1, _rest[0]);
        }
    }
}

/// <summary>The changes that matter for text and tables ([MS-DOC] 2.6), by their names in the specification.</summary>
internal static class SprmCode
{
    /// <summary>sprmCFRMarkDel.</summary>
    public const ushort Deleted = 0x0800;

    /// <summary>sprmCFData.</summary>
    public const ushort BinaryData = 0x0806;

    /// <summary>sprmCFOle2.</summary>
    public const ushort EmbeddedObject = 0x080A;

    /// <summary>sprmCFSpecVanish.</summary>
    public const ushort StyleSeparator = 0x0818;

    /// <summary>sprmCFVanish.</summary>
    public const ushort Hidden = 0x083C;

    /// <summary>sprmCFSpec.</summary>
    public const ushort Special = 0x0855;

    /// <summary>sprmCFObj.</summary>
    public const ushort OldObject = 0x0856;

    /// <summary>sprmCIstd.</summary>
    public const ushort CharacterStyle = 0x4A30;

    /// <summary>sprmCSymbol.</summary>
    public const ushort Symbol = 0x6A09;

    /// <summary>sprmPFInTable.</summary>
    public const ushort InTable = 0x2416;

    /// <summary>sprmPFTtp.</summary>
    public const ushort RowEnd = 0x2417;

    /// <summary>sprmPFInnerTableCell.</summary>
    public const ushort InnerCellEnd = 0x244B;

    /// <summary>sprmPFInnerTtp.</summary>
    public const ushort InnerRowEnd = 0x244C;

    /// <summary>sprmPIlvl.</summary>
    public const ushort ListLevel = 0x260A;

    /// <summary>sprmPOutLvl.</summary>
    public const ushort OutlineLevel = 0x2640;

    /// <summary>sprmPIstd.</summary>
    public const ushort ParagraphStyle = 0x4600;

    /// <summary>sprmPIlfo.</summary>
    public const ushort List = 0x460B;

    /// <summary>sprmPHugePapx.</summary>
    public const ushort HugeProperties = 0x6646;

    /// <summary>sprmPItap.</summary>
    public const ushort TableDepth = 0x6649;

    /// <summary>sprmPDtap.</summary>
    public const ushort TableDepthChange = 0x664A;

    /// <summary>sprmPTableProps.</summary>
    public const ushort TableProperties = 0x646B;

    /// <summary>sprmPChgTabs.</summary>
    public const ushort ChangeTabs = 0xC615;

    /// <summary>sprmTDelete.</summary>
    public const ushort DeleteCells = 0x5622;

    /// <summary>sprmTMerge.</summary>
    public const ushort MergeCells = 0x5624;

    /// <summary>sprmTSplit.</summary>
    public const ushort SplitCells = 0x5625;

    /// <summary>sprmTInsert.</summary>
    public const ushort InsertCells = 0x7621;

    /// <summary>sprmTDxaCol.</summary>
    public const ushort ColumnWidth = 0x7623;

    /// <summary>sprmTDefTable.</summary>
    public const ushort TableDefinition = 0xD608;

    /// <summary>sprmTVertMerge.</summary>
    public const ushort MergeDown = 0xD62B;

    /// <summary>The change that the short form in a piece stands for (Prm0, 2.9.214); 0 where it does not matter.</summary>
    public static ushort OfShort(int index) => index switch
    {
        0x0C => ListLevel,
        0x18 => InTable,
        0x19 => RowEnd,
        0x41 => Deleted,
        0x5C => Hidden,
        _ => 0,
    };
}
