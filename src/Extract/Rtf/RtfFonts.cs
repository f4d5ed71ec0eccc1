using System.Text;

namespace Gouji.Extract.Rtf;

/// <summary>A font of the font table as far as it tells what bytes mean.</summary>
/// <param name="Name">Its name; asked for where it is a font of symbols.</param>
/// <param name="CodePage">Code page of its bytes; null where the font leaves that to the document.</param>
/// <param name="IsSymbol">Whether its characters are pictures.</param>
internal sealed record RtfFont(string Name, int? CodePage, bool IsSymbol);

/// <summary>Reads the font table (RTF 1.9.1, "Font Table") and says in which code page a font writes.</summary>
internal sealed class RtfFonts
{
    public const int Latin = 1252;

    private const int SymbolCharset = 2;

    private static readonly RtfFont None = new("", null, false);

    private readonly Dictionary<int, RtfFont> _fonts = [];
    private readonly StringBuilder _name = new();
    private int _number;
    private int? _charset;
    private int? _codePage;

    public RtfFont this[int number] => _fonts.GetValueOrDefault(number, None);

    public void Set(ReadOnlySpan<char> word, int value)
    {
        switch (word)
        {
            case "f":
                End();
                _number = value;
                break;
            case "fcharset":
                _charset = value;
                break;
            case "cpg":
                _codePage = value;
                break;
        }
    }

    public void Name(ReadOnlySpan<byte> text)
    {
        if (_name.Length < 64)
        {
            _name.Append(Encoding.Latin1.GetString(text[..Math.Min(text.Length, 64)]));
        }
    }

    /// <summary>Ends the font that is being read.</summary>
    public void End()
    {
        if (_charset is not null || _codePage is not null || _name.Length > 0)
        {
            // A group within the entry, such as an alternative name, ends it early; what follows adds to it.
            var before = this[_number];
            _fonts[_number] = new RtfFont(
                _name.Length > 0 ? _name.ToString().Trim().TrimEnd(';') : before.Name,
                _codePage ?? CodePageOf(_charset) ?? before.CodePage,
                _charset == SymbolCharset || before.IsSymbol);
        }

        _name.Clear();
        _charset = null;
        _codePage = null;
    }

    /// <summary>Whether a code page writes some characters in two bytes.</summary>
    public static bool IsDouble(int codePage) => codePage is 932 or 936 or 949 or 950 or 54936 or 20936 or 1361;

    // The character sets of Windows fonts; 1 is "whatever the system has".
    private static int? CodePageOf(int? charset) => charset switch
    {
        0 => Latin,
        77 => 10000,
        128 => 932,
        129 => 949,
        130 => 1361,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        254 => 437,
        255 => 850,
        _ => null,
    };
}
