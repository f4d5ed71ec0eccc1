using Gouji.Model;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Rules.Evaluation;

/// <summary>Compiles the formulas of a clause for one state of its loop. Of several alternatives the one that fits best is kept.</summary>
internal sealed class FormulaCompiler(Rule rule, FormIndex index, List<Equation> equations)
{
    public void Alternatives(Clause clause, in LoopState state, Message subject)
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
            equations.Add(best);
        }
    }

    /// <summary>Says of a clause why it cannot be told.</summary>
    public void Untold(Clause clause, Message reason)
    {
        var equation = new Equation { Rule = rule, Formula = clause.Alternatives[0].Text };
        equation.CannotTell(reason);
        equations.Add(equation);
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
        var count = formula.IsCount;
        var equation = new Equation { Rule = rule, Subject = subject, Relation = formula.Relation, Formula = formula.Text, IsCount = count };
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

        if (formula.Relation == Relation.AtMost && equation.Terms.FindAll(static term => !term.Right && term.Fact.State == FactState.Value) is [{ Fact: { RowKind: RowKind.Leaf, Item: { Length: > 0 } item } }])
        {
            // A bound is about one item; say which.
            var between = subject.Zh.Length > 0 ? ("，", ", ") : ("", "");
            equation.Subject = new Message($"{subject.Zh}{between.Item1}“{item}”", $"{subject.En}{between.Item2}'{item}'");
        }
        else if (subject.En.Length > 0 && state.Table is null)
        {
            equation.Subject = WithTables(subject, formula);
        }
        else if (state.Table is { Project: null, Number: var number } && state.Row is null && TablesOf(formula) is { Count: > 0 } others)
        {
            others = [.. others.Append(number).Distinct().Order()];
            equation.Subject = new Message(string.Join("、", others.Select(static other => $"表{other}")), $"tables {string.Join(", ", others)}");
        }

        EquationDoubts.Settle(equation);
        return equation;
    }

    /// <summary>The subject with the numbers of the tables that the formula compares: 科目2013101（表2、表3）.</summary>
    private Message WithTables(Message subject, Formula formula)
    {
        var tables = TablesOf(formula);
        return new Message($"{subject.Zh}（{string.Join("、", tables.Select(static number => $"表{number}"))}）", $"{subject.En} (tables {string.Join(", ", tables)})");
    }

    /// <summary>Numbers of the tables that a formula names, in order.</summary>
    private List<int> TablesOf(Formula formula) => formula.Left.Concat(formula.Right)
        .Select(term => term.Selector?.Form is { } form ? index.First(form.Role)?.Number : null)
        .OfType<int>().Distinct().Order().ToList();

    private void Add(FormulaTerm[] terms, bool right, Equation equation, in LoopState state, ref Message? missing, ref Message? doubt)
    {
        foreach (var term in terms)
        {
            if (term.Selector is null)
            {
                AddConstant(equation, right, term.Coefficient);
                continue;
            }

            var selection = Selection.Of(term.Selector, index, state);
            if (selection.FormMissing && term.Selector.Optional)
            {
                doubt ??= index.MayHoldMoney(term.Selector.Form!.Value.Role) ? selection.Missing : null;
            }
            else if (selection.ColumnMissing && term.Selector.Optional)
            {
                doubt ??= selection.Missing;
            }
            else if (selection.Missing is not null && (!term.Selector.Optional || selection.TooDeep))
            {
                missing ??= selection.Missing;
            }

            equation.UnreadRow ??= selection.UnreadRow;
            if (selection.LostRow is { } lost)
            {
                EquationDoubts.Lost(equation, selection.LostPart!, lost, selection.LostColumn);
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
}
