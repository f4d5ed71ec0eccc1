using System.Globalization;
using Gouji.Model;

namespace Gouji.Normalize.Blame;

/// <summary>What slip of the hand turns the expected figure into the printed one. Names are stable and stand in the output.</summary>
internal static class Causes
{
    public const string MissingFigure = "missing-figure";
    public const string CellsLost = "cells-lost-in-reading";
    public const string Shifted = "shifted-by-a-column";
    public const string Rounding = "rounded-before-adding";
    public const string BookedElsewhere = "booked-under-another-item";

    /// <summary>The whole of one cell belongs into another of its row: 其他资金 entered as 财政拨款.</summary>
    public static bool IsShift(IReadOnlyList<CellChange> repair) =>
        repair.Count == 2
        && repair[0].Delta == -repair[1].Delta
        && repair[0].Fact.Place is { Table: not null } one && repair[1].Fact.Place is { } other && one.Table == other.Table && one.Row == other.Row
        && (IsMovedWhole(repair[0], repair[1]) || IsMovedWhole(repair[1], repair[0]));

    private static bool IsMovedWhole(CellChange from, CellChange to) => from.Fact.Amount?.Yuan == -from.Delta && (to.Fact.Amount?.Yuan ?? 0) == 0;

    /// <summary>The cause, or null where none explains it. Both figures are in the unit of the table.</summary>
    public static string? Of(decimal? stated, decimal expected, Fact fact, IReadOnlyDictionary<(int Table, int Row, int Column), Fact> neighbours)
    {
        if (stated is not { } printed || (printed == 0 && fact.State is FactState.Blank or FactState.Dash))
        {
            return MissingFigure;
        }

        if (printed == -expected)
        {
            return "sign";
        }

        if (expected != 0 && (printed == expected * 10_000m || printed * 10_000m == expected))
        {
            return "yuan-for-ten-thousand";
        }

        if (expected != 0 && (printed == expected * 10 || printed == expected * 100))
        {
            return "ten-times-too-large";
        }

        if (expected != 0 && (printed * 10 == expected || printed * 100 == expected))
        {
            return "ten-times-too-small";
        }

        if (fact.Place is { Table: { } table, Row: { } row, Column: { } column })
        {
            if (neighbours.TryGetValue((table, row - 1, column), out var above) && above.Stated == printed && printed != 0)
            {
                return "copied-from-above";
            }

            if (expected == 0 && (IsBlank(table, row, column - 1) || IsBlank(table, row, column + 1)))
            {
                return Shifted;
            }
        }

        var one = Digits(printed);
        var other = Digits(expected);
        return one.Length == other.Length ? SameLength(one, other) : DroppedOrDoubled(one, other);

        bool IsBlank(int table, int row, int column) => neighbours.TryGetValue((table, row, column), out var fact) && fact.State is FactState.Blank or FactState.Dash;
    }

    private static string Digits(decimal figure) =>
        figure.ToString("0.00##", CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    private static string? SameLength(string one, string other)
    {
        var first = -1;
        var differing = 0;
        for (var i = 0; i < one.Length; i++)
        {
            if (one[i] != other[i])
            {
                first = first < 0 ? i : first;
                differing++;
            }
        }

        if (differing == 2 && first + 1 < one.Length && one[first] == other[first + 1] && one[first + 1] == other[first])
        {
            return "digits-swapped";
        }

        return differing == 1 ? "one-digit-wrong" : null;
    }

    private static string? DroppedOrDoubled(string printed, string expected)
    {
        var (shorter, longer) = printed.Length < expected.Length ? (printed, expected) : (expected, printed);
        if (longer.Length != shorter.Length + 1)
        {
            return null;
        }

        for (var i = 0; i < longer.Length; i++)
        {
            if (longer.Remove(i, 1) == shorter)
            {
                return printed.Length < expected.Length ? "digit-dropped" : "digit-added";
            }
        }

        return null;
    }
}
