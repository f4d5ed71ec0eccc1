namespace Gouji.Extract.Doc;

/// <summary>
/// Follows fields ([MS-DOC] 2.8.25): a mark that begins the instruction, one that begins the result, one that ends it, one field within
/// the other and over any number of paragraphs. Only results are printed.
/// </summary>
/// <param name="ignored">Numbers of fields that are known not to end and count as not there.</param>
internal sealed class FieldMarks(IReadOnlySet<int> ignored)
{
    private readonly List<(int Number, bool InResult)> _open = [];
    private int _floor;
    private int _count;
    private int _instructions;

    /// <summary>Fields (1-based, in document order) that never came to a result or an end.</summary>
    public HashSet<int> Unfinished { get; } = [];

    /// <summary>Whether what stands here is instruction, not result.</summary>
    public bool InInstruction => _instructions > 0;

    public void Begin()
    {
        _count++;
        if (!ignored.Contains(_count))
        {
            _open.Add((_count, false));
            _instructions++;
        }
    }

    public void Separate()
    {
        if (_open.Count > 0 && !_open[^1].InResult)
        {
            _open[^1] = (_open[^1].Number, true);
            _instructions--;
        }
    }

    public void End()
    {
        if (_open.Count > 0)
        {
            _instructions -= _open[^1].InResult ? 0 : 1;
            _open.RemoveAt(_open.Count - 1);
            _floor = Math.Min(_floor, _open.Count);
        }
    }

    /// <summary>Passes the end of a paragraph outside of tables: fields that are open may go on.</summary>
    public void PassParagraph() => _floor = _open.Count;

    /// <summary>Passes the end of a cell or text: a field that began in it ends with it, so that damage costs no more than the cell.</summary>
    public void PassCell() => Cut(_floor);

    /// <summary>Passes the end of the text.</summary>
    public void PassEnd() => Cut(0);

    private void Cut(int floor)
    {
        for (; _open.Count > floor; _open.RemoveAt(_open.Count - 1))
        {
            if (!_open[^1].InResult)
            {
                _instructions--;
                Unfinished.Add(_open[^1].Number);
            }
        }
    }
}
