using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Linking;

/// <summary>The figures of the forms that documents of other years repeat. A figure that two forms print differently is left out.</summary>
internal sealed class TableFigures
{
    /// <summary>Items of a form beyond this are left out, so that a document stays small in memory.</summary>
    private const int MostItems = 60;

    private readonly Dictionary<(string Thing, LinkMeasure Measure), LinkFigure?> _figures = [];
    private int _items;

    /// <summary>The figures, by thing and measure; null where two forms contradict each other.</summary>
    public static IReadOnlyDictionary<(string Thing, LinkMeasure Measure), LinkFigure?> Of(Disclosure disclosure)
    {
        var reader = new TableFigures();
        foreach (var form in disclosure.Forms)
        {
            foreach (var part in form.Parts)
            {
                reader.Read(form, part);
            }
        }

        return reader._figures;
    }

    private void Read(FormTable form, FormPart part)
    {
        var turned = part.Columns.Count > 0 && part.Columns.All(static column => column.GridColumn < 0);
        var total = part.Total;
        foreach (var row in part.Rows)
        {
            var isItem = form.Role is FormRole.B5 or FormRole.F5 && row is { Kind: RowKind.Leaf, FunctionCode.Length: 7, OfWhich: false, Project: null };
            var isLane = form.Role == FormRole.F6 && row.Key is "personnel" or "public";
            if (row.LostCells || row.HasUnread || !(ReferenceEquals(row, total) || isItem || isLane || turned))
            {
                continue;
            }

            for (var i = 0; i < part.Columns.Count; i++)
            {
                var column = part.Columns[i];
                var key = isLane ? row.Key : IsLoneYearBefore(part, column) ? "total" : column.Meaning.Key;
                var thing = isItem ? key == "total" ? LinkThings.ItemPrefix + row.FunctionCode : null : LinkThings.Of(form.Role, part.Name, key);
                if (thing is null || row.Facts[i] is not { Amount: not null } fact || (turned && fact.Measure == Measure.ThisYear && !ReferenceEquals(row, total)))
                {
                    continue;
                }

                if (MeasureOf(fact, turned ? FoldedText.Letters(Fold.Key(row.Label)) : column.Words, form) is { } measure)
                {
                    Add(new LinkFigure(thing, measure, fact), isItem);
                }
            }
        }
    }

    /// <summary>A column 上年数, whose header says no more, is the total where it is the only one of that year.</summary>
    private static bool IsLoneYearBefore(FormPart part, FormColumn column) =>
        column is { Measure: Measure.PreviousYear, Meaning.Kind: ColumnKind.Figure, Meaning.Key: "" }
        && part.Columns.Count(static other => other.Measure == Measure.PreviousYear && other.Meaning.Kind == ColumnKind.Figure) == 1;

    private void Add(LinkFigure figure, bool isItem)
    {
        var key = (figure.Thing, figure.Measure);
        if (!_figures.TryGetValue(key, out var known))
        {
            _items += isItem ? 1 : 0;
            if (!isItem || _items <= MostItems)
            {
                _figures.Add(key, figure);
            }
        }
        else if (known is not null && Math.Abs(known.Yuan - figure.Yuan) > known.HalfPlace + figure.HalfPlace)
        {
            _figures[key] = null;
        }
    }

    private static LinkMeasure? MeasureOf(Fact fact, string words, FormTable form) => fact.Measure switch
    {
        Measure.ThisYear => LinkMeasure.ThisYear,
        Measure.PreviousYear => LinkWords.Base(words),
        Measure.Budgeted => LinkWords.Budget(words, form.Notes),
        _ => null,
    };
}
