using System.Globalization;
using System.Text;

namespace Gouji.Extract.Spreadsheets;

/// <summary>
/// Takes a number format apart (ISO/IEC 29500-1 18.8.31, MS-XLS 2.4.126). What no rule covers is a literal, as it is for the programs that
/// write such formats.
/// </summary>
internal sealed class PatternParser(string code)
{
    private static readonly string[] Generals = ["General", "G/通用格式", "G/標準", "G/Standard"];
    private static readonly string[] HalfDays = ["AM/PM", "上午/下午", "A/P"];

    private readonly StringBuilder _literal = new();
    private readonly List<PatternToken> _tokens = [];
    private int _at;
    private int _scale;
    private int _commas;
    private bool _grouped;
    private bool _coloured;
    private bool _pointSeen;
    private PatternCondition? _condition;

    public static List<PatternSection> Parse(string code) => new PatternParser(code).Read();

    private List<PatternSection> Read()
    {
        var sections = new List<PatternSection>(1);
        while (_at < code.Length)
        {
            if (code[_at] == ';')
            {
                _at++;
                sections.Add(Section());
            }
            else
            {
                ReadToken();
            }
        }

        sections.Add(Section());
        return sections;
    }

    private PatternSection Section()
    {
        EndLiteral();
        ResolveMinutes();
        var section = new PatternSection
        {
            Tokens = [.. _tokens],
            Condition = _condition,
            Scale = _scale - (3 * _commas),
            Grouped = _grouped,
            Coloured = _coloured,
        };
        _tokens.Clear();
        (_scale, _commas, _grouped, _coloured, _pointSeen, _condition) = (0, 0, false, false, false, null);
        return section;
    }

    private void ReadToken()
    {
        if (TakeWord(Generals) is not null)
        {
            Add(PatternTokenKind.General, "");
            return;
        }

        if (TakeWord(HalfDays) is { } halfDay)
        {
            Add(PatternTokenKind.HalfDay, halfDay);
            return;
        }

        var c = code[_at++];
        switch (c)
        {
            case '"':
                var end = code.IndexOf('"', _at);
                end = end < 0 ? code.Length : end;
                _literal.Append(code, _at, end - _at);
                _at = Math.Min(code.Length, end + 1);
                break;
            case '\\' or '!' when _at < code.Length:
                _literal.Append(code[_at++]);
                break;
            case '_':
                // A blank as wide as the next character.
                _literal.Append(' ');
                _at++;
                break;
            case '*':
                // The next character fills the cell.
                _at++;
                break;
            case '[':
                ReadBracket();
                break;
            case '0' or '#' or '?':
                _grouped |= _commas > 0;
                _commas = 0;
                Add(PatternTokenKind.Digit, c.ToString());
                break;
            case '.' when !_pointSeen:
                _pointSeen = true;
                Add(PatternTokenKind.Point, ".");
                break;
            case ',' when _tokens.Exists(static token => token.Kind == PatternTokenKind.Digit):
                _commas++;
                break;
            case '%':
                _scale += 2;
                _literal.Append('%');
                break;
            case '@':
                Add(PatternTokenKind.Text, "");
                break;
            case 'E' or 'e' when _at < code.Length && code[_at] is '+' or '-' && _tokens.Exists(static token => token.Kind == PatternTokenKind.Digit):
                Add(PatternTokenKind.Exponent, code[_at++].ToString());
                break;
            case 'y' or 'Y' or 'e' or 'E':
                AddRun(PatternTokenKind.Year, c);
                break;
            case 'm' or 'M':
                AddRun(PatternTokenKind.Month, c);
                break;
            case 'd' or 'D':
                AddRun(PatternTokenKind.Day, c);
                break;
            case 'a' or 'A' when Repeats(c) >= 2:
                AddRun(PatternTokenKind.Weekday, c);
                break;
            case 'h' or 'H':
                AddRun(PatternTokenKind.Hour, c);
                break;
            case 's' or 'S':
                AddRun(PatternTokenKind.Second, c);
                break;
            default:
                _literal.Append(c);
                break;
        }
    }

    // [红色], [>=100], [$¥-804], [h], [DBNum1].
    private void ReadBracket()
    {
        var end = code.IndexOf(']', _at);
        if (end < 0)
        {
            _literal.Append('[');
            return;
        }

        var inner = code.AsSpan(_at, end - _at);
        _at = end + 1;
        if (inner.StartsWith("$"))
        {
            var dash = inner.IndexOf('-');
            _literal.Append(dash < 0 ? inner[1..] : inner[1..dash]);
        }
        else if (inner.IndexOfAnyExcept('h', 'H') < 0 && inner.Length > 0)
        {
            Add(PatternTokenKind.Hour, "[h]");
        }
        else if (inner.IndexOfAnyExcept('m', 'M') < 0 && inner.Length > 0)
        {
            Add(PatternTokenKind.Minute, "[m]");
        }
        else if (inner.IndexOfAnyExcept('s', 'S') < 0 && inner.Length > 0)
        {
            Add(PatternTokenKind.Second, "[s]");
        }
        else if (inner.StartsWith("<") || inner.StartsWith(">") || inner.StartsWith("="))
        {
            var length = inner.Length > 1 && inner[1] is '=' or '>' ? 2 : 1;
            if (decimal.TryParse(inner[length..], NumberStyles.Float, CultureInfo.InvariantCulture, out var limit))
            {
                _condition = new PatternCondition(inner[..length].ToString(), limit);
            }
        }
        else if (!inner.StartsWith("DBNum", StringComparison.OrdinalIgnoreCase))
        {
            _coloured = true;
        }
    }

    private void Add(PatternTokenKind kind, string text)
    {
        EndLiteral();
        _tokens.Add(new PatternToken(kind, text));
    }

    private void AddRun(PatternTokenKind kind, char c)
    {
        var length = 1 + Repeats(c);
        _at += length - 1;
        Add(kind, new string(char.ToLowerInvariant(c), Math.Min(length, 5)));
    }

    private int Repeats(char c)
    {
        var count = 0;
        while (_at + count < code.Length && char.ToLowerInvariant(code[_at + count]) == char.ToLowerInvariant(c))
        {
            count++;
        }

        return count;
    }

    private string? TakeWord(string[] words)
    {
        foreach (var word in words)
        {
            if (code.AsSpan(_at).StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                _at += word.Length;
                return word;
            }
        }

        return null;
    }

    private void EndLiteral()
    {
        if (_literal.Length > 0)
        {
            _tokens.Add(new PatternToken(PatternTokenKind.Literal, _literal.ToString()));
            _literal.Clear();
        }
    }

    // m is a minute right behind an hour or right before a second.
    private void ResolveMinutes()
    {
        var last = -1;
        for (var i = 0; i < _tokens.Count; i++)
        {
            switch (_tokens[i].Kind)
            {
                case PatternTokenKind.Month when last >= 0 && _tokens[last].Kind == PatternTokenKind.Hour:
                    _tokens[i] = _tokens[i] with { Kind = PatternTokenKind.Minute };
                    break;
                case PatternTokenKind.Second when last >= 0 && _tokens[last].Kind == PatternTokenKind.Month:
                    _tokens[last] = _tokens[last] with { Kind = PatternTokenKind.Minute };
                    break;
                case PatternTokenKind.Literal or PatternTokenKind.HalfDay:
                    continue;
            }

            last = i;
        }
    }
}
