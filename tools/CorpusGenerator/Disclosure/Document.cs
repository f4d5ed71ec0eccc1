using Gouji.Model;

namespace Gouji.CorpusGenerator.Disclosure;

/// <summary>A paragraph or a table.</summary>
internal abstract class Block;

/// <summary>How a paragraph looks.</summary>
internal enum ParagraphStyle
{
    Body,
    Title,
    Heading,
    TableTitle,
    UnitLine,
    Note,
}

/// <summary>A paragraph outside of tables.</summary>
internal sealed class Paragraph(string text, ParagraphStyle style = ParagraphStyle.Body) : Block
{
    public string Text { get; set; } = text;

    public ParagraphStyle Style { get; } = style;
}

/// <summary>A disclosure as its publisher wrote it, before it becomes a file of some format.</summary>
internal sealed class Document(string title)
{
    public string Title { get; } = title;

    public List<Block> Blocks { get; } = [];

    public IEnumerable<Table> Tables => Blocks.OfType<Table>();

    /// <summary>True where the figures were rounded one by one, so that totals differ from their parts in the last place.</summary>
    public bool Rounded { get; init; }

    public IEnumerable<Cell> Cells => Tables.SelectMany(table => table.Rows).SelectMany(row => row.Cells);

    /// <summary>The one cell that holds a figure, addressed as <c>B3/2013101/basic</c>.</summary>
    public Cell this[string key]
    {
        get
        {
            var found = Cells.Where(cell => cell.Key?.ToString() == key).ToList();
            return found.Count == 1
                ? found[0]
                : throw new InvalidOperationException($"“{Title}” has {found.Count} cells {key}; near: {Near(key)}");
        }
    }

    /// <summary>The first table of a form.</summary>
    public Table Table(FormRole role) => Tables.First(table => table.Role == role);

    /// <summary>Misprints one figure.</summary>
    public Document Misprint(string key, string stated)
    {
        var cell = this[key];
        if (cell.Text == stated)
        {
            throw new InvalidOperationException($"{key} already reads {stated}: nothing would be planted.");
        }

        cell.Text = stated;
        return this;
    }

    /// <summary>The table and the row that hold a figure.</summary>
    public (Table Table, Row Row) RowOf(string key)
    {
        var cell = this[key];
        var table = Tables.First(candidate => candidate.Rows.Exists(row => row.Cells.Contains(cell)));
        return (table, table.Rows.First(row => row.Cells.Contains(cell)));
    }

    /// <summary>Prints another label in the row of a figure.</summary>
    public Document Relabel(string key, int cell, string label)
    {
        RowOf(key).Row.Cells[cell].Text = label;
        return this;
    }

    /// <summary>Puts a row below the row of a figure.</summary>
    public Document InsertBelow(string key, params IEnumerable<Cell> cells)
    {
        var (table, row) = RowOf(key);
        table.Rows.Insert(table.Rows.IndexOf(row) + 1, new Row([.. cells]));
        return this;
    }

    /// <summary>Puts a paragraph behind the table of a form, or at the end.</summary>
    public Document InsertParagraph(string text, FormRole? behind = null)
    {
        Blocks.Insert(behind is null ? Blocks.Count : Blocks.IndexOf(Table(behind.Value)) + 1, new Paragraph(text));
        return this;
    }

    /// <summary>Replaces the text of the only cell or paragraph that reads exactly like this.</summary>
    public Document Reword(string from, string to, FormRole? within = null)
    {
        var cells = Tables.Where(table => within is null || table.Role == within)
            .SelectMany(table => table.Rows).SelectMany(row => row.Cells).Where(cell => cell.Text == from).ToList();
        var paragraphs = within is null ? Blocks.OfType<Paragraph>().Where(paragraph => paragraph.Text == from).ToList() : [];
        if (cells.Count + paragraphs.Count != 1)
        {
            throw new InvalidOperationException($"“{Title}”: “{from}” stands {cells.Count + paragraphs.Count} times, not once.");
        }

        cells.ForEach(cell => cell.Text = to);
        paragraphs.ForEach(paragraph => paragraph.Text = to);
        return this;
    }

    /// <summary>Writes other words for those of the only paragraph that holds them.</summary>
    public Document Rephrase(string from, string to)
    {
        var paragraph = Holding(from);
        paragraph.Text = paragraph.Text.Replace(from, to, StringComparison.Ordinal);
        return this;
    }

    /// <summary>Puts a paragraph behind the only one that holds these words.</summary>
    public Document Follow(string words, string next)
    {
        Blocks.Insert(Blocks.IndexOf(Holding(words)) + 1, new Paragraph(next));
        return this;
    }

    /// <summary>Takes out the only paragraph that holds these words.</summary>
    public Document Strike(string words)
    {
        Blocks.Remove(Holding(words));
        return this;
    }

    private Paragraph Holding(string words)
    {
        var found = Blocks.OfType<Paragraph>().Where(paragraph => paragraph.Text.Contains(words, StringComparison.Ordinal)).ToList();
        return found.Count == 1 ? found[0] : throw new InvalidOperationException($"“{Title}”: “{words}” stands in {found.Count} paragraphs, not in one.");
    }

    private string Near(string key)
    {
        var form = key[..(key.IndexOf('/', StringComparison.Ordinal) + 1)];
        return string.Join(", ", Cells.Select(cell => cell.Key?.ToString()).Where(name => name?.StartsWith(form, StringComparison.Ordinal) == true));
    }
}
