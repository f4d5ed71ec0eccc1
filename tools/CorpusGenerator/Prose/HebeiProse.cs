using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Prose;

/// <summary>The explanation of Hebei's cities: income, expenditure and what changed, each in one paragraph.</summary>
internal static class HebeiProse
{
    private static readonly Wording Words = new();

    public static IEnumerable<Paragraph> Sections(Ledger ledger)
    {
        var (body, year, counts) = (ledger.Body, ledger.Year, ledger.Counts);
        var last = $"{year - 1}年预算";
        yield return Heading($"{body}{year}年部门预算信息公开情况说明");
        yield return new Paragraph($"按照预算公开的规定，现将{body}{year}年部门预算公开如下：");
        yield return Heading("一、部门职责及机构设置情况");
        yield return new Paragraph($"部门职责：{ledger.Duties}。机构设置：内设科室{counts.Offices.Count}个，分别为{string.Join('、', counts.Offices)}。");
        yield return Heading("二、部门预算安排的总体情况");
        var sources = ledger.Sources([("一般公共预算收入", Fund.GeneralPublicBudget), ("政府性基金收入", Fund.GovernmentFunds), ("其他收入", Fund.OtherIncome)]);
        yield return new Paragraph($"1、收入说明。反映本部门当年全部收入。{year}年预算收入{Words.Money(ledger.Total)}，其中：{string.Join("，", sources.Select(source => source.Label + Words.Money(source.Told)))}。");
        yield return new Paragraph($"2、支出说明。收支预算总表支出栏、基本支出表、项目支出表按经济分类和支出功能分类科目编制，反映部门全部支出。{year}年支出预算{Words.Money(ledger.Spent)}，其中基本支出{Words.Money(Told.Of(ledger.Basic()))}，"
            + $"包括人员经费{Words.Money(Told.Of(ledger.Personnel()))}和日常公用经费{Words.Money(Told.Of(ledger.PublicCost()))}；项目支出{Words.Money(Told.Of(ledger.Project()))}，主要为{string.Join('、', ledger.Projects)}等支出。");
        var (all, basic, project) = (Told.Of(ledger.Entries), Told.Of(ledger.Basic()), Told.Of(ledger.Project()));
        yield return new Paragraph($"3、比上年增减情况。{year}年支出预算安排{Words.Money(all)}，{Words.Difference(all, last)}，其中：基本支出{Words.Money(basic)}，{Words.Difference(basic, last)}，主要为{Wording.Reason(basic)}；项目支出{Words.Money(project)}，{Words.Difference(project, last)}，主要为{Wording.Reason(project)}。");
        yield return Heading("三、机关运行经费安排情况");
        var running = Told.Of(ThreePublic.OperatingCost, ledger.Entries);
        yield return new Paragraph($"{year}年，机关运行经费共计安排{Words.Money(running)}，主要用于办公、水电、差旅、维修等日常运行支出。{body}机关运行经费{Words.Change(running, last)}。");
        yield return Heading("四、财政拨款“三公”经费预算情况及增减变化原因");
        var (total, travel, vehicles, purchase, operation, reception) = (Sum(ThreePublic.Total), Sum(ThreePublic.Overseas), Sum(ThreePublic.Vehicles), Sum(ThreePublic.Purchase), Sum(ThreePublic.Operation), Sum(ThreePublic.Reception));
        yield return new Paragraph($"{year}年财政拨款“三公”经费预算{Words.Money(total)}，{Words.Difference(total, last)}。其中：因公出国（境）费{Words.Money(travel)}，{Words.Difference(travel, last)}；"
            + $"公务用车购置及运行维护费{Words.Money(vehicles)}，{Words.Difference(vehicles, last)}（其中：公务用车购置费{Words.Money(purchase)}，公务用车运行维护费{Words.Money(operation)}）；公务接待费{Words.Money(reception)}，{Words.Difference(reception, last)}，原因是{Wording.Reason(reception)}。");
        yield return Heading("五、政府采购预算情况");
        var (goods, works, services) = ledger.Procurement;
        yield return new Paragraph($"{year}年，安排政府采购预算{Words.Money(goods + works + services)}，其中货物类采购预算{Words.Money(goods)}、工程类采购预算{Words.Money(works)}、服务类采购预算{Words.Money(services)}。");
        yield return Heading("六、国有资产信息");
        yield return new Paragraph($"截至{year - 1}年12月31日，{body}共有车辆{counts.Vehicles}辆，其中：机要通信用车1辆、其他用车{counts.Vehicles - 1}辆；单价50万元以上通用设备1台（套），单价100万元以上专用设备0台（套）。");
        yield return Heading("七、其他需要说明的事项");
        yield return new Paragraph($"{year}年没有安排政府性基金预算支出和国有资本经营预算支出，有关表格为空表。");

        Told Sum(Func<IEnumerable<Entry>, decimal> figure) => Told.Of(figure, ledger.Entries);
    }

    private static Paragraph Heading(string text) => new(text, ParagraphStyle.Heading);
}
