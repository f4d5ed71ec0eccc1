using System.Globalization;
using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.CorpusGenerator.Forms;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Accounts;

/// <summary>F7 “三公”经费支出决算表, budget and actual.</summary>
internal static class AccountsThreePublicForm
{
    private static readonly (string Label, string Key, Func<IEnumerable<Entry>, decimal> Sum)[] Items =
    [
        ("合计", "total", ThreePublic.Total), ("因公出国（境）费", "overseas", ThreePublic.Overseas), ("小计", "vehicles", ThreePublic.Vehicles),
        ("公务用车购置费", "purchase", ThreePublic.Purchase), ("公务用车运行维护费", "operation", ThreePublic.Operation), ("公务接待费", "reception", ThreePublic.Reception),
    ];

    private static readonly string[] RowLabels =
        ["一、“三公”经费支出", "1．因公出国（境）费", "2．公务用车购置及运行维护费", "（1）公务用车购置费", "（2）公务用车运行维护费", "3．公务接待费"];

    /// <summary>Of all fiscal funds.</summary>
    public static Table Build(Ledger ledger, AccountsManner manner) => Build(ledger.Entries.Spent().ToList(), manner, "");

    /// <summary>Of the general public budget alone, where another form has all fiscal funds.</summary>
    public static Table BuildGeneral(Ledger ledger, AccountsManner manner) => Build(ledger.Entries.Spent().Of(Fund.GeneralPublicBudget).ToList(), manner, "gpb-");

    private static Table Build(List<Entry> spent, AccountsManner manner, string scope)
    {
        var format = manner.ThreePublicFormat ?? manner.Format;
        var planned = spent.Select(entry => entry with { Amount = entry.Prior }).ToList();
        var table = new Table(FormRole.F7, "") { Unit = format.Unit };
        switch (manner.ThreePublic)
        {
            case AccountsThreePublic.BudgetThenActual:
                table.HeaderRows = 4;
                var extra = manner.ThreePublicExtras.Count;
                table.Add(new Cell("预算数", 6 + extra), new Cell("决算数", 6 + extra));
                table.Add(Twice(() => [new("合计", rowSpan: 2), new("因公出国（境）费", rowSpan: 2), new("公务用车购置及运行维护费", 3), new("公务接待费", rowSpan: 2), .. manner.ThreePublicExtras.Select(more => new Cell(more.Label, rowSpan: 2))]));
                table.Add(Twice(() => [new("小计"), new("公务用车购置费"), new("公务用车运行维护费")]));
                if (manner.Numbered)
                {
                    table.Add(Enumerable.Range(1, 12 + (2 * extra)).Select(number => new Cell($"{number}")));
                }

                table.Add([.. Figures(planned, "budget"), .. Extras(planned, "budget"), .. Figures(spent, "actual"), .. Extras(spent, "actual")]);
                break;
            case AccountsThreePublic.PairsByItem:
                table.HeaderRows = 3;
                table.Add(new Cell("合计", 2, 2), new Cell("因公出国（境）费", 2, 2), new Cell("公务用车购置及运行维护费", 6), new Cell("公务接待费", 2, 2));
                table.Add(new Cell("小计", 2), new Cell("公务用车购置费", 2), new Cell("公务用车运行维护费", 2));
                table.Add(Enumerable.Range(0, 6).SelectMany(_ => new[] { new Cell("预算数"), new Cell("决算数") }));
                table.Add(Items.SelectMany(item => new[] { Figure(planned, "budget", item.Key, item.Sum), Figure(spent, "actual", item.Key, item.Sum) }));
                break;
            default:
                table.HeaderRows = 1;
                table.AddText("项目", "行次", "年初预算数", "决算统计数", "完成预算%");
                for (var i = 0; i < Items.Length; i++)
                {
                    table.Add(new Cell(RowLabels[i]), new Cell($"{i + 1}"), Figure(planned, "budget", Items[i].Key, Items[i].Sum), Figure(spent, "actual", Items[i].Key, Items[i].Sum), Completion(Items[i].Key, Items[i].Sum));
                }

                break;
        }

        return table;

        IEnumerable<Cell> Figures(List<Entry> entries, string row) => Items.Select(item => Figure(entries, row, item.Key, item.Sum));

        IEnumerable<Cell> Extras(List<Entry> entries, string row) => manner.ThreePublicExtras.Select(more =>
            manner.Figure(ThreePublic.Sum(entries, more.Key == "meeting" ? "30215" : "30216"), FormRole.F7, scope + row, more.Key, format));

        Cell Completion(string column, Func<IEnumerable<Entry>, decimal> sum) =>
            new(Percent(sum(spent), sum(planned))) { Key = new CellKey(FormRole.F7, scope + "actual", column + "%") };

        Cell Figure(List<Entry> entries, string row, string column, Func<IEnumerable<Entry>, decimal> sum) =>
            manner.Figure(sum(entries), FormRole.F7, scope + row, column, format);
    }

    private static string Percent(decimal part, decimal whole) =>
        whole == 0 ? "" : Math.Round(part / whole * 100, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture);

    private static IEnumerable<Cell> Twice(Func<Cell[]> cells) => [.. cells(), .. cells()];
}
