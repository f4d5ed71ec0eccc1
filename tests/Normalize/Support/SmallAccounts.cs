using Gouji.Model;

namespace Gouji.Normalize.Tests.Support;

/// <summary>Consistent little final accounts of nine forms, whose order, titles, numbers and layouts a test chooses.</summary>
internal static class SmallAccounts
{
    /// <summary>The titles under which each form is published, F1 first.</summary>
    public static readonly IReadOnlyList<(FormRole Role, string[] Titles)> Forms =
    [
        (FormRole.F1, ["收入支出决算总表", "部门收入支出决算总表", "收支决算总表", "部门收支决算总体情况表", "收入支出决算总体情况表"]),
        (FormRole.F2, ["收入决算表", "部门收入决算表", "收入决算总表", "部门收入决算情况表", "收入决算总体情况表"]),
        (FormRole.F3, ["支出决算表", "部门支出决算表", "支出决算总表", "部门支出决算情况表", "支出决算总体情况表"]),
        (FormRole.F4, ["财政拨款收入支出决算总表", "财政拨款收支决算总表", "部门财政拨款收入支出决算总表", "财政拨款收入支出决算总体情况表"]),
        (FormRole.F5, ["一般公共预算财政拨款支出决算表", "一般公共预算支出决算表", "一般公共预算财政拨款支出决算情况表", "一般公共预算财政拨款收入支出决算表"]),
        (FormRole.F6, ["一般公共预算财政拨款基本支出决算表", "一般公共预算财政拨款基本支出决算明细表", "一般公共预算基本支出决算表", "一般公共预算财政拨款基本支出经济分类决算表"]),
        (FormRole.F7, ["一般公共预算财政拨款“三公”经费支出决算表", "财政拨款“三公”经费支出决算表", "“三公”经费支出决算表", "财政拨款\"三公\"经费支出情况表", "一般公共预算财政拨款三公经费支出决算表"]),
        (FormRole.F8, ["政府性基金预算财政拨款收入支出决算表", "政府性基金预算收入支出决算表", "政府性基金预算财政拨款支出决算表", "政府性基金收支决算表"]),
        (FormRole.F9, ["国有资本经营预算财政拨款支出决算表", "国有资本经营预算支出决算表", "国有资本经营预算财政拨款收入支出决算表", "国有资本经营预算收支决算表"]),
    ];

    /// <summary>How each form may lie.</summary>
    public const int Layouts = 3;

    /// <summary>The blocks of one form.</summary>
    /// <param name="role">The form.</param>
    /// <param name="title">Its title.</param>
    /// <param name="number">A line such as 公开07表; empty for none.</param>
    /// <param name="layout">One of <see cref="Layouts"/>.</param>
    public static IEnumerable<Block> Form(FormRole role, string title, string number, int layout)
    {
        yield return Printed.Line(title);
        if (number.Length > 0)
        {
            yield return Printed.Line(number);
        }

        yield return Printed.Line("公开部门：某局 单位：万元");
        yield return Printed.Table(Drawing(role, layout));
        if (role == FormRole.F9)
        {
            yield return Printed.Line("注：本部门本年度无此项支出，本表为空表。");
        }
    }

    private static string Drawing(FormRole role, int layout) => role switch
    {
        FormRole.F1 => Summary(layout),
        FormRole.F2 => Coded(layout, "本年收入合计 | 财政拨款收入 | 上级补助收入 | 其他收入", """
            合计 | 115.00 | 110.00 | | 5.00
            201 一般公共服务支出 | 85.00 | 80.00 | | 5.00
            20131 党委办公厅（室）及相关机构事务 | 85.00 | 80.00 | | 5.00
            2013101 行政运行 | 60.00 | 60.00 | |
            2013199 其他党委办公厅（室）及相关机构事务支出 | 25.00 | 20.00 | | 5.00
            208 社会保障和就业支出 | 10.00 | 10.00 | |
            20805 行政事业单位养老支出 | 10.00 | 10.00 | |
            2080505 机关事业单位基本养老保险缴费支出 | 10.00 | 10.00 | |
            212 城乡社区支出 | 20.00 | 20.00 | |
            21208 国有土地使用权出让收入安排的支出 | 20.00 | 20.00 | |
            2120803 城市建设支出 | 20.00 | 20.00 | |
            """),
        FormRole.F3 => Coded(layout, "本年支出合计 | 基本支出 | 项目支出 | 经营支出", """
            合计 | 118.00 | 71.00 | 47.00 |
            201 一般公共服务支出 | 86.00 | 61.00 | 25.00 |
            20131 党委办公厅（室）及相关机构事务 | 86.00 | 61.00 | 25.00 |
            2013101 行政运行 | 61.00 | 61.00 | |
            2013199 其他党委办公厅（室）及相关机构事务支出 | 25.00 | | 25.00 |
            208 社会保障和就业支出 | 10.00 | 10.00 | |
            20805 行政事业单位养老支出 | 10.00 | 10.00 | |
            2080505 机关事业单位基本养老保险缴费支出 | 10.00 | 10.00 | |
            212 城乡社区支出 | 22.00 | | 22.00 |
            21208 国有土地使用权出让收入安排的支出 | 22.00 | | 22.00 |
            2120803 城市建设支出 | 22.00 | | 22.00 |
            """),
        FormRole.F4 => """
            收入 | < | 支出 | < | < | < | <
            项目 | 金额 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款
            一、一般公共预算财政拨款 | 90.00 | 一、一般公共服务支出 | 80.00 | 80.00 | |
            二、政府性基金预算财政拨款 | 20.00 | 二、社会保障和就业支出 | 10.00 | 10.00 | |
            三、国有资本经营预算财政拨款 | | 三、城乡社区支出 | 22.00 | | 22.00 |
            本年收入合计 | 110.00 | 本年支出合计 | 112.00 | 90.00 | 22.00 |
            年初财政拨款结转和结余 | 4.00 | 年末财政拨款结转和结余 | 2.00 | | 2.00 |
            一般公共预算财政拨款 | | | | | |
            政府性基金预算财政拨款 | 4.00 | | | | |
            国有资本经营预算财政拨款 | | | | | |
            总计 | 114.00 | 总计 | 114.00 | 90.00 | 24.00 |
            """,
        FormRole.F5 => Coded(layout, "本年支出合计 | 基本支出 | 项目支出", """
            合计 | 90.00 | 70.00 | 20.00
            201 一般公共服务支出 | 80.00 | 60.00 | 20.00
            20131 党委办公厅（室）及相关机构事务 | 80.00 | 60.00 | 20.00
            2013101 行政运行 | 60.00 | 60.00 |
            2013199 其他党委办公厅（室）及相关机构事务支出 | 20.00 | | 20.00
            208 社会保障和就业支出 | 10.00 | 10.00 |
            20805 行政事业单位养老支出 | 10.00 | 10.00 |
            2080505 机关事业单位基本养老保险缴费支出 | 10.00 | 10.00 |
            """),
        FormRole.F6 => Basic(layout),
        FormRole.F7 => ThreePublic(layout),
        FormRole.F8 => Coded(layout, "年初结转和结余 | 本年收入 | 本年支出 | 基本支出 | 项目支出 | 年末结转和结余", """
            合计 | 4.00 | 20.00 | 22.00 | | 22.00 | 2.00
            212 城乡社区支出 | 4.00 | 20.00 | 22.00 | | 22.00 | 2.00
            21208 国有土地使用权出让收入安排的支出 | 4.00 | 20.00 | 22.00 | | 22.00 | 2.00
            2120803 城市建设支出 | 4.00 | 20.00 | 22.00 | | 22.00 | 2.00
            """),
        _ => Coded(layout, "合计 | 基本支出 | 项目支出", "合计 | | |"),
    };

    private static string Summary(int layout)
    {
        (string Left, string In, string Right, string Out)[] rows =
        [
            ("一、一般公共预算财政拨款收入", "90.00", "一、一般公共服务支出", "86.00"),
            ("二、政府性基金预算财政拨款收入", "20.00", "二、社会保障和就业支出", "10.00"),
            ("三、国有资本经营预算财政拨款收入", "", "三、城乡社区支出", "22.00"),
            ("四、其他收入", "5.00", "", ""),
            ("本年收入合计", "115.00", "本年支出合计", "118.00"),
            ("使用非财政拨款结余", "1.00", "结余分配", ""),
            ("年初结转和结余", "4.00", "年末结转和结余", "2.00"),
            ("总计", "120.00", "总计", "120.00"),
        ];
        return layout switch
        {
            0 => "收入 | < | 支出 | <\n项目 | 决算数 | 项目(按功能分类) | 决算数\n" + string.Join('\n', rows.Select(static row => $"{row.Left} | {row.In} | {row.Right} | {row.Out}")),
            1 => "收入 | < | < | 支出 | < | <\n项目 | 行次 | 决算数 | 项目 | 行次 | 决算数\n栏次 | | 1 | 栏次 | | 2\n"
                + string.Join('\n', rows.Select(static (row, i) => $"{row.Left} | {i + 1} | {row.In} | {row.Right} | {i + 9} | {row.Out}")),
            _ => "收入 | < | < | 支出 | < | <\n项目 | 年初预算数 | 决算数 | 项目 | 年初预算数 | 决算数\n" + string.Join('\n', rows.Select(static row => $"{row.Left} | {row.In} | {row.In} | {row.Right} | {row.Out} | {row.Out}")),
        };
    }

    /// <summary>Rows begin with code and name; 合计 with its label. Codes stand in one cell, across three, or in three.</summary>
    private static string Coded(int layout, string columns, string rows)
    {
        var headers = columns.Split('|').Length;
        var lines = rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Trim()).Where(static line => line.Length > 0).ToList();
        var up = string.Join(" | ", Enumerable.Repeat("^", headers));
        var numbers = string.Join(" | ", Enumerable.Range(1, headers));
        return layout switch
        {
            0 => $"科目编码 | 科目名称 | {columns}\n" + string.Join('\n', lines.Select(static line => Row(line, static code => code, "合计 | "))),
            1 => $"项目 | < | < | < | {columns}\n支出功能分类科目编码 | < | < | 科目名称 | {up}\n类 | 款 | 项 | 栏次 | {numbers}\n"
                + string.Join('\n', lines.Select(static line => Row(line, static code => $"{code} | < | <", "合计 | < | < | <"))),
            _ => $"功能分类科目编码 | < | < | 科目名称 | {columns}\n类 | 款 | 项 | ^ | {up}\n"
                + string.Join('\n', lines.Select(static line => Row(line, static code => $"{code[..3]} | {(code.Length > 3 ? code[3..5] : "")} | {(code.Length > 5 ? code[5..] : "")}", " | | | 合计"))),
        };

        static string Row(string line, Func<string, string> codes, string total)
        {
            var at = line.IndexOf('|', StringComparison.Ordinal);
            var (label, figures) = (line[..at].Trim(), line[at..]);
            var blank = label.IndexOf(' ', StringComparison.Ordinal);
            return (blank < 0 ? total : $"{codes(label[..blank])} | {label[(blank + 1)..]}") + " " + figures;
        }
    }

    private static string Basic(int layout) => layout switch
    {
        0 => """
            人员经费 | < | < | 公用经费 | < | <
            科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
            301 | 工资福利支出 | 50.00 | 302 | 商品和服务支出 | 17.50
            30101 | 基本工资 | 40.00 | 30201 | 办公费 | 12.00
            30108 | 机关事业单位基本养老保险缴费 | 10.00 | 30217 | 公务接待费 | 1.50
            303 | 对个人和家庭的补助 | | 30231 | 公务用车运行维护费 | 4.00
            30302 | 退休费 | | 310 | 资本性支出 | 2.50
             | | | 31002 | 办公设备购置 | 2.50
            人员经费合计 | < | 50.00 | 公用经费合计 | < | 20.00
            """,
        1 => """
            人员经费 | < | < | 公用经费 | < | < | < | < | <
            科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
            301 | 工资福利支出 | 50.00 | 302 | 商品和服务支出 | 17.50 | 307 | 债务利息及费用支出 |
            30101 | 基本工资 | 40.00 | 30201 | 办公费 | 12.00 | 30701 | 国内债务付息 |
            30108 | 机关事业单位基本养老保险缴费 | 10.00 | 30217 | 公务接待费 | 1.50 | 310 | 资本性支出 | 2.50
            303 | 对个人和家庭的补助 | | 30231 | 公务用车运行维护费 | 4.00 | 31002 | 办公设备购置 | 2.50
            人员经费合计 | < | 50.00 | 公用经费合计 | < | < | < | < | 20.00
            """,
        _ => """
            经济分类科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费
            301 | 工资福利支出 | 50.00 | 50.00 |
            30101 | 基本工资 | 40.00 | 40.00 |
            30108 | 机关事业单位基本养老保险缴费 | 10.00 | 10.00 |
            302 | 商品和服务支出 | 17.50 | | 17.50
            30201 | 办公费 | 12.00 | | 12.00
            30217 | 公务接待费 | 1.50 | | 1.50
            30231 | 公务用车运行维护费 | 4.00 | | 4.00
            310 | 资本性支出 | 2.50 | | 2.50
            31002 | 办公设备购置 | 2.50 | | 2.50
             | 合计 | 70.00 | 50.00 | 20.00
            """,
    };

    private static string ThreePublic(int layout) => layout switch
    {
        0 => """
            预算数 | < | < | < | < | < | 决算数 | < | < | < | < | <
            合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费
            ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^
            1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12
            8.00 | | 6.00 | | 6.00 | 2.00 | 6.50 | | 5.00 | | 5.00 | 1.50
            """,
        1 => """
            合计 | < | 因公出国（境）费 | < | 公务用车购置及运行维护费 | < | < | < | < | < | 公务接待费 | <
            ^ | ^ | ^ | ^ | 小计 | < | 购置费 | < | 运行费 | < | ^ | ^
            预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数
            8.00 | 6.50 | | | 6.00 | 5.00 | | | 6.00 | 5.00 | 2.00 | 1.50
            """,
        _ => """
            项目 | 行次 | 年初预算数 | 全年预算数 | 决算统计数
            一、“三公”经费支出 | 1 | 8.00 | 7.00 | 6.50
            1．因公出国（境）费 | 2 | | |
            2．公务用车购置及运行维护费 | 3 | 6.00 | 5.50 | 5.00
            （1）公务用车购置费 | 4 | | |
            （2）公务用车运行维护费 | 5 | 6.00 | 5.50 | 5.00
            3．公务接待费 | 6 | 2.00 | 1.50 | 1.50
            """,
    };
}
