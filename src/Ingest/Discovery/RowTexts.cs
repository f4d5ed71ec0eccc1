using System.Text;

namespace Gouji.Ingest.Discovery;

/// <summary>The texts that stand beside links in their row, outside of any link. A row is a list item, a table row or a definition.</summary>
internal sealed class RowTexts
{
    /// <summary>A longer text is no row but a page laid out in one.</summary>
    private const int Longest = 120;

    private readonly List<(int Reference, Row Row)> _notes = [];
    private Row? _row;

    /// <summary>Whether a link that is still open ends here, where someone forgot to close it.</summary>
    public static bool EndsLinks(string name) => IsRow(name) || IsList(name) || name is "td" or "th";

    /// <summary>Takes note of a start tag. Returns whether a block begins.</summary>
    public bool Start(string name)
    {
        if (IsRow(name))
        {
            _row = new Row();
            return true;
        }

        if (IsList(name))
        {
            EndAll();
        }

        return IsBlock(name);
    }

    /// <summary>Takes note of an end tag. Returns whether a block ends.</summary>
    public bool End(string name)
    {
        if (IsRow(name) || IsList(name))
        {
            EndAll();
            return true;
        }

        return IsBlock(name);
    }

    /// <summary>Ends the row.</summary>
    public void EndAll() => _row = null;

    /// <summary>Adds text outside of links.</summary>
    public void Append(string text)
    {
        if (_row is { Text.Length: <= Longest * 2 } row)
        {
            row.Text.Append(text).Append(' ');
        }
    }

    /// <summary>Takes note that a reference stands in the row.</summary>
    public void Note(int reference)
    {
        if (_row is not null)
        {
            _notes.Add((reference, _row));
        }
    }

    /// <summary>Gives each reference the text of its row.</summary>
    public void Settle(List<Reference> references)
    {
        foreach (var (reference, row) in _notes)
        {
            row.Collapsed ??= Words.Collapsed(row.Text.ToString());
            if (row.Collapsed.Length is > 0 and <= Longest)
            {
                references[reference] = references[reference] with { Nearby = row.Collapsed };
            }
        }

        _notes.Clear();
    }

    private static bool IsRow(string name) => name is "li" or "tr" or "dd" or "dt" or "record";

    private static bool IsList(string name) => name is "ul" or "ol" or "dl" or "table" or "tbody";

    private static bool IsBlock(string name) => IsList(name)
        || name is "p" or "div" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "section" or "article" or "header" or "footer" or "nav" or "form" or "body" or "td" or "th" or "center" or "hr";

    private sealed class Row
    {
        public StringBuilder Text { get; } = new();

        public string? Collapsed { get; set; }
    }
}
