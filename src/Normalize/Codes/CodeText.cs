using Gouji.Normalize.Text;

namespace Gouji.Normalize.Codes;

/// <summary>
/// Reads classification codes as documents print them: <c>2013101</c>, <c>201 31 01</c>, <c>201-31-01</c>, <c>20131 01</c>,
/// <c>2013101.0</c>, <c>（201）</c>, <c>201一般公共服务支出</c>, full-width digits, or one level a cell.
/// A year, a date, an amount or a count is not a code.
/// </summary>
internal static class CodeText
{
    private const int Longest = 7;

    /// <summary>Reads a code at the start of a text; what follows, such as a name, stays.</summary>
    /// <param name="text">The text as printed.</param>
    /// <param name="code">3, 5 or 7 ASCII digits; empty where there is none.</param>
    /// <param name="consumed">How many characters of the text the code takes, brackets included.</param>
    public static bool TryParseCode(ReadOnlySpan<char> text, out string code, out int consumed)
    {
        Span<char> digits = stackalloc char[Longest];
        if (TryRead(text, digits, out var length, out consumed))
        {
            code = ClassificationCodes.Instance.Intern(digits[..length]);
            return true;
        }

        code = "";
        return false;
    }

    /// <summary>How many characters the code at the start of a text takes; 0 where there is none.</summary>
    internal static int LengthAtStart(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[Longest];
        return TryRead(text, digits, out _, out var consumed) ? consumed : 0;
    }

    /// <summary>
    /// Joins the cells 类, 款, 项 of a row. Lost leading zeros come back (201, 5, 1 is 2010501), the .0 of a number kept as text
    /// goes, and cells that repeat the code down to their level (201, 20131, 2013101) count once. Null where the cells
    /// give no code: the first is blank, one is skipped, or one is not a number.
    /// </summary>
    public static string? Join(params ReadOnlySpan<string?> parts)
    {
        Span<char> joined = stackalloc char[Longest];
        Span<char> part = stackalloc char[Longest];
        var length = 0;
        var ended = false;
        foreach (var cell in parts)
        {
            if (!TryReadPart(cell, part, out var size))
            {
                return null;
            }

            if (size == 0)
            {
                ended = true;
                continue;
            }

            if (ended)
            {
                return null;
            }

            var current = part[..size];
            if (size > length && current.StartsWith(joined[..length]) && IsLength(current, size))
            {
                current.CopyTo(joined);
                length = size;
            }
            else if (length > 0 && size <= 2 && IsLength(joined, length + 2))
            {
                joined[length++] = size == 1 ? '0' : current[0];
                joined[length++] = current[^1];
            }
            else
            {
                return null;
            }
        }

        return length == 0 ? null : ClassificationCodes.Instance.Intern(joined[..length]);
    }

    private static bool TryRead(ReadOnlySpan<char> text, Span<char> digits, out int length, out int consumed)
    {
        length = 0;
        consumed = 0;
        var at = SkipBlanks(text, 0);
        var bracketed = at < text.Length && text[at] is '（' or '(' or '[' or '【' or '［';
        if (bracketed)
        {
            at = SkipBlanks(text, at + 1);
        }

        if (!TryReadGroup(text, at, digits, out length) || !IsLength(digits, length))
        {
            return false;
        }

        at += length;
        while (length < Longest && TryReadLevel(text, at, digits, length, out var next, out var isDate))
        {
            if (isDate)
            {
                return false;
            }

            at = next;
            length += 2;
        }

        at = SkipPointZero(text, at, length);
        if (!EndsCode(text[at..]))
        {
            return false;
        }

        consumed = bracketed ? SkipClosing(text, at) : at;
        return true;
    }

    /// <summary>Reads a further level of two digits behind a separator, as in <c>201 31</c> or <c>201-31</c>.</summary>
    private static bool TryReadLevel(ReadOnlySpan<char> text, int at, Span<char> digits, int length, out int next, out bool isDate)
    {
        next = SkipBlanks(text, at);
        isDate = false;
        var dash = next < text.Length && text[next] is '-' or '－' or '–' or '—';
        if (dash)
        {
            next = SkipBlanks(text, next + 1);
        }

        if (next == at || next + 1 >= text.Length || Digit(text[next]) is not { } tens || Digit(text[next + 1]) is not { } ones)
        {
            return false;
        }

        var ends = EndsCode(text[(next + 2)..]);
        if (!ends || !IsLength(digits, length + 2))
        {
            // 201-3115 is a telephone number; 201 950.64 is a code with its amount behind it.
            isDate = dash;
            return dash;
        }

        digits[length] = tens;
        digits[length + 1] = ones;
        next += 2;
        return true;
    }

    /// <summary>Reads a run of digits; false where there is none or it is too long for a code.</summary>
    private static bool TryReadGroup(ReadOnlySpan<char> text, int at, Span<char> digits, out int length)
    {
        length = 0;
        while (at + length < text.Length && Digit(text[at + length]) is { } digit)
        {
            if (length == Longest)
            {
                return false;
            }

            digits[length++] = digit;
        }

        return length > 0;
    }

    private static bool TryReadPart(string? cell, Span<char> digits, out int length)
    {
        length = 0;
        var text = cell.AsSpan();
        var at = SkipBlanks(text, 0);
        if (at == text.Length)
        {
            return true;
        }

        if (!TryReadGroup(text, at, digits, out length))
        {
            return false;
        }

        at += length;
        if (at + 1 < text.Length && text[at] is '.' or '．' && Digit(text[at + 1]) == '0')
        {
            at += 2;
        }

        return SkipBlanks(text, at) == text.Length;
    }

    /// <summary>Whether codes of this first digit have levels that make so many digits.</summary>
    private static bool IsLength(ReadOnlySpan<char> digits, int length) => digits[0] switch
    {
        '2' => length is 3 or 5 or 7,
        '3' or '5' => length is 3 or 5,
        _ => false,
    };

    /// <summary>A spreadsheet that keeps codes as numbers shows 2013101.0. With three digits it would be an amount.</summary>
    private static int SkipPointZero(ReadOnlySpan<char> text, int at, int length) =>
        length > 3 && at + 1 < text.Length && text[at] is '.' or '．' && Digit(text[at + 1]) == '0' ? at + 2 : at;

    /// <summary>Whether what follows lets the digits before it be a code rather than a part of an amount, a year or a count.</summary>
    private static bool EndsCode(ReadOnlySpan<char> rest)
    {
        if (rest.Length == 0)
        {
            return true;
        }

        if (char.IsAsciiLetterOrDigit(rest[0]) || Digit(rest[0]) is not null)
        {
            return false;
        }

        if (rest.Length > 1 && rest[0] is '.' or '．' or ',' or '，' && Digit(rest[1]) is not null)
        {
            return false;
        }

        var at = SkipBlanks(rest, 0);
        return at == rest.Length || !IsMeasure(rest[at..]);
    }

    /// <summary>Whether the text begins with a unit of money, time or number; 人大事务 and 个人农业生产补贴 are names.</summary>
    private static bool IsMeasure(ReadOnlySpan<char> text) => text[0] switch
    {
        '万' or '亿' or '千' or '元' or '年' or '月' or '日' or '%' or '％' or '‰' or '辆' or '台' or '次' or '套' or '名' => true,
        '人' => text.Length == 1 || text[1] is not ('大' or '力' or '口' or '民' or '才'),
        '个' => text.Length == 1 || text[1] is not ('人' or '体'),
        _ => false,
    };

    private static int SkipClosing(ReadOnlySpan<char> text, int at)
    {
        var closing = at < text.Length && text[at] is '类' or '款' or '项' ? at + 1 : at;
        return closing < text.Length && text[closing] is '）' or ')' or ']' or '】' or '］' ? closing + 1 : at;
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Fold.IsBlank(text[at]))
        {
            at++;
        }

        return at;
    }

    private static char? Digit(char c) => c switch
    {
        >= '0' and <= '9' => c,
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        _ => null,
    };
}
