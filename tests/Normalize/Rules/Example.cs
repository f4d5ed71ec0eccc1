using Gouji.Model;

namespace Gouji.Normalize.Tests.Rules;

/// <summary>One figure of an example: <c>B3[2013101].total 100.00</c>.</summary>
/// <param name="Role">The form; Unknown for <c>other</c>.</param>
/// <param name="Lane">income or expenditure; empty for a form of one part.</param>
/// <param name="Row">What stands in the brackets.</param>
/// <param name="Column">Key of the column; empty for the column of amounts.</param>
/// <param name="Value">As printed; empty for a blank cell.</param>
internal sealed record ExampleFigure(FormRole Role, string Lane, string Row, string Column, string Value);

/// <summary>
/// An example line of a rule, taken apart: figures, and <c>year 2020</c>, <c>forms B1 B2</c>, <c>note B9 TEXT</c>, <c>body B1 NAME</c>,
/// <c>title A TITLE</c>, <c>format pdf</c>, <c>text A LAST PARAGRAPH</c>, <c>nothing</c>. <c>||</c> stands between the documents of a rule that
/// compares several.
/// </summary>
internal sealed class Example
{
    private readonly string _text;
    private int _at;

    private Example(string text) => _text = text;

    public int Year { get; private set; } = 2020;

    public List<ExampleFigure> Figures { get; } = [];

    /// <summary>Forms that are there, with or without figures.</summary>
    public SortedSet<FormRole> Forms { get; } = [];

    public Dictionary<FormRole, string> Notes { get; } = [];

    public Dictionary<FormRole, string> Bodies { get; } = [];

    public string? LastParagraph { get; private set; }

    /// <summary>The title of the document; null for the usual one.</summary>
    public string? Title { get; private set; }

    public string Format { get; private set; } = "docx";

    /// <summary>The examples of the documents.</summary>
    public static IReadOnlyList<string> Documents(string text) => text.Split(" || ");

    public static Example Parse(string text)
    {
        var example = new Example(text);
        while (example.Word() is { Length: > 0 } word)
        {
            example.Take(word);
        }

        return example;
    }

    private void Take(string word)
    {
        switch (word)
        {
            case "nothing":
                break;
            case "year":
                Year = int.Parse(Word());
                break;
            case "forms":
                while (_at < _text.Length)
                {
                    Forms.Add(Enum.Parse<FormRole>(Word()));
                }

                break;
            case "note":
                Notes[Form(Word())] = Word();
                break;
            case "body":
                Bodies[Form(Word())] = Word();
                break;
            case "title":
                Title = Word();
                break;
            case "format":
                Format = Word();
                break;
            case "text":
                LastParagraph = _text[_at..].Trim();
                _at = _text.Length;
                break;
            default:
                Figures.Add(Figure(word));
                break;
        }
    }

    private ExampleFigure Figure(string word)
    {
        var open = word.IndexOf('[');
        var close = word.IndexOf(']');
        Assert.True(open > 0 && close > open, $"'{word}' in the example '{_text}' is no figure and no known word");
        var form = word[..open];
        var dot = form.IndexOf('.');
        var value = Word();
        Assert.True(value.Length > 0, $"'{word}' has no value in the example '{_text}'");
        return new ExampleFigure(
            Form(dot < 0 ? form : form[..dot]),
            dot < 0 ? "" : form[(dot + 1)..],
            word[(open + 1)..close],
            close + 1 < word.Length ? word[(close + 2)..] : "",
            value == "-" ? "" : value);
    }

    private FormRole Form(string name)
    {
        var role = name == "other" ? FormRole.Unknown : Enum.Parse<FormRole>(name);
        Forms.Add(role);
        return role;
    }

    /// <summary>The next word; brackets hold blanks together.</summary>
    private string Word()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        var start = _at;
        var bracket = false;
        while (_at < _text.Length && (bracket || !char.IsWhiteSpace(_text[_at])))
        {
            bracket = _text[_at] == '[' || (bracket && _text[_at] != ']');
            _at++;
        }

        return _text[start.._at];
    }
}
