namespace Gouji.Normalize.Text;

/// <summary>Characters and what stands for them, looked up by their code points.</summary>
internal sealed class CharacterTable
{
    private readonly char _first;
    private readonly char[] _others;

    /// <summary>Creates a table.</summary>
    /// <param name="first">The first code point that it holds.</param>
    /// <param name="last">The last.</param>
    /// <param name="pairs">Each character followed by the one that stands for it; all others stand for themselves.</param>
    public CharacterTable(char first, char last, string pairs)
    {
        _first = first;
        _others = new char[last - first + 1];
        for (var i = 0; i < _others.Length; i++)
        {
            _others[i] = (char)(first + i);
        }

        for (var i = 0; i < pairs.Length; i += 2)
        {
            _others[pairs[i] - first] = pairs[i + 1];
        }
    }

    /// <summary>What stands for a character; the character itself where it is not in the table.</summary>
    public char this[char c] => c >= _first && c - _first < _others.Length ? _others[c - _first] : c;
}
