using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Accounts;

/// <summary>F6 一般公共预算财政拨款基本支出决算表: the whole economic classification in two or three lanes.</summary>
internal static class AccountsBasic
{
    public static Table Build(Ledger ledger, AccountsManner manner)
    {
        var basic = ledger.Entries.Spent().Of(Fund.GeneralPublicBudget).Of(Nature.Basic).ToList();
        IReadOnlyList<string>[] lanes = manner.BasicLanes == 3
            ? [Codes.EconomicCodes("301", "303"), Codes.EconomicCodes("302"), Codes.EconomicCodes("307", "310", "399")]
            : [Codes.EconomicCodes("301", "303"), Codes.EconomicCodes("302", "307", "310", "399")];
        var table = new Table(FormRole.F6, "") { Unit = manner.Format.Unit, HeaderRows = 2 };
        table.Add(new Cell("人员经费", 3), new Cell("公用经费", 3 * (lanes.Length - 1)));
        table.Add(lanes.SelectMany(_ => new[] { new Cell("科目编码"), new Cell("科目名称"), new Cell("决算数") }));
        for (var i = 0; i < lanes.Max(lane => lane.Count); i++)
        {
            var at = i;
            table.Add(lanes.SelectMany(lane => at < lane.Count
                ? new[] { new Cell(lane[at]), new Cell((lane[at].Length > 3 ? "  " : "") + Codes.EconomicName(lane[at])), manner.Figure(Sum(lane[at]), FormRole.F6, lane[at], "total") }
                : [new Cell(""), new Cell(""), new Cell("")]));
        }

        table.Add(
            new Cell("人员经费合计", 2), manner.Figure(basic.Where(ThreePublic.IsPersonnel).Sum(), FormRole.F6, "personnel", "total"),
            new Cell("公用经费合计", (3 * (lanes.Length - 1)) - 1), manner.Figure(basic.Where(entry => !ThreePublic.IsPersonnel(entry)).Sum(), FormRole.F6, "public", "total"));
        return table;

        decimal Sum(string code) => basic.Where(entry => entry.Economic.StartsWith(code, StringComparison.Ordinal)).Sum();
    }
}
