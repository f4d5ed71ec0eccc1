using System.Globalization;

namespace Gouji.Extract.Spreadsheets;

/// <summary>Dates that a file writes out instead of counting days.</summary>
internal static class IsoDate
{
    private static readonly decimal TicksOfDay = TimeSpan.TicksPerDay;
    private static readonly DateTime DayZero = new(1899, 12, 30);

    /// <summary>ISO 8601 dates (ISO/IEC 29500-1 18.18.11) print by the format of the cell; what is no date prints as it stands.</summary>
    public static PrintedValue Print(string value, NumberPattern pattern)
    {
        if (!DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date))
        {
            return new PrintedValue(value.Trim());
        }

        var serial = (date - DayZero).Ticks / TicksOfDay;
        return SheetNumber.TryParse(serial.ToString(CultureInfo.InvariantCulture), out var number) ? pattern.Print(number, isFrom1904: false) : new PrintedValue(value.Trim());
    }
}
