using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Forms;

/// <summary>
/// Finds out which labels of a lane sum up which: 财政拨款 over its funds, 小计 over what stands above it, 总计 over 小计 and what
/// follows it. Ordinals (一、 （一） 1.) tell first, then the words, then position.
/// </summary>
internal static class LaneStructure
{
    /// <summary>True for 小计, 合计, 总计 and every label that ends so.</summary>
    public static bool IsTotalLike(string letters) =>
        letters.EndsWith("合计", StringComparison.Ordinal) || letters.EndsWith("总计", StringComparison.Ordinal) || letters.EndsWith("小计", StringComparison.Ordinal);

    /// <summary>Sets Kind, Parts and OfWhich of the rows of a lane.</summary>
    public static void Arrange(List<FormRow> rows, IReadOnlyList<FormColumn> columns)
    {
        var parents = new int[rows.Count];
        var totalLike = new bool[rows.Count];
        Array.Fill(parents, -1);
        for (var i = 0; i < rows.Count; i++)
        {
            totalLike[i] = IsTotalLike(FoldedText.Letters(Fold.Key(rows[i].Label)));
            if (!totalLike[i])
            {
                parents[i] = ParentOf(rows, totalLike, parents, i);
            }
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var parts = new List<int>();
            for (var j = i + 1; j < rows.Count; j++)
            {
                if (parents[j] == i && !rows[j].OfWhich)
                {
                    parts.Add(j);
                }
            }

            if (parts.Count > 0)
            {
                rows[i].Kind = RowKind.Subtotal;
                rows[i].Parts = parts;
            }

            if (rows[i].OfWhich)
            {
                rows[i].Kind = RowKind.Subtotal;
            }
        }

        ArrangeTotals(rows, parents, totalLike, columns);
    }

    private static int ParentOf(List<FormRow> rows, bool[] totalLike, int[] parents, int i)
    {
        var key = Fold.Key(rows[i].Label);
        var level = HeaderVocabulary.OrdinalLevel(key, out _);
        if (level == 9)
        {
            rows[i].OfWhich = true;
            for (var j = i - 1; j >= 0; j--)
            {
                if (!rows[j].OfWhich)
                {
                    return totalLike[j] ? -1 : j;
                }
            }

            return -1;
        }

        if (ContainerOf(rows, totalLike, i) is { } container)
        {
            // 年初财政拨款结转和结余 is followed by its funds, which may be numbered anew.
            rows[i].Key = rows[container].Key == "carryover" ? "carryover." + rows[i].Key : rows[i].Key;
            return container;
        }

        for (var j = i - 1; j >= 0 && !totalLike[j]; j--)
        {
            var above = HeaderVocabulary.OrdinalLevel(Fold.Key(rows[j].Label), out _);
            if (level > 0)
            {
                if (above > 0 && above < level)
                {
                    return j;
                }

                continue;
            }

            if (!IsFund(rows[i].Key))
            {
                return -1;
            }

            if (rows[j].OfWhich)
            {
                // 其中：一般公共预算 is followed by its brothers without the word.
                rows[i].OfWhich = true;
                return parents[j];
            }

            if (!IsFund(rows[j].Key))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>The unnumbered 财政拨款 or 结转 right above a run of funds to which the row belongs; null where there is none.</summary>
    private static int? ContainerOf(List<FormRow> rows, bool[] totalLike, int i)
    {
        if (!IsFund(rows[i].Key))
        {
            return null;
        }

        for (var j = i - 1; j >= 0 && !totalLike[j]; j--)
        {
            if (rows[j].Key is "fiscal" or "carryover" or "carryforward")
            {
                return HeaderVocabulary.OrdinalLevel(Fold.Key(rows[j].Label), out _) == 0 ? j : null;
            }

            if (!IsFund(rows[j].Key) || rows[j].OfWhich)
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsFund(string key) => key is "gpb" or "govfund" or "soe" or "carryover.gpb" or "carryover.govfund" or "carryover.soe";

    private static void ArrangeTotals(List<FormRow> rows, int[] parents, bool[] totalLike, IReadOnlyList<FormColumn> columns)
    {
        var last = Array.LastIndexOf(totalLike, true);
        if (last < 0)
        {
            return;
        }

        var from = 0;
        var subtotal = -1;
        for (var i = 0; i < rows.Count; i++)
        {
            if (!totalLike[i])
            {
                continue;
            }

            var parts = new List<int>();
            if (subtotal >= 0)
            {
                parts.Add(subtotal);
            }

            // A total printed first sums up what stands below it.
            var begin = i == 0 ? 1 : from;
            var end = i == 0 ? rows.Count : i;
            for (var j = begin; j < end; j++)
            {
                if (parents[j] < 0 && !totalLike[j] && !rows[j].OfWhich)
                {
                    parts.Add(j);
                }
            }

            DropDoubtful(rows, parents, parts, i, columns);
            rows[i].Parts = parts;
            rows[i].Kind = i == last ? RowKind.Total : RowKind.Subtotal;
            from = i + 1;
            subtotal = i;
        }
    }

    /// <summary>
    /// A label without ordinal between numbered ones may be a part of the label above it. It is one where the total closes only
    /// without it.
    /// </summary>
    private static void DropDoubtful(List<FormRow> rows, int[] parents, List<int> parts, int total, IReadOnlyList<FormColumn> columns)
    {
        if (!parts.Exists(i => Level(rows[i]) > 0))
        {
            return;
        }

        var doubtful = parts.FindAll(i => Level(rows[i]) == 0 && rows[i].Kind == RowKind.Leaf && rows[i].Key is not ("carryover" or "surplus" or "carryforward"));
        var column = -1;
        for (var i = 0; i < columns.Count && column < 0; i++)
        {
            column = columns[i].AddsUp ? i : -1;
        }

        if (doubtful.Count == 0 || column < 0 || rows[total].Facts[column]?.Amount is not { } whole)
        {
            return;
        }

        decimal all = 0, sure = 0;
        foreach (var i in parts)
        {
            var yuan = rows[i].Facts[column]?.Amount?.Yuan ?? 0;
            all += yuan;
            sure += doubtful.Contains(i) ? 0 : yuan;
        }

        if (all != whole.Yuan && sure == whole.Yuan)
        {
            foreach (var i in doubtful)
            {
                parts.Remove(i);
                rows[i].OfWhich = true;
                rows[i].Kind = RowKind.Subtotal;
                parents[i] = i - 1;
            }
        }
    }

    private static int Level(FormRow row) => HeaderVocabulary.OrdinalLevel(Fold.Key(row.Label), out _);
}
