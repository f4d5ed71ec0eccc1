using System.Globalization;
using Gouji.Model;

namespace Gouji.Normalize.Rules.Language;

/// <summary>Reads what stands behind <c>for</c>, <c>when</c>, <c>that</c> and <c>check</c> in a rule.</summary>
internal sealed class FormulaReader(RuleLine line)
{
    /// <summary><c>B5[total].basic = B6[total].total</c>.</summary>
    public Formula Formula()
    {
        line.SkipSpace();
        var start = line.Position;
        var left = Side();
        line.SkipSpace();
        var relation = line.Position >= line.Text.Length ? throw line.Expected("=, <=, is")
            : line.Take("<=") ? Relation.AtMost
            : line.Take("=") ? Relation.Equal
            : line.TryKeyword("is") ? Relation.Same
            : throw line.Expected("+, -, =, <=, is");
        var right = Side();
        line.End();
        return new Formula([.. left], relation, [.. right], line.Text[start..].Trim());
    }

    /// <summary><c>each row of B2, B3.income</c>.</summary>
    public (Loop Loop, IReadOnlyList<FormName> Forms) For()
    {
        line.Keyword("each");
        line.SkipSpace();
        var start = line.Position;
        var loop = line.Word("row, total, parent, sum, item, class, project, table, line, change") switch
        {
            "row" => Loop.Row,
            "total" => Loop.Total,
            "parent" => Loop.Parent,
            "sum" => Loop.Sum,
            "item" => Loop.Item,
            "class" => Loop.Class,
            "project" => Loop.Project,
            "table" => Loop.Table,
            "line" => Loop.Line,
            "change" => Loop.Change,
            _ => throw line.At(start).Expected("row, total, parent, sum, item, class, project, table, line, change"),
        };
        line.Keyword("of");
        var forms = Forms();
        line.End();
        return (loop, forms);
    }

    /// <summary><c>name of B2, B3</c>.</summary>
    public (string Name, IReadOnlyList<FormName> Forms) Check()
    {
        line.SkipSpace();
        var start = line.Position;
        var name = line.Word("the name of a built-in check");
        if (!BuiltIn.BuiltInChecks.Knows(name))
        {
            throw line.At(start).Expected("the name of a built-in check: " + string.Join(", ", BuiltIn.BuiltInChecks.Names));
        }

        line.SkipSpace();
        if (line.Position >= line.Text.Length)
        {
            return (name, []);
        }

        line.Keyword("of");
        var forms = Forms();
        line.End();
        return (name, forms);
    }

    /// <summary><c>previous-year-as-disclosed</c>.</summary>
    public string Link()
    {
        line.SkipSpace();
        var start = line.Position;
        var name = line.Word("the name of a check between documents");
        if (!Linking.LinkChecks.Knows(name))
        {
            throw line.At(start).Expected("the name of a check between documents: " + string.Join(", ", Linking.LinkChecks.Names));
        }

        line.End();
        return name;
    }

    /// <summary><c>coded B2 and not has B10</c>.</summary>
    public List<Condition> Conditions()
    {
        var conditions = new List<Condition>();
        do
        {
            line.SkipSpace();
            var start = line.Position;
            var name = line.Word("a condition");
            var negated = name == "not";
            if (negated)
            {
                line.SkipSpace();
                start = line.Position;
                name = line.Word("a condition");
            }

            if (!Evaluation.Conditions.Knows(name))
            {
                throw line.At(start).Expected("a condition: " + string.Join(", ", Evaluation.Conditions.Names));
            }

            line.SkipSpace();
            var forms = line.Position < line.Text.Length && line.Text[line.Position] is 'B' or 'F' ? Forms() : [];
            conditions.Add(new Condition(name, forms, negated));
            line.SkipSpace();
        }
        while (line.TryKeyword("and"));
        line.End();
        return conditions;
    }

    /// <summary><c>when condition</c>.</summary>
    public Condition Regrade()
    {
        line.Keyword("when");
        var conditions = Conditions();
        return conditions.Count == 1 ? conditions[0] : throw line.Expected("one condition");
    }

    private List<FormulaTerm> Side()
    {
        var terms = new List<FormulaTerm>();
        var sign = 1m;
        while (true)
        {
            terms.Add(Term(sign));
            line.SkipSpace();
            if (line.Take("+"))
            {
                sign = 1m;
            }
            else if (line.Take("-"))
            {
                sign = -1m;
            }
            else
            {
                return terms;
            }
        }
    }

    private FormulaTerm Term(decimal sign)
    {
        line.SkipSpace();
        var coefficient = sign;
        if (line.Position < line.Text.Length && char.IsAsciiDigit(line.Text[line.Position]))
        {
            var start = line.Position;
            while (line.Position < line.Text.Length && (char.IsAsciiDigit(line.Text[line.Position]) || line.Text[line.Position] == '.'))
            {
                line.Position++;
            }

            coefficient *= decimal.Parse(line.Text.AsSpan(start, line.Position - start), NumberStyles.Number, CultureInfo.InvariantCulture);
            line.SkipSpace();
            if (!line.Take("*"))
            {
                return new FormulaTerm(coefficient, null);
            }
        }

        return new FormulaTerm(coefficient, Selector());
    }

    private Selector Selector()
    {
        line.SkipSpace();
        var start = line.Position;
        var count = line.TryKeyword("count");
        if (!count)
        {
            _ = line.TryKeyword("sum");
        }

        line.SkipSpace();
        if (line.TryName("whole"))
        {
            return new Selector { Whole = true, Text = "whole" };
        }

        if (line.TryName("parts"))
        {
            return new Selector { Parts = true, Text = "parts" };
        }

        var row = line.TryName("line");
        var current = !row && line.TryName("this");
        FormName? form = current || row ? null : Form();
        var rows = new List<string>();
        if (line.Take("["))
        {
            while (!line.Take("]"))
            {
                line.SkipSpace();
                var begin = line.Position;
                while (line.Position < line.Text.Length && !char.IsWhiteSpace(line.Text[line.Position]) && line.Text[line.Position] != ']')
                {
                    line.Position++;
                }

                if (line.Position == begin)
                {
                    throw line.Expected("a row, and ]");
                }

                rows.Add(line.Text[begin..line.Position]);
                line.SkipSpace();
            }
        }

        string? column = null;
        if (line.Take("."))
        {
            var begin = line.Position;
            while (line.Position < line.Text.Length && (char.IsAsciiLetterOrDigit(line.Text[line.Position]) || line.Text[line.Position] is '-' or '.'))
            {
                line.Position++;
            }

            column = line.Position > begin ? line.Text[begin..line.Position] : throw line.Expected("the name of a column");
        }

        return new Selector { Form = form, This = current, Line = row, Rows = [.. rows], Column = column, Optional = line.Take("?"), Count = count, Text = line.Text[start..line.Position] };
    }

    private List<FormName> Forms()
    {
        var forms = new List<FormName>();
        do
        {
            line.SkipSpace();
            forms.Add(Form());
            line.SkipSpace();
        }
        while (line.Take(","));
        return forms;
    }

    private FormName Form()
    {
        var start = line.Position;
        while (line.Position < line.Text.Length && char.IsAsciiLetterOrDigit(line.Text[line.Position]))
        {
            line.Position++;
        }

        var word = line.Text.AsSpan(start, line.Position - start);
        FormRole role;
        if (word.SequenceEqual("other"))
        {
            role = FormRole.Unknown;
        }
        else if (!Enum.TryParse(word, ignoreCase: false, out role) || char.IsAsciiDigit(word.IsEmpty ? '0' : word[0]))
        {
            throw line.At(start).Expected("a form: B1 to B11, other, whole, parts or this");
        }

        var part = "";
        if (line.Position < line.Text.Length && line.Text[line.Position] == '.')
        {
            foreach (var lane in (ReadOnlySpan<string>)["income", "expenditure", "economic"])
            {
                if (string.CompareOrdinal(line.Text, line.Position + 1, lane, 0, lane.Length) == 0)
                {
                    part = lane;
                    line.Position += lane.Length + 1;
                    break;
                }
            }
        }

        return new FormName(role, part);
    }
}
