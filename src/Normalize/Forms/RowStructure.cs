using Gouji.Model;

namespace Gouji.Normalize.Forms;

/// <summary>
/// Finds out which rows sum up which: codes by their prefixes, projects under their item, units above their items, totals over
/// leaves. Where words do not tell, the printed figures do.
/// </summary>
internal static class RowStructure
{
    /// <summary>Sets <see cref="FormRow.Kind"/> and <see cref="FormRow.Parts"/> of the rows of a coded form.</summary>
    public static void Arrange(List<FormRow> rows, IReadOnlyList<FormColumn> columns)
    {
        PromoteOnlySubtotal(rows);
        ArrangeProjects(rows);
        ArrangeProjectHeads(rows, columns);
        ArrangeCodes(rows);
        ArrangeBodies(rows);
        HeadDiscovery.Arrange(rows, columns);
        ArrangeUncoded(rows, columns);
        foreach (var row in rows)
        {
            if (row.OfWhich && row.Kind == RowKind.Leaf)
            {
                row.Kind = RowKind.Subtotal;
            }
        }

        ArrangeTotals(rows, columns);
    }

    /// <summary>小计 stands for 合计 where no row is called 合计.</summary>
    private static void PromoteOnlySubtotal(List<FormRow> rows)
    {
        var only = -1;
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Kind == RowKind.Total)
            {
                return;
            }

            if (rows[i].Kind == RowKind.Subtotal)
            {
                if (only >= 0)
                {
                    return;
                }

                only = i;
            }
        }

        if (only >= 0)
        {
            rows[only].Kind = RowKind.Total;
        }
    }

    private static void ArrangeProjects(List<FormRow> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Kind != RowKind.Leaf || row.Project is not null)
            {
                continue;
            }

            var parts = new List<int>();
            for (var j = i + 1; j < rows.Count && rows[j].Kind == RowKind.Leaf && rows[j].Project is not null; j++)
            {
                if (Code(rows[j]) != Code(row) && Code(row) is not null)
                {
                    break;
                }

                parts.Add(j);
            }

            if (parts.Count > 0)
            {
                row.Kind = RowKind.Subtotal;
                row.Parts = parts;
            }
        }
    }

    /// <summary>A row that names a project and its sum stands above rows of the same project.</summary>
    private static void ArrangeProjectHeads(List<FormRow> rows, IReadOnlyList<FormColumn> columns)
    {
        var column = FirstAmountColumn(columns);
        for (var i = 0; i + 1 < rows.Count && column >= 0; i++)
        {
            var row = rows[i];
            if (row.Kind != RowKind.Leaf || row.Project is null || row.Facts[column]?.Amount is not { } whole || (i > 0 && rows[i - 1].Project == row.Project))
            {
                continue;
            }

            var parts = new List<int>();
            decimal sum = 0;
            for (var j = i + 1; j < rows.Count && rows[j].Kind == RowKind.Leaf && rows[j].Project == row.Project; j++)
            {
                parts.Add(j);
                sum += rows[j].Facts[column]?.Amount?.Yuan ?? 0;
            }

            if (parts.Count > 0 && sum == whole.Yuan)
            {
                row.Kind = RowKind.Subtotal;
                row.Parts = parts;

                // A head has no code of its own; that of the row above does not reach down to it.
                row.FunctionCode = parts.TrueForAll(part => rows[part].FunctionCode == row.FunctionCode) ? row.FunctionCode : null;
                row.EconomicCode = parts.TrueForAll(part => rows[part].EconomicCode == row.EconomicCode) ? row.EconomicCode : null;
            }
        }
    }

    /// <summary>Units under their department: 105 is the sum of 105001 and 105002.</summary>
    private static void ArrangeBodies(List<FormRow> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].BodyCode is not { } body || Code(rows[i]) is not null || rows[i].Kind != RowKind.Leaf)
            {
                continue;
            }

            var parts = new List<int>();
            var length = int.MaxValue;
            for (var j = i + 1; j < rows.Count; j++)
            {
                if (rows[j].BodyCode is { } other && Code(rows[j]) is null && other.Length > body.Length && other.StartsWith(body, StringComparison.Ordinal) && other.Length <= length)
                {
                    length = other.Length;
                    parts.Add(j);
                }
            }

            if (parts.Count > 0)
            {
                rows[i].Kind = RowKind.Subtotal;
                rows[i].Parts = parts;
            }
        }
    }

    private static void ArrangeCodes(List<FormRow> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var code = Code(rows[i]);
            if (code is null || code.Length > 5 || rows[i].Project is not null || rows[i].Kind == RowKind.Total || rows[i].Parts.Count > 0)
            {
                continue;
            }

            var parts = ChildrenOf(rows, i, code);
            if (parts.Count == 0)
            {
                parts = ChildrenAbove(rows, i, code);
            }

            if (parts.Count > 0)
            {
                rows[i].Kind = RowKind.Subtotal;
                rows[i].Parts = parts;
            }
        }
    }

    /// <summary>The rows of the next level printed below a code: 款 under 类, or 项 where no 款 are printed.</summary>
    private static List<int> ChildrenOf(List<FormRow> rows, int parent, string code)
    {
        var children = new List<int>();
        for (var j = parent + 1; j < rows.Count; j++)
        {
            var row = rows[j];
            var other = Code(row);
            if (other is null)
            {
                if (row.Kind != RowKind.Leaf || row.OfWhich)
                {
                    continue;
                }

                break;
            }

            if (row.Group != rows[parent].Group || !other.StartsWith(code, StringComparison.Ordinal))
            {
                if (other.Length <= code.Length && children.Count > 0)
                {
                    break;
                }

                continue;
            }

            if (other.Length == code.Length)
            {
                break;
            }

            // A deeper row whose own parent is printed belongs to that parent.
            var covered = false;
            foreach (var child in children)
            {
                covered |= other.Length > Code(rows[child])!.Length && other.StartsWith(Code(rows[child])!, StringComparison.Ordinal);
            }

            if (!covered)
            {
                children.Add(j);
            }
        }

        return children;
    }

    /// <summary>The run of longer codes right above a code that closes them, as a 小计 does.</summary>
    private static List<int> ChildrenAbove(List<FormRow> rows, int parent, string code)
    {
        var children = new List<int>();
        var length = int.MaxValue;
        for (var j = parent - 1; j >= 0 && Code(rows[j]) is { } other && other.Length > code.Length && other.StartsWith(code, StringComparison.Ordinal); j--)
        {
            if (other.Length < length)
            {
                (length, children) = (other.Length, []);
            }

            if (other.Length == length)
            {
                children.Insert(0, j);
            }
        }

        return children;
    }

    /// <summary>
    /// Rows without a code among coded ones are units that head their items, or items of their own such as 结转下年. The total tells:
    /// it closes either without them or with them.
    /// </summary>
    private static void ArrangeUncoded(List<FormRow> rows, IReadOnlyList<FormColumn> columns)
    {
        var coded = rows.Exists(static row => Code(row) is not null);
        var uncoded = rows.Exists(static row => Code(row) is null && row.Kind == RowKind.Leaf && !row.OfWhich && row.Project is null);
        if (!coded || !uncoded)
        {
            return;
        }

        var total = rows.Find(static row => row.Kind == RowKind.Total);
        var column = FirstAmountColumn(columns);
        var heads = false;
        if (total?.Facts is { } facts && column >= 0 && facts[column]?.Amount is { } whole)
        {
            decimal with = 0, without = 0;
            foreach (var row in rows)
            {
                if (row.Kind == RowKind.Leaf && !row.OfWhich && row.Facts[column]?.Amount is { } amount)
                {
                    with += amount.Yuan;
                    without += Code(row) is null ? 0 : amount.Yuan;
                }
            }

            heads = with != whole.Yuan && without == whole.Yuan;
        }

        for (var i = 0; i < rows.Count; i++)
        {
            if (Code(rows[i]) is not null || rows[i].Kind != RowKind.Leaf || rows[i].OfWhich || rows[i].Project is not null)
            {
                continue;
            }

            if (heads)
            {
                var parts = new List<int>();
                for (var j = i + 1; j < rows.Count && Code(rows[j]) is not null; j++)
                {
                    if (rows[j].Kind == RowKind.Leaf)
                    {
                        parts.Add(j);
                    }
                }

                rows[i].Kind = RowKind.Subtotal;
                rows[i].Parts = parts;
            }
        }
    }

    private static void ArrangeTotals(List<FormRow> rows, IReadOnlyList<FormColumn> columns)
    {
        var totals = new List<int>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Kind == RowKind.Total)
            {
                totals.Add(i);
            }
        }

        var column = FirstAmountColumn(columns);
        var differ = totals.Count > 1 && column >= 0
            && totals.Exists(i => rows[i].Facts[column]?.Amount?.Yuan != rows[totals[0]].Facts[column]?.Amount?.Yuan);
        for (var t = 0; t < totals.Count; t++)
        {
            var from = differ && t > 0 && totals[0] > 0 ? totals[t - 1] + 1 : 0;
            var to = differ && totals[0] > 0 ? totals[t] : rows.Count;
            var parts = new List<int>();
            for (var i = from; i < to; i++)
            {
                if (rows[i].Kind == RowKind.Leaf && !rows[i].OfWhich)
                {
                    parts.Add(i);
                }
            }

            rows[totals[t]].Parts = parts;
        }
    }

    internal static int FirstAmountColumn(IReadOnlyList<FormColumn> columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].AddsUp)
            {
                return i;
            }
        }

        return -1;
    }

    private static string? Code(FormRow row) => row.FunctionCode ?? row.EconomicCode;
}
