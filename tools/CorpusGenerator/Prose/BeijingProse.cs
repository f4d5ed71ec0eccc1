using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Prose;

/// <summary>The explanation of Beijing's districts: each figure stands beside that of the year before.</summary>
internal static class BeijingProse
{
    private static readonly Wording Words = new();

    public static IEnumerable<Paragraph> Sections(Ledger ledger)
    {
        var (body, year, last) = (ledger.Body, ledger.Year, $"{ledger.Year - 1}年");
        var counts = ledger.Counts;
        yield return Heading($"{year}年部门预算情况说明");
        yield return Heading("一、部门职责、机构设置及人员情况");
        yield return new Paragraph($"{body}负责{ledger.Duties}等工作，下设{counts.Offices.Count}个科室，包括：{string.Join('、', counts.Offices)}。");
        yield return new Paragraph($"行政编制{counts.Posts}人；实有人数{counts.InService + counts.Retired}人，其中：在职人员{counts.InService}人，退休人员{counts.Retired}人，离休人员0人。");

        yield return Heading("二、收入预算情况说明");
        var income = Told.Of(ledger.Entries);
        var sources = ledger.Sources([("一般公共预算拨款收入", Fund.GeneralPublicBudget), ("政府性基金预算拨款收入", Fund.GovernmentFunds), ("其他收入", Fund.OtherIncome), ("上年结转结余", Fund.Carryover)]);
        yield return new Paragraph($"{year}年收入预算{Words.Money(income)}，{Words.Since(income, last)}。");
        foreach (var (label, told) in sources)
        {
            yield return new Paragraph($"其中：{label}{Words.Money(told)}，占收入预算的{Wording.Share(told.Now, income.Now)}，{Words.Since(told, last)}。");
        }

        yield return Heading("三、支出预算情况说明");
        yield return new Paragraph($"{year}年支出预算{Words.Money(ledger.Spent)}，{Words.Since(Told.Of(ledger.Entries), last)}。其中：");
        foreach (var (label, entries) in new[] { ("基本支出", ledger.Basic()), ("项目支出", ledger.Project()) })
        {
            var told = Told.Of(entries);
            yield return new Paragraph($"{label}{Words.Money(told)}，占总支出预算的{Wording.Share(told.Now, ledger.Spent)}，{Words.Since(told, last)}，{Wording.Reason(told)}。");
        }

        yield return Heading("四、一般公共预算财政拨款支出情况说明");
        var general = ledger.General();
        yield return new Paragraph($"{year}年一般公共预算财政拨款支出{Words.Money(Told.Of(general))}，主要用于以下方面（按功能分类的类级科目）：");
        yield return new Paragraph(string.Join('；', general.Classes().Select(item =>
            $"“{Codes.FunctionName(item.Code)}”{Words.Money(item.Told)}，占本年一般公共预算财政拨款支出的{Wording.Share(item.Told.Now, Told.Of(general).Now)}")) + "。");
        var number = 0;
        foreach (var (code, told) in general.Items())
        {
            yield return new Paragraph($"{++number}.“{Codes.Marked(code)}”{year}年预算{Words.Money(told)}，{Words.Since(told, last)}。");
        }

        yield return Heading("五、“三公”经费财政拨款预算情况说明");
        var (total, travel, vehicles, reception) = (Sum(ThreePublic.Total), Sum(ThreePublic.Overseas), Sum(ThreePublic.Vehicles), Sum(ThreePublic.Reception));
        yield return new Paragraph($"{year}年“三公”经费财政拨款预算{Words.Money(total)}，{Words.Since(total, last)}。其中：");
        yield return new Paragraph($"1.因公出国（境）费用。{year}年预算数{Words.Money(travel)}，{Words.Since(travel, last)}。");
        yield return new Paragraph($"2.公务接待费。{year}年预算数{Words.Money(reception)}，{Words.Since(reception, last)}，原因是{Wording.Reason(reception)}。");
        yield return new Paragraph($"3.公务用车购置及运行维护费。{year}年预算数{Words.Money(vehicles)}，{Words.Since(vehicles, last)}。其中，公务用车购置费{Words.Money(Sum(ThreePublic.Purchase))}，公务用车运行维护费{Words.Money(Sum(ThreePublic.Operation))}。");

        yield return Heading("六、其他情况说明");
        var (goods, works, services) = ledger.Procurement;
        yield return new Paragraph($"（一）政府采购预算情况。{year}年政府采购预算总额{Words.Money(goods + works + services)}，其中：政府采购货物预算{Words.Money(goods)}，政府采购工程预算{Words.Money(works)}，政府采购服务预算{Words.Money(services)}。");
        yield return new Paragraph($"（二）机关运行经费情况。{year}年机关运行经费财政拨款预算{Words.Money(ThreePublic.OperatingCost(ledger.Entries))}，{Words.Since(Sum(ThreePublic.OperatingCost), last)}。");
        yield return new Paragraph($"（三）国有资产占用情况。截至{last}底，共有车辆{counts.Vehicles}辆，单位价值50万元以上的通用设备2台（套），单位价值100万元以上的专用设备0台（套）。");
        yield return new Paragraph($"（四）预算绩效情况。{year}年填报绩效目标的预算项目{ledger.Projects.Count}个，涉及预算资金{Words.Money(Told.Of(ledger.Project()))}。");
        yield return new Paragraph($"（五）国有资本经营预算财政拨款情况。{body}{year}年没有安排国有资本经营预算财政拨款支出。");
        yield return new Paragraph($"（六）政府性基金预算财政拨款情况。{body}{year}年没有安排政府性基金预算财政拨款支出。");

        Told Sum(Func<IEnumerable<Entry>, decimal> figure) => Told.Of(figure, ledger.Entries);
    }

    private static Paragraph Heading(string text) => new(text, ParagraphStyle.Heading);
}
