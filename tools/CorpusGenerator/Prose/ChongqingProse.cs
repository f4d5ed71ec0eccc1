using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Prose;

/// <summary>The explanation of Chongqing's departments: the general public budget first, in long paragraphs, everything else behind it.</summary>
internal static class ChongqingProse
{
    private static readonly Wording Words = new();

    public static IEnumerable<Paragraph> Sections(Ledger ledger)
    {
        var (body, year, counts) = (ledger.Body, ledger.Year, ledger.Counts);
        var last = $"{year - 1}年";
        yield return Heading($"{body}{year}年部门预算情况说明");
        yield return Heading("一、单位基本情况");
        yield return new Paragraph($"（一）职能职责。{ledger.Duties}。");
        yield return new Paragraph($"（二）机构设置情况。{body}内设{counts.Offices.Count}个处室，分别为：{string.Join('、', counts.Offices)}。");
        yield return Heading("二、部门收支预算情况说明");
        var (all, general) = (Told.Of(ledger.Entries), Told.Of(ledger.General()));
        var basic = Told.Of(ledger.General().Where(entry => entry.Nature == Nature.Basic));
        var project = Told.Of(ledger.General().Where(entry => entry.Nature == Nature.Project));
        yield return new Paragraph($"（一）收入预算情况：{year}年年初预算数{Words.Money(all)}，其中：{string.Join("，", ledger.Sources([("一般公共预算拨款", Fund.GeneralPublicBudget), ("政府性基金预算拨款", Fund.GovernmentFunds), ("其他收入", Fund.OtherIncome)]).Select(source => source.Label + Words.Money(source.Told)))}。收入{Words.Difference(all, last)}，主要原因是{Wording.Reason(all)}。");
        yield return new Paragraph($"（二）支出预算情况：{year}年年初预算数{Words.Money(all)}，其中：{string.Join("，", ledger.Entries.Classes().Select(item => Codes.FunctionName(item.Code) + Words.Money(item.Told)))}。支出{Words.Difference(all, last)}，其中基本支出{Words.Difference(Told.Of(ledger.Basic()), last)}，项目支出{Words.Difference(Told.Of(ledger.Project()), last)}。");
        yield return Heading("三、一般公共预算财政拨款收支情况说明");
        yield return new Paragraph($"{year}年一般公共预算财政拨款收入{Words.Money(general)}，一般公共预算财政拨款支出{Words.Money(general)}，{Words.Difference(general, last)}。其中：基本支出{Words.Money(basic)}，{Words.Difference(basic, last)}，主要原因是{Wording.Reason(basic)}，主要用于保障在职人员工资福利、社会保险缴费、离退休人员补助以及机关正常运转的各项商品服务支出；"
            + $"项目支出{Words.Money(project)}，{Words.Difference(project, last)}，主要原因是{Wording.Reason(project)}，主要用于{string.Join('、', ledger.Project().Projects().Select(item => item.Name))}等重点工作。");
        yield return Heading("四、“三公”经费情况说明");
        var (total, travel, purchase, operation, reception) = (Sum(ThreePublic.Total), Sum(ThreePublic.Overseas), Sum(ThreePublic.Purchase), Sum(ThreePublic.Operation), Sum(ThreePublic.Reception));
        yield return new Paragraph($"{year}年“三公”经费预算{Words.Money(total)}，{Words.Difference(total, last)}。其中：因公出国（境）费用{Words.Money(travel)}，{Words.Difference(travel, last)}；公务接待费{Words.Money(reception)}，{Words.Difference(reception, last)}，主要原因是{Wording.Reason(reception)}；"
            + $"公务用车运行维护费{Words.Money(operation)}，{Words.Difference(operation, last)}；公务用车购置费{Words.Money(purchase)}，{Words.Difference(purchase, last)}。");
        yield return Heading("五、其他重要事项的情况说明");
        yield return new Paragraph($"1、机关运行经费。{year}年一般公共预算财政拨款运行经费{Words.Money(Sum(ThreePublic.OperatingCost))}，{Words.Difference(Sum(ThreePublic.OperatingCost), last)}，主要用于办公费、印刷费、邮电费、水电费、物管费、差旅费、会议费、培训费等日常运行。");
        var (goods, works, services) = ledger.Procurement;
        yield return new Paragraph($"2、政府采购情况。政府采购预算总额{Words.Money(goods + works + services)}：政府采购货物预算{Words.Money(goods)}、政府采购工程预算{Words.Money(works)}、政府采购服务预算{Words.Money(services)}。");
        yield return new Paragraph($"3、绩效目标设置情况。{year}年项目支出均实行了绩效目标管理，涉及一般公共预算当年财政拨款{Words.Money(project)}。");
        yield return new Paragraph($"4、国有资产占用使用情况。截至{year - 1}年12月，所属各预算单位共有车辆{counts.Vehicles}辆，其中一般公务用车{counts.Vehicles - 2}辆、执法执勤用车2辆。{year}年一般公共预算没有安排购置车辆。");
        yield return new Paragraph($"5、政府性基金预算情况。{body}{year}年没有使用政府性基金预算拨款安排的支出。");

        Told Sum(Func<IEnumerable<Entry>, decimal> figure) => Told.Of(figure, ledger.Entries);
    }

    private static Paragraph Heading(string text) => new(text, ParagraphStyle.Heading);
}
