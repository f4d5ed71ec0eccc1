using System.Buffers;
using System.Runtime.InteropServices;
using Gouji.Model;

namespace Gouji.Extract.Geometry;

/// <summary>
/// Finds tables without rules among the lines of a page: at least three lines one below the other whose parts stand apart, with figures in
/// all columns but the first ones. Careful rather than complete: what is no clear table stays text, and what is one is marked as inferred.
/// </summary>
internal sealed class OpenTables
{
    /// <summary>Parts of a line that stand further apart than this many characters are columns; beside a digit, less is more than a space.</summary>
    private const double ColumnGap = 1.2;
    private const double FigureGap = 0.6;

    private const int LeastRows = 3;

    /// <summary>Digits of an item (项) of the classification.</summary>
    private const int LongestCode = 7;

    private static readonly SearchValues<char> FigureCharacters = SearchValues.Create("0123456789.,");

    private readonly List<List<Segment>> _rows = [];
    private readonly List<(double Left, double Right)> _columns = [];

    private OpenTables()
    {
    }

    /// <summary>Puts tables in the place of the lines they are made of.</summary>
    /// <returns>How many lines have the look of rows, and stay text since their columns could not be told.</returns>
    public static int Find(List<PageItem> page)
    {
        var left = 0;
        for (var first = 0; first < page.Count; first++)
        {
            var rows = RowsFrom(page, first);
            if (rows.Count < LeastRows)
            {
                continue;
            }

            var header = HeaderAbove(page, first);
            if (TryBuild(page[first].Sheet, [.. header, .. rows], header.Count) is { } table)
            {
                page.RemoveRange(first - header.Count, header.Count + rows.Count);
                first -= header.Count;
                page.Insert(first, new PageItem(table.Sheet, null, table.Table));
            }
            else
            {
                left += rows.Count;
                first += rows.Count - 1;
            }
        }

        return left;
    }

    private static List<List<Segment>> RowsFrom(List<PageItem> page, int first)
    {
        var rows = new List<List<Segment>>();
        for (var i = first; i < page.Count && page[i].Line is { } line && line.Glyphs[0].Direction == Direction.Right; i++)
        {
            var segments = Segments(line);
            if (!IsRow(segments) || (i > first && page[i - 1].Line!.Baseline - line.Baseline > line.Size * 4))
            {
                break;
            }

            rows.Add(segments);
        }

        return rows;
    }

    /// <summary>
    /// A row has words, before them perhaps codes in columns of their own (类, 款, 项), and behind them figures and strokes alone; an entry of a
    /// table of contents is none. Its first part may be missing, or be a code without words.
    /// </summary>
    private static bool IsRow(List<Segment> segments)
    {
        var words = Math.Max(0, segments.FindLastIndex(static segment => !Figures.IsFigureOrDash(segment.Text)));
        return words < segments.Count - 1
            && segments.FindIndex(words + 1, static segment => Figures.IsFigure(segment.Text)) > 0
            && segments.FindIndex(0, words, static segment => Figures.IsFigureOrDash(segment.Text) && !IsCode(segment.Text)) < 0
            && !segments.Exists(static segment => IsFigureWithWords(segment.Text))
            && !segments[words].Text.EndsWith('…') && !segments[words].Text.EndsWith("...", StringComparison.Ordinal);
    }

    /// <summary>A figure and the words right behind it (<c>12.00本年支出合计</c>) are two columns that touch: then no gap tells columns here.</summary>
    private static bool IsFigureWithWords(string text)
    {
        var end = text.AsSpan().IndexOfAnyExcept(FigureCharacters);
        return end > 0 && text.AsSpan(0, end).Contains('.') && Figures.IsFigure(text[..end]) && char.IsLetter(text[end]);
    }

    private static bool IsCode(string text) => text.Length <= LongestCode && text.All(char.IsAsciiDigit);

    /// <summary>Lines right above with several parts and no figure.</summary>
    private static List<List<Segment>> HeaderAbove(List<PageItem> page, int first)
    {
        var header = new List<List<Segment>>();
        for (var i = first - 1; i >= 0 && header.Count < 3 && page[i].Line is { } line; i--)
        {
            var segments = Segments(line);
            if (segments.Count < 2 || line.Baseline - page[i + 1].Line!.Baseline > line.Size * 3.5
                || segments.Exists(static segment => Figures.IsFigure(segment.Text) || segment.Text.Contains("单位", StringComparison.Ordinal)))
            {
                break;
            }

            header.Insert(0, segments);
        }

        return header;
    }

    private static List<Segment> Segments(TextLine line)
    {
        var segments = new List<Segment>();
        var start = 0;
        for (var i = 1; i <= line.Glyphs.Count; i++)
        {
            if (i == line.Glyphs.Count || line.Glyphs[i].Left - line.Glyphs[i - 1].Right > GapBetween(line.Glyphs[i - 1], line.Glyphs[i]) * line.Size)
            {
                segments.Add(new Segment(line.Glyphs[start], LineText.Of(CollectionsMarshal.AsSpan(line.Glyphs)[start..i]), line.Slice(start, i - start).Box)
                {
                    IsDoubtful = line.Glyphs.Exists(static glyph => glyph.IsDoubtful) && line.Glyphs.GetRange(start, i - start).Exists(static glyph => glyph.IsDoubtful),
                });
                start = i;
            }
        }

        return segments;
    }

    private static double GapBetween(Glyph left, Glyph right) =>
        char.IsAsciiDigit(left.Text[^1]) || char.IsAsciiDigit(right.Text[0]) ? FigureGap : ColumnGap;

    private static (Sheet Sheet, PlacedTable Table)? TryBuild(Sheet sheet, List<List<Segment>> rows, int headers)
    {
        var open = new OpenTables();
        open._rows.AddRange(rows);
        open.FindColumns(headers);
        if (open._columns.Count < 2)
        {
            return null;
        }

        var cells = new List<PlacedCell>();
        for (var row = 0; row < rows.Count; row++)
        {
            if (!open.TryPlace(sheet, row, row < headers, cells))
            {
                return null;
            }
        }

        var bounds = rows.SelectMany(static row => row).Select(static segment => segment.Box).Aggregate(static (a, b) => a.Join(b));
        var table = new PlacedTable
        {
            Page = sheet.Number,
            LastPage = sheet.Number,
            Edges = open.Edges(bounds),
            Rows = rows.Count,
            Cells = cells,
            Bounds = bounds,
            Source = RuledTables.Position(sheet, rows[0][0].First),
            IsRecognised = sheet.IsRecognised,
        };
        table.Guesses.Add(new TableGuess(TableGuessKind.ColumnsInferred, null, $"{open._columns.Count} columns found from white space"));
        return (sheet, table);
    }

    /// <summary>Parts that stand above each other are one column.</summary>
    private void FindColumns(int headers)
    {
        var spans = _rows.Skip(headers).SelectMany(static row => row).Select(static segment => (segment.Box.Left, segment.Box.Right)).ToList();
        spans.Sort();
        foreach (var (left, right) in spans)
        {
            if (_columns.Count > 0 && left <= _columns[^1].Right)
            {
                _columns[^1] = (_columns[^1].Left, Math.Max(_columns[^1].Right, right));
            }
            else
            {
                _columns.Add((left, right));
            }
        }
    }

    private bool TryPlace(Sheet sheet, int row, bool isHeader, List<PlacedCell> cells)
    {
        var next = 0;
        foreach (var segment in _rows[row])
        {
            var (first, last) = ColumnsOf(segment, isHeader);
            if (first < next)
            {
                return false;
            }

            AddBlank(sheet, row, next, first, cells);
            cells.Add(new PlacedCell(row, first, 1, last - first + 1, segment.Text, RuledTables.Position(sheet, segment.First), RuledTables.PageBox(sheet, segment.Box))
            {
                IsDoubtful = segment.IsDoubtful,
            });
            next = last + 1;
        }

        AddBlank(sheet, row, next, _columns.Count, cells);
        return true;
    }

    private void AddBlank(Sheet sheet, int row, int from, int to, List<PlacedCell> cells)
    {
        for (var column = from; column < to; column++)
        {
            var box = _rows[row][0].Box with { Left = _columns[column].Left, Right = _columns[column].Right };
            cells.Add(new PlacedCell(row, column, 1, 1, "", RuledTables.Position(sheet, _rows[row][0].First), RuledTables.PageBox(sheet, box)));
        }
    }

    /// <summary>The columns below a part of a header; a part over no column belongs to the nearest.</summary>
    private (int First, int Last) ColumnsOf(Segment segment, bool isHeader)
    {
        var first = _columns.FindIndex(column => column.Right > segment.Box.Left && column.Left < segment.Box.Right);
        if (first < 0)
        {
            var middle = (segment.Box.Left + segment.Box.Right) / 2;
            first = Enumerable.Range(0, _columns.Count).MinBy(column => Math.Abs(((_columns[column].Left + _columns[column].Right) / 2) - middle));
        }

        var last = isHeader ? Math.Max(first, _columns.FindLastIndex(column => column.Left < segment.Box.Right && column.Right > segment.Box.Left)) : first;
        return (first, last);
    }

    private double[] Edges(Box bounds)
    {
        var edges = new double[_columns.Count + 1];
        (edges[0], edges[^1]) = (bounds.Left, bounds.Right);
        for (var i = 1; i < _columns.Count; i++)
        {
            edges[i] = (_columns[i - 1].Right + _columns[i].Left) / 2;
        }

        return edges;
    }

    private readonly record struct Segment(Glyph First, string Text, Box Box)
    {
        public bool IsDoubtful { get; init; }
    }
}
