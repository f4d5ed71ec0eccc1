using Gouji.Model;
using Gouji.Normalize.Forms;

namespace Gouji.Normalize.Rules.Evaluation;

/// <summary>What we may have read wrong keeps an equation from speaking against the publisher.</summary>
internal static class EquationDoubts
{
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
        if (equation.LostRow is { } lost && equation.Verdict is Verdict.Broken)
        {
            equation.CannotTell(new Message($"第{lost.Number}行在读取时缺少单元格", $"row {lost.Number} lost cells when it was read"));
        }
    }
}
