using Gouji.Model;
using Gouji.Normalize.Codes;

namespace Gouji.Normalize.Tests.Rules;

/// <summary>The blank forms that examples are printed on: titles, headers and labels of 财预〔2016〕143号 and the project forms beside them.</summary>
internal static class ExampleForms
{
    private static readonly (string Key, string Header)[] Natures = [("basic", "基本支出"), ("project", "项目支出")];

    public static string Title(FormRole role) => role switch
    {
        FormRole.B1 => "部门收支总体情况表",
        FormRole.B2 => "部门收入总体情况表",
        FormRole.B3 => "部门支出总体情况表",
        FormRole.B4 => "财政拨款收支总体情况表",
        FormRole.B5 => "一般公共预算支出情况表",
        FormRole.B6 => "一般公共预算基本支出情况表",
        FormRole.B7 => "项目支出情况表",
        FormRole.B8 => "一般公共预算“三公”经费支出情况表",
        FormRole.B9 => "政府性基金预算支出情况表",
        FormRole.B10 => "国有资本经营预算支出情况表",
        FormRole.B11 => "项目支出绩效目标表",
        FormRole.F1 => "收入支出决算总表",
        FormRole.F2 => "收入决算表",
        FormRole.F3 => "支出决算表",
        FormRole.F4 => "财政拨款收入支出决算总表",
        FormRole.F5 => "一般公共预算财政拨款支出决算表",
        FormRole.F6 => "一般公共预算财政拨款基本支出决算表",
        FormRole.F7 => "财政拨款“三公”经费支出决算表",
        FormRole.F8 => "政府性基金预算财政拨款收入支出决算表",
        FormRole.F9 => "国有资本经营预算财政拨款收入支出决算表",
        _ => "专项资金分配表",
    };

    /// <summary>The columns of figures by their keys.</summary>
    public static (string Key, string Header)[] Columns(FormRole role) => role switch
    {
        FormRole.B2 =>
        [
            ("total", "总计"), ("gpb", "一般公共预算拨款"), ("govfund", "政府性基金预算拨款"), ("account", "财政专户管理资金"), ("institution", "事业收入"),
            ("superior", "上级补助收入"), ("operating", "事业单位经营收入"), ("other", "其他收入"), ("special", "上级专项收入"),
            ("surplus", "用事业基金弥补收支差额"), ("carryover", "单位上年结余（不包括国库集中支付额度结余）"),
        ],
        FormRole.B3 => [("total", "合计"), .. Natures],
        FormRole.B4 or FormRole.F4 => [("total", "合计"), ("gpb", "一般公共预算"), ("govfund", "政府性基金预算"), ("soe", "国有资本经营预算")],
        FormRole.B5 or FormRole.B9 or FormRole.B10 => [("total", "小计"), .. Natures],
        FormRole.B6 => [("total", "小计"), ("personnel", "人员经费"), ("public", "公用经费")],
        FormRole.B7 =>
        [
            ("total", "合计"), ("301", "工资福利支出"), ("302", "商品和服务支出"), ("303", "对个人和家庭的补助"), ("307", "债务利息及费用支出"),
            ("309", "资本性支出（基本建设）"), ("310", "资本性支出"), ("312", "对企业补助"), ("399", "其他支出"),
        ],
        FormRole.B8 or FormRole.F7 =>
        [
            ("total", "合计"), ("travel", "因公出国（境）费用"), ("vehicles", "小计"), ("purchase", "公务用车购置费"), ("operation", "公务用车运行费"), ("reception", "公务接待费"),
        ],
        FormRole.F2 =>
        [
            ("total", "本年收入合计"), ("fiscal", "财政拨款收入"), ("superior", "上级补助收入"), ("institution", "事业收入"), ("operating", "经营收入"),
            ("affiliate", "附属单位上缴收入"), ("other", "其他收入"),
        ],
        FormRole.F3 =>
        [
            ("total", "本年支出合计"), .. Natures, ("remitted", "上缴上级支出"), ("operating-cost", "经营支出"), ("subsidy", "对附属单位补助支出"),
        ],
        FormRole.F5 => [("total", "本年支出合计"), .. Natures],
        FormRole.F8 or FormRole.F9 =>
        [
            ("opening", "年初结转和结余"), ("income", "本年收入"), ("total", "本年支出合计"), .. Natures, ("closing", "年末结转和结余"),
        ],
        _ => [("total", "金额")],
    };

    public static bool IsAccounts(FormRole role) => role >= FormRole.F1;

    public static bool HasLanes(FormRole role) => role is FormRole.B1 or FormRole.B4 or FormRole.F1 or FormRole.F4;

    public static bool IsThreePublic(FormRole role) => role is FormRole.B8 or FormRole.F7;

    /// <summary>
    /// The rows of the income side from top to bottom. Sources stand there always, blank where nothing is stated; sums and balances
    /// only where the example states them, since a blank sum would be a fault of its own.
    /// </summary>
    public static IReadOnlyList<(string Key, string Label, bool Always)> IncomeRows(FormRole role) => role switch
    {
        FormRole.F1 =>
        [
            ("gpb", "一、一般公共预算财政拨款收入", true),
            ("govfund", "二、政府性基金预算财政拨款收入", true),
            ("soe", "三、国有资本经营预算财政拨款收入", true),
            ("superior", "四、上级补助收入", true),
            ("institution", "五、事业收入", true),
            ("other", "八、其他收入", true),
            ("subtotal", "本年收入合计", false),
            ("surplus", "使用非财政拨款结余", false),
            ("carryover", "年初结转和结余", false),
            ("total", "总计", true),
        ],
        FormRole.F4 =>
        [
            ("gpb", "一、一般公共预算财政拨款", true),
            ("govfund", "二、政府性基金预算财政拨款", true),
            ("soe", "三、国有资本经营预算财政拨款", true),
            ("subtotal", "本年收入合计", false),
            ("carryover", "年初财政拨款结转和结余", false),
            ("total", "总计", true),
        ],
        _ =>
        [
            ("fiscal", "财政拨款（补助）", false),
            ("gpb", "一般公共预算", true),
            ("govfund", "政府性基金预算", true),
            ("soe", "国有资本经营预算", role == FormRole.B4),
            ("account", "财政专户管理资金", role == FormRole.B1),
            ("institution", "事业收入", role == FormRole.B1),
            ("superior", "上级补助收入", false),
            ("affiliate", "附属单位上缴收入", false),
            ("operating", "事业单位经营收入", role == FormRole.B1),
            ("special", "上级专项收入", false),
            ("other", "其他收入", role == FormRole.B1),
            ("nonfiscal", "单位资金", false),
            ("subtotal", "小计", false),
            ("surplus", "用事业基金弥补收支差额", false),
            ("carryover", "单位上年结余", false),
            ("total", "收入总计", true),
        ],
    };

    public static IReadOnlyList<(string Key, string Label, bool Always)> ExpenditureRows(FormRole role, int year) =>
    [
        .. ((string[])["201", "204", "205", "206", "207", "208", "210", "211", "212", "213", "214", "215", "221", "224", "229"])
            .Select(code => (code, $"{code} {ClassificationCodes.Instance.NameOf(ClassificationKind.Function, code, year)}", true)),
        ("subtotal", IsAccounts(role) ? "本年支出合计" : "小计", false),
        ("carryforward", role == FormRole.F4 ? "年末财政拨款结转和结余" : IsAccounts(role) ? "年末结转和结余" : "结转下年", false),
        ("total", IsAccounts(role) ? "总计" : "支出总计", true),
    ];
}
