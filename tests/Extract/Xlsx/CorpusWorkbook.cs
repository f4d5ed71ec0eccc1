using System.Text;
using Gouji.Extract.Spreadsheets;
using Gouji.Model;

namespace Gouji.Extract.Tests.Xlsx;

/// <summary>
/// Writes what was read from a document as a workbook, the way people keep such tables: figures as numbers with a format that prints
/// them as they were, spans as merged cells, paragraphs as texts in column A.
/// </summary>
internal static class CorpusWorkbook
{
    private static readonly string[] Formats = ["0", "0.0", "0.00", "0.000", "#,##0.00", "0%", "0.00%"];

    public static byte[] Of(DocumentContent content, bool borders)
    {
        var builder = new XlsxBuilder();
        foreach (var format in Formats)
        {
            builder.Format(format);
        }

        var rows = new StringBuilder();
        var merges = new List<string>();
        var next = 1;
        foreach (var block in content.Blocks)
        {
            if (block is Paragraph paragraph)
            {
                rows.Append(XlsxBuilder.Row(next++, XlsxBuilder.T(paragraph.Text)));
            }
            else if (block is TableBlock table)
            {
                AppendTable(table.Grid, next, rows, merges, borders);
                next += table.Grid.RowCount;
            }

            next += borders ? 0 : 1;
        }

        return builder.Sheet("Sheet1", rows.ToString(), merges.Count > 0 ? XlsxBuilder.Merge([.. merges]) : "").Build();
    }

    private static void AppendTable(TableGrid grid, int top, StringBuilder rows, List<string> merges, bool borders)
    {
        for (var row = 0; row < grid.RowCount; row++)
        {
            var cells = new string?[grid.ColumnCount];
            for (var column = 0; column < grid.ColumnCount; column++)
            {
                var cell = grid[row, column];
                if (cell.Row != row || cell.Column != column)
                {
                    cells[column] = borders ? XlsxBuilder.Blank(1) : null;
                    continue;
                }

                cells[column] = cell.Text.Length == 0 ? borders ? XlsxBuilder.Blank(1) : null : Cell(cell.Text, borders ? 1 : 0);
                if (cell.RowSpan * cell.ColumnSpan > 1)
                {
                    merges.Add($"{CellName.Of(top + row, column + 1)}:{CellName.Of(top + row + cell.RowSpan - 1, column + cell.ColumnSpan)}");
                }
            }

            rows.Append(XlsxBuilder.Row(top + row, cells));
        }
    }

    private static string Cell(string text, int border)
    {
        var plain = text.Replace(",", "", StringComparison.Ordinal).TrimEnd('%');
        if (!SheetNumber.TryParse(plain, out var number) || !char.IsAsciiDigit(text.TrimStart('-')[0]))
        {
            return XlsxBuilder.T(text, border);
        }

        number = text.EndsWith('%') ? number.Scaled(-2) : number;
        for (var i = 0; i < Formats.Length; i++)
        {
            if (NumberPattern.Parse(Formats[i]).Print(number, isFrom1904: false).Text == text)
            {
                return XlsxBuilder.N(number.ToPlainText(), 2 + (2 * i) + border);
            }
        }

        // Codes with leading zeros and the like are kept as text.
        return XlsxBuilder.T(text, border);
    }
}
