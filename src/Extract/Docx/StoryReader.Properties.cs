using Gouji.Model;

namespace Gouji.Extract.Docx;

/// <content>Properties of runs, paragraphs, rows and cells.</content>
internal sealed partial class StoryReader
{
    private void ReadRunProperties()
    {
        var properties = RunProperties.Read(xml);
        if (properties.Style is null && properties.Hidden is null)
        {
            return;
        }

        // Hidden text is a toggle (17.7.3): a character style that hides, in a paragraph style that hides, shows.
        var scope = _blocks.Scope;
        scope.RunHidden = properties.Hidden
            ?? (scope.Paragraph.StyleHidden ^ (properties.Style is { } style && document.Styles[style].Hidden));
    }

    private void ReadParagraphProperties()
    {
        var properties = ParagraphProperties.Read(xml);
        var paragraph = _blocks.Scope.Paragraph;
        if (!paragraph.IsOpen)
        {
            return;
        }

        var style = properties.Style is { } id ? document.Styles[id] : StyleMeaning.None;
        paragraph.StyleHidden = style.Hidden;
        _blocks.Scope.RunHidden = style.Hidden;
        paragraph.Mark = properties.Mark;
        if (!paragraph.IsDescribed && properties.Mark is MarkKind.Kept or MarkKind.StyleSeparator)
        {
            Describe(properties, style);
        }
    }

    private void Describe(ParagraphProperties properties, StyleMeaning style)
    {
        var heading = properties.OutlineLevel switch
        {
            >= 0 and < 9 => properties.OutlineLevel.Value + 1,
            null => style.HeadingLevel,
            _ => 0,
        };
        var list = properties.NumberingId ?? style.NumberingId;
        string? label = null;
        var counted = 0;
        if (list != 0)
        {
            // A level of the paragraph's own goes before the level of its style.
            var level = properties.NumberingLevel ?? (properties.NumberingId is null ? style.NumberingLevel : 0);
            _counters ??= new ListCounters(document.Numbering);
            label = _counters.Next(list, level, properties.Style, out counted);
        }

        if (heading > 0)
        {
            _blocks.Describe(ParagraphKind.Heading, heading, label);
        }
        else if (label is not null)
        {
            _blocks.Describe(ParagraphKind.ListItem, counted + 1, label);
        }
        else
        {
            _blocks.Describe(ParagraphKind.Body, 0, null);
        }
    }

    private void ReadRowProperties()
    {
        var depth = xml.Reader.Depth;
        var properties = RowProperties.Read(xml);
        _blocks.Scope.Table?.SetRow(properties);
        if (properties.Deleted && depth > 0)
        {
            xml.SkipTo(depth - 1);
        }
    }

    private void OpenCell()
    {
        if (_blocks.Scope.Table is not { } table)
        {
            return;
        }

        if (table.InCell)
        {
            CloseCell();
        }

        _blocks.BeginCell(xml.Here);
        table.OuterFields = _fields.Enter();
        CloseIfEmpty("tc");
    }

    private void ReadCellProperties()
    {
        if (_blocks.Scope.Cell is not { } cell)
        {
            xml.Skip();
            return;
        }

        var depth = xml.Reader.Depth;
        var properties = CellProperties.Read(xml);
        cell.SetCell(properties);
        if (properties.Deleted && depth > 0)
        {
            _fields.Leave(cell.OuterFields);
            xml.SkipTo(depth - 1);
        }
    }
}
