using Gouji.Cli.Output;
using Gouji.Cli.Screen;
using Gouji.Model;

namespace Gouji.Cli.Tables;

/// <summary>Tables drawn for people, each with what its reader had to guess.</summary>
internal static class TableScreen
{
    public static void Write(Session session, DocumentContent content, IReadOnlyList<(int Number, TableBlock Table)> tables)
    {
        var ink = Ink.ForOut(session.Terminal);
        if (tables.Count == 0)
        {
            session.Tell(new Message("此文件中没有表格。", "there are no tables in this document"));
        }

        foreach (var (number, table) in tables)
        {
            var grid = table.Grid;
            ink.Line(
                session.Say($"第{number}张表：{grid.RowCount}行{grid.ColumnCount}列", $"table {number}: {grid.RowCount} rows, {grid.ColumnCount} columns")
                    + (table.Page is { } page ? session.Say($"，第{page}页", $", page {page}") : "")
                    + (table.Caption is { } caption ? "  " + caption : ""),
                Tone.Strong);
            foreach (var line in TableDrawing.Draw(grid))
            {
                ink.Line(line);
            }

            foreach (var guess in table.Guesses)
            {
                var where = guess.Row is { } row ? session.Say($"第{row + 1}行", $"row {row + 1}") : session.Say("整张表", "whole table");
                ink.Line(session.Say("推断：", "guess  ") + $"{Words.Of(guess.Kind)}  {where}  {guess.Detail}", Tone.Warning);
            }

            ink.Line();
        }

        foreach (var note in content.Notes)
        {
            ink.Line(session.Say("说明：", "note  ") + $"{note.Code}  {note.Text.In(session.Language)}", Tone.Warning);
        }
    }
}
