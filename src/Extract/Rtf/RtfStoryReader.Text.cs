using System.Globalization;
using Gouji.Extract.Docx;

namespace Gouji.Extract.Rtf;

/// <content>Characters: bytes in the charset of their font, code points, signs, and what of them is printed.</content>
internal sealed partial class RtfStoryReader
{
    private void TakeSymbol(char sign)
    {
        switch (sign)
        {
            case '*':
                _starred = true;
                return;
            case '\\' or '{' or '}':
                FlushBytes();
                Put(sign);
                break;
            case '~':
                FlushBytes();
                Put('\u00A0');
                break;
            case '_':
                FlushBytes();
                Put('-');
                break;
            case '\t':
                FlushBytes();
                Put('\t');
                break;
            case '\r' or '\n':
                FlushBytes();
                TakeParagraphWord("par", null);
                break;
        }
    }

    private void TakeByte(byte value)
    {
        var font = _fonts[_state.Font];
        if (font.IsSymbol && TakesText())
        {
            FlushBytes();
            Put(SymbolFonts.Map(font.Name, value.ToString("X", CultureInfo.InvariantCulture)));
        }
        else if (TakesText())
        {
            MarkText();
            var codePage = font.CodePage ?? _codePage;
            _bytes.Add(value, codePage, RtfFonts.IsDouble(codePage) ? null : Asian(), Target());
        }
    }

    private int? Asian()
    {
        var named = _state.AsianFont is { } number ? _fonts[number].CodePage : null;
        return named is { } codePage && RtfFonts.IsDouble(codePage) ? named : RtfFonts.IsDouble(_codePage) ? _codePage : null;
    }

    private void TakeUnicode(int number)
    {
        FlushBytes();
        var unit = (char)(ushort)(number & 0xFFFF);
        Put(unit is >= '\uF000' and <= '\uF0FF' && _fonts[_state.Font] is { IsSymbol: true } font
            ? SymbolFonts.Map(font.Name, ((int)unit).ToString("X", CultureInfo.InvariantCulture))
            : unit);
        _skip = _state.Skips;
    }

    private void TakeText(ReadOnlySpan<byte> text)
    {
        if (_skip > 0)
        {
            var skipped = Math.Min(_skip, text.Length);
            _skip -= skipped;
            text = text[skipped..];
        }

        switch (_state.Destination)
        {
            case RtfDestination.Fonts:
                _fonts.Name(text);
                if (text.Contains((byte)';'))
                {
                    _fonts.End();
                }

                return;
            case RtfDestination.Styles:
                _styles.Name(text);
                return;
        }

        if (!TakesText())
        {
            return;
        }

        while (!text.IsEmpty)
        {
            if ((_bytes.WantsTrail && text[0] >= 0x40) || text[0] >= 0x80)
            {
                TakeByte(text[0]);
                text = text[1..];
                continue;
            }

            FlushBytes();
            var ascii = text.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            var run = ascii < 0 ? text : text[..ascii];
            MarkText();
            var target = Target();
            foreach (var b in run)
            {
                target.Append((char)b);
            }

            text = text[run.Length..];
        }
    }

    private bool Skipped()
    {
        if (_skip == 0)
        {
            return false;
        }

        _skip--;
        return true;
    }

    private bool TakesText() => _outer.Count > 0 && !_state.Hidden && !_state.Deleted && _state.Destination is RtfDestination.Body or RtfDestination.Label;

    private TextBuffer Target() => _state.Destination == RtfDestination.Label ? _scope.Label : _scope.Text;

    private void Put(char c)
    {
        if (TakesText())
        {
            MarkText();
            Target().Append(c);
        }
    }

    private void MarkText()
    {
        if (!_scope.HasText && _state.Destination == RtfDestination.Body)
        {
            _scope.MarkText(_positions.Of(_tokens.Offset));
        }
    }

    private void FlushBytes()
    {
        if (!_bytes.IsEmpty)
        {
            _bytes.Flush(Target());
        }
    }
}
