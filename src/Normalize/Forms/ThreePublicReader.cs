using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Forms;

/// <summary>
/// Reads the “三公” form whichever way it lies: items as columns, or items as rows, which is turned so that rules see items as columns.
/// </summary>
internal static class ThreePublicReader
{
    /// <summary>True where at least two row labels are “三公” items and no column is.</summary>
    public static bool LiesOnItsSide(FormPart part)
    {
        var items = 0;
        foreach (var column in part.Columns)
        {
            if (column.Meaning.Family == ColumnFamily.ThreePublic)
            {
                return false;
            }
        }

        foreach (var row in part.Rows)
        {
            items += HeaderVocabulary.ThreePublicItem(Letters(row.Label)) is { Family: ColumnFamily.ThreePublic } ? 1 : 0;
        }

        return items >= 2;
    }

    /// <summary>Turns a part whose rows are items: one row a figure column, one column an item.</summary>
    public static FormPart Turn(FormPart part)
    {
        var columns = new List<FormColumn>();
        var from = new List<FormRow>();
        foreach (var row in part.Rows)
        {
            var letters = Letters(row.Label);
            var meaning = row.Kind == RowKind.Total || letters is "合计" or "总计" || letters.Contains("三公", StringComparison.Ordinal)
                ? new ColumnMeaning(ColumnKind.Figure, "total", ColumnFamily.Whole)
                : HeaderVocabulary.ThreePublicItem(letters) ?? new ColumnMeaning(ColumnKind.Figure);
            columns.Add(new FormColumn { GridColumn = -1, Header = row.Label, Meaning = meaning });
            from.Add(row);
        }

        for (var i = 0; i < columns.Count; i++)
        {
            columns[i].Whole = WholeOf(columns, i);
        }

        var rows = new List<FormRow>();
        for (var c = 0; c < part.Columns.Count; c++)
        {
            var column = part.Columns[c];
            if (column.Meaning.Kind != ColumnKind.Figure)
            {
                continue;
            }

            var facts = new Fact?[columns.Count];
            for (var i = 0; i < from.Count; i++)
            {
                facts[i] = from[i].Facts[c];
            }

            rows.Add(new FormRow
            {
                Kind = column.Measure == Measure.ThisYear && !rows.Exists(static row => row.Kind == RowKind.Total) ? RowKind.Total : RowKind.Leaf,
                Key = column.Measure == Measure.ThisYear ? "" : "other-measure",
                Label = column.Header,
                Nature = column.Meaning.Nature,
                Number = from.Count > 0 ? from[0].Number : 1,
                Facts = facts,
                Place = from.Count > 0 ? from[0].Place : facts.First(static fact => fact is not null)!.Place,
            });
        }

        return new FormPart("", columns, rows) { Compared = part.Compared };
    }

    /// <summary>
    /// Names the rows of a “三公” form that carry no label. The first row is the total where it is the sum of the others in every
    /// column; a row is basic expenditure where its items equal those of the basic expenditure form. Nothing is assumed that the figures
    /// do not show.
    /// </summary>
    public static void NameRows(FormPart part, FormPart? basic)
    {
        var rows = part.Rows;
        if (rows.Count == 0 || part.Total is not null)
        {
            if (rows.Count > 0)
            {
                SetParts(rows);
            }

            return;
        }

        if (rows.Count == 1)
        {
            rows[0].Kind = RowKind.Total;
            return;
        }

        if (!SumsUp(part))
        {
            return;
        }

        rows[0].Kind = RowKind.Total;
        SetParts(rows);
        if (rows.Count != 3 || basic is null || rows[1].Label.Length > 0 || rows[2].Label.Length > 0)
        {
            return;
        }

        for (var i = 1; i <= 2; i++)
        {
            if (Equals(part, rows[i], basic, "operation", "30231") && Equals(part, rows[i], basic, "reception", "30217"))
            {
                rows[i].Nature = Nature.Basic;
                rows[3 - i].Nature = Nature.Project;
                return;
            }
        }
    }

    private static void SetParts(IReadOnlyList<FormRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Kind == RowKind.Total)
            {
                var parts = new List<int>();
                for (var i = 0; i < rows.Count; i++)
                {
                    if (rows[i].Kind == RowKind.Leaf && !rows[i].OfWhich && rows[i].Key.Length == 0)
                    {
                        parts.Add(i);
                    }
                }

                row.Parts = parts;
                return;
            }
        }
    }

    private static bool SumsUp(FormPart part)
    {
        var some = false;
        for (var c = 0; c < part.Columns.Count; c++)
        {
            if (!part.Columns[c].AddsUp)
            {
                continue;
            }

            decimal sum = 0;
            for (var r = 1; r < part.Rows.Count; r++)
            {
                sum += part.Rows[r].Facts[c]?.Amount?.Yuan ?? 0;
            }

            if (sum != (part.Rows[0].Facts[c]?.Amount?.Yuan ?? 0))
            {
                return false;
            }

            some |= sum != 0;
        }

        return some;
    }

    private static bool Equals(FormPart part, FormRow row, FormPart basic, string item, string economicCode)
    {
        var column = part.ColumnOf(item);
        var amount = column < 0 ? 0 : row.Facts[column]?.Amount?.Yuan ?? 0;
        var total = basic.ColumnOf("total");
        decimal listed = 0;
        foreach (var other in basic.Rows)
        {
            if (other.EconomicCode == economicCode && total >= 0)
            {
                listed += other.Facts[total]?.Amount?.Yuan ?? 0;
            }
        }

        return amount == listed;
    }

    private static int WholeOf(List<FormColumn> columns, int index)
    {
        var key = columns[index].Meaning.Key;
        if (columns[index].Meaning.Family != ColumnFamily.ThreePublic)
        {
            return -1;
        }

        var whole = key is "purchase" or "operation" ? columns.FindIndex(static column => column.Meaning.Key == "vehicles") : -1;
        return whole >= 0 ? whole : columns.FindIndex(static column => column.Meaning.Key == "total");
    }

    private static string Letters(string label) => FoldedText.Letters(HeaderVocabulary.StripOrdinal(Fold.Key(label)));
}
