using System.Globalization;
using Gouji.Model;

namespace Gouji.Normalize.Rules.Language;

/// <summary>One field of a rule, read from left to right. Every failure names file, line, column and what was expected.</summary>
internal sealed class RuleLine(string file, int line, string text)
{
    private readonly List<(int Start, int Line, int Offset)> _pieces = [(0, line, 0)];

    public int Line { get; } = line;

    /// <summary>The field with its continuation lines.</summary>
    public string Text { get; private set; } = text;

    /// <summary>0-based next character of <see cref="Text"/>.</summary>
    public int Position { get; set; }

    /// <summary>1-based column of the next character.</summary>
    public int Column => Locate(Position).Column;

    /// <summary>Adds a continuation line.</summary>
    public void Continue(int number, string more)
    {
        var trimmed = more.TrimStart();
        Text = Text.TrimEnd() + " ";
        _pieces.Add((Text.Length, number, more.Length - trimmed.Length));
        Text += trimmed;
    }

    public void SkipSpace()
    {
        while (Position < Text.Length && char.IsWhiteSpace(Text[Position]))
        {
            Position++;
        }
    }

    public string Word(string expected)
    {
        SkipSpace();
        var start = Position;
        while (Position < Text.Length && !char.IsWhiteSpace(Text[Position]) && Text[Position] != ',')
        {
            Position++;
        }

        return Position > start ? Text[start..Position] : throw Expected(expected);
    }

    public string Rest()
    {
        SkipSpace();
        var rest = Text[Position..].TrimEnd();
        Position = Text.Length;
        return rest.Length > 0 ? rest : throw Expected("a text");
    }

    public void End()
    {
        SkipSpace();
        if (Position < Text.Length)
        {
            throw Expected("the end of the line");
        }
    }

    public Severity Severity()
    {
        SkipSpace();
        var start = Position;
        switch (Word("error, warning, notice"))
        {
            case "error":
                return Model.Severity.Error;
            case "warning":
                return Model.Severity.Warning;
            case "notice":
                return Model.Severity.Notice;
            default:
                Position = start;
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

    public RuleSyntaxException Expected(string what)
    {
        var (number, column) = Locate(Position);
        SkipSpace();
        var end = Position;
        while (end < Text.Length && !char.IsWhiteSpace(Text[end]))
        {
            end++;
        }

        var found = end > Position ? $"'{Text[Position..end]}'" : "the end of the line";
        var foundZh = end > Position ? $"“{Text[Position..end]}”" : "行尾";
        return new RuleSyntaxException(file, number, column, new Message($"此处为{foundZh}，应为：{what}", $"found {found}, expected {what}"));
    }

    public RuleSyntaxException Unknown(string word, IReadOnlyList<string> expected)
    {
        Position = Math.Max(0, Text.IndexOf(word, StringComparison.Ordinal));
        return Expected(string.Join(", ", expected));
    }

    public void Keyword(string keyword)
    {
        if (!TryKeyword(keyword))
        {
            throw Expected(keyword);
        }
    }

    public bool TryKeyword(string keyword)
    {
        SkipSpace();
        var end = Position + keyword.Length;
        if (string.CompareOrdinal(Text, Position, keyword, 0, keyword.Length) == 0 && (end == Text.Length || char.IsWhiteSpace(Text[end])))
        {
            Position = end;
            return true;
        }

        return false;
    }

    public bool TryName(string name)
    {
        var end = Position + name.Length;
        if (string.CompareOrdinal(Text, Position, name, 0, name.Length) == 0 && (end == Text.Length || !char.IsAsciiLetterOrDigit(Text[end])))
        {
            Position = end;
            return true;
        }

        return false;
    }

    public bool Take(string mark)
    {
        if (string.CompareOrdinal(Text, Position, mark, 0, mark.Length) == 0)
        {
            Position += mark.Length;
            return true;
        }

        return false;
    }

    public RuleLine At(int position)
    {
        Position = position;
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
