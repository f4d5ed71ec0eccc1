using Gouji.Model;

namespace Gouji.Normalize.Forms;

/// <summary>
/// Finds rows that head others where no word and no code says so: a unit above its projects, a department above its units. The total
/// tells: the rows add up to too much, and to exactly the total once rows that equal the sum of those below them count as heads.
/// </summary>
internal static class HeadDiscovery
{
    /// <summary>Class, section, item, unit and project: no table nests deeper.</summary>
    private const int DeepestHeads = 5;

    public static void Arrange(List<FormRow> rows, IReadOnlyList<FormColumn> columns)
    {
        var amounts = Enumerable.Range(0, columns.Count).Where(i => columns[i].AddsUp).ToArray();
        var totals = rows.FindAll(static row => row.Kind == RowKind.Total);
        if (totals.Count != 1)
        {
            return;
        }

        var total = totals[0];
        var leaves = Enumerable.Range(0, rows.Count).Where(i => rows[i].Kind == RowKind.Leaf && !rows[i].OfWhich).ToArray();
        if (amounts.Length == 0 || leaves.Length < 2 || Amount(total, amounts[0]) is not { } whole || whole == 0
            || leaves.Sum(i => Amount(rows[i], amounts[0]) ?? 0) - whole <= Slack(rows, leaves, total, amounts[0]))
        {
            return;
        }

        var heads = new List<(int Head, List<int> Parts)>();
        var tops = new List<int>();
        for (var i = 0; i < leaves.Length;)
        {
            tops.Add(leaves[i]);
            i += 1 + Subtree(rows, leaves, i, amounts, 0, heads);
        }

        if (heads.Count == 0 || amounts.Any(column => Amount(total, column) is { } sum && Math.Abs(tops.Sum(i => Amount(rows[i], column) ?? 0) - sum) > Slack(rows, tops, total, column)))
        {
            return;
        }

        foreach (var (head, parts) in heads)
        {
            rows[head].Kind = RowKind.Subtotal;
            rows[head].Parts = parts;
        }
    }

    /// <summary>How many rows below a row make it up, in every column of amounts, each with what makes it up in turn; 0 where none do.</summary>
    private static int Subtree(List<FormRow> rows, int[] leaves, int at, int[] amounts, int depth, List<(int Head, List<int> Parts)> heads)
    {
        if (depth == DeepestHeads || Amount(rows[leaves[at]], amounts[0]) is not { } head || head == 0)
        {
            return 0;
        }

        var before = heads.Count;
        var parts = new List<int>();
        decimal sum = 0;
        for (var i = at + 1; i < leaves.Length && sum <= head;)
        {
            parts.Add(leaves[i]);
            sum += Amount(rows[leaves[i]], amounts[0]) ?? 0;
            i += 1 + Subtree(rows, leaves, i, amounts, depth + 1, heads);
            if (Closes(rows, leaves[at], parts, amounts) && !IsCopy(rows, leaves[at], parts))
            {
                heads.Add((leaves[at], parts));
                return i - at - 1;
            }
        }

        heads.RemoveRange(before, heads.Count - before);
        return 0;
    }

    private static bool Closes(List<FormRow> rows, int head, List<int> parts, int[] amounts)
    {
        foreach (var column in amounts)
        {
            decimal sum = 0;
            foreach (var part in parts)
            {
                sum += Amount(rows[part], column) ?? 0;
            }

            if (Math.Abs((Amount(rows[head], column) ?? 0) - sum) > Slack(rows, parts, rows[head], column))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A line printed twice is no head of its copy.</summary>
    private static bool IsCopy(List<FormRow> rows, int head, List<int> parts) =>
        parts.Count == 1 && (rows[parts[0]].Label == rows[head].Label
            || ((rows[head].FunctionCode ?? rows[head].EconomicCode) is { } code && code == (rows[parts[0]].FunctionCode ?? rows[parts[0]].EconomicCode)));

    /// <summary>By how much rounding may part a row from the sum of others.</summary>
    private static decimal Slack(List<FormRow> rows, IReadOnlyList<int> parts, FormRow whole, int column)
    {
        var slack = whole.Facts[column]?.Amount?.HalfPlace ?? 0;
        foreach (var part in parts)
        {
            slack += rows[part].Facts[column]?.Amount?.HalfPlace ?? 0;
        }

        return slack;
    }

    private static decimal? Amount(FormRow row, int column) => row.Facts[column]?.Amount?.Yuan;
}
