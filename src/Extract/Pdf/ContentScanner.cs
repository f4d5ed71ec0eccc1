
namespace Gouji.Extract.Pdf;

/// <summary>What the parts of content are.</summary>
internal enum ContentPart
{
    /// <summary>Something that is not written as it should be, or not known here.</summary>
    Other,
    Number,
    Name,
    Text,
    ListBegin,
    ListEnd,
    Dictionary,
    Operator,
    End,
}

/// <summary>
/// Cuts the content of a page into its parts (ISO 32000-1, 7.2 and 7.3). Numbers are what the library would make of them, to the last digit.
/// </summary>
internal ref struct ContentScanner(ReadOnlySpan<byte> bytes)
{
    /// <summary>So many digits fit a long.</summary>
    private const int MostDigits = 15;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>The value of a number.</summary>
    public double Number { get; private set; }

    /// <summary>The letters of a name or an operator.</summary>
    public ReadOnlySpan<byte> Word { get; private set; }

    /// <summary>The bytes of a string.</summary>
    public byte[] Text { get; private set; } = [];

    public ContentPart Next()
    {
        while (_at < _bytes.Length && IsSpace(_bytes[_at]))
        {
            _at++;
        }

        if (_at == _bytes.Length)
        {
            return ContentPart.End;
        }

        switch (_bytes[_at])
        {
            case (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'+' or (byte)'.':
                return TryNumber() ? ContentPart.Number : ContentPart.Other;
            case (byte)'/':
                _at++;
                return TryWord() ? ContentPart.Name : ContentPart.Other;
            case (byte)'(':
                return TryLiteral() ? ContentPart.Text : ContentPart.Other;
            case (byte)'<':
                return _at + 1 < _bytes.Length && _bytes[_at + 1] == '<' ? TryDictionary() ? ContentPart.Dictionary : ContentPart.Other
                    : TryHexadecimal() ? ContentPart.Text : ContentPart.Other;
            case (byte)'[':
                _at++;
                return ContentPart.ListBegin;
            case (byte)']':
                _at++;
                return ContentPart.ListEnd;
            default:
                return TryWord() && Word.Length > 0 ? ContentPart.Operator : ContentPart.Other;
        }
    }

    private static bool IsSpace(byte character) => character is 0 or (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r' or (byte)' ';

    private static bool IsEnd(byte character) => IsSpace(character) || character is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'/';

    private static int Nibble(byte character) => character switch
    {
        >= (byte)'0' and <= (byte)'9' => character - '0',
        >= (byte)'A' and <= (byte)'F' => character - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => character - 'a' + 10,
        _ => -1,
    };

    private bool TryNumber()
    {
        var isNegative = _bytes[_at] == '-';
        _at += _bytes[_at] is (byte)'-' or (byte)'+' ? 1 : 0;
        if (!TryDigits(out var whole, out var count))
        {
            return false;
        }

        Number = whole;
        if (_at < _bytes.Length && _bytes[_at] == '.')
        {
            _at++;
            if (!TryDigits(out var fraction, out var places))
            {
                return false;
            }

            Number += fraction / (places switch { 0 or 1 => 10, 2 => 100, 3 => 1000, _ => Math.Pow(10, places) });
            count += places;
        }

        Number = isNegative && Number != 0 ? -Number : Number;
        return count > 0 && (_at == _bytes.Length || IsEnd(_bytes[_at]));
    }

    private bool TryDigits(out long value, out int count)
    {
        var first = _at;
        value = 0;
        while (_at < _bytes.Length && _bytes[_at] is >= (byte)'0' and <= (byte)'9' and var digit && _at - first <= MostDigits)
        {
            value = (value * 10) + digit - '0';
            _at++;
        }

        count = _at - first;
        return count <= MostDigits;
    }

    /// <summary>A name or an operator of plain letters.</summary>
    private bool TryWord()
    {
        var first = _at;
        while (_at < _bytes.Length && !IsEnd(_bytes[_at]))
        {
            if (_bytes[_at] is <= (byte)' ' or >= 0x7F or (byte)'#' or (byte)'%' or (byte)'{' or (byte)'}')
            {
                return false;
            }

            _at++;
        }

        Word = _bytes[first.._at];
        return true;
    }

    private bool TryHexadecimal()
    {
        var end = _bytes[_at..].IndexOf((byte)'>');
        if (end < 0)
        {
            return false;
        }

        var digits = _bytes.Slice(_at + 1, end - 1);
        if (digits.Length % 2 != 0)
        {
            return false;
        }

        Text = new byte[digits.Length / 2];
        for (var i = 0; i < Text.Length; i++)
        {
            var (high, low) = (Nibble(digits[2 * i]), Nibble(digits[(2 * i) + 1]));
            if (high < 0 || low < 0)
            {
                return false;
            }

            Text[i] = (byte)((high << 4) + low);
        }

        _at += end + 1;
        return true;
    }

    private bool TryLiteral()
    {
        var end = _bytes[_at..].IndexOf((byte)')');
        if (end < 0)
        {
            return false;
        }

        var text = _bytes.Slice(_at + 1, end - 1);
        if (text.IndexOfAny((byte)'\\', (byte)'(') < 0)
        {
            Text = text.ToArray();
            _at += end + 1;
        }
        else if (!TryEscaped())
        {
            return false;
        }

        // The mark of two-byte characters belongs to texts that are read, not to codes that are shown; what the library makes of it, it makes.
        return Text is not ([0xFE, 0xFF, ..] or [0xFF, 0xFE, ..]);
    }

    /// <summary>A string with escapes (ISO 32000-1, 7.3.4.2), but without parentheses or line breaks that stand for themselves.</summary>
    private bool TryEscaped()
    {
        var text = new List<byte>();
        for (_at++; _at < _bytes.Length; _at++)
        {
            switch (_bytes[_at])
            {
                case (byte)')':
                    _at++;
                    Text = [.. text];
                    return true;
                case (byte)'(':
                    return false;
                case (byte)'\\' when _at + 1 < _bytes.Length && "nrtbf()\\"u8.IndexOf(_bytes[_at + 1]) is >= 0 and var which:
                    text.Add("\n\r\t\b\f()\\"u8[which]);
                    _at++;
                    break;
                case (byte)'\\':
                    var (value, first) = (0, _at + 1);
                    while (_at + 1 < _bytes.Length && _at + 1 - first < 3 && _bytes[_at + 1] is >= (byte)'0' and <= (byte)'7')
                    {
                        value = (value * 8) + _bytes[++_at] - '0';
                    }

                    if (_at < first || value > byte.MaxValue)
                    {
                        return false;
                    }

                    text.Add((byte)value);
                    break;
                default:
                    text.Add(_bytes[_at]);
                    break;
            }
        }

        return false;
    }

    /// <summary>Passes over a dictionary that holds no strings.</summary>
    private bool TryDictionary()
    {
        var depth = 0;
        for (; _at + 1 < _bytes.Length; _at++)
        {
            if (_bytes[_at] is (byte)'(' or (byte)'%')
            {
                return false;
            }

            var step = (_bytes[_at], _bytes[_at + 1]) switch { ((byte)'<', (byte)'<') => 1, ((byte)'>', (byte)'>') => -1, _ => 0 };
            depth += step;
            _at += step == 0 ? 0 : 1;
            if (depth == 0)
            {
                _at++;
                return true;
            }
        }

        return false;
    }
}
