using System.Buffers;

namespace Gouji.Extract.Spreadsheets;

/// <summary>What a token of a number format stands for.</summary>
internal enum PatternTokenKind
{
    /// <summary>Text as it stands.</summary>
    Literal,

    /// <summary><c>0</c>, <c>#</c> or <c>?</c>.</summary>
    Digit,

    /// <summary>The decimal point.</summary>
    Point,

    /// <summary><c>E+</c> or <c>E-</c>; the digits that follow are its power.</summary>
    Exponent,

    /// <summary>The whole number as without a format.</summary>
    General,

    /// <summary><c>@</c>: the text of the cell.</summary>
    Text,

    /// <summary>Year, month, day, weekday.</summary>
    Year,
    Month,
    Day,
    Weekday,

    /// <summary>Hour, minute, second, half of the day.</summary>
    Hour,
    Minute,
    Second,
    HalfDay,
}

/// <summary>A token of a number format.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Text">The literal, the digit placeholder, or the run of letters of a date token.</param>
internal readonly record struct PatternToken(PatternTokenKind Kind, string Text);

/// <summary>One of the up to four sections of a number format (ISO/IEC 29500-1 18.8.31).</summary>
internal sealed class PatternSection
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("-−－–(（△▲负");

    public required IReadOnlyList<PatternToken> Tokens { get; init; }

    /// <summary>A comparison such as <c>[&gt;=100]</c>; null where the section has none.</summary>
    public PatternCondition? Condition { get; init; }

    /// <summary>Power of ten by which the number is multiplied before it is printed: 2 a percent sign, -3 a comma behind the last digit.</summary>
    public int Scale { get; init; }

    public bool Grouped { get; init; }

    /// <summary>Whether the section has a colour, which may be all that tells a negative number.</summary>
    public bool Coloured { get; init; }

    public bool HasDigits => Has(PatternTokenKind.Digit);

    public bool IsGeneral => Has(PatternTokenKind.General);

    /// <summary>Whether the section prints days.</summary>
    public bool HasDay => Has(PatternTokenKind.Year) || Has(PatternTokenKind.Month) || Has(PatternTokenKind.Day) || Has(PatternTokenKind.Weekday);

    /// <summary>Whether the section prints a time of the day.</summary>
    public bool HasTime => Has(PatternTokenKind.Hour) || Has(PatternTokenKind.Minute) || Has(PatternTokenKind.Second) || Has(PatternTokenKind.HalfDay);

    public bool Has(PatternTokenKind kind)
    {
        foreach (var token in Tokens)
        {
            if (token.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether something in the section tells that the number is negative: a minus, brackets or a triangle.</summary>
    public bool ShowsSign()
    {
        foreach (var token in Tokens)
        {
            if (token.Kind == PatternTokenKind.Literal && token.Text.AsSpan().ContainsAny(Signs))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A comparison that chooses a section.</summary>
/// <param name="Operator">One of <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>, <c>=</c>, <c>&lt;&gt;</c>.</param>
/// <param name="Limit">What the number is compared with.</param>
internal readonly record struct PatternCondition(string Operator, decimal Limit)
{
    public bool Holds(decimal value) => Operator switch
    {
        "<" => value < Limit,
        "<=" => value <= Limit,
        ">" => value > Limit,
        ">=" => value >= Limit,
        "=" => value == Limit,
        _ => value != Limit,
    };

    /// <summary>Whether only negative numbers come here, so that the section itself says so or means not to.</summary>
    public bool OnlyNegative => (Operator == "<" && Limit <= 0) || (Operator == "<=" && Limit < 0);
}
