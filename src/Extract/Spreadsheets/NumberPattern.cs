using Gouji.Extract.Text;

namespace Gouji.Extract.Spreadsheets;

/// <summary>What a number format makes of the value of a cell.</summary>
/// <param name="Text">The text as printed, without blanks at its ends.</param>
/// <param name="Remark">What a reader of the document should know about it.</param>
internal readonly record struct PrintedValue(string Text, PrintRemark Remark = PrintRemark.None);

/// <summary>What is remarkable about a printed value.</summary>
internal enum PrintRemark : byte
{
    None,

    /// <summary>The cell has a date format, yet its number can hardly be a date; the number is printed.</summary>
    NumberInDateFormat,

    /// <summary>The cell has a value other than zero, and its format prints nothing.</summary>
    NotShown,
}

/// <summary>A number format: prints the value of a cell the way a spreadsheet shows it.</summary>
internal sealed class NumberPattern
{
    // Serial numbers of days from 1980 to 2099. An amount set as a date by mistake falls outside, or has a fraction that no day has.
    private const int FirstDay = 29221;
    private const int LastDay = 73050;

    private readonly List<PatternSection> _numbers;
    private readonly PatternSection? _text;

    private NumberPattern(List<PatternSection> numbers, PatternSection? text)
    {
        _numbers = numbers;
        _text = text;
    }

    /// <summary>Numbers as they are.</summary>
    public static NumberPattern General { get; } = Parse("General");

    public static NumberPattern Parse(string code)
    {
        var sections = PatternParser.Parse(code.Length == 0 ? "General" : code);
        PatternSection? text = null;
        if (sections.Count > 1 || sections[0].Has(PatternTokenKind.Text))
        {
            var last = sections[^1];
            if (sections.Count > 3 || last.Has(PatternTokenKind.Text))
            {
                text = last;
                sections.RemoveAt(sections.Count - 1);
            }
        }

        return new NumberPattern(sections.Count > 3 ? sections[..3] : sections, text);
    }

    /// <summary>Prints a text.</summary>
    public PrintedValue Print(string text)
    {
        if (_text is null)
        {
            return new PrintedValue(text);
        }

        if (_text.Tokens is [{ Kind: PatternTokenKind.Text }])
        {
            return new PrintedValue(text);
        }

        var printed = "";
        foreach (var token in _text.Tokens)
        {
            printed += token.Kind switch
            {
                PatternTokenKind.Text => text,
                PatternTokenKind.Literal => token.Text,
                _ => "",
            };
        }

        return Trimmed(printed, isZero: text.Length == 0);
    }

    /// <summary>Prints a number. Days count from <paramref name="isFrom1904"/> or 1900.</summary>
    public PrintedValue Print(SheetNumber number, bool isFrom1904)
    {
        if (_numbers.Count == 0)
        {
            // A number in a cell set as text shows all its digits.
            return new PrintedValue(number.ToPlainText());
        }

        var (section, sign) = Choose(number);
        if (section.HasDay || section.HasTime)
        {
            return PrintDate(section, number, isFrom1904);
        }

        if (section.IsGeneral || section.Has(PatternTokenKind.Exponent) || section.HasDigits)
        {
            var text = NumberPrinter.Print(section, number.Absolute);
            return Trimmed(sign && text.Length > 0 ? $"-{text}" : text, number.IsZero);
        }

        var literal = string.Concat(section.Tokens.Select(static token => token.Text));
        return Trimmed(sign && literal.Length > 0 ? $"-{literal}" : literal, number.IsZero);
    }

    // The section for a number, and whether a minus has to be put before what it prints.
    private (PatternSection Section, bool Sign) Choose(SheetNumber number)
    {
        var negative = number.Negative && !number.IsZero;
        if (_numbers.Exists(static section => section.Condition is not null))
        {
            return ChooseByCondition(number, negative);
        }

        if (_numbers.Count == 1 || (!negative && !(number.IsZero && _numbers.Count > 2)))
        {
            return (_numbers[0], negative);
        }

        if (!negative)
        {
            return (_numbers[2], false);
        }

        // A negative number shown by its colour alone would lose its sign with the colour.
        var section = _numbers[1];
        return (section, section.Coloured && section.HasDigits && !section.ShowsSign());
    }

    private (PatternSection Section, bool Sign) ChooseByCondition(SheetNumber number, bool negative)
    {
        var value = AsDecimal(number);
        for (var i = 0; i < _numbers.Count; i++)
        {
            var section = _numbers[i];
            var condition = section.Condition ?? (i == 0 ? new PatternCondition(">", 0) : i == 1 && _numbers.Count > 2 ? new PatternCondition("<", 0) : null);
            if (condition is null || condition.Value.Holds(value))
            {
                return (section, negative && condition is not { OnlyNegative: true });
            }
        }

        return (_numbers[^1], negative);
    }

    private static PrintedValue PrintDate(PatternSection section, SheetNumber number, bool isFrom1904)
    {
        var day = section.HasDay ? (Least: FirstDay, Most: LastDay) : (Least: 0, Most: 0);
        var value = AsDecimal(number) + (isFrom1904 && section.HasDay ? 1462 : 0);
        if (number.Negative || value < day.Least || value >= day.Most + 1 || (!section.HasTime && value != decimal.Truncate(value)))
        {
            return new PrintedValue(GeneralText.Of(number), PrintRemark.NumberInDateFormat);
        }

        return Trimmed(DatePrinter.Print(section, value), isZero: false);
    }

    private static decimal AsDecimal(SheetNumber number)
    {
        if (number.Magnitude > 27)
        {
            return number.Negative ? decimal.MinValue : decimal.MaxValue;
        }

        var value = (decimal)number.Digits;
        var exponent = number.Exponent;
        for (; exponent > 0; exponent--)
        {
            value *= 10;
        }

        for (; exponent < 0 && value != 0; exponent++)
        {
            value /= 10;
        }

        return number.Negative ? -value : value;
    }

    private static PrintedValue Trimmed(string text, bool isZero)
    {
        var trimmed = TextCharacters.Trim(text, out _);
        return new PrintedValue(
            trimmed.Length == text.Length ? text : trimmed.ToString(),
            trimmed.IsEmpty && !isZero ? PrintRemark.NotShown : PrintRemark.None);
    }
}
