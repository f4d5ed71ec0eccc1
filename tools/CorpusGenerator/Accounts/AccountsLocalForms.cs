using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Accounts;

/// <summary>Tables that places add to the nine forms.</summary>
internal static class AccountsLocalForms
{
    /// <summary>国有资产占用情况表.</summary>
    public static Table Assets(Ledger ledger, AccountsManner manner)
    {
        var table = new Table(FormRole.Unknown, "") { Unit = MoneyUnit.TenThousandYuan, HeaderRows = 2 };
        table.Add(new Cell("项目", rowSpan: 2), new Cell("行次", rowSpan: 2), new Cell("资产总额", rowSpan: 2), new Cell("流动资产", rowSpan: 2), new Cell("固定资产", 3), new Cell("无形资产", rowSpan: 2));
        table.AddText("小计", "房屋构筑物", "车辆");
        table.AddText("合计", "1", "1284.60", "212.35", "1031.05", "860.00", "171.05", "41.20");
        return table;
    }

    /// <summary>机构运行信息表: “三公”, operating cost, vehicles and procurement in one table of two lanes.</summary>
    public static Table Operation(Ledger ledger, AccountsManner manner)
    {
        var spent = ledger.Entries.Spent().ToList();
        var table = new Table(FormRole.Unknown, "") { Unit = MoneyUnit.TenThousandYuan, HeaderRows = 1 };
        table.AddText("项目", "行次", "统计数", "项目", "行次", "统计数");
        (string Left, decimal Sum, string Right, string Count)[] lines =
        [
            ("一、“三公”经费支出", ThreePublic.Total(spent), "二、机关运行经费", manner.Format.Print(ThreePublic.OperatingCost(spent))),
            ("（一）支出合计", ThreePublic.Total(spent), "三、国有资产占用情况", "—"),
            ("1．因公出国（境）费", ThreePublic.Overseas(spent), "（一）车辆数合计（辆）", $"{ledger.Counts.Vehicles}"),
            ("2．公务用车购置及运行维护费", ThreePublic.Vehicles(spent), "（二）单价100万元以上设备（台，套）", "0"),
            ("3．公务接待费", ThreePublic.Reception(spent), "四、政府采购支出合计", manner.Format.Print(ledger.Procurement.Goods + ledger.Procurement.Works + ledger.Procurement.Services)),
        ];
        for (var i = 0; i < lines.Length; i++)
        {
            table.AddText(lines[i].Left, $"{i + 1}", manner.Format.PrintZeroToo(lines[i].Sum), lines[i].Right, $"{i + 6}", lines[i].Count);
        }

        return table;
    }
}
