using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Forms;

/// <summary>What is particular to the forms of final accounts (部门决算, 公开01 to 公开09), whose titles share their stems with those of a budget.</summary>
internal static class AccountsForms
{
    /// <summary>True for a table of final accounts: by its own title, or by the document where the title says neither.</summary>
    public static bool IsAccounts(string titleLetters, DisclosureKind kind) =>
        titleLetters.Contains("决算", StringComparison.Ordinal)
        || (kind == DisclosureKind.FinalAccounts && !IsBudgetTitle(titleLetters));

    /// <summary>The form of final accounts that answers to a form of the budget.</summary>
    public static FormRole Of(FormRole budget) => budget switch
    {
        FormRole.B1 => FormRole.F1,
        FormRole.B2 => FormRole.F2,
        FormRole.B3 => FormRole.F3,
        FormRole.B4 => FormRole.F4,
        FormRole.B5 => FormRole.F5,
        FormRole.B6 => FormRole.F6,
        FormRole.B8 => FormRole.F7,
        FormRole.B9 => FormRole.F8,
        FormRole.B10 => FormRole.F9,
        FormRole.B11 => FormRole.B11,
        _ => FormRole.Unknown,
    };

    /// <summary>
    /// The columns of the roll-forward of 公开08 and 公开09, which are beside the expenditure and no part of it, and the expenditure itself;
    /// null for any other header.
    /// </summary>
    public static ColumnMeaning? Balance(string letters) =>
        letters is "本年支出" ? new ColumnMeaning(ColumnKind.Figure, "total", ColumnFamily.Whole)
        : letters is "本年收入" ? new ColumnMeaning(ColumnKind.Figure, "income", ColumnFamily.Beside)
        : letters.StartsWith("年初结转", StringComparison.Ordinal) ? new ColumnMeaning(ColumnKind.Figure, "opening", ColumnFamily.Beside, Fund.Carryover)
        : letters.StartsWith("年末结转", StringComparison.Ordinal) ? new ColumnMeaning(ColumnKind.Figure, "closing", ColumnFamily.Beside)
        : null;

    /// <summary>True for the budget column beside the actual one.</summary>
    public static bool IsBudgeted(string letters) => letters is "预算数" or "年初预算数" or "全年预算数" or "调整预算数" or "年初预算" or "年初预算批复数";

    /// <summary>
    /// Reads 公开06, whose two or three lanes (301 and 303 at the left, 302, 307 and 310 at the right) are one list of economic items, closed
    /// by 人员经费合计 and 公用经费合计.
    /// </summary>
    public static FormPart ReadBasic(IReadOnlyList<TableAnatomy> segments, List<List<FormColumn>> lanes, FormDefaults defaults, int? fiscalYear, FormReading reading)
    {
        var rows = new List<FormRow>();
        FormColumn? amount = null;
        var totals = Totals(segments, lanes, defaults, reading);
        foreach (var lane in lanes)
        {
            var at = AmountColumn(lane);
            if (at < 0)
            {
                continue;
            }

            amount ??= lane[at];
            foreach (var row in LaneReader.ReadRows(segments, lane, defaults, fiscalYear, reading))
            {
                var letters = FoldedText.Letters(Fold.Key(row.Label));
                if (totals.Exists(total => total.Number == row.Number && total.Place.Table == row.Place.Table
                    && (letters.Contains(FoldedText.Letters(Fold.Key(total.Label)), StringComparison.Ordinal) || (letters.Length == 0 && total.Facts[0]?.Place == row.Facts[at]?.Place))))
                {
                    continue;
                }

                rows.Add(new FormRow
                {
                    Kind = HeaderVocabulary.IsTotalLabel(letters) ? RowKind.Total : RowKind.Leaf,
                    EconomicCode = row.EconomicCode,
                    Label = row.Label,
                    LostCells = row.LostCells,
                    HasUnread = row.HasUnread,
                    Number = row.Number,
                    Facts = [row.Facts[at]],
                    Place = row.Place,
                });
            }
        }

        rows.AddRange(totals);
        var column = new FormColumn { GridColumn = amount?.GridColumn ?? 0, Header = amount?.Header ?? "", Meaning = new ColumnMeaning(ColumnKind.Figure, "total", ColumnFamily.Whole) };
        RowStructure.Arrange(rows, [column]);
        return new FormPart("", [column], rows);
    }

    private static List<FormRow> Totals(IReadOnlyList<TableAnatomy> segments, List<List<FormColumn>> lanes, FormDefaults defaults, FormReading reading)
    {
        var finest = 0;
        foreach (var segment in segments)
        {
            foreach (var lane in lanes.Where(static lane => AmountColumn(lane) >= 0))
            {
                finest = Math.Max(finest, FactMaker.FinestPlace(segment.View, lane[AmountColumn(lane)].GridColumn, segment.BodyStart, segment.View.EndRow));
            }
        }

        var totals = new List<FormRow>(2);
        foreach (var segment in segments)
        {
            for (var row = segment.BodyStart; row < segment.View.EndRow; row++)
            {
                totals.AddRange(BasicTotals.Read(segment.View, row, finest, defaults, reading));
            }
        }

        return totals;
    }

    private static int AmountColumn(List<FormColumn> lane) => lane.FindIndex(static column => column.Meaning.Kind == ColumnKind.Figure && column.Measure == Measure.ThisYear);

    /// <summary>True where 预算 says more than the name of a fund: 一般公共预算 stands in titles of accounts as well.</summary>
    public static bool IsBudgetTitle(string letters)
    {
        var rest = letters.Replace("一般公共预算", "", StringComparison.Ordinal).Replace("政府性基金预算", "", StringComparison.Ordinal).Replace("国有资本经营预算", "", StringComparison.Ordinal);
        return rest.Contains("预算", StringComparison.Ordinal);
    }
}
