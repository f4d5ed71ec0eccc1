using System.Text;
using Gouji.Extract.Docx;
using Gouji.Extract.Geometry;

namespace Gouji.Extract.Ofd;

/// <summary>A text object (GB/T 33190 11.2): reads its codes, and makes glyphs of them once all of it is known.</summary>
internal sealed class TextRun
{
    /// <summary>Text that lets through half of the paper and is larger than this many points is a watermark.</summary>
    private const double LargeSize = 20;

    private readonly GraphicObject _object;
    private readonly string _font;
    private readonly double _size;
    private readonly double _stretch;
    private readonly int _readDirection;
    private readonly int _charDirection;
    private readonly bool _isFilled;
    private readonly bool _isStroked;
    private readonly bool _isBold;
    private readonly List<TextCode> _codes = [];
    private readonly List<(int First, int Count)> _mapped = [];

    public TextRun(PartXml xml, GraphicState around, OfdResources resources)
    {
        _object = new GraphicObject(xml, around, resources);
        _font = resources.FontName(OfdValues.Attribute(xml, "Font"));
        _size = OfdValues.Number(xml, "Size") ?? 3.175;
        _stretch = OfdValues.Number(xml, "HScale") is { } stretch and > 0 ? stretch : 1;
        _readDirection = Quarters(OfdValues.Number(xml, "ReadDirection"));
        _charDirection = Quarters(OfdValues.Number(xml, "CharDirection"));
        _isFilled = OfdValues.Flag(xml, "Fill") ?? true;
        _isStroked = OfdValues.Flag(xml, "Stroke") ?? false;
        _isBold = OfdValues.Number(xml, "Weight") > 500;
        if (!xml.Reader.IsEmptyElement)
        {
            ReadChildren(xml);
        }
    }

    private static int Quarters(double? degrees) => (int)Math.Round(Math.Clamp(degrees ?? 0, -3600, 3600) / 90) & 3;

    private void ReadChildren(PartXml xml)
    {
        var depth = xml.Reader.Depth;
        while (xml.NextElement(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "TextCode":
                    var (x, y) = (OfdValues.Number(xml, "X"), OfdValues.Number(xml, "Y"));
                    var (deltaX, deltaY) = (OfdValues.Attribute(xml, "DeltaX"), OfdValues.Attribute(xml, "DeltaY"));
                    _codes.Add(new TextCode(TextCode.Printed(OfdValues.Text(xml)), x, y, deltaX, deltaY));
                    break;
                case "CGTransform":
                    _mapped.Add(((int)Math.Clamp(OfdValues.Number(xml, "CodePosition") ?? 0, 0, int.MaxValue / 2), (int)Math.Clamp(OfdValues.Number(xml, "CodeCount") ?? 1, 1, int.MaxValue / 2)));
                    xml.Skip();
                    break;
                default:
                    _object.Take(xml);
                    break;
            }
        }
    }

    /// <summary>Puts the glyphs on the page.</summary>
    public void Draw(GlyphPrinter printer)
    {
        var state = _object.State;
        var paint = (_isFilled ? state.Draw.Fill : state.Draw.Stroke) ?? Paint.Black;
        var opacity = _isFilled || _isStroked ? state.Opacity * paint.Opacity : 0;
        var matrix = state.Matrix;
        var (across, up) = (matrix.Way(Cosine(_charDirection), Sine(_charDirection)), matrix.Way(Sine(_charDirection), -Cosine(_charDirection)));
        var size = Math.Sqrt((up.X * up.X) + (up.Y * up.Y)) * _size;
        var look = new GlyphLook
        {
            Across = across,
            Up = up,
            Width = Math.Sqrt((across.X * across.X) + (across.Y * across.Y)),
            Size = size,
            Clip = state.Clip,
            Style = printer.StyleOf(_font, _isStroked || _isBold),
            IsHidden = state.IsHidden,
            IsInvisible = opacity <= 0,
            IsWatermark = opacity is > 0 and <= 0.5 && size > LargeSize,
            IsFurniture = state.IsFurniture && !_codes.Exists(static code => Furniture.SaysSomethingOfTheTable(code.Text)),
        };
        var (x, y, index) = (0.0, 0.0, 0);
        foreach (var code in _codes)
        {
            (x, y) = (code.X ?? x, code.Y ?? y);
            Draw(code, matrix, look, printer, ref x, ref y, ref index);
        }

        printer.EndRun();
    }

    private void Draw(TextCode code, in Matrix matrix, GlyphLook look, GlyphPrinter printer, ref double x, ref double y, ref int index)
    {
        var deltaX = new Deltas(code.DeltaX);
        var deltaY = new Deltas(code.DeltaY);
        var isPlaced = deltaX.IsGiven || deltaY.IsGiven;
        foreach (var character in code.Text.EnumerateRunes())
        {
            var width = GlyphWidth.Of(character) * _size * _stretch;
            var (wayX, wayY) = isPlaced ? (deltaX.Next(), deltaY.Next()) : UsualWay(width);
            var along = (wayX * Cosine(_charDirection)) + (wayY * Sine(_charDirection));
            var reach = GlyphWidth.Reaching(width / Math.Max(_size, 1e-6), along / Math.Max(_size, 1e-6)) * _size;
            printer.Print(IsLost(character, index) ? "\uFFFD" : character.ToString(), matrix.Point(x, y), reach * look.Width, look);
            (x, y) = (x + wayX, y + wayY);
            index += character.Utf16SequenceLength;
        }
    }

    /// <summary>Without ways the glyphs stand as their font has them: one behind the other, or one below the other.</summary>
    private (double X, double Y) UsualWay(double width)
    {
        var way = ((_readDirection - _charDirection) & 1) == 0 ? width : _size;
        return (way * Cosine(_readDirection), way * Sine(_readDirection));
    }

    // Converters that know only the glyph write ¤ in the place of its character.
    private bool IsLost(Rune character, int index) =>
        character.Value is '¤' && _mapped.Exists(range => index >= range.First && index < range.First + range.Count);

    // Quarter turns with the clock, y downwards.
    private static int Cosine(int quarters) => quarters switch { 0 => 1, 2 => -1, _ => 0 };

    private static int Sine(int quarters) => quarters switch { 1 => 1, 3 => -1, _ => 0 };
}
