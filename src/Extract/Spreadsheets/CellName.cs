using System.Globalization;

namespace Gouji.Extract.Spreadsheets;

/// <summary>The names that users know cells by: A1, column AB. Rows and columns are 1-based.</summary>
internal static class CellName
{
    public const int MostRows = 1_048_576;
    public const int MostColumns = 16_384;

    public static string Of(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{OfColumn(column)}{row}");

    public static string OfColumn(int column)
    {
        Span<char> letters = stackalloc char[8];
        var at = letters.Length;
        for (; column > 0; column = (column - 1) / 26)
        {
            letters[--at] = (char)('A' + ((column - 1) % 26));
        }

        return letters[at..].ToString();
    }

    /// <summary>Reads <c>AB12</c>; false where it is no cell that a sheet can have.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out int row, out int column)
    {
        row = 0;
        column = 0;
        var i = 0;
        for (; i < name.Length && char.IsAsciiLetter(name[i]); i++)
        {
            column = (column * 26) + (name[i] & 0x1F);
            if (column > MostColumns)
            {
                return false;
            }
        }

        return column > 0
            && int.TryParse(name[i..], NumberStyles.None, CultureInfo.InvariantCulture, out row)
            && row is > 0 and <= MostRows;
    }
}
