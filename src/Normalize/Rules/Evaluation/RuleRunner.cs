using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Rules.Evaluation;

/// <summary>Compiles one rule for one document: every equation that it makes there, each with its verdict.</summary>
internal sealed class RuleRunner
{
    private readonly Rule _rule;
    private readonly FormIndex _index;
    private readonly List<Equation> _equations;
    private readonly int _begin;

    private RuleRunner(Rule rule, FormIndex index, List<Equation> equations)
    {
        _rule = rule;
        _index = index;
        _equations = equations;
        _begin = equations.Count;
    }

    /// <summary>Adds the equations of the clauses of a rule. A rule that makes none says why in one that cannot be told.</summary>
    public static void Run(Rule rule, FormIndex index, List<Equation> equations)
    {
        var runner = new RuleRunner(rule, index, equations);
        Message? notMet = null;
        foreach (var clause in rule.Clauses)
        {
            if (clause.Check is not null)
            {
                continue;
            }

            var unmet = clause.When.Find(condition => !Conditions.Holds(condition, index));
            if (unmet is not null)
            {
                notMet ??= Conditions.NotMet(unmet);
                continue;
            }

            runner.RunClause(clause);
        }

        if (!equations.Skip(runner._begin).Any(static equation => !equation.Silent) && rule.Clauses.Any(static clause => clause.Check is null))
        {
            var nothing = new Equation { Rule = rule, Subject = new Message("", "") };
            nothing.CannotTell(runner.MissingForm() ?? notMet ?? new Message("相关的表中没有数字", "the forms it needs state no figures"));
            equations.Add(nothing);
        }
    }

    private Message? MissingForm()
    {
        foreach (var clause in _rule.Clauses)
        {
            foreach (var form in clause.Forms.Concat(clause.Alternatives.SelectMany(static formula => formula.Left.Concat(formula.Right))
                .Where(static term => term.Selector is { Optional: false, Form: not null }).Select(static term => term.Selector!.Form!.Value)))
            {
                if (form.Role != FormRole.Unknown && _index.First(form.Role) is null)
                {
                    return new Message($"文中没有{FormNames.Zh(form.Role)}", $"the document has no {FormNames.En(form.Role)}");
                }
            }
        }

        return null;
    }

    private void RunClause(Clause clause)
    {
        switch (clause.Loop)
        {
            case Loop.None:
                Alternatives(clause, default, new Message("", ""));
                break;
            case Loop.Row:
                EachPart(clause, AcrossRows);
                break;
            case Loop.Total or Loop.Parent or Loop.Sum:
                EachPart(clause, (table, part) => DownColumns(clause, table, part));
                break;
            case Loop.Item:
                foreach (var code in Codes(clause, static code => code.Length > 3 ? code : null))
                {
                    Alternatives(clause, new LoopState(null, code, null, null), new Message($"科目{code}", $"item {code}"));
                }

                break;
            case Loop.Class:
                foreach (var code in Codes(clause, static code => code[..3]))
                {
                    // 230 may stand for the carry-forward line.
                    if (code != "230")
                    {
                        Alternatives(clause, new LoopState(null, null, code, null), new Message($"{code}类", $"class {code}"));
                    }
                }

                break;
            case Loop.Project:
                foreach (var form in _index.All(FormRole.B11))
                {
                    if (form.Project is { } project)
                    {
                        Alternatives(clause, new LoopState(form, null, null, project), new Message($"项目“{project}”", $"project '{project}'"));
                    }
                }

                break;
            case Loop.Table:
                foreach (var name in clause.Forms)
                {
                    foreach (var form in _index.All(name.Role))
                    {
                        var project = form.Project is { } known ? new Message($"项目“{known}”", $"project '{known}'") : new Message($"表{form.Number}", $"table {form.Number}");
                        Alternatives(clause, new LoopState(form, null, null, form.Project), project);
                    }
                }

                break;
        }
    }

    private void EachPart(Clause clause, Action<FormTable, FormPart> run)
    {
        foreach (var name in clause.Forms)
        {
            foreach (var table in _index.All(name.Role))
            {
                if (name.Part.Length > 0)
                {
                    foreach (var part in table.Parts)
                    {
                        if (part.Name.StartsWith(name.Part, StringComparison.Ordinal))
                        {
                            run(table, part);
                        }
                    }
                }
                else if (name.Role == FormRole.Unknown || table.Part("") is not null)
                {
                    foreach (var part in table.Parts)
                    {
                        run(table, part);
                    }
                }
            }
        }
    }

    /// <summary>For each row, each whole column against its parts, family by family.</summary>
    private void AcrossRows(FormTable table, FormPart part)
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
        var equation = new Equation { Rule = _rule, Subject = FormNames.Row(table, row) };
        if (row.Facts[whole] is { } total)
        {
            equation.Terms.Add(new Term(1, total, false));
        }
        else if (row.LostCells)
        {
            Lost(equation, part, row, whole);
        }

        foreach (var index in parts)
        {
            if (row.Facts[index] is { } fact)
            {
                equation.Terms.Add(new Term(1, fact, true));
            }
            else if (row.LostCells)
            {
                Lost(equation, part, row, index);
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

        Settle(equation);
        _equations.Add(equation);
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
            if (i != whole && column.AddsUp && column.Measure == part.Columns[whole].Measure && column.Meaning.Family is ColumnFamily.Unknown or ColumnFamily.Whole && (column.Whole == whole || column.Whole < 0))
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
    private void DownColumns(Clause clause, FormTable table, FormPart part)
    {
        foreach (var row in part.Rows)
        {
            var isTotal = row.Kind == RowKind.Total;
            if (row.Parts.Count == 0 || clause.Loop == (isTotal ? Loop.Parent : Loop.Total))
            {
                continue;
            }

            for (var column = 0; column < part.Columns.Count; column++)
            {
                if (part.Columns[column].AddsUp)
                {
                    Down(table, part, row, column);
                }
            }
        }
    }

    private void Down(FormTable table, FormPart part, FormRow row, int column)
    {
        var equation = new Equation { Rule = _rule, Subject = FormNames.Cell(table, row, part.Columns[column]) };
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
            else if (other.LostCells)
            {
                Lost(equation, part, other, column);
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
        else if (equation.OneSideBlank && equation.Verdict == Verdict.Broken && equation.LostRow is null)
        {
            equation.CannotTell(new Message("明细均为空，只有合计", "only the total is filled; its parts are all blank"));
        }

        Settle(equation);
        _equations.Add(equation);
    }

    private void Alternatives(Clause clause, in LoopState state, Message subject)
    {
        Equation? best = null;
        foreach (var formula in clause.Alternatives)
        {
            if (Compile(formula, state, subject) is { } equation && (best is null || Rank(equation) < Rank(best)))
            {
                best = equation;
            }
        }

        if (best is not null)
        {
            _equations.Add(best);
        }
    }

    private static int Rank(Equation equation) => equation.Verdict switch
    {
        Verdict.Holds => 0,
        Verdict.HoldsWithinRounding => 1,
        Verdict.Broken => 2,
        _ => 3,
    };

    /// <summary>The equation of a formula; null where no figure of it is printed.</summary>
    private Equation? Compile(Formula formula, in LoopState state, Message subject)
    {
        var count = formula.Left.Concat(formula.Right).Any(static term => term.Selector is { Count: true });
        var equation = new Equation { Rule = _rule, Subject = subject, Relation = formula.Relation, Formula = formula.Text, IsCount = count };
        Message? missing = null;
        Message? doubt = null;
        Add(formula.Left, false, equation, state, ref missing, ref doubt);
        Add(formula.Right, true, equation, state, ref missing, ref doubt);
        if (missing is not null)
        {
            equation.CannotTell(missing);
            return equation;
        }

        if (!equation.Decide() || (formula.Relation == Relation.AtMost && !count && !equation.Terms.Exists(static term => !term.Right && term.Fact.State == FactState.Value)))
        {
            return null;
        }

        if (equation.Verdict == Verdict.Broken && doubt is not null)
        {
            equation.CannotTell(doubt);
        }
        else if (equation.Verdict == Verdict.Broken && equation.Terms.Exists(static term => term.Fact is { RowKind: RowKind.Total, State: FactState.Blank or FactState.Dash }) && equation.OneSideBlank)
        {
            equation.CannotTell(new Message("合计漏填", "a total is blank"));
        }

        if (subject.En.Length > 0 && state.Table is null)
        {
            equation.Subject = WithTables(subject, formula);
        }

        Settle(equation);
        return equation;
    }

    /// <summary>The subject with the numbers of the tables that the formula compares: 科目2013101（表2、表3）.</summary>
    private Message WithTables(Message subject, Formula formula)
    {
        var tables = formula.Left.Concat(formula.Right)
            .Select(term => term.Selector?.Form is { } form ? _index.First(form.Role)?.Number : null)
            .OfType<int>().Distinct().Order().ToList();
        return new Message($"{subject.Zh}（{string.Join("、", tables.Select(static number => $"表{number}"))}）", $"{subject.En} (tables {string.Join(", ", tables)})");
    }

    private void Add(IReadOnlyList<FormulaTerm> terms, bool right, Equation equation, in LoopState state, ref Message? missing, ref Message? doubt)
    {
        foreach (var term in terms)
        {
            if (term.Selector is null)
            {
                AddConstant(equation, right, term.Coefficient);
                continue;
            }

            var selection = Selection.Of(term.Selector, _index, state);
            if (selection.FormMissing && term.Selector.Optional)
            {
                doubt ??= _index.MayHoldMoney(term.Selector.Form!.Value.Role) ? selection.Missing : null;
            }
            else if (selection.ColumnMissing && term.Selector.Optional)
            {
                doubt ??= selection.Missing;
            }
            else if (selection.Missing is not null && (!term.Selector.Optional || selection.TooDeep))
            {
                missing ??= selection.Missing;
            }

            if (selection.LostRow is { } lost)
            {
                Lost(equation, selection.LostPart!, lost, selection.LostColumn);
            }

            if (term.Selector.Count)
            {
                AddConstant(equation, right, term.Coefficient * selection.RowCount);
            }

            foreach (var fact in selection.Facts)
            {
                equation.Terms.Add(new Term(term.Coefficient, fact, right));
            }
        }
    }

    /// <summary>Keeps an equation without figures for the sake of blame, where it has cells at all.</summary>
    private void Keep(Equation equation)
    {
        if (equation.Terms.Count > 1)
        {
            _equations.Add(equation);
        }
    }

    private static void AddConstant(Equation equation, bool right, decimal value)
    {
        if (right)
        {
            equation.Right += value;
        }
        else
        {
            equation.Left += value;
        }
    }

    private static void Lost(Equation equation, FormPart part, FormRow row, int column)
    {
        if (equation.LostRow is null)
        {
            equation.LostRow = row;
            equation.LostPart = part;
            equation.LostColumn = column;
        }
        else if (equation.LostColumn != column || !ReferenceEquals(equation.LostRow, row))
        {
            equation.LostColumn = -1;
        }
    }

    /// <summary>An equation that breaks because a row lost cells when it was read says nothing against the publisher.</summary>
    private static void Settle(Equation equation)
    {
        if (equation.LostRow is { } lost && equation.Verdict is Verdict.Broken)
        {
            equation.CannotTell(new Message($"第{lost.Number}行在读取时缺少单元格", $"row {lost.Number} lost cells when it was read"));
        }
    }

    private IEnumerable<string> Codes(Clause clause, Func<string, string?> choose)
    {
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var name in clause.Forms)
        {
            if (_index.First(name.Role)?.Part(name.Part) is not { } part)
            {
                return [];
            }

            foreach (var row in part.Rows)
            {
                if ((row.FunctionCode ?? row.EconomicCode) is { } code && !row.OfWhich && choose(code) is { } chosen
                    && (chosen.Length == 3 || row.Kind == RowKind.Leaf || row.Project is not null || IsItemAboveProjects(part, row)))
                {
                    codes.Add(chosen);
                }
            }
        }

        return codes;
    }

    private static bool IsItemAboveProjects(FormPart part, FormRow row) =>
        row.Kind == RowKind.Subtotal && row.Parts.Count > 0 && part.Rows[row.Parts[0]].Project is not null;
}
