using Gouji.CorpusGenerator.Disclosure;

namespace Gouji.CorpusGenerator.Writers;

/// <summary>How wide the columns of a table are beside each other: columns of names are wider than columns of codes and figures.</summary>
internal static class ColumnWeights
{
    public static int[] Of(Table table)
    {
        var weights = new int[table.ColumnCount];
        Array.Fill(weights, 6);
        foreach (var (row, slots) in table.Layout().Index())
        {
            foreach (var (column, cell, _) in slots.Where(slot => slot is { Continues: false, Cell.ColumnSpan: 1 }))
            {
                // A Chinese character is two digits wide; headers may wrap, figures may not.
                var width = cell.Text.Sum(c => c < 0x2E80 ? 1 : 2) + 2;
                weights[column] = Math.Max(weights[column], Math.Min(width, row < table.HeaderRows ? 10 : 24));
            }
        }

        return weights;
    }
}
