using System.Globalization;
using System.Text;

namespace Gouji.Extract.Rtf;

/// <summary>Which paragraph styles are headings: those with a level of the outline, or with the fixed name of a built-in heading.</summary>
internal sealed class RtfStyles
{
    private const string Heading = "heading ";

    private readonly Dictionary<int, int> _outlines = [];
    private readonly StringBuilder _name = new();
    private int _number;
    private int? _outline;

    /// <summary>0-based level of the outline of a style; null where it is no heading.</summary>
    public int? this[int style] => _outlines.TryGetValue(style, out var outline) ? outline : null;

    public void Begin(int number)
    {
        _number = number;
        _outline = null;
    }

    public void Outline(int level) => _outline = level;

    public void Name(ReadOnlySpan<byte> text)
    {
        if (_name.Length < 64)
        {
            _name.Append(Encoding.Latin1.GetString(text[..Math.Min(text.Length, 64)]));
        }
    }

    /// <summary>Ends the style that is being read, once its name is known: groups within it end before.</summary>
    public void End()
    {
        if (_name.Length == 0)
        {
            return;
        }

        var name = _name.ToString().AsSpan().Trim(" ;");
        if (_outline is null && name.StartsWith(Heading, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(name[Heading.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 9)
        {
            _outline = level - 1;
        }

        if (_outline is >= 0 and < 9)
        {
            _outlines[_number] = _outline.Value;
        }

        _name.Clear();
        _outline = null;
        _number = 0;
    }
}
