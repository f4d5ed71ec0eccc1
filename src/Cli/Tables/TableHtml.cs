using System.Globalization;
using System.Net;
using Gouji.Model;

namespace Gouji.Cli.Tables;

/// <summary>Tables as one web page that needs nothing else; merged cells stay merged.</summary>
internal static class TableHtml
{
    public static void Write(TextWriter output, string title, IReadOnlyList<(int Number, TableBlock Table)> tables)
    {
        output.WriteLine("<!DOCTYPE html>");
        output.WriteLine($"<html lang=\"zh\"><head><meta charset=\"utf-8\"><title>{Encoded(title)}</title>");
        output.WriteLine("<style>table{border-collapse:collapse;margin:1em 0}td{border:1px solid #888;padding:2px 6px}td.absent{background:#eee}</style>");
        output.WriteLine("</head><body>");
        foreach (var (number, table) in tables)
        {
            var grid = table.Grid;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"<table id=\"table-{number}\">"));
            if (table.Caption is { } caption)
            {
                output.WriteLine($"<caption>{Encoded(caption)}</caption>");
            }

            for (var row = 0; row < grid.RowCount; row++)
            {
                output.Write("<tr>");
                for (var column = 0; column < grid.ColumnCount; column++)
                {
                    var cell = grid[row, column];
                    if (cell.Row == row && cell.Column == column)
                    {
                        output.Write($"<td{Attributes(cell)}>{Encoded(cell.Text).Replace("\n", "<br>", StringComparison.Ordinal)}</td>");
                    }
                }

                output.WriteLine("</tr>");
            }

            output.WriteLine("</table>");
        }

        output.WriteLine("</body></html>");
    }

    private static string Attributes(TableCell cell) =>
        (cell.RowSpan > 1 ? string.Create(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\"") : "")
        + (cell.ColumnSpan > 1 ? string.Create(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"") : "")
        + (cell.Absent ? " class=\"absent\"" : "");

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
