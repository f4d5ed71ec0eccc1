using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Rules.Evaluation;

/// <summary>The equations within one part of a form: across its rows, and down its columns.</summary>
internal sealed class TableEquations(Rule rule, List<Equation> equations)
{
    /// <summary>For each row, each whole column against its parts, family by family.</summary>
    public void AcrossRows(FormTable table, FormPart part)
    {
        for (var whole = 0; whole < part.Columns.Count; whole++)
        {
            if (!part.Columns[whole].AddsUp)
            {
                continue;
            }

            foreach (var (_, parts) in PartsOf(part, whole))
            {
                if (!AnyStated(part, parts))
                {
                    continue;
                }

                var strange = Strange(part, whole);
                foreach (var row in part.Rows)
                {
                    Across(table, part, row, whole, parts, strange);
                }
            }
        }
    }

    private void Across(FormTable table, FormPart part, FormRow row, int whole, List<int> parts, List<int> strange)
    {
        var equation = new Equation(1 + parts.Count) { Rule = rule };
        if (row.Facts[whole] is { } total)
        {
            equation.Terms.Add(new Term(1, total, false));
        }
        else
        {
            EquationDoubts.Absent(equation, part, row, whole);
        }

        foreach (var index in parts)
        {
            if (row.Facts[index] is { } fact)
            {
                equation.Terms.Add(new Term(1, fact, true));
            }
            else
            {
                EquationDoubts.Absent(equation, part, row, index);
            }
        }

        if (!equation.Decide())
        {
            Keep(equation);
            return;
        }

        if (row.Facts[whole]?.Amount is null && equation.Right != 0 && equation.LostRow is null)
        {
            // A parent row printed as a heading states nothing; a blank whole is another rule's matter.
            if (row.Kind == RowKind.Subtotal)
            {
                return;
            }

            equation.CannotTell(new Message("合计栏为空", "the whole is blank"));
        }
        else if (equation.Verdict == Verdict.Broken && strange.Count > 0 && strange.Exists(index => row.Facts[index] is { State: FactState.Value }))
        {
            DecideWithStrange(equation, part, row, strange);
        }

        EquationDoubts.Settle(equation);
        equation.Subject = FormNames.Row(table, row);
        equations.Add(equation);
    }

    /// <summary>Columns that no word explains may be parts: the equation holds where it closes with them, and is in doubt otherwise.</summary>
    private static void DecideWithStrange(Equation equation, FormPart part, FormRow row, List<int> strange)
    {
        var difference = equation.Left - equation.Right;
        foreach (var index in strange)
        {
            difference -= row.Facts[index]?.Amount?.Yuan ?? 0;
        }

        if (difference == 0)
        {
            foreach (var index in strange)
            {
                if (row.Facts[index] is { } fact)
                {
                    equation.Terms.Add(new Term(1, fact, true));
                    equation.Right += fact.Amount?.Yuan ?? 0;
                }
            }

            equation.Verdict = Verdict.Holds;
            return;
        }

        var header = part.Columns[strange[0]].Header;
        equation.CannotTell(new Message($"“{header}”列的含义不明，可能是组成部分", $"column '{header}' is not understood and may be a part"));
    }

    private static IEnumerable<(ColumnFamily Family, List<int> Parts)> PartsOf(FormPart part, int whole)
    {
        var families = new SortedDictionary<ColumnFamily, List<int>>();
        for (var i = 0; i < part.Columns.Count; i++)
        {
            var column = part.Columns[i];
            if (column.Whole == whole && !column.OfWhich && column.AddsUp && column.Meaning.Family is not (ColumnFamily.Unknown or ColumnFamily.Whole or ColumnFamily.Beside))
            {
                if (!families.TryGetValue(column.Meaning.Family, out var parts))
                {
                    families[column.Meaning.Family] = parts = [];
                }

                parts.Add(i);
            }
        }

        // 人员 + 公用 + 项目 split the whole where 基本支出 has no column of its own.
        if (families.TryGetValue(ColumnFamily.Cost, out var costs) && families.TryGetValue(ColumnFamily.Nature, out var natures)
            && !natures.Exists(i => part.Columns[i].Meaning.Nature == Nature.Basic))
        {
            costs.AddRange(natures);
            costs.Sort();
            families.Remove(ColumnFamily.Nature);
        }

        foreach (var (family, parts) in families)
        {
            if (parts.Count > 1)
            {
                yield return (family, parts);
            }
        }
    }

    private static List<int> Strange(FormPart part, int whole)
    {
        var strange = new List<int>();
        for (var i = 0; i < part.Columns.Count; i++)
        {
            var column = part.Columns[i];
            if (i != whole && column.AddsUp && column.Measure == part.Columns[whole].Measure && column.Meaning.Family is ColumnFamily.Unknown or ColumnFamily.Whole
                && (column.Whole == whole || (column.Whole < 0 && part.Columns[whole].Whole < 0)))
            {
                strange.Add(i);
            }
        }

        return strange;
    }

    private static bool AnyStated(FormPart part, List<int> columns)
    {
        foreach (var row in part.Rows)
        {
            foreach (var index in columns)
            {
                if (row.Facts[index]?.Stated is not null)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>For each row that sums up others, each column of amounts.</summary>
    public void DownColumns(Loop loop, FormTable table, FormPart part)
    {
        foreach (var row in part.Rows)
        {
            var isTotal = row.Kind == RowKind.Total;
            if (row.Parts.Count == 0 || loop == (isTotal ? Loop.Parent : Loop.Total))
            {
                continue;
            }

            var doubled = isTotal && CountsTwice(part, row);
            for (var column = 0; column < part.Columns.Count; column++)
            {
                if (part.Columns[column].AddsUp)
                {
                    Down(table, part, row, column, doubled);
                }
            }
        }
    }

    private void Down(FormTable table, FormPart part, FormRow row, int column, bool doubled)
    {
        var equation = new Equation(1 + row.Parts.Count) { Rule = rule };
        if (row.Facts[column] is { } whole)
        {
            equation.Terms.Add(new Term(1, whole, false));
        }

        foreach (var index in row.Parts)
        {
            var other = part.Rows[index];
            if (other.Facts[column] is { } fact)
            {
                equation.Terms.Add(new Term(1, fact, true));
            }
            else
            {
                EquationDoubts.Absent(equation, part, other, column);
            }
        }

        if (!equation.Decide())
        {
            Keep(equation);
            return;
        }

        if (row.Facts[column]?.Amount is null && equation.Right != 0)
        {
            if (row.Kind == RowKind.Subtotal)
            {
                return;
            }

            equation.CannotTell(new Message("合计为空", "the total is blank"));
        }
        else if (equation.OneSideBlank && equation.Verdict == Verdict.Broken && equation.LostRow is null && !AnyPartStated(part, row))
        {
            equation.CannotTell(new Message("明细均为空，只有合计", "only the total is filled; its parts are all blank"));
        }
        else if (equation.Verdict == Verdict.Broken && (doubled || (row.Kind == RowKind.Total && IsMultiple(equation))))
        {
            equation.CannotTell(new Message("明细之和远大于合计，表中应有未识别的小计行", "the rows add up to far more than the total: some of them must head others"));
        }

        EquationDoubts.Settle(equation);
        equation.Subject = FormNames.Cell(table, row, part.Columns[column]);
        equations.Add(equation);
    }

    /// <summary>For each change that is printed, this year's figure against the base and the change.</summary>
    public void Changes(FormTable table, FormPart part)
    {
        foreach (var compared in part.Compared)
        {
            if (compared.Kind != ComparisonKind.Change)
            {
                continue;
            }

            var equation = new Equation(3) { Rule = rule };
            equation.Terms.Add(new Term(1, compared.Current, false));
            equation.Terms.Add(new Term(1, compared.Base, true));
            equation.Terms.Add(new Term(1, compared.Figure, true));
            if (!equation.Decide())
            {
                continue;
            }

            if (equation.Verdict == Verdict.Broken && (compared.Current.Stated is null || compared.Base.Stated is null))
            {
                equation.CannotTell(new Message("有增减额，相比的数为空", "there is a change, and a figure that it compares is blank"));
            }

            EquationDoubts.Settle(equation);
            equation.Subject = FormNames.Cell(table, compared.Row, compared.Column);
            equations.Add(equation);
        }
    }

    /// <summary>True where in two columns or more, and in most, the rows add up to half as much again as their total: rows are counted with what they head.</summary>
    private static bool CountsTwice(FormPart part, FormRow total)
    {
        int stated = 0, excess = 0;
        for (var column = 0; column < part.Columns.Count; column++)
        {
            if (!part.Columns[column].AddsUp || total.Facts[column]?.Amount is not { Yuan: > 0 } whole)
            {
                continue;
            }

            decimal sum = 0;
            foreach (var index in total.Parts)
            {
                sum += part.Rows[index].Facts[column]?.Amount?.Yuan ?? 0;
            }

            stated++;
            excess += 2 * sum >= 3 * whole.Yuan ? 1 : 0;
        }

        return excess >= 2 && 2 * excess > stated;
    }

    private static bool AnyPartStated(FormPart part, FormRow row)
    {
        foreach (var index in row.Parts)
        {
            foreach (var fact in part.Rows[index].Facts)
            {
                if (fact is { State: FactState.Value })
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsMultiple(Equation equation) =>
        equation.Left != 0 && equation.Terms.Count > 4 && (equation.Right == 2 * equation.Left || equation.Right == 3 * equation.Left || equation.Right == 4 * equation.Left);

    /// <summary>Keeps an equation without figures for the sake of blame, where it has cells at all.</summary>
    private void Keep(Equation equation)
    {
        if (equation.Terms.Count > 1)
        {
            equations.Add(equation);
        }
    }
}
