using Gouji.Extract.Text;
using Gouji.Model;

namespace Gouji.Extract.Spreadsheets;

/// <summary>
/// Finds what a sheet shows: tables, and texts beside them. Blank rows part them, borders say what belongs to a table, and where there
/// are none the words do. A title across a table stays a row of it; a text that stands alone in the first column, a note and prose
/// become paragraphs.
/// </summary>
internal sealed class SheetLayout
{
    // Forms have a blank row or two between groups.
    private const int MostBlankRowsWithin = 3;

    // 编制部门：… and 单位：万元 are two cells in a row, and no header.
    private const int ColumnsOfHeader = 3;

    private readonly VisibleSheet _sheet;
    private readonly CellBudget _budget;
    private readonly List<SheetLine> _lines;
    private readonly bool[] _inTable;
    private readonly bool[] _begins;

    private SheetLayout(VisibleSheet sheet, CellBudget budget)
    {
        _sheet = sheet;
        _budget = budget;
        _lines = SheetLine.Of(sheet);
        _inTable = new bool[_lines.Count];
        _begins = new bool[_lines.Count];
    }

    /// <summary>Adds the blocks of a sheet.</summary>
    public static void Append(VisibleSheet sheet, CellBudget budget, List<Block> blocks)
    {
        var layout = new SheetLayout(sheet, budget);
        var found = new List<Block>();
        for (var start = 0; start < layout._lines.Count;)
        {
            var end = layout.EndOfRegion(start);
            layout.Judge(start, end);
            layout.Emit(start, end, found);
            start = end;
        }

        if (found.Exists(static block => block is TableBlock) && SheetTitle.SaysSomething(sheet.Name) && !layout.ShowsTitle())
        {
            blocks.Add(new Paragraph(sheet.Name, ParagraphKind.Heading, 1) { Source = new SourcePosition(sheet.Name, 0, 0) });
        }

        blocks.AddRange(found);
    }

    // Up to the next blank row, unless the rows behind it go on with the table before it.
    private int EndOfRegion(int start)
    {
        var left = int.MaxValue;
        var right = 0;
        var hasBody = false;
        for (var i = start; i < _lines.Count; i++)
        {
            var line = _lines[i];
            var blank = i == start ? 0 : line.Row - _lines[i - 1].Reach - 1;
            if (blank > 0 && !(GoesOn(line, blank, hasBody) && FirstColumn(line) >= left && LastColumn(line) <= right))
            {
                return i;
            }

            if (line.Filled > 1)
            {
                left = Math.Min(left, FirstColumn(line));
                right = Math.Max(right, LastColumn(line));
                hasBody |= line.HasFigure;
            }
        }

        return _lines.Count;
    }

    // A total goes on with any table, however many rows were left blank for it; other rows of figures with one that has some.
    private bool GoesOn(SheetLine line, int blank, bool hasBody) =>
        line.Filled > 0
        && (BudgetWords.IsTotalLabel(_sheet.Cells[line.FirstFilled].Text) || (line.Filled > 1 && line.HasFigure && hasBody && blank <= MostBlankRowsWithin));

    private void Judge(int start, int end)
    {
        var bordered = false;
        for (var i = start; i < end; i++)
        {
            var line = _lines[i];
            var goesOn = i > start && _inTable[i - 1];
            _inTable[i] = line.HasBorders || (goesOn && (line.Tied || (line.Filled > 1 && line.HasFigure)));
            bordered |= line.HasBorders;
        }

        for (var i = start; i < end; i++)
        {
            if (!_inTable[i])
            {
                var first = i;
                while (i < end && !_inTable[i])
                {
                    i++;
                }

                JudgeByWords(first, i, bordered);
            }
        }

        for (var i = start; i < end; i++)
        {
            if (_inTable[i] && (i == start || !_inTable[i - 1]))
            {
                TakeCaptions(start, i);
            }
        }

        PartAtTitles(start, end);
    }

    // Without borders: rows of several cells are a table, what stands between them belongs to it unless its words say otherwise.
    private void JudgeByWords(int start, int end, bool bordered)
    {
        var rows = 0;
        var cells = 0;
        var figures = 0;
        for (var i = start; i < end; i++)
        {
            rows += _lines[i].IsRow ? 1 : 0;
            cells = Math.Max(cells, _lines[i].Filled);
            figures += _lines[i].IsRow && _lines[i].HasFigure ? 1 : 0;
        }

        // Beside a table with borders, rows of words are captions or signatures. A form without figures has a header at least.
        if (rows == 0 || (rows == 1 && cells < ColumnsOfHeader) || (bordered && (rows == 1 || figures == 0)))
        {
            return;
        }

        var within = false;
        for (var i = start; i < end; i++)
        {
            within = _lines[i].IsRow || (within && !IsApart(i, end));
            _inTable[i] = within;
        }
    }

    private bool IsApart(int index, int end)
    {
        var text = OnlyText(index);
        if (text.Length == 0)
        {
            return false;
        }

        if (BudgetWords.StandsBetweenTables(text) || BudgetWords.IsProse(text))
        {
            return true;
        }

        if (!BudgetWords.IsNumberedHeading(text))
        {
            return false;
        }

        // 一、 is the label of a row without figures, unless text follows that is no part of a table.
        for (var i = index + 1; i < end && !_lines[i].IsRow; i++)
        {
            if (OnlyText(i) is { Length: > 0 } next && (BudgetWords.StandsBetweenTables(next) || BudgetWords.IsProse(next)))
            {
                return true;
            }
        }

        return false;
    }

    // The rows right above a table, from the first one on that stands across or beside its first column, are its captions.
    private void TakeCaptions(int start, int table)
    {
        var leftmost = int.MaxValue;
        for (var i = table; i < _lines.Count && _inTable[i]; i++)
        {
            leftmost = _lines[i].Filled > 0 ? Math.Min(leftmost, FirstColumn(_lines[i])) : leftmost;
        }

        var first = table;
        for (var i = table - 1; i >= start && !_inTable[i] && !IsNote(i); i--)
        {
            var line = _lines[i];
            if (line.Filled > 1 || _sheet.Cells[line.FirstFilled].ColumnSpan > 1 || FirstColumn(line) > leftmost)
            {
                first = i;
            }
        }

        _inTable.AsSpan(first, table - first).Fill(true);
        _begins[first] = true;
    }

    private bool IsNote(int index)
    {
        var text = OnlyText(index);
        return text.Length > 0 && (BudgetWords.IsProse(text) || text.StartsWith('注') || text.StartsWith("备注", StringComparison.Ordinal) || text.StartsWith("说明", StringComparison.Ordinal));
    }

    // A title within a table begins the next form.
    private void PartAtTitles(int start, int end)
    {
        var rows = 0;
        for (var i = start; i < end; i++)
        {
            if (!_inTable[i] || _begins[i])
            {
                rows = 0;
            }

            if (!_inTable[i])
            {
                continue;
            }

            if (rows > 0 && IsTitle(i) && HasRowBehind(i, end))
            {
                _begins[i] = true;
                rows = 0;
            }

            rows += _lines[i].IsRow ? 1 : 0;
        }
    }

    // Beside empty cells with borders, a text that ends in 表 may be the name of an item.
    private bool IsTitle(int index)
    {
        var line = _lines[index];
        return line.Filled == 1
            && !line.Tied
            && (!line.HasBorders || _sheet.Cells[line.FirstFilled].ColumnSpan > 2)
            && BudgetWords.IsTableTitle(_sheet.Cells[line.FirstFilled].Text);
    }

    private bool HasRowBehind(int index, int end)
    {
        for (var i = index + 1; i < end && _inTable[i] && !_begins[i]; i++)
        {
            if (_lines[i].IsRow)
            {
                return true;
            }
        }

        return false;
    }

    private void Emit(int start, int end, List<Block> blocks)
    {
        for (var i = start; i < end;)
        {
            var first = i++;
            if (_inTable[first])
            {
                while (i < end && _inTable[i] && !_begins[i])
                {
                    i++;
                }

                EmitTable(first, i, blocks);
            }
            else
            {
                EmitParagraph(first, blocks);
            }
        }
    }

    private void EmitTable(int start, int end, List<Block> blocks)
    {
        while (start < end && _lines[start].Filled == 0)
        {
            start++;
        }

        while (end > start && _lines[end - 1].Filled == 0)
        {
            end--;
        }

        var lines = _lines.GetRange(start, end - start);
        if (lines.Exists(static line => line.Filled > 1))
        {
            blocks.Add(SheetTable.Build(_sheet, lines, _budget));
            return;
        }

        for (var i = start; i < end; i++)
        {
            EmitParagraph(i, blocks);
        }
    }

    private void EmitParagraph(int index, List<Block> blocks)
    {
        var line = _lines[index];
        if (line.Filled == 0)
        {
            return;
        }

        var texts = new List<string>(line.Filled);
        for (var i = line.FirstCell; i < line.EndCell; i++)
        {
            if (_sheet.Cells[i].Text.Length > 0)
            {
                texts.Add(_sheet.Cells[i].Text);
            }
        }

        if (texts.Count > 0)
        {
            blocks.Add(new Paragraph(string.Join("  ", texts)) { Source = _sheet.Cells[line.FirstFilled].Source });
        }
    }

    // A title stands outside of the tables or above their first figures.
    private bool ShowsTitle()
    {
        var aboveFigures = true;
        for (var i = 0; i < _lines.Count; i++)
        {
            aboveFigures = !_inTable[i] || _begins[i] || (aboveFigures && !_lines[i].HasFigure);
            if (!aboveFigures)
            {
                continue;
            }

            for (var cell = _lines[i].FirstCell; cell < _lines[i].EndCell; cell++)
            {
                if (SheetTitle.IsTitle(_sheet.Cells[cell].Text))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private string OnlyText(int index) => _lines[index].Filled == 1 ? _sheet.Cells[_lines[index].FirstFilled].Text : "";

    private int FirstColumn(SheetLine line) => _sheet.Cells[line.FirstFilled].Column;

    private int LastColumn(SheetLine line)
    {
        for (var i = line.EndCell - 1; i > line.FirstFilled; i--)
        {
            if (!_sheet.Cells[i].IsBlank)
            {
                return _sheet.Cells[i].Column;
            }
        }

        return FirstColumn(line);
    }
}
