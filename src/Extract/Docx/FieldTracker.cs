namespace Gouji.Extract.Docx;

/// <summary>
/// Follows complex fields (ISO/IEC 29500-1 17.16.18): begin, instruction, separate, result, end, one within the other and over any number
/// of paragraphs. Only results are printed. A field cannot leave the cell or text box in which it begins; one that does not end there is
/// damage, and what follows it must not be lost with it.
/// </summary>
/// <param name="ignored">Numbers of fields that are known not to end and count as not there.</param>
internal sealed class FieldTracker(IReadOnlySet<int> ignored)
{
    private readonly List<(int Number, bool InResult)> _open = [];
    private int _inner;
    private int _count;
    private int _instructions;

    /// <summary>Fields (1-based, in document order) that never came to a result or an end.</summary>
    public HashSet<int> Unfinished { get; } = [];

    /// <summary>Whether what stands here is instruction, not result.</summary>
    public bool InInstruction => _instructions > 0;

    public void Mark(string? kind)
    {
        switch (kind)
        {
            case "begin":
                _count++;
                if (!ignored.Contains(_count))
                {
                    _open.Add((_count, false));
                    _instructions++;
                }

                break;
            case "separate" when _open.Count > _inner && !_open[^1].InResult:
                _open[^1] = (_open[^1].Number, true);
                _instructions--;
                break;
            case "end" when _open.Count > _inner:
                _instructions -= _open[^1].InResult ? 0 : 1;
                _open.RemoveAt(_open.Count - 1);
                break;
        }
    }

    /// <summary>Enters a cell, a text box or a story; the result goes back to <see cref="Leave"/>.</summary>
    public int Enter()
    {
        var outer = _inner;
        _inner = _open.Count;
        return outer;
    }

    public void Leave(int outer)
    {
        for (; _open.Count > _inner; _open.RemoveAt(_open.Count - 1))
        {
            if (!_open[^1].InResult)
            {
                _instructions--;
                Unfinished.Add(_open[^1].Number);
            }
        }

        _inner = outer;
    }
}
