using System.Globalization;
using ExcelDataReader;
using Gouji.Extract.Spreadsheets;
using Gouji.Extract.Xlsx;

namespace Gouji.Extract.Xls;

/// <summary>Takes the cells of one sheet from the library and prints their values by their number formats.</summary>
internal sealed class XlsSheetReader(IExcelDataReader reader, Sheet sheet, SheetNotes notes, BiffSheet extra, bool isFrom1904)
{
    private const int RowsBetweenCancellationChecks = 0x100;
    private const int DaysTo1904 = 1462;

    // MS-XLS 2.5.7 and 2.5.225: a sheet has no more. The library would go through as many as a damaged file claims.
    private const int MostRows = 65_536;
    private const int MostColumns = 256;

    private static readonly DateTime DayZero = new(1899, 12, 30);
    private static readonly decimal TicksOfDay = TimeSpan.TicksPerDay;

    private readonly Dictionary<string, NumberPattern> _patterns = [];

    public void Read(CancellationToken cancellationToken)
    {
        if (reader.RowCount > MostRows || reader.FieldCount > MostColumns)
        {
            throw new InvalidDataException("a sheet claims more rows or columns than the format has");
        }

        for (var column = 0; column < reader.FieldCount; column++)
        {
            if (reader.GetColumnWidth(column) == 0)
            {
                sheet.HideColumns(column + 1, column + 1);
            }
        }

        foreach (var range in reader.MergeCells ?? [])
        {
            if (range.FromRow <= range.ToRow && range.FromColumn <= range.ToColumn && range.FromRow >= 0 && range.FromColumn >= 0 && range.ToColumn < CellName.MostColumns)
            {
                sheet.Merges.Add(new Spreadsheets.CellRange(range.FromRow + 1, range.FromColumn + 1, range.ToRow + 1, range.ToColumn + 1));
            }
        }

        for (var row = 0; reader.Read(); row++)
        {
            if (row % RowsBetweenCancellationChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            ReadRow(row);
        }
    }

    private void ReadRow(int row)
    {
        sheet.BeginRow(row + 1, reader.RowHeight == 0);
        for (var column = 0; column < reader.FieldCount; column++)
        {
            if (extra.Errors.TryGetValue((row, column), out var error))
            {
                sheet.Add(column + 1, error, CellNature.Text);
                continue;
            }

            var value = reader.GetValue(column);
            if (value is not null)
            {
                AddCell(row, column, value);
            }
        }

        if (extra.Borders.TryGetValue(row, out var runs))
        {
            foreach (var (first, last) in runs)
            {
                for (var column = first; column <= last; column++)
                {
                    sheet.AddBorder(column + 1);
                }
            }
        }
    }

    private void AddCell(int row, int column, object value)
    {
        var pattern = PatternOf(reader.GetNumberFormatString(column));
        PrintedValue printed;
        switch (value)
        {
            case string text:
                printed = pattern.Print(CellString.Clean(text));
                break;
            case bool flag:
                printed = new PrintedValue(flag ? "TRUE" : "FALSE");
                break;
            default:
                if (!TryNumber(value, out var number))
                {
                    notes.Unclear(row + 1, column + 1);
                    sheet.Add(column + 1, "", CellNature.Lost);
                    return;
                }

                printed = extra.HidesZeros && number.IsZero ? new PrintedValue("") : pattern.Print(number, isFrom1904);
                break;
        }

        notes.Remark(printed.Remark, row + 1, column + 1);
        sheet.Add(column + 1, printed.Text, value is string or bool ? CellNature.Text : CellNature.Number);
    }

    private bool TryNumber(object value, out SheetNumber number)
    {
        number = default;
        return value switch
        {
            double binary => SheetNumber.TryConvert(binary, out number),
            DateTime date => Serial(date) is { } serial && TryDecimal(serial, out number),
            TimeSpan span => TryDecimal(span.Ticks / TicksOfDay, out number),
            IFormattable other => SheetNumber.TryParse(other.ToString(null, CultureInfo.InvariantCulture), out number),
            _ => false,
        };
    }

    // The library makes dates of numbers in date formats. Before March 1900 it shifts them by a day, for Excel takes that year for a leap
    // year; what falls on the two sides of that day cannot be told apart any more.
    private decimal? Serial(DateTime date)
    {
        var serial = (date - DayZero).Ticks / TicksOfDay;
        if (isFrom1904)
        {
            return serial - DaysTo1904;
        }

        return serial is >= 60 and < 61 ? null : serial is >= 1 and < 60 ? serial - 1 : serial;
    }

    private static bool TryDecimal(decimal value, out SheetNumber number) =>
        SheetNumber.TryParse(decimal.Round(value, 9).ToString(CultureInfo.InvariantCulture), out number);

    private NumberPattern PatternOf(string? code)
    {
        code ??= "General";
        return _patterns.TryGetValue(code, out var pattern) ? pattern : _patterns[code] = NumberPattern.Parse(code);
    }
}
