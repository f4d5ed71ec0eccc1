using System.Globalization;
using Gouji.Model;

namespace Gouji.Extract.Html;

/// <summary>The decoded text of a page, and the lines in it.</summary>
internal sealed class SourceText
{
    private readonly string _text;
    private readonly List<int> _lines = [0];

    /// <summary>Finds the lines of a text whose lines end in <c>\n</c> alone.</summary>
    public SourceText(string text)
    {
        _text = text;
        for (var i = text.IndexOf('\n'); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            _lines.Add(i + 1);
        }
    }

    /// <summary>The position of a character.</summary>
    public SourcePosition At(int index)
    {
        var line = _lines.BinarySearch(index);
        line = line < 0 ? ~line - 1 : line;
        return new SourcePosition(null, line + 1, index - _lines[line] + 1);
    }

    /// <summary>The position of the first character of a text that shows, where the text begins at an index with or without white space.</summary>
    public SourcePosition AtVisible(int index)
    {
        var i = index;
        while (i < _text.Length)
        {
            if (WhiteSpace.IsInvisible(_text[i]))
            {
                i++;
            }
            else if (_text[i] == '&' && SpaceReferenceLength(_text.AsSpan(i)) is > 0 and var length)
            {
                i += length;
            }
            else
            {
                return At(i);
            }
        }

        return At(index);
    }

    // The length of a character reference that stands for white space; 0 for any other.
    private static int SpaceReferenceLength(ReadOnlySpan<char> text)
    {
        var end = 1;
        while (end < text.Length && end < 24 && (char.IsAsciiLetterOrDigit(text[end]) || (end == 1 && text[end] == '#')))
        {
            end++;
        }

        var name = text[1..end];
        var length = end < text.Length && text[end] == ';' ? end + 1 : end;
        if (name.StartsWith("#"))
        {
            var hexadecimal = name.Length > 1 && name[1] is 'x' or 'X';
            var digits = name[(hexadecimal ? 2 : 1)..];
            return int.TryParse(digits, hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                && code is > 0 and <= char.MaxValue && WhiteSpace.IsInvisible((char)code)
                ? length
                : 0;
        }

        return name is "ensp" or "emsp" or "thinsp" or "hairsp" or "numsp" or "puncsp" or "emsp13" or "emsp14" or "Tab" or "NewLine"
            or "NonBreakingSpace" or "ZeroWidthSpace" or "MediumSpace" || name.StartsWith("nbsp", StringComparison.Ordinal)
            ? name.StartsWith("nbsp", StringComparison.Ordinal) && name.Length > 4 ? 5 : length
            : 0;
    }
}
