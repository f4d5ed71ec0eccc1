using System.Globalization;

namespace Gouji.Extract.Ofd;

/// <summary>
/// The ways from glyph to glyph (DeltaX and DeltaY, GB/T 33190 11.3), one at a time: <c>g n v</c> is the way v n times. Where the list is
/// shorter than the text its last way goes on, as viewers have it.
/// </summary>
internal ref struct Deltas(string? text)
{
    private readonly bool _isGiven = !string.IsNullOrWhiteSpace(text);
    private Numbers _rest = new(text);
    private double _way;
    private double _repeat;

    /// <summary>Whether the file gives any.</summary>
    public readonly bool IsGiven => _isGiven;

    public double Next()
    {
        if (_repeat > 0)
        {
            _repeat--;
            return _way;
        }

        var word = _rest.Word();
        if (word is "g" or "G")
        {
            if (_rest.TryNext(out var count) && _rest.TryNext(out var way))
            {
                (_repeat, _way) = (count - 1, way);
            }
        }
        else if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var way) && double.IsFinite(way))
        {
            _way = way;
        }

        return _way;
    }
}
