using Gouji.Model;
using Gouji.Normalize.Codes;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Forms;

/// <summary>Reads a two-sided form (收支总表): lanes of labels and figures side by side, each read as a part of its own.</summary>
internal static class LaneReader
{
    /// <summary>The lanes of a table by their columns: a lane begins at a label column that follows a figure column.</summary>
    public static List<List<FormColumn>> Split(IReadOnlyList<FormColumn> columns)
    {
        var lanes = new List<List<FormColumn>>();
        var figures = false;
        foreach (var column in columns)
        {
            var label = column.Meaning.Kind is ColumnKind.Name or ColumnKind.Code or ColumnKind.Project or ColumnKind.Ordinal;
            if (lanes.Count == 0 || (label && figures))
            {
                lanes.Add([]);
                figures = false;
            }

            figures |= column.Meaning.Kind == ColumnKind.Figure;
            lanes[^1].Add(column);
        }

        if (lanes.Count > 1 && !lanes[^1].Exists(static column => column.Meaning.Kind == ColumnKind.Figure))
        {
            lanes.RemoveAt(lanes.Count - 1);
        }

        return lanes;
    }

    /// <summary>Reads each lane of a two-sided form.</summary>
    public static List<FormPart> Read(IReadOnlyList<TableAnatomy> segments, List<List<FormColumn>> lanes, FormDefaults defaults, int? fiscalYear, FormReading reading)
    {
        var parts = new List<FormPart>(lanes.Count);
        foreach (var columns in lanes)
        {
            var rows = ReadRows(segments, columns, defaults, fiscalYear, reading);
            var name = NameOf(rows);
            if (parts.Exists(part => part.Name == name))
            {
                name += parts.Count(part => part.Name.StartsWith(name, StringComparison.Ordinal)) + 1;
            }

            LaneStructure.Arrange(rows, columns);
            parts.Add(new FormPart(name, Reindex(columns), rows));
        }

        return parts;
    }

    /// <summary>Columns of a lane refer to their whole by the index within the lane.</summary>
    private static List<FormColumn> Reindex(List<FormColumn> columns)
    {
        var total = columns.FindIndex(static column => column.Meaning.Key == "total");
        for (var i = 0; i < columns.Count; i++)
        {
            columns[i].Whole = columns[i].Meaning.Kind == ColumnKind.Figure && total >= 0 && i != total
                && columns[i].Measure == columns[total].Measure && !columns[i].OfWhich ? total : -1;
        }

        return columns;
    }

    public static List<FormRow> ReadRows(IReadOnlyList<TableAnatomy> segments, List<FormColumn> columns, FormDefaults defaults, int? fiscalYear, FormReading reading)
    {
        var finest = new int[columns.Count];
        for (var i = 0; i < columns.Count; i++)
        {
            foreach (var segment in segments)
            {
                if (columns[i].Meaning.Kind == ColumnKind.Figure)
                {
                    finest[i] = Math.Max(finest[i], FactMaker.FinestPlace(segment.View, columns[i].GridColumn, segment.BodyStart, segment.View.EndRow));
                }
            }
        }

        var rows = new List<FormRow>();
        foreach (var segment in segments)
        {
            for (var row = segment.BodyStart; row < segment.View.EndRow; row++)
            {
                ReadRow(segment.View, row, columns, finest, defaults, fiscalYear, reading, rows);
            }
        }

        return rows;
    }

    private static void ReadRow(TableView view, int row, List<FormColumn> columns, int[] finest, FormDefaults defaults, int? fiscalYear, FormReading reading, List<FormRow> rows)
    {
        TableCell? labelCell = null;
        var label = "";
        var figures = false;
        foreach (var column in columns)
        {
            if (!view.Begins(row, column.GridColumn))
            {
                continue;
            }

            var key = view.Key(row, column.GridColumn);
            if (key.Length == 0)
            {
                continue;
            }

            var cell = view.Cell(row, column.GridColumn);
            if (column.Meaning.Kind == ColumnKind.Figure && Figure.Parse(cell.Text).Kind != FigureKind.Words)
            {
                figures = true;
            }
            else if (column.Meaning.Kind is not (ColumnKind.Ordinal or ColumnKind.Remark) && column.Meaning.Kind != ColumnKind.Figure)
            {
                label = label.Length == 0 ? Fold.Spaces(cell.Text) : label + " " + Fold.Spaces(cell.Text);
                labelCell ??= cell;
            }
        }

        if ((label.Length == 0 && !figures) || label.StartsWith("注：", StringComparison.Ordinal) || label.StartsWith("备注", StringComparison.Ordinal))
        {
            return;
        }

        var (function, economic) = CodeOf(label, fiscalYear);
        var letters = FoldedText.Letters(HeaderVocabulary.StripOrdinal(Fold.Key(label)));
        var balance = BalanceKey(letters);
        var source = function is null && economic is null && balance != "carryforward" ? HeaderVocabulary.Source(letters) : null;
        var key2 = LaneStructure.IsTotalLike(letters) ? "" : source?.Key ?? balance;
        var facts = new Fact?[columns.Count];
        var unread = false;
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            if (column.Meaning.Kind != ColumnKind.Figure || !view.Begins(row, column.GridColumn))
            {
                continue;
            }

            var cell = view.Cell(row, column.GridColumn);
            var figure = Figure.Parse(cell.Text);
            if (figure.Kind == FigureKind.Words)
            {
                unread |= reading.NotAFigure(view, cell);
            }

            facts[i] = reading.Maker.Make(view, cell, figure, finest[i], new FactKey(
                RowKind.Leaf,
                function,
                economic,
                label,
                null,
                source?.Fund ?? (column.Meaning.Fund != Fund.All ? column.Meaning.Fund : defaults.Fund),
                defaults.Nature,
                column.Measure,
                column.Unit));
        }

        rows.Add(new FormRow
        {
            Kind = RowKind.Leaf,
            Key = key2,
            FunctionCode = function,
            EconomicCode = economic,
            Label = label,
            LostCells = view.LostCells(row),
            HasUnread = unread,
            Number = row + 1,
            Facts = facts,
            Place = view.PlaceOf(reading.Sha256, labelCell ?? view.Cell(row, columns[0].GridColumn), default),
        });
    }

    private static (string? Function, string? Economic) CodeOf(string label, int? fiscalYear)
    {
        if (CodeReader.TakeCode(Fold.Key(label), out _) is { } code)
        {
            return CodeReader.IsFunction(code) ? (code, null) : (null, code);
        }

        var name = HeaderVocabulary.StripOrdinal(Fold.Key(label));
        if (!name.EndsWith("支出", StringComparison.Ordinal) && HeaderVocabulary.Source(FoldedText.Letters(name)) is not null)
        {
            // 国有资本经营预算 is a source of funds; 国有资本经营预算支出 is class 223.
            return (null, null);
        }

        if (ClassificationCodes.Instance.TryFindClassByName(ClassificationKind.Function, name, fiscalYear, out var function))
        {
            return (function, null);
        }

        return ClassificationCodes.Instance.TryFindClassByName(ClassificationKind.Economic, name, fiscalYear, out var economic) ? (null, economic) : (null, null);
    }

    private static string BalanceKey(string letters) =>
        letters.Contains("结转下年", StringComparison.Ordinal)
        || ((letters.Contains("年末", StringComparison.Ordinal) || letters.Contains("年终", StringComparison.Ordinal))
            && (letters.Contains("结转", StringComparison.Ordinal) || letters.Contains("结余", StringComparison.Ordinal)))
            ? "carryforward"
            : letters.Contains("基本支出", StringComparison.Ordinal) ? "basic"
            : letters.Contains("项目支出", StringComparison.Ordinal) ? "project"
            : "";

    /// <summary>A lane is named by what its labels are: sources of funds, function classes, economic classes, or natures.</summary>
    private static string NameOf(List<FormRow> rows)
    {
        int income = 0, expenditure = 0, economic = 0, nature = 0;
        foreach (var row in rows)
        {
            if (row.FunctionCode is not null)
            {
                expenditure++;
            }
            else if (row.EconomicCode is not null)
            {
                economic++;
            }
            else if (row.Key is "basic" or "project")
            {
                nature++;
            }
            else if (row.Key.Length > 0 && row.Key != "carryforward")
            {
                income++;
            }
        }

        return expenditure > 0 && expenditure >= income && expenditure >= economic ? "expenditure"
            : income > 0 && income >= economic ? "income"
            : economic > 0 ? "economic"
            : nature > 0 ? "nature"
            : "lane";
    }
}
