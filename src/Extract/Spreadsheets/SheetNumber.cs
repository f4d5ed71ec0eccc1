using System.Globalization;

namespace Gouji.Extract.Spreadsheets;

/// <summary>
/// The number of a cell in decimal: ±<see cref="Digits"/> × 10^<see cref="Exponent"/>. Spreadsheets keep binary numbers and show their
/// first 15 significant digits: what stands as 1145.5999999999999 in the file is 1145.6 to everyone who opens it, and so it is here.
/// From there on nothing is calculated in binary.
/// </summary>
/// <param name="Negative">Whether a minus stands before it.</param>
/// <param name="Digits">Significant digits, at most 15, without zeros at the end.</param>
/// <param name="Exponent">Power of ten of the last digit.</param>
internal readonly record struct SheetNumber(bool Negative, ulong Digits, int Exponent)
{
    private const int Significant = 15;
    private const int LargestExponent = 400;

    public bool IsZero => Digits == 0;

    /// <summary>Number of digits before the decimal point less one: 2 for 123, -1 for 0.5. 0 for zero.</summary>
    public int Magnitude => Digits == 0 ? 0 : Length(Digits) + Exponent - 1;

    public SheetNumber Absolute => this with { Negative = false };

    public bool IsInteger => Exponent >= 0;

    /// <summary>Reads a number as files write it: <c>-1145.6</c>, <c>1.5E-3</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out SheetNumber number)
    {
        number = default;
        text = text.Trim();
        var negative = text.StartsWith("-");
        if (negative || text.StartsWith("+"))
        {
            text = text[1..];
        }

        var digits = 0UL;
        var count = 0;
        var exponent = 0;
        var point = false;
        var any = false;
        var roundUp = false;
        var i = 0;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '.' && !point)
            {
                point = true;
                continue;
            }

            if (!char.IsAsciiDigit(c))
            {
                break;
            }

            any = true;
            if (count < Significant)
            {
                digits = (digits * 10) + (uint)(c - '0');
                count += digits > 0 ? 1 : 0;
                exponent -= point ? 1 : 0;
            }
            else
            {
                roundUp = count == Significant ? c >= '5' : roundUp;
                count++;
                exponent += point ? 0 : 1;
            }
        }

        if (!any)
        {
            return false;
        }

        if (i < text.Length)
        {
            if (text[i] is not ('e' or 'E')
                || !int.TryParse(text[(i + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power)
                || power is < -LargestExponent or > LargestExponent)
            {
                return false;
            }

            exponent += power;
        }

        number = Normal(negative, digits + (roundUp ? 1UL : 0), exponent);
        return number.Exponent is >= -LargestExponent and <= LargestExponent;
    }

    /// <summary>The number that a binary number shows.</summary>
    public static bool TryConvert(double value, out SheetNumber number) => TryParse(value.ToString("E14", CultureInfo.InvariantCulture), out number);

    /// <summary>The number times a power of ten.</summary>
    public SheetNumber Scaled(int power) => Digits == 0 ? this : this with { Exponent = Exponent + power };

    /// <summary>The number with at most so many decimal places, halves away from zero as spreadsheets show them.</summary>
    public SheetNumber RoundedTo(int places)
    {
        var drop = -places - Exponent;
        if (drop <= 0 || Digits == 0)
        {
            return this;
        }

        if (drop > Significant)
        {
            return new SheetNumber(Negative, 0, 0);
        }

        var unit = Power(drop);
        var (quotient, rest) = Math.DivRem(Digits, unit);
        return Normal(Negative, quotient + (rest * 2 >= unit ? 1UL : 0), -places);
    }

    /// <summary>The digits before the decimal point; empty where there are none.</summary>
    public string IntegerDigits()
    {
        var text = Digits.ToString(CultureInfo.InvariantCulture);
        return Digits == 0 ? ""
            : Exponent >= 0 ? text + new string('0', Exponent)
            : text.Length + Exponent > 0 ? text[..(text.Length + Exponent)]
            : "";
    }

    /// <summary>The digits behind the decimal point, filled with zeros to <paramref name="places"/>, to which the number is rounded already.</summary>
    public string FractionDigits(int places)
    {
        if (Digits == 0 || Exponent >= 0)
        {
            return new string('0', places);
        }

        var text = Digits.ToString(CultureInfo.InvariantCulture);
        var decimals = -Exponent;
        text = text.Length >= decimals ? text[^decimals..] : text.PadLeft(decimals, '0');
        return text.PadRight(places, '0');
    }

    /// <summary>The number in plain decimal, without separators.</summary>
    public string ToPlainText()
    {
        var integer = IntegerDigits();
        var text = Exponent >= 0 || Digits == 0 ? Zero(integer) : $"{Zero(integer)}.{FractionDigits(-Exponent)}";
        return Negative ? $"-{text}" : text;

        static string Zero(string integer) => integer.Length == 0 ? "0" : integer;
    }

    private static SheetNumber Normal(bool negative, ulong digits, int exponent)
    {
        if (digits == 0)
        {
            return new SheetNumber(negative, 0, 0);
        }

        while (digits % 10 == 0)
        {
            digits /= 10;
            exponent++;
        }

        return new SheetNumber(negative, digits, exponent);
    }

    private static int Length(ulong digits)
    {
        var length = 1;
        while (digits >= 10)
        {
            digits /= 10;
            length++;
        }

        return length;
    }

    private static ulong Power(int exponent)
    {
        var power = 1UL;
        for (; exponent > 0; exponent--)
        {
            power *= 10;
        }

        return power;
    }
}
