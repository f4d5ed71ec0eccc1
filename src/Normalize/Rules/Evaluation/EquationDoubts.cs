using Gouji.Model;
using Gouji.Normalize.Forms;

namespace Gouji.Normalize.Rules.Evaluation;

/// <summary>What we may have read wrong keeps an equation from speaking against the publisher.</summary>
internal static class EquationDoubts
{
    /// <summary>Notes why a row has no figure in a column that the equation asks for, where the reading is in doubt.</summary>
    public static void Absent(Equation equation, FormPart part, FormRow row, int column)
    {
        if (row.LostCells)
        {
            Lost(equation, part, row, column);
        }
        else if (row.HasUnread)
        {
            equation.UnreadRow = row;
        }
    }

    /// <summary>Notes that a row lost the cell of a column that the equation asks for.</summary>
    public static void Lost(Equation equation, FormPart part, FormRow row, int column)
    {
        if (equation.LostRow is null)
        {
            equation.LostRow = row;
            equation.LostPart = part;
            equation.LostColumn = column;
        }
        else if (equation.LostColumn != column || !ReferenceEquals(equation.LostRow, row))
        {
            equation.LostColumn = -1;
        }
    }

    /// <summary>An equation that breaks because a row lost cells when it was read says nothing against the publisher.</summary>
    public static void Settle(Equation equation)
    {
        if (equation.UnreadRow is { } unread && equation.Verdict == Verdict.Broken)
        {
            equation.CannotTell(new Message($"第{unread.Number}行有读不出的数字", $"row {unread.Number} has a figure that cannot be read"));
        }

        if (equation.LostRow is { } lost && equation.Verdict is Verdict.Broken)
        {
            equation.CannotTell(new Message($"第{lost.Number}行在读取时缺少单元格", $"row {lost.Number} lost cells when it was read"));
        }
    }
}
