using System.Globalization;
using System.Text;

namespace Gouji.Extract.Spreadsheets;

/// <summary>
/// The rows or the columns of a sheet with those left out that are hidden: between the 1-based numbers of the file and the 1-based
/// positions among the visible ones.
/// </summary>
internal sealed class VisibleAxis
{
    private const int MostNamed = 12;

    private readonly List<(int First, int Last, int HiddenBefore)> _hidden = [];

    /// <summary>Creates an axis from hidden runs in any order, which may overlap.</summary>
    public VisibleAxis(List<(int First, int Last)> hidden)
    {
        hidden.Sort();
        var before = 0;
        foreach (var (first, last) in hidden)
        {
            if (_hidden is [.., var previous] && first <= previous.Last + 1)
            {
                var grown = Math.Max(previous.Last, last);
                before += grown - previous.Last;
                _hidden[^1] = previous with { Last = grown };
                continue;
            }

            _hidden.Add((first, last, before));
            before += last - first + 1;
        }
    }

    public bool IsHidden(int number) => RunAt(number) is { } run && number <= run.Last;

    /// <summary>Position of a visible row or column; of a hidden one, that of the next visible one.</summary>
    public int PositionOf(int number) =>
        RunAt(number) is { } run ? (number <= run.Last ? run.First : number - (run.Last - run.First + 1)) - run.HiddenBefore : number;

    /// <summary>Number of the row or column at a position.</summary>
    public int NumberAt(int position)
    {
        var low = 0;
        var high = _hidden.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_hidden[middle].First - _hidden[middle].HiddenBefore <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 ? position : position + _hidden[low - 1].HiddenBefore + _hidden[low - 1].Last - _hidden[low - 1].First + 1;
    }

    /// <summary>Names numbers that ascend, runs as 5-7, the first few of many.</summary>
    public static string Describe(IReadOnlyList<int> numbers, bool asColumns)
    {
        var text = new StringBuilder();
        var named = 0;
        for (var i = 0; i < numbers.Count; i++)
        {
            var first = numbers[i];
            while (i + 1 < numbers.Count && numbers[i + 1] <= numbers[i] + 1)
            {
                i++;
            }

            if (++named > MostNamed)
            {
                return text.Append('…').ToString();
            }

            text.Append(text.Length > 0 ? "、" : "").Append(Name(first));
            if (numbers[i] > first)
            {
                text.Append('-').Append(Name(numbers[i]));
            }
        }

        return text.ToString();

        string Name(int number) => asColumns ? CellName.OfColumn(number) : number.ToString(CultureInfo.InvariantCulture);
    }

    // The last hidden run that begins at or before a number.
    private (int First, int Last, int HiddenBefore)? RunAt(int number)
    {
        var low = 0;
        var high = _hidden.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_hidden[middle].First <= number)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 ? null : _hidden[low - 1];
    }
}
