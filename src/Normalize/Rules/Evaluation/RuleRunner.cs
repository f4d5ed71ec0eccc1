using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Rules.Evaluation;

/// <summary>Compiles one rule for one document: every equation that it makes there, each with its verdict.</summary>
internal sealed class RuleRunner
{
    private readonly Rule _rule;
    private readonly FormIndex _index;
    private readonly TableEquations _tables;
    private readonly FormulaCompiler _formulas;
    private readonly int _begin;

    private RuleRunner(Rule rule, FormIndex index, List<Equation> equations)
    {
        _rule = rule;
        _index = index;
        _tables = new TableEquations(rule, equations);
        _formulas = new FormulaCompiler(rule, index, equations);
        _begin = equations.Count;
    }

    /// <summary>Adds the equations of the clauses of a rule. A rule that makes none says why in one that cannot be told.</summary>
    public static void Run(Rule rule, FormIndex index, List<Equation> equations)
    {
        var runner = new RuleRunner(rule, index, equations);
        Message? notMet = null;
        foreach (var clause in rule.Clauses)
        {
            if (clause.Check is not null || clause.Link is not null)
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

        if (equations.FindIndex(runner._begin, static equation => !equation.Silent) < 0 && rule.Clauses.All(static clause => clause.Check is null))
        {
            var nothing = new Equation { Rule = rule, Subject = new Message("", "") };
            nothing.CannotTell(runner.MissingForm() ?? notMet ?? new Message("相关的表中没有可比较的数字", "the forms it needs state no figures to compare"));
            equations.Add(nothing);
        }
    }

    /// <summary>The form whose absence keeps the rule from being evaluated; null where the forms are there.</summary>
    private Message? MissingForm()
    {
        foreach (var clause in _rule.Clauses)
        {
            var loop = clause.Forms.Where(static form => form.Role != FormRole.Unknown).ToList();
            var needsAll = clause.Loop is Loop.Item or Loop.Class;
            if (loop.Count > 0 && (needsAll ? loop.Exists(IsMissing) : loop.TrueForAll(IsMissing)))
            {
                return Missing(loop.Find(IsMissing).Role);
            }

            foreach (var term in clause.Alternatives.SelectMany(static formula => formula.Left.Concat(formula.Right)))
            {
                if (term.Selector is { Optional: false, Form: { Role: not FormRole.Unknown } form } && IsMissing(form))
                {
                    return Missing(form.Role);
                }
            }
        }

        return null;

        bool IsMissing(FormName form) => _index.First(form.Role) is null;
    }

    private static Message Missing(FormRole role) => new($"文中没有{FormNames.Zh(role)}", $"the document has no {FormNames.En(role)}");

    private void RunClause(Clause clause)
    {
        switch (clause.Loop)
        {
            case Loop.None:
                _formulas.Alternatives(clause, default, new Message("", ""));
                break;
            case Loop.Row:
                EachPart(clause, _tables.AcrossRows);
                break;
            case Loop.Total or Loop.Parent or Loop.Sum:
                EachPart(clause, (table, part) => _tables.DownColumns(clause.Loop, table, part));
                break;
            case Loop.Change:
                EachPart(clause, _tables.Changes);
                break;
            case Loop.Item:
                foreach (var code in Codes(clause, static code => code.Length > 3 ? code : null))
                {
                    _formulas.Alternatives(clause, new LoopState(null, code, null, null), new Message($"科目{code}", $"item {code}"));
                }

                break;
            case Loop.Class:
                foreach (var code in Codes(clause, static code => code[..3]))
                {
                    // 230 may stand for the carry-forward line.
                    if (code != "230")
                    {
                        _formulas.Alternatives(clause, new LoopState(null, null, code, null), new Message($"{code}类", $"class {code}"));
                    }
                }

                break;
            case Loop.Project:
                foreach (var form in _index.All(FormRole.B11))
                {
                    if (form.Project is { } project)
                    {
                        _formulas.Alternatives(clause, new LoopState(form, null, null, project), new Message($"项目“{project}”", $"project '{project}'"));
                    }
                }

                break;
            case Loop.Line:
                EachPart(clause, (table, part) =>
                {
                    foreach (var row in part.Rows)
                    {
                        _formulas.Alternatives(clause, new LoopState(table, null, null, null, part, row), FormNames.Row(table, row));
                    }
                });
                break;
            case Loop.Table:
                foreach (var name in clause.Forms)
                {
                    if (_index.First(name.Role) is null && _rule.Clauses.Count > 1)
                    {
                        // Other clauses may speak for the rule; that this one could not is still said.
                        _formulas.Untold(clause, Missing(name.Role));
                    }

                    foreach (var form in _index.All(name.Role))
                    {
                        var project = form.Project is { } known ? new Message($"项目“{known}”", $"project '{known}'") : new Message($"表{form.Number}", $"table {form.Number}");
                        _formulas.Alternatives(clause, new LoopState(form, null, null, form.Project), project);
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
                if (row.FunctionCode is { } code && !row.OfWhich && choose(code) is { } chosen
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
