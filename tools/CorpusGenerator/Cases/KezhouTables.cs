using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.CorpusGenerator.Forms;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Cases;

/// <summary>The nine tables and five performance tables of a published budget of 2020, figure by figure, defects included.</summary>
internal static class KezhouTables
{
    public const string Body = "克州党委办公室";

    private const string Blank = "　";

    private static readonly string[] Economics =
    [
        "301 13 住房公积金 58.13", "303 99 其他对个人和家庭的补助 12.96", "301 12 其他社会保障缴费 54.14", "302 01 办公费 2.00", "302 01 办公费 -",
        "302 31 公务用车运行维护费 -", "303 09 奖励金 2.70", "302 16 培训费 0.50", "302 42 办公用品及设备采购 33.03", "301 03 奖金 20.26", "301 02 津贴补贴 315.44",
        "302 05 水费 1.00", "303 05 生活补助 12.68", "302 31 公务用车运行维护费 71.00", "302 06 电费 2.00", "303 02 退休费 22.36", "302 99 其他商品和服务支出 -",
        "302 29 福利费 6.19", "302 28 工会经费 3.44", "302 17 公务接待费 -", "302 17 公务接待费 2.00", "302 26 劳务费 1.00", "302 02 印刷费 0.90", "302 15 会议费 0.50",
        "302 13 维修(护)费 1.00", "302 11 差旅费 5.19", "302 07 邮电费 2.70", "301 01 基本工资 239.92", "301 08 机关事业单位基本养老保险缴费 79.60",
    ];

    public static Table Balance()
    {
        var table = new Table(FormRole.B1, "部门收支总体情况表") { HeaderRows = 2 };
        table.Add(new Cell("收     入", 2), new Cell("支     出", 2));
        table.AddText("项     目", "预算数", "功能分类", "预算数");
        (string Label, string Amount)[] income =
        [
            ("财政拨款（补助）", "1145.60　"), ("    一般公共预算", "1145.60　"), ("    政府性基金预算", Blank), ("教育收费（财政专户）", Blank), ("上级补助收入", ""), ("事业收入", Blank),
            ("事业单位经营收入", Blank), ("其他收入", Blank), ("上级专项收入", "12.00"), ("用事业基金弥补收支差额", ""),
        ];
        foreach (var (code, index) in Codes.ClassesOf(2020).Select((code, index) => (code, index)))
        {
            var (label, amount) = index < income.Length ? income[index] : (Blank, Blank);
            table.AddText(label, amount, ClassLabel(code), code == "201" ? "1157.60　" : Blank);
        }

        table.AddText("小  计", "　1157.60", "         小计", "　       1157.60");
        table.AddText("单位上年结余（不包括国库集中支付额度结余）", Blank, "230 转移性支出", Blank);
        table.AddText("收  入  总  计", "1157.60　", "支  出  合  计", "1157.60　");
        return table;
    }

    /// <summary>The detail row has lost its last nine cells: 上级专项收入 12 survives in the total row alone.</summary>
    public static Table Income()
    {
        var table = new Table(FormRole.B2, "部门收入总体情况表") { HeaderRows = 2 };
        string[] columns =
        [
            "总  计", "一般公共预算拨款", "政府性基金预算拨款", "财政专户管理资金", "事业收入", "\n\n上级补助收入", "事业单位经营收入", "其他收入", "\n\n上级专项收入",
            "用事业基金弥补收支差额", "单位上年结余（不包括国库集中支付额度结余）",
        ];
        table.Add([new Cell("功能分类科目编码", 3), new Cell("功能分类科目名称", rowSpan: 2), .. columns.Select(column => new Cell(column, rowSpan: 2))]);
        table.AddText("类", "款", "项");
        table.Add(new[] { "201　", "31　", "01　", "行政运行（党委办公厅（室）及相关机构事务）　", "1157.60　", "1145.60　" }.Select(text => new Cell(text))).Truncated = true;
        table.Add([new Cell("合计", 4), .. new[] { "1157.60　", "1145.60　", Blank, Blank, Blank, "", Blank, Blank, "12", Blank, Blank }.Select(text => new Cell(text))]);
        return table;
    }

    public static Table Expenditure() => ByNature(FormRole.B3, "部门支出总体情况表", "项目", "支出预算", "合计", inCells: false, blankRows: 6,
        ["201 31 01 行政运行（党委办公厅（室）及相关机构事务）　 950.64　 950.64　 -", "201 31 99 其他党委办公厅（室）及相关机构事务支出　 206.96　 - 206.96　"], ["　1157.60", "　950.64", "　206.96"]);

    public static Table FiscalBalance()
    {
        var table = new Table(FormRole.B4, "财政拨款收支预算总体情况表") { HeaderRows = 2 };
        table.Add(new Cell("财政拨款收入", 2), new Cell("财政拨款支出", 4));
        table.AddText("项    目", "合计", "功  能  分  类", "合计", "一般公共预算", "政府性基金预算");
        (string Label, string Amount)[] income = [("财政拨款（补助）", "1145.60　"), (" 一般公共预算", "1145.60　"), (" 政府性基金预算", Blank)];
        foreach (var (code, index) in Codes.ClassesOf(2020).Select((code, index) => (code, index)))
        {
            var (label, amount) = index < income.Length ? income[index] : (Blank, Blank);
            table.AddText(label, amount, ClassLabel(code), code == "201" ? "1145.60　" : Blank, code == "201" ? "1145.60　" : Blank, Blank);
        }

        table.AddText("收  入  总  计", "1145.60　", "支  出  总  计", "1145.60　", "1145.60　", Blank);
        return table;
    }

    public static Table GeneralPublic() => ByNature(FormRole.B5, "一般公共预算支出情况表", "项目", "一般公共预算支出", "小计", inCells: true, blankRows: 5,
        ["201 31 01 行政运行（党委办公厅（室）及相关机构事务） 　950.64 　950.64 -", "201 31 99 其他党委办公厅（室）及相关机构事务支出 　194.96 - 　194.96"], ["1145.60", "950.64", "194.96"]);

    public static Table Funds() => ByNature(FormRole.B9, "政府性基金预算支出情况表", "项  目", "政府性基金预算支出", "小计", inCells: false, blankRows: 5, [], [Blank, Blank, Blank]);

    public static Table Basic()
    {
        var table = new Table(FormRole.B6, "一般公共预算基本支出情况表") { HeaderRows = 5 };
        TitleInCells(table, 6);
        table.Add(new Cell("项目", 3), new Cell("一般公共预算基本支出", 3));
        table.Add(new Cell("经济分类科目编码", 2), new Cell("经济分类科目名称", rowSpan: 2), new Cell("小计", rowSpan: 2), new Cell("人员经费", rowSpan: 2), new Cell("公用经费", rowSpan: 2));
        table.AddText("类", "款");
        foreach (var parts in Economics.Select(line => line.Split(' ')))
        {
            var amount = parts[3] == "-" ? Blank : parts[3] + " ";
            var personnel = parts[0] is "301" or "303";
            table.AddText(parts[0], parts[1], parts[2], amount, personnel ? amount : Blank, personnel ? Blank : amount);
        }

        table.AddText(Blank, Blank, "合计", "950.64", "818.19", "132.45");
        return table;
    }

    public static Table Projects()
    {
        var table = new Table(FormRole.B7, "项目支出情况表") { HeaderRows = 4 };
        TitleInCells(table, 16);
        table.Add([new Cell("科 目 编 码", 3), new Cell("科目", rowSpan: 2), new Cell("项目名称", rowSpan: 2), new Cell("项目支出合计", rowSpan: 2),
            .. Codes.EconomicClasses.Select(code => new Cell(Codes.EconomicName(code), rowSpan: 2))]);
        table.AddText("类", "款", "项");
        foreach (var (name, amount) in new[] { ("电子公文科运行经费", "20.00"), ("公务接待费", "80.00"), ("为民办实事经费", "12.00"), ("群众工作经费", "7.00"), ("专用通信运行维护费", "87.96") })
        {
            table.AddText(["201", "31", "99", "其他党委办公厅（室）及相关机构事务支出", name, $"{amount} ", Blank, $"{amount} ", .. Enumerable.Repeat(Blank, 8)]);
        }

        table.AddText(Enumerable.Repeat("", 16));
        table.AddText([Blank, Blank, Blank, Blank, "合计", "206.96", Blank, "206.96", "", .. Enumerable.Repeat(Blank, 7)]);
        return table;
    }

    /// <summary>Rows without labels: total, basic, project.</summary>
    public static Table ThreePublicExpenses()
    {
        var table = new Table(FormRole.B8, "一般公共预算“三公”经费支出情况表") { HeaderRows = 2 };
        table.Add(new Cell("合计", rowSpan: 2), new Cell("因公出国（境）费", rowSpan: 2), new Cell("公务用车购置及运行费", 3), new Cell("公务接待费", rowSpan: 2));
        table.AddText("小计", "公务用车购置费", "公务用车运行费");
        table.AddText("　158.00", Blank, "　93.00", Blank, "　93.00", "65.00");
        table.AddText("　73.00", Blank, "　71.00", Blank, "　71.00", "2.00");
        table.AddText("　85.00", Blank, "　22.00", Blank, "　22.00", "63.00");
        table.AddText(Enumerable.Repeat(Blank, 6));
        table.AddText(Enumerable.Repeat("", 6));
        return table;
    }

    /// <summary>One performance table; each indicator reads <c>kind|label|value</c>.</summary>
    public static Table Performance(string project, string money, string goal, params string[] indicators)
    {
        var table = new Table(FormRole.B11, PerformanceForm.Title);
        table.Add(new Cell("项  目  支  出  绩  效  目  标  表", 7));
        table.AddText(Enumerable.Repeat("", 7));
        table.Add(new Cell("预算单位"), new Cell(Body, 2), new Cell("项目名称"), new Cell(project, 3));
        table.AddText("项目资金（万元）", "年度资金总额：", $"{money}　", "其中：财政拨款", $"{money}　", "其他资金", Blank);
        table.Add(new Cell("项目总体目标"), new Cell($"　 {goal}", 6));
        table.Add(new Cell("一级指标"), new Cell("二级指标"), new Cell("三级指标", 3), new Cell("指标值（包含数字及文字描述）", 2));
        var parts = indicators.Select(indicator => indicator.Split('|')).ToList();
        foreach (var group in parts.GroupBy(part => Top(part[0])))
        {
            var first = true;
            foreach (var kind in group.GroupBy(part => part[0]))
            {
                var firstOfKind = true;
                foreach (var indicator in kind)
                {
                    table.Add([
                        .. first ? [new Cell(group.Key, rowSpan: group.Count())] : Array.Empty<Cell>(),
                        .. firstOfKind ? [new Cell(kind.Key, rowSpan: kind.Count())] : Array.Empty<Cell>(),
                        new Cell(indicator[1], 3), new Cell(indicator[2], 2)]);
                    (first, firstOfKind) = (false, false);
                }
            }
        }

        return table;

        static string Top(string kind) => kind is "成本指标" or "时效指标" or "数量指标" or "质量指标" ? "项目完成指标" : kind is "满意度指标" ? "满意度指标" : "项目效益指标";
    }

    private static Table ByNature(FormRole role, string title, string left, string group, string total, bool inCells, int blankRows, string[] rows, string[] totals)
    {
        var table = new Table(role, title) { HeaderRows = inCells ? 5 : 3 };
        if (inCells)
        {
            TitleInCells(table, 7);
        }

        table.Add(new Cell(left, 4), new Cell(group, 3));
        table.Add(new Cell("功能分类科目编码", 3), new Cell("功能分类科目名称", rowSpan: 2), new Cell(total, rowSpan: 2), new Cell("基本支出", rowSpan: 2), new Cell("项目支出", rowSpan: 2));
        table.AddText("类", "款", "项");
        foreach (var row in rows)
        {
            table.AddText(row.Split(' ').Select(text => text == "-" ? Blank : text));
        }

        for (var i = 0; i < blankRows; i++)
        {
            table.AddText(Enumerable.Repeat(i % 2 == 0 ? "" : Blank, 7));
        }

        table.AddText([Blank, Blank, Blank, "合计", .. totals]);
        return table;
    }

    private static void TitleInCells(Table table, int columns)
    {
        table.Add(new Cell(table.Title, columns));
        table.Add(new Cell($"编制部门：{Body}", columns / 2), new Cell(""), new Cell("    ", columns - 2 - (columns / 2)), new Cell("单位：万元"));
    }

    /// <summary>Three classes are printed without a space behind their code.</summary>
    private static string ClassLabel(string code) => (code is "210" or "224" or "230" ? code : $"{code} ") + Codes.FunctionName(code);
}
