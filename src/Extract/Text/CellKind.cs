namespace Gouji.Extract.Text;

/// <summary>What a printed cell looks like, as far as the layout of a table depends on it.</summary>
internal enum CellKind : byte
{
    /// <summary>Nothing, or white space.</summary>
    Blank,

    /// <summary>Words.</summary>
    Label,

    /// <summary>A year such as 2020: a figure by its look, a heading by its meaning.</summary>
    Year,

    /// <summary>Up to seven digits and nothing else: a classification code or a round figure.</summary>
    Integer,

    /// <summary>A figure that is no code: with decimals, separators, sign or per cent; or a dash in its place.</summary>
    Figure,
}

/// <summary>Tells the kinds of cells apart.</summary>
internal static class CellKinds
{
    // A function code has 3, 5 or 7 digits (GF classes, sections and items); more digits are an amount.
    private const int LongestCode = 7;

    /// <summary>The kind of a cell with this text, already trimmed.</summary>
    public static CellKind Of(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return CellKind.Blank;
        }

        // The longest figure in use, with separators and signs, is far shorter; a sentence need not be read to its end.
        if (text.Length > 40)
        {
            return CellKind.Label;
        }

        var digits = 0;
        var points = 0;
        var marks = 0;
        var dashes = 0;
        foreach (var c in text)
        {
            switch (c)
            {
                case (>= '0' and <= '9') or (>= '０' and <= '９'):
                    digits++;
                    break;
                case '.' or '．':
                    points++;
                    break;
                case '-' or '－' or '−' or '–' or '—' or '/':
                    marks++;
                    dashes++;
                    break;
                case ',' or '+' or '%' or '‰' or '(' or ')' or '¥' or '，' or '％' or '＋' or '（' or '）' or '△' or '▲' or '￥':
                    marks++;
                    break;
                default:
                    if (!TextCharacters.IsSpace(c))
                    {
                        return CellKind.Label;
                    }

                    break;
            }
        }

        if (points > 1 || digits > 28)
        {
            return CellKind.Label;
        }

        if (digits == 0)
        {
            return dashes == marks && points == 0 ? CellKind.Figure : CellKind.Label;
        }

        if (points + marks > 0 || digits > LongestCode)
        {
            return CellKind.Figure;
        }

        return digits == 4 && text.Length == 4 && (text.StartsWith("19") || text.StartsWith("20")) ? CellKind.Year : CellKind.Integer;
    }

    /// <summary>Whether the cell belongs to the body of a table: it holds a figure or a code.</summary>
    public static bool IsNumeric(this CellKind kind) => kind is CellKind.Integer or CellKind.Figure;
}
