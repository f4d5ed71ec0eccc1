using Gouji.Model;

namespace Gouji.Extract.Text;

/// <summary>What a column of a table holds, as its body shows.</summary>
internal enum ColumnKind : byte
{
    /// <summary>The body is blank there.</summary>
    Unknown,

    /// <summary>Classification codes, which stand before a column of names.</summary>
    Code,

    /// <summary>Words.</summary>
    Label,

    /// <summary>Figures.</summary>
    Figure,
}

/// <summary>
/// Tells the columns of labels from the columns of figures by the body of a table. Budget tables are made of lanes: codes and names
/// to the left, figures to the right, and sometimes a second lane of names and figures beside the first.
/// </summary>
internal static class ColumnKinds
{
    /// <summary>The kind of each column, from the full rows of the body.</summary>
    public static ColumnKind[] Of(PrintedTable table, int firstBodyRow, int columnCount)
    {
        var tallies = new Tally[columnCount];
        for (var i = firstBodyRow; i < table.Rows.Length; i++)
        {
            var cells = table.CellsOf(i);
            for (var column = 0; cells.Length == columnCount && column < columnCount; column++)
            {
                tallies[column].Add(cells[column]);
            }
        }

        var kinds = new ColumnKind[columnCount];
        for (var column = 0; column < columnCount; column++)
        {
            kinds[column] = Decide(tallies, kinds, column);
        }

        // Blank columns to the left of the first names are those of the codes.
        var name = Array.IndexOf(kinds, ColumnKind.Label);
        if (name > 0 && kinds.AsSpan(0, name).IndexOf(ColumnKind.Figure) < 0)
        {
            kinds.AsSpan(0, name).Replace(ColumnKind.Unknown, ColumnKind.Code);
        }

        return kinds;
    }

    /// <summary>Number of columns of codes and names before the first column of figures.</summary>
    public static int LeadingLabels(ReadOnlySpan<ColumnKind> kinds)
    {
        var count = kinds.IndexOfAnyExcept(ColumnKind.Code, ColumnKind.Label);
        return count < 0 ? kinds.Length : count;
    }

    /// <summary>Names the columns that no full row of the body fills by what stands above them in the header.</summary>
    public static void FillFromHeader(Span<ColumnKind> kinds, IEnumerable<TableCell> header)
    {
        Span<bool> labels = new bool[kinds.Length];
        foreach (var cell in header)
        {
            // The cells come from the top down, so that the lowest heading of a column has the last word.
            if (cell.Text.Length > 0 && cell.Column < kinds.Length)
            {
                labels[cell.Column..Math.Min(kinds.Length, cell.Column + cell.ColumnSpan)].Fill(BudgetWords.NamesLabels(cell.Text));
            }
        }

        for (var column = 0; column < kinds.Length; column++)
        {
            if (kinds[column] == ColumnKind.Unknown)
            {
                kinds[column] = labels[column] ? ColumnKind.Label : ColumnKind.Figure;
            }
        }
    }

    /// <summary>Whether a cell could stand in a column of that kind.</summary>
    public static bool Admits(this ColumnKind kind, CellKind cell) => kind switch
    {
        ColumnKind.Figure => cell != CellKind.Label,
        ColumnKind.Code => cell != CellKind.Figure,
        ColumnKind.Label => cell is CellKind.Label or CellKind.Blank or CellKind.Year,
        _ => true,
    };

    private static ColumnKind Decide(ReadOnlySpan<Tally> tallies, ReadOnlySpan<ColumnKind> before, int column)
    {
        var tally = tallies[column];
        if (tally.Labels + tally.Integers + tally.Figures == 0)
        {
            return ColumnKind.Unknown;
        }

        if (tally.Labels >= tally.Integers + tally.Figures)
        {
            return ColumnKind.Label;
        }

        return tally.Figures == 0 && StartsLane(tallies, before, column) ? ColumnKind.Code : ColumnKind.Figure;
    }

    /// <summary>Whether a column of whole numbers is one of codes: it begins a lane and a column of names follows.</summary>
    private static bool StartsLane(ReadOnlySpan<Tally> tallies, ReadOnlySpan<ColumnKind> before, int column)
    {
        var tally = tallies[column];
        var first = column == 0 || before[column - 1] == ColumnKind.Code;
        var afterFigures = column > 0 && before[column - 1] == ColumnKind.Figure && tally.CodesOfClassification == tally.Integers;
        if (!first && !afterFigures)
        {
            return false;
        }

        for (var next = column + 1; next < tallies.Length; next++)
        {
            if (tallies[next].Labels > 0)
            {
                return tallies[next].Labels >= tallies[next].Integers + tallies[next].Figures;
            }

            if (tallies[next].Figures > 0)
            {
                return false;
            }
        }

        return false;
    }

    private struct Tally
    {
        public int Labels;
        public int Integers;
        public int Figures;
        public int CodesOfClassification;

        public void Add(in PrintedCell cell)
        {
            switch (cell.Kind)
            {
                case CellKind.Label:
                    Labels++;
                    break;
                case CellKind.Integer or CellKind.Year:
                    Integers++;
                    CodesOfClassification += cell.Text.Length is 3 or 5 or 7 ? 1 : 0;
                    break;
                case CellKind.Figure:
                    Figures++;
                    break;
                default:
                    break;
            }
        }
    }
}
