using System.Buffers.Binary;

namespace Gouji.Extract.Xls;

/// <summary>What the records of a sheet say that the values do not.</summary>
internal sealed class BiffSheet
{
    /// <summary>Error values by 0-based row and column.</summary>
    public Dictionary<(int Row, int Column), string> Errors { get; } = [];

    /// <summary>Runs of cells with borders by 0-based row; columns are 0-based.</summary>
    public Dictionary<int, List<(int First, int Last)>> Borders { get; } = [];

    public bool HidesZeros { get; set; }

    public bool HasDrawing { get; set; }
}

/// <summary>
/// Walks the records of a workbook stream (MS-XLS 2.1) for what the library that reads the values does not tell: error values, borders,
/// whether zeros are shown, from which year days count. Stops where records make no sense.
/// </summary>
internal sealed class BiffRecords
{
    private const int EndOfSubstream = 0x000A;
    private const int BeginOfSubstream = 0x0809;
    private const ushort Biff8 = 0x0600;
    private const byte Worksheet = 0;

    private readonly byte[] _stream;
    private readonly List<bool> _formatsWithBorders = [];
    private readonly List<int> _starts = [];

    private BiffRecords(byte[] stream) => _stream = stream;

    public bool IsFrom1904 { get; private set; }

    /// <summary>Whether the records are encrypted; then nothing else is known.</summary>
    public bool IsEncrypted { get; private set; }

    /// <summary>The worksheets in the order of their tabs.</summary>
    public List<BiffSheet> Sheets { get; } = [];

    public static BiffRecords Read(byte[] stream)
    {
        var records = new BiffRecords(stream);
        var isBiff8 = stream.Length > 6 && BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(4)) == Biff8;
        records.Walk(0, (kind, data) => records.ReadGlobal(kind, data, isBiff8));
        if (!records.IsEncrypted)
        {
            foreach (var start in records._starts)
            {
                var sheet = new BiffSheet();
                records.Walk(start, (kind, data) => records.ReadSheet(sheet, kind, data));
                records.Sheets.Add(sheet);
            }
        }

        return records;
    }

    private delegate void Take(int kind, ReadOnlySpan<byte> data);

    private void Walk(int position, Take take)
    {
        var depth = 0;
        while (position >= 0 && position <= _stream.Length - 4)
        {
            int kind = BinaryPrimitives.ReadUInt16LittleEndian(_stream.AsSpan(position));
            int length = BinaryPrimitives.ReadUInt16LittleEndian(_stream.AsSpan(position + 2));
            if (position + 4 + length > _stream.Length)
            {
                return;
            }

            // Charts within a sheet are substreams of their own.
            depth += kind == BeginOfSubstream ? 1 : kind == EndOfSubstream ? -1 : 0;
            if (depth < 1)
            {
                return;
            }

            if (depth == 1)
            {
                take(kind, _stream.AsSpan(position + 4, length));
            }

            position += 4 + length;
        }
    }

    private void ReadGlobal(int kind, ReadOnlySpan<byte> data, bool isBiff8)
    {
        switch (kind)
        {
            case 0x002F: // FilePass
                IsEncrypted = true;
                break;
            case 0x0022 when data.Length >= 2: // Date1904
                IsFrom1904 = data[0] == 1;
                break;
            case 0x0085 when data.Length >= 6 && data[5] == Worksheet: // BoundSheet8
                _starts.Add(BinaryPrimitives.ReadInt32LittleEndian(data));
                break;
            case 0x00E0: // XF, whose borders stand elsewhere before BIFF8
                _formatsWithBorders.Add(isBiff8 && data.Length >= 12 && BinaryPrimitives.ReadUInt16LittleEndian(data[10..]) != 0);
                break;
            default:
                break;
        }
    }

    private void ReadSheet(BiffSheet sheet, int kind, ReadOnlySpan<byte> data)
    {
        switch (kind)
        {
            case 0x023E when data.Length >= 2: // Window2
                sheet.HidesZeros = (data[0] & 0x10) == 0;
                break;
            case 0x005D when data.Length >= 6: // Obj; notes and lists to choose from are not printed
                sheet.HasDrawing |= data[4] is not (0x19 or 0x14);
                break;
            case 0x0201 or 0x0203 or 0x0204 or 0x00FD or 0x027E or 0x00D6 when data.Length >= 6: // Blank, Number, Label, LabelSst, RK, RString
                AddBorders(sheet, data, 1, 0);
                break;
            case 0x0205 when data.Length >= 8: // BoolErr
                AddBorders(sheet, data, 1, 0);
                AddError(sheet, data, data[7] == 1, data[6]);
                break;
            case 0x0006 when data.Length >= 14: // Formula
                AddBorders(sheet, data, 1, 0);
                AddError(sheet, data, data[12] == 0xFF && data[13] == 0xFF && data[6] == 2, data[8]);
                break;
            case 0x00BE when data.Length >= 6: // MulBlank
                AddBorders(sheet, data, (data.Length - 6) / 2, 2);
                break;
            case 0x00BD when data.Length >= 6: // MulRk
                AddBorders(sheet, data, (data.Length - 6) / 6, 6);
                break;
            default:
                break;
        }
    }

    private void AddBorders(BiffSheet sheet, ReadOnlySpan<byte> data, int count, int step)
    {
        int row = BinaryPrimitives.ReadUInt16LittleEndian(data);
        int column = BinaryPrimitives.ReadUInt16LittleEndian(data[2..]);
        for (var i = 0; i < count; i++)
        {
            int format = BinaryPrimitives.ReadUInt16LittleEndian(data[(4 + (i * step))..]);
            if (format >= _formatsWithBorders.Count || !_formatsWithBorders[format])
            {
                continue;
            }

            if (!sheet.Borders.TryGetValue(row, out var runs))
            {
                sheet.Borders[row] = runs = [];
            }

            if (runs is [.., var last] && last.Last == column + i - 1)
            {
                runs[^1] = last with { Last = column + i };
            }
            else
            {
                runs.Add((column + i, column + i));
            }
        }
    }

    private static void AddError(BiffSheet sheet, ReadOnlySpan<byte> data, bool isError, byte code)
    {
        if (isError)
        {
            sheet.Errors[(BinaryPrimitives.ReadUInt16LittleEndian(data), BinaryPrimitives.ReadUInt16LittleEndian(data[2..]))] = NameOf(code);
        }
    }

    // MS-XLS 2.5.10.
    private static string NameOf(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
}
