using System.Globalization;

namespace Gouji.Extract.Ofd;

/// <summary>Walks a list of numbers (ST_Array, GB/T 33190 7.3): parted by white space or commas, one at a time, nothing allocated.</summary>
internal ref struct Numbers(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    /// <summary>The next number; false at the end or at what is no number.</summary>
    public bool TryNext(out double number)
    {
        number = 0;
        var word = Word();
        return !word.IsEmpty && double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }

    /// <summary>The next word; empty at the end.</summary>
    public ReadOnlySpan<char> Word()
    {
        _rest = _rest.TrimStart(" \t\r\n,");
        var end = _rest.IndexOfAny(" \t\r\n,");
        var word = end < 0 ? _rest : _rest[..end];
        _rest = _rest[word.Length..];
        return word;
    }
}
