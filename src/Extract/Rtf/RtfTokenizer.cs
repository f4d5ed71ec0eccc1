using System.Buffers;

namespace Gouji.Extract.Rtf;

/// <summary>What stands next in an RTF file (RTF 1.9.1, "RTF Syntax").</summary>
internal enum RtfToken
{
    /// <summary>The file ends.</summary>
    End,

    /// <summary>A brace opens a group.</summary>
    GroupBegin,

    /// <summary>A brace closes a group.</summary>
    GroupEnd,

    /// <summary>A control word, with a number or without.</summary>
    Word,

    /// <summary>A backslash and one sign that is no letter.</summary>
    Symbol,

    /// <summary>A byte of text written as two hexadecimal digits.</summary>
    Byte,

    /// <summary>A run of bytes that stand for themselves, without line ends.</summary>
    Text,
}

/// <summary>Parts an RTF file into tokens. Nothing in a file makes it fail: what is no token is text.</summary>
internal sealed class RtfTokenizer(ArraySegment<byte> bytes)
{
    private const int LongestWord = 32;

    private static readonly SearchValues<byte> TextEnds = SearchValues.Create("{}\\\r\n\0"u8);
    private static readonly SearchValues<byte> Braces = SearchValues.Create("{}\\"u8);

    private readonly char[] _word = new char[LongestWord];
    private int _wordLength;
    private int _textLength;
    private int _position;

    /// <summary>0-based byte at which the current token begins.</summary>
    public int Offset { get; private set; }

    /// <summary>Name of the current control word.</summary>
    public ReadOnlySpan<char> Word => _word.AsSpan(0, _wordLength);

    /// <summary>Number behind the control word; null where there is none. The value of a byte. The sign of a symbol.</summary>
    public int? Number { get; private set; }

    /// <summary>The current run of text.</summary>
    public ReadOnlySpan<byte> Text => bytes.AsSpan(Offset, _textLength);

    /// <summary>What follows the current token.</summary>
    public ReadOnlySpan<byte> Rest => bytes.AsSpan(_position);

    public RtfToken Next()
    {
        var all = bytes.AsSpan();
        while (_position < all.Length && all[_position] is (byte)'\r' or (byte)'\n' or 0)
        {
            _position++;
        }

        Offset = _position;
        if (_position >= all.Length)
        {
            return RtfToken.End;
        }

        switch (all[_position])
        {
            case (byte)'{':
                _position++;
                return RtfToken.GroupBegin;
            case (byte)'}':
                _position++;
                return RtfToken.GroupEnd;
            case (byte)'\\':
                _position++;
                return Control(all);
            default:
                var length = all[_position..].IndexOfAny(TextEnds);
                _textLength = length < 0 ? all.Length - _position : length;
                _position += _textLength;
                return RtfToken.Text;
        }
    }

    /// <summary>Moves to the brace that closes the current group, past all groups within it.</summary>
    public void SkipToGroupEnd()
    {
        var all = bytes.AsSpan();
        for (var depth = 0; ;)
        {
            var next = all[_position..].IndexOfAny(Braces);
            if (next < 0)
            {
                _position = all.Length;
                return;
            }

            _position += next;
            switch (all[_position])
            {
                case (byte)'{':
                    depth++;
                    _position++;
                    break;
                case (byte)'}':
                    if (depth-- == 0)
                    {
                        return;
                    }

                    _position++;
                    break;
                default:
                    _position++;
                    _ = Control(all);
                    break;
            }
        }
    }

    private static bool IsLetter(byte b) => char.IsAsciiLetter((char)b);

    private static int Hex(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };

    private RtfToken Control(ReadOnlySpan<byte> all)
    {
        Number = null;
        if (_position >= all.Length)
        {
            return RtfToken.End;
        }

        if (IsLetter(all[_position]))
        {
            return ReadWord(all);
        }

        var sign = all[_position++];
        if (sign == '\'' && _position + 1 < all.Length && Hex(all[_position]) is >= 0 and var high && Hex(all[_position + 1]) is >= 0 and var low)
        {
            _position += 2;
            Number = (high * 16) + low;
            return RtfToken.Byte;
        }

        Number = sign;
        return RtfToken.Symbol;
    }

    private RtfToken ReadWord(ReadOnlySpan<byte> all)
    {
        _wordLength = 0;
        while (_position < all.Length && IsLetter(all[_position]) && _wordLength < LongestWord)
        {
            _word[_wordLength++] = (char)all[_position++];
        }

        var negative = _position + 1 < all.Length && all[_position] == '-' && char.IsAsciiDigit((char)all[_position + 1]);
        var at = negative ? _position + 1 : _position;
        var digits = at;
        long number = 0;
        while (at < all.Length && char.IsAsciiDigit((char)all[at]))
        {
            number = Math.Min(int.MaxValue, (number * 10) + (all[at++] - '0'));
        }

        if (at > digits)
        {
            _position = at;
            Number = (int)(negative ? -number : number);
        }

        // One space behind a control word belongs to it.
        if (_position < all.Length && all[_position] == ' ')
        {
            _position++;
        }

        if (Number is > 0 and var length && Word.SequenceEqual("bin"))
        {
            // Bytes of a picture, in which a brace means nothing.
            _position = (int)Math.Min(all.Length, (long)_position + length);
        }

        return RtfToken.Word;
    }
}
