using System.Globalization;
using Gouji.Model;

namespace Gouji.Normalize.Rules.Language;

/// <summary>A line <c>off ID</c> or <c>grade ID severity</c> of a user's rule file. Severity null means off.</summary>
internal sealed record RuleChange(string Id, Severity? Severity, int Line, int Column);

/// <summary>What a rule file says.</summary>
internal sealed record RuleFile(IReadOnlyList<Rule> Rules, IReadOnlyList<RuleChange> Changes);

/// <summary>
/// Reads a rule file. A rule begins at the margin with <c>rule ID severity</c>; its fields follow indented, one a line; a line whose
/// first word is no field continues the field above. <c>#</c> begins a comment line.
/// </summary>
internal sealed class RuleFileParser
{
    private static readonly string[] Fields =
        ["zh", "en", "for", "when", "that", "or", "check", "link", "by", "except", "years", "kind", "places", "error", "warning", "notice", "holds", "breaks", "unknown"];

    private readonly string _file;
    private readonly string[] _lines;
    private readonly List<Rule> _rules = [];
    private readonly List<RuleChange> _changes = [];

    private RuleFileParser(string file, string text)
    {
        _file = file;
        _lines = text.ReplaceLineEndings("\n").TrimStart('\uFEFF').Split('\n');
    }

    public static RuleFile Parse(string file, string text)
    {
        var parser = new RuleFileParser(file, text);
        parser.Parse();
        return new RuleFile(parser._rules, parser._changes);
    }

    private void Parse()
    {
        var i = 0;
        while (i < _lines.Length)
        {
            var line = _lines[i];
            if (IsBlank(line))
            {
                i++;
                continue;
            }

            var words = new RuleLine(_file, i + 1, line);
            switch (words.Word("rule, off, grade"))
            {
                case "rule":
                    i = ParseRule(words, i);
                    break;
                case "off":
                    _changes.Add(Change(words, i, graded: false));
                    i++;
                    break;
                case "grade":
                    _changes.Add(Change(words, i, graded: true));
                    i++;
                    break;
                default:
                    throw words.Expected("rule, off, grade");
            }
        }
    }

    private static RuleChange Change(RuleLine words, int index, bool graded)
    {
        words.SkipSpace();
        var column = words.Column;
        var id = words.Word("the id of a rule");
        Severity? severity = graded ? words.Severity() : null;
        words.End();
        return new RuleChange(id, severity, index + 1, column);
    }

    private int ParseRule(RuleLine head, int start)
    {
        var id = head.Word("the id of the rule");
        var severity = head.Severity();
        head.End();
        var build = new RuleBuilder(_file, start + 1, id, severity);
        var i = start + 1;
        while (i < _lines.Length && (IsBlank(_lines[i]) || char.IsWhiteSpace(_lines[i][0])))
        {
            if (IsBlank(_lines[i]))
            {
                i++;
                continue;
            }

            var first = i;
            var text = _lines[i];
            i++;
            var line = new RuleLine(_file, first + 1, text);
            var field = line.Word(string.Join(", ", Fields));
            if (Array.IndexOf(Fields, field) < 0)
            {
                throw line.Unknown(field, Fields);
            }

            // Continuation lines: deeper, and not beginning with a field.
            while (i < _lines.Length && !IsBlank(_lines[i]) && char.IsWhiteSpace(_lines[i][0]) && !BeginsWithField(_lines[i]))
            {
                line.Continue(i + 1, _lines[i]);
                i++;
            }

            build.Take(field, line);
        }

        var last = i;
        while (last > start && IsBlank(_lines[last - 1]))
        {
            last--;
        }

        _rules.Add(build.Build(string.Join('\n', _lines[start..last])));
        return i;
    }

    private static bool BeginsWithField(string line)
    {
        var text = line.AsSpan().TrimStart();
        var end = text.IndexOf(' ');
        var word = end < 0 ? text : text[..end];
        foreach (var field in Fields)
        {
            if (word.SequenceEqual(field))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBlank(string line)
    {
        var text = line.AsSpan().TrimStart();
        return text.IsEmpty || text[0] == '#';
    }
}

/// <summary>Collects the fields of one rule, and checks that none is missing.</summary>
internal sealed class RuleBuilder(string file, int line, string id, Severity severity)
{
    private readonly List<Clause> _clauses = [];
    private readonly List<Regrade> _regrades = [];
    private readonly List<RuleExample> _examples = [];
    private readonly List<string> _places = [];
    private string? _zh;
    private string? _en;
    private string? _authority;
    private string _exceptions = "";
    private int? _fromYear;
    private int? _toYear;
    private DisclosureKind _kind;
    private Clause? _open;

    public void Take(string field, RuleLine text)
    {
        switch (field)
        {
            case "zh":
                _zh = text.Rest();
                break;
            case "en":
                _en = text.Rest();
                break;
            case "by":
                _authority = text.Rest();
                break;
            case "except":
                _exceptions = text.Rest();
                break;
            case "years":
                (_fromYear, _toYear) = text.Years();
                break;
            case "kind":
                _kind = text.Word("budget, final-accounts") switch
                {
                    "budget" => DisclosureKind.Budget,
                    "final-accounts" => DisclosureKind.FinalAccounts,
                    _ => throw text.Expected("budget, final-accounts"),
                };
                text.End();
                break;
            case "places":
                _places.AddRange(text.Rest().Split([' ', '、', ','], StringSplitOptions.RemoveEmptyEntries));
                break;
            case "for":
                var (loop, forms) = new FormulaReader(text).For();
                _open = new Clause { Loop = loop, Forms = forms };
                _clauses.Add(_open);
                break;
            case "when":
                if (Open().Alternatives.Count > 0)
                {
                    // A condition behind a formula begins a clause of its own.
                    _open = new Clause();
                    _clauses.Add(_open);
                }

                _open!.When.AddRange(new FormulaReader(text).Conditions());
                break;
            case "that":
                if (Open() is { Alternatives.Count: > 0 } or { Check: not null })
                {
                    // A further formula over the same loop.
                    var previous = _open!;
                    _open = new Clause { Loop = previous.Loop, Forms = previous.Forms };
                    _open.When.AddRange(previous.When);
                    _clauses.Add(_open);
                }

                _open!.Alternatives.Add(new FormulaReader(text).Formula());
                break;
            case "or":
                if (_open is not { Alternatives.Count: > 0 })
                {
                    throw text.Expected("that, before or");
                }

                _open.Alternatives.Add(new FormulaReader(text).Formula());
                break;
            case "check":
                var (name, over) = new FormulaReader(text).Check();
                _clauses.Add(new Clause { Check = name, Forms = over });
                break;
            case "link":
                _clauses.Add(new Clause { Link = new FormulaReader(text).Link() });
                break;
            case "error" or "warning" or "notice":
                _regrades.Add(new Regrade(field switch { "error" => Model.Severity.Error, "warning" => Model.Severity.Warning, _ => Model.Severity.Notice }, new FormulaReader(text).Regrade()));
                break;
            case "holds":
                _examples.Add(new RuleExample(Verdict.Holds, text.Rest(), text.Line));
                break;
            case "breaks":
                _examples.Add(new RuleExample(Verdict.Broken, text.Rest(), text.Line));
                break;
            case "unknown":
                _examples.Add(new RuleExample(Verdict.CannotTell, text.Rest(), text.Line));
                break;
        }
    }

    public Rule Build(string source)
    {
        Require(_zh, "zh");
        Require(_en, "en");
        Require(_authority, "by");
        Require(_clauses.Count > 0 ? "" : null, "that, check or link");
        foreach (var clause in _clauses)
        {
            Require(clause.Check ?? clause.Link ?? (clause.Alternatives.Count > 0 ? "" : null), "that, behind for");
        }

        return new Rule
        {
            Id = id,
            Severity = severity,
            Statement = new Message(_zh!, _en!),
            Authority = _authority!,
            Exceptions = _exceptions,
            Source = source,
            File = file,
            Line = line,
            FromYear = _fromYear,
            ToYear = _toYear,
            Kind = _kind,
            Places = _places,
            Clauses = _clauses,
            Regrades = _regrades,
            Examples = _examples,
        };
    }

    private Clause Open()
    {
        if (_open is null)
        {
            _open = new Clause();
            _clauses.Add(_open);
        }

        return _open;
    }

    private void Require(string? value, string field)
    {
        if (value is null)
        {
            throw new RuleSyntaxException(file, line, 1, new Message(
                string.Create(CultureInfo.InvariantCulture, $"规则 {id} 缺少字段：{field}"), string.Create(CultureInfo.InvariantCulture, $"rule {id} lacks the field: {field}")));
        }
    }
}
