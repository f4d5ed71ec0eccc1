using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Prose;

/// <summary>The explanation of Sichuan's counties: items carry the codes of their levels in brackets.</summary>
internal static class SichuanProse
{
    private static readonly Wording Words = new(Trimmed: true);

    public static IEnumerable<Paragraph> Sections(Ledger ledger)
    {
        var (body, year, last, counts) = (ledger.Body, ledger.Year, $"{ledger.Year - 1}年预算数", ledger.Counts);
        yield return Heading("一、基本职能及主要工作");
        yield return new Paragraph($"{body}的基本职能是{ledger.Duties}。");
        yield return Heading("二、机构设置情况");
        yield return new Paragraph($"{body}下设{counts.Offices.Count}个股室，分别为：{string.Join('、', counts.Offices)}。");

        yield return Heading("三、收支预算情况说明");
        yield return new Paragraph($"按照综合预算的要求，{body}所有收入和支出都列入部门预算。{year}年收支总预算{Words.Money(ledger.Total)}，比{year - 1}年收支预算总数{Moved(Told.Of(ledger.Entries))}，主要原因是{Wording.Reason(Told.Of(ledger.Entries))}。");
        var sources = ledger.Sources([("一般公共预算拨款收入", Fund.GeneralPublicBudget), ("政府性基金预算拨款收入", Fund.GovernmentFunds), ("上年结转收入", Fund.Carryover)]);
        yield return new Paragraph($"（一）收入预算情况。{year}年收入预算{Words.Money(ledger.Total)}，其中：{string.Join("；", sources.Select(source => $"{source.Label}{Words.Money(source.Told)}，占{Wording.Share(source.Told.Now, ledger.Total)}"))}。");
        yield return new Paragraph($"（二）支出预算情况。{year}年支出预算{Words.Money(ledger.Spent)}，其中：基本支出{Words.Money(Told.Of(ledger.Basic()))}，占{Wording.Share(Told.Of(ledger.Basic()).Now, ledger.Spent)}；项目支出{Words.Money(Told.Of(ledger.Project()))}，占{Wording.Share(Told.Of(ledger.Project()).Now, ledger.Spent)}。");

        yield return Heading("四、财政拨款收支预算情况说明");
        var fiscal = ledger.Fiscal();
        yield return new Paragraph($"{year}年财政拨款收支总预算{Words.Money(Told.Of(fiscal))}，比{year - 1}年财政拨款收支预算总数{Moved(Told.Of(fiscal))}。收入包括：本年一般公共预算拨款收入{Words.Money(Told.Of(ledger.General()))}；"
            + $"支出包括：{string.Join('、', fiscal.Classes().Select(item => Codes.FunctionName(item.Code) + Words.Money(item.Told)))}。");

        yield return Heading("五、一般公共预算当年拨款情况说明");
        var general = ledger.General();
        var told = Told.Of(general);
        yield return new Paragraph($"（一）一般公共预算当年拨款规模变化情况。{body}{year}年一般公共预算当年拨款{Words.Money(told)}，{Words.Change(told, last)}，主要原因是{Wording.Reason(told)}。");
        yield return new Paragraph($"（二）一般公共预算当年拨款结构情况。{string.Join("；", general.Classes().Select(item => $"{Codes.FunctionName(item.Code)}{Words.Money(item.Told)}，占{Wording.Share(item.Told.Now, told.Now)}"))}。");
        yield return Heading("（三）一般公共预算当年拨款具体使用情况");
        var number = 0;
        foreach (var (code, item) in general.Items())
        {
            yield return new Paragraph($"{++number}.{Codes.FunctionName(code[..3])}（{code[..3]}）{Codes.FunctionName(code[..5])}（{code[3..5]}）{Codes.FunctionName(code)}（{code[5..]}）：{year}年预算数为{Words.Money(item)}，主要用于相应科目的支出。");
        }

        yield return Heading("六、一般公共预算基本支出情况说明");
        yield return new Paragraph($"{body}{year}年一般公共预算基本支出{Words.Money(Told.Of(ledger.Basic()))}，其中：");
        yield return new Paragraph($"人员经费{Words.Money(Told.Of(ledger.Personnel()))}，主要包括：{string.Join('、', ledger.Personnel().Economic().Take(5).Select(item => Codes.EconomicName(item.Code)))}等。");
        yield return new Paragraph($"公用经费{Words.Money(Told.Of(ledger.PublicCost()))}，主要包括：{string.Join('、', ledger.PublicCost().Economic().Take(4).Select(item => Codes.EconomicName(item.Code) + Words.Money(item.Told)))}等。");

        yield return Heading("七、“三公”经费财政拨款预算安排情况说明");
        var (total, travel, vehicles, reception) = (Sum(ThreePublic.Total), Sum(ThreePublic.Overseas), Sum(ThreePublic.Vehicles), Sum(ThreePublic.Reception));
        yield return new Paragraph($"{body}{year}年“三公”经费财政拨款预算数{Words.Money(total)}，其中：因公出国（境）经费{Words.Money(travel)}，公务接待费{Words.Money(reception)}，公务用车购置及运行维护费{Words.Money(vehicles)}。");
        yield return new Paragraph($"（一）因公出国（境）经费与{last}持平。{year}年没有出国（境）计划。");
        yield return new Paragraph($"（二）公务接待费{Words.Change(reception, last)}，主要原因是{Wording.Reason(reception)}。");
        yield return new Paragraph($"（三）公务用车购置及运行维护费{Words.Change(vehicles, last)}。现有公务用车{counts.Vehicles}辆，{year}年安排公务用车运行维护费{Words.Money(Sum(ThreePublic.Operation))}，没有安排公务用车购置费。");

        yield return Heading("八、政府性基金预算支出情况说明");
        yield return new Paragraph($"{body}{year}年没有使用政府性基金预算拨款安排的支出。");
        yield return Heading("九、国有资本经营预算支出情况说明");
        yield return new Paragraph($"{body}{year}年没有使用国有资本经营预算拨款安排的支出。");
        yield return Heading("十、其他重要事项的情况说明");
        yield return new Paragraph($"（一）机关运行经费情况。{year}年，{body}履行行政职能的机关运行经费财政拨款预算为{Words.Money(Sum(ThreePublic.OperatingCost))}，{Words.Change(Sum(ThreePublic.OperatingCost), last)}。");
        var (goods, works, services) = ledger.Procurement;
        yield return new Paragraph($"（二）政府采购情况。{year}年，{body}安排政府采购预算{Words.Money(goods + works + services)}，其中：采购货物预算{Words.Money(goods)}，采购工程预算{Words.Money(works)}，采购服务预算{Words.Money(services)}。");
        yield return new Paragraph($"（三）国有资产占用使用情况。截至{year - 1}年底，{body}共有车辆{counts.Vehicles}辆，其中：执法执勤用车1辆，特种专业技术用车2辆，其他用车{counts.Vehicles - 3}辆。单位价值100万元以上设备（不含车辆）0台。");
        yield return new Paragraph($"（四）预算绩效情况。{year}年{body}开展绩效目标管理的项目{ledger.Projects.Count}个，涉及预算{Words.Money(Told.Of(ledger.Project()))}。");

        Told Sum(Func<IEnumerable<Entry>, decimal> figure) => Told.Of(figure, ledger.Entries);
    }

    private static string Moved(Told told) => told.Now == told.Before ? "持平" : $"{(told.Now > told.Before ? "增加" : "减少")}{Words.Money(Math.Abs(told.Now - told.Before))}";

    private static Paragraph Heading(string text) => new(text, ParagraphStyle.Heading);
}
