using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Forms;

/// <summary>What is collected while the rows of one form are read.</summary>
internal sealed class FormReading(string sha256, FactMaker maker, List<UnreadFigure> unread)
{
    private readonly List<string> _notes = [];

    public string Sha256 { get; } = sha256;

    public FactMaker Maker { get; } = maker;

    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Takes a row such as 注：… at the foot of a table as a note.</summary>
    public bool TakeNote(TableView view, int row)
    {
        for (var column = 0; column < view.ColumnCount; column++)
        {
            var key = view.Key(row, column);
            if (key.Length == 0)
            {
                continue;
            }

            if (key.StartsWith("注:", StringComparison.Ordinal) || key.StartsWith("注：", StringComparison.Ordinal)
                || key.StartsWith("备注:", StringComparison.Ordinal) || key.StartsWith("备注：", StringComparison.Ordinal)
                || key.StartsWith("说明:", StringComparison.Ordinal) || key.StartsWith("说明：", StringComparison.Ordinal))
            {
                _notes.Add(Fold.Spaces(view.Cell(row, column).Text));
                return true;
            }

            return false;
        }

        return false;
    }

    /// <summary>Counts a cell of a figure column that has digits but is no figure; words without digits say something else, and are not counted.</summary>
    public bool NotAFigure(TableView view, TableCell cell)
    {
        foreach (var c in cell.Text)
        {
            if (char.IsDigit(c))
            {
                unread.Add(new UnreadFigure(cell.Text, view.PlaceOf(Sha256, cell, new TextSpan(0, cell.Text.Length))));
                return true;
            }
        }

        return false;
    }
}

/// <summary>A cell in a column of figures that could not be read as one.</summary>
/// <param name="Text">The cell as printed.</param>
/// <param name="Place">Where it stands.</param>
public sealed record UnreadFigure(string Text, Place Place);
