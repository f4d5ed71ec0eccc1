using System.Globalization;
using Gouji.Model;

namespace Gouji.Normalize.Rules.Language;

/// <summary>One field of a rule, read from left to right. Every failure names file, line, column and what was expected.</summary>
internal sealed class RuleLine(string file, int line, string text)
{
    private readonly List<(int Start, int Line, int Offset)> _pieces = [(0, line, 0)];
    private string _text = text;
    private int _at;

    public int Line { get; } = line;

    /// <summary>1-based column of the next character.</summary>
    public int Column => Locate(_at).Column;

    /// <summary>Adds a continuation line.</summary>
    public void Continue(int number, string more)
    {
        var trimmed = more.TrimStart();
        _text = _text.TrimEnd() + " ";
        _pieces.Add((_text.Length, number, more.Length - trimmed.Length));
        _text += trimmed;
    }

    public void SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    public string Word(string expected)
    {
        SkipSpace();
        var start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] != ',')
        {
            _at++;
        }

        return _at > start ? _text[start.._at] : throw Expected(expected);
    }

    public string Rest()
    {
        SkipSpace();
        var rest = _text[_at..].TrimEnd();
        _at = _text.Length;
        return rest.Length > 0 ? rest : throw Expected("a text");
    }

    public void End()
    {
        SkipSpace();
        if (_at < _text.Length)
        {
            throw Expected("the end of the line");
        }
    }

    public Severity Severity()
    {
        SkipSpace();
        var start = _at;
        switch (Word("error, warning, notice"))
        {
            case "error":
                return Model.Severity.Error;
            case "warning":
                return Model.Severity.Warning;
            case "notice":
                return Model.Severity.Notice;
            default:
                _at = start;
                throw Expected("error, warning, notice");
        }
    }

    public (int? From, int? To) Years()
    {
        var range = Word("years such as 2018-, -2017 or 2018-2020");
        var dash = range.IndexOf('-', StringComparison.Ordinal);
        var from = dash < 0 ? range : range[..dash];
        var to = dash < 0 ? range : range[(dash + 1)..];
        End();
        return (Year(from), Year(to));

        int? Year(string year) => year.Length == 0
            ? null
            : int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw Expected("years such as 2018-, -2017 or 2018-2020");
    }

    /// <summary><c>each row of B2, B3.income</c>.</summary>
    public (Loop Loop, IReadOnlyList<FormName> Forms) For()
    {
        Keyword("each");
        SkipSpace();
        var start = _at;
        var loop = Word("row, total, parent, sum, item, class, project, table") switch
        {
            "row" => Loop.Row,
            "total" => Loop.Total,
            "parent" => Loop.Parent,
            "sum" => Loop.Sum,
            "item" => Loop.Item,
            "class" => Loop.Class,
            "project" => Loop.Project,
            "table" => Loop.Table,
            _ => throw At(start).Expected("row, total, parent, sum, item, class, project, table"),
        };
        Keyword("of");
        var forms = Forms();
        End();
        return (loop, forms);
    }

    /// <summary><c>name of B2, B3</c>.</summary>
    public (string Name, IReadOnlyList<FormName> Forms) Check()
    {
        SkipSpace();
        var start = _at;
        var name = Word("the name of a built-in check");
        if (!BuiltIn.BuiltInChecks.Knows(name))
        {
            throw At(start).Expected("the name of a built-in check: " + string.Join(", ", BuiltIn.BuiltInChecks.Names));
        }

        SkipSpace();
        if (_at >= _text.Length)
        {
            return (name, []);
        }

        Keyword("of");
        var forms = Forms();
        End();
        return (name, forms);
    }

    /// <summary><c>coded B2 and not has B10</c>.</summary>
    public List<Condition> Conditions()
    {
        var conditions = new List<Condition>();
        do
        {
            SkipSpace();
            var start = _at;
            var name = Word("a condition");
            var negated = name == "not";
            if (negated)
            {
                SkipSpace();
                start = _at;
                name = Word("a condition");
            }

            if (!Evaluation.Conditions.Knows(name))
            {
                throw At(start).Expected("a condition: " + string.Join(", ", Evaluation.Conditions.Names));
            }

            SkipSpace();
            var forms = _at < _text.Length && _text[_at] == 'B' ? Forms() : [];
            conditions.Add(new Condition(name, forms, negated));
            SkipSpace();
        }
        while (TryKeyword("and"));
        End();
        return conditions;
    }

    /// <summary><c>when condition</c>.</summary>
    public Condition Regrade()
    {
        Keyword("when");
        var conditions = Conditions();
        return conditions.Count == 1 ? conditions[0] : throw Expected("one condition");
    }

    /// <summary><c>B5[total].basic = B6[total].total</c>.</summary>
    public Formula Formula()
    {
        SkipSpace();
        var start = _at;
        var left = Side();
        SkipSpace();
        var relation = _at >= _text.Length ? throw Expected("=, <=, is")
            : Take("<=") ? Relation.AtMost
            : Take("=") ? Relation.Equal
            : TryKeyword("is") ? Relation.Same
            : throw Expected("+, -, =, <=, is");
        var right = Side();
        End();
        return new Formula(left, relation, right, _text[start..].Trim());
    }

    public RuleSyntaxException Expected(string what)
    {
        var (number, column) = Locate(_at);
        SkipSpace();
        var end = _at;
        while (end < _text.Length && !char.IsWhiteSpace(_text[end]))
        {
            end++;
        }

        var found = end > _at ? $"'{_text[_at..end]}'" : "the end of the line";
        var foundZh = end > _at ? $"“{_text[_at..end]}”" : "行尾";
        return new RuleSyntaxException(file, number, column, new Message($"此处为{foundZh}，应为：{what}", $"found {found}, expected {what}"));
    }

    public RuleSyntaxException Unknown(string word, IReadOnlyList<string> expected)
    {
        _at = Math.Max(0, _text.IndexOf(word, StringComparison.Ordinal));
        return Expected(string.Join(", ", expected));
    }

    private List<FormulaTerm> Side()
    {
        var terms = new List<FormulaTerm>();
        var sign = 1m;
        while (true)
        {
            terms.Add(Term(sign));
            SkipSpace();
            if (Take("+"))
            {
                sign = 1m;
            }
            else if (Take("-"))
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
        SkipSpace();
        var coefficient = sign;
        if (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            var start = _at;
            while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '.'))
            {
                _at++;
            }

            coefficient *= decimal.Parse(_text.AsSpan(start, _at - start), NumberStyles.Number, CultureInfo.InvariantCulture);
            SkipSpace();
            if (!Take("*"))
            {
                return new FormulaTerm(coefficient, null);
            }
        }

        return new FormulaTerm(coefficient, Selector());
    }

    private Selector Selector()
    {
        SkipSpace();
        var start = _at;
        var count = TryKeyword("count");
        if (!count)
        {
            _ = TryKeyword("sum");
        }

        SkipSpace();
        if (TryName("whole"))
        {
            return new Selector { Whole = true, Text = "whole" };
        }

        if (TryName("parts"))
        {
            return new Selector { Parts = true, Text = "parts" };
        }

        var current = TryName("this");
        FormName? form = current ? null : Form();
        var rows = new List<string>();
        if (Take("["))
        {
            while (!Take("]"))
            {
                SkipSpace();
                var begin = _at;
                while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] != ']')
                {
                    _at++;
                }

                if (_at == begin)
                {
                    throw Expected("a row, and ]");
                }

                rows.Add(_text[begin.._at]);
                SkipSpace();
            }
        }

        string? column = null;
        if (Take("."))
        {
            var begin = _at;
            while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '-' or '.'))
            {
                _at++;
            }

            column = _at > begin ? _text[begin.._at] : throw Expected("the name of a column");
        }

        return new Selector { Form = form, This = current, Rows = rows, Column = column, Optional = Take("?"), Count = count, Text = _text[start.._at] };
    }

    private List<FormName> Forms()
    {
        var forms = new List<FormName>();
        do
        {
            SkipSpace();
            forms.Add(Form());
            SkipSpace();
        }
        while (Take(","));
        return forms;
    }

    private FormName Form()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiLetterOrDigit(_text[_at]))
        {
            _at++;
        }

        var word = _text.AsSpan(start, _at - start);
        FormRole role;
        if (word.SequenceEqual("other"))
        {
            role = FormRole.Unknown;
        }
        else if (!Enum.TryParse(word, ignoreCase: false, out role) || char.IsAsciiDigit(word.IsEmpty ? '0' : word[0]))
        {
            throw At(start).Expected("a form: B1 to B11, other, whole, parts or this");
        }

        var part = "";
        if (_at < _text.Length && _text[_at] == '.')
        {
            foreach (var lane in (ReadOnlySpan<string>)["income", "expenditure", "economic"])
            {
                if (string.CompareOrdinal(_text, _at + 1, lane, 0, lane.Length) == 0)
                {
                    part = lane;
                    _at += lane.Length + 1;
                    break;
                }
            }
        }

        return new FormName(role, part);
    }

    private void Keyword(string keyword)
    {
        if (!TryKeyword(keyword))
        {
            throw Expected(keyword);
        }
    }

    private bool TryKeyword(string keyword)
    {
        SkipSpace();
        var end = _at + keyword.Length;
        if (string.CompareOrdinal(_text, _at, keyword, 0, keyword.Length) == 0 && (end == _text.Length || char.IsWhiteSpace(_text[end])))
        {
            _at = end;
            return true;
        }

        return false;
    }

    private bool TryName(string name)
    {
        var end = _at + name.Length;
        if (string.CompareOrdinal(_text, _at, name, 0, name.Length) == 0 && (end == _text.Length || !char.IsAsciiLetterOrDigit(_text[end])))
        {
            _at = end;
            return true;
        }

        return false;
    }

    private bool Take(string mark)
    {
        if (string.CompareOrdinal(_text, _at, mark, 0, mark.Length) == 0)
        {
            _at += mark.Length;
            return true;
        }

        return false;
    }

    private RuleLine At(int position)
    {
        _at = position;
        return this;
    }

    private (int Line, int Column) Locate(int at)
    {
        var piece = _pieces[0];
        foreach (var candidate in _pieces)
        {
            if (candidate.Start <= at)
            {
                piece = candidate;
            }
        }

        return (piece.Line, at - piece.Start + piece.Offset + 1);
    }
}
