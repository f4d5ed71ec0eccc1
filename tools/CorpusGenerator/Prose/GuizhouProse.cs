using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Prose;

/// <summary>The explanation of Guizhou's counties behind the tables, with 部门人员构成; what does not occur is not named.</summary>
internal static class GuizhouProse
{
    private static readonly Wording Words = new(Trimmed: true);

    public static IEnumerable<Paragraph> Overview(Ledger ledger)
    {
        var counts = ledger.Counts;
        yield return Heading("第一部分  部门概况");
        yield return Heading("一、主要职能");
        yield return new Paragraph($"{ledger.Body}的主要职能是{ledger.Duties}。");
        yield return Heading("二、机构设置");
        yield return new Paragraph($"{ledger.Body}内设{counts.Offices.Count}个股室，即：{string.Join('、', counts.Offices)}。");
        yield return Heading("三、部门人员构成");
        yield return new Paragraph($"{ledger.Body}核定编制{counts.Posts}人。{ledger.Year - 1}年末实有人数{counts.InService + counts.Retired}人，其中：在职{counts.InService}人，离休0人，退休{counts.Retired}人。");
        yield return Heading($"第二部分  {ledger.Year}年部门预算公开表");
    }

    public static IEnumerable<Paragraph> Sections(Ledger ledger)
    {
        var (body, year, last) = (ledger.Body, ledger.Year, $"{ledger.Year - 1}年预算数");
        yield return Heading($"第三部分  {year}年部门预算情况说明");
        yield return Heading("一、收支预算总体情况");
        yield return new Paragraph($"{year}年{body}收支总预算{Words.Money(ledger.Total)}。");
        yield return new Paragraph($"收入包括：{string.Join('、', ledger.Sources([("一般公共预算拨款收入", Fund.GeneralPublicBudget), ("政府性基金预算拨款收入", Fund.GovernmentFunds)]).Select(source => source.Label + Words.Money(source.Told)))}。");
        yield return new Paragraph($"支出包括：{string.Join('、', ledger.Entries.Classes().Select(item => Codes.FunctionName(item.Code) + Words.Money(item.Told)))}。");
        yield return Heading("二、收入预算情况");
        var all = Told.Of(ledger.Entries);
        yield return new Paragraph($"{year}年收入预算数{Words.Money(all)}，{year - 1}年收入预算数{Words.Money(all.Before)}，{Words.Change(all, last)}。");
        yield return Heading("三、支出预算情况");
        yield return new Paragraph($"{year}年支出预算数{Words.Money(all)}，其中：基本支出{Words.Money(Told.Of(ledger.Basic()))}，占{Wording.Share(Told.Of(ledger.Basic()).Now, all.Now)}，{Words.Change(Told.Of(ledger.Basic()), last)}；"
            + $"项目支出{Words.Money(Told.Of(ledger.Project()))}，占{Wording.Share(Told.Of(ledger.Project()).Now, all.Now)}，{Words.Change(Told.Of(ledger.Project()), last)}。");
        yield return Heading("四、财政拨款收支预算情况");
        yield return new Paragraph($"{year}年财政拨款收支总预算{Words.Money(Told.Of(ledger.Fiscal()))}。支出包括：{string.Join('、', ledger.Fiscal().Classes().Select(item => Codes.FunctionName(item.Code) + Words.Money(item.Told)))}。");
        yield return Heading("五、一般公共预算支出情况");
        var general = ledger.General();
        yield return new Paragraph($"{year}年一般公共预算支出{Words.Money(Told.Of(general))}，{Words.Change(Told.Of(general), last)}。具体如下：");
        var number = 0;
        foreach (var (code, told) in general.Items())
        {
            yield return new Paragraph($"（{Numerals(++number)}）{Codes.Marked(code)}：{year}年预算数为{Words.Money(told)}，{year - 1}年预算数为{Words.Money(told.Before)}，{Words.Change(told, last)}。");
        }

        yield return Heading("六、一般公共预算基本支出情况");
        yield return new Paragraph($"{year}年一般公共预算基本支出{Words.Money(Told.Of(ledger.Basic()))}，其中：");
        yield return new Paragraph($"人员经费{Words.Money(Told.Of(ledger.Personnel()))}，包括：{Listed(ledger.Personnel())}。");
        yield return new Paragraph($"公用经费{Words.Money(Told.Of(ledger.PublicCost()))}，包括：{Listed(ledger.PublicCost())}。");
        yield return Heading("七、项目支出情况");
        yield return new Paragraph($"{year}年项目支出预算{Words.Money(Told.Of(ledger.Project()))}，共{ledger.Projects.Count}个项目：{string.Join("；", ledger.Project().Projects().Select(item => item.Name + Words.Money(item.Told)))}。");
        yield return Heading("八、“三公”经费预算情况");
        var (total, travel, purchase, operation, reception) = (Sum(ThreePublic.Total), Sum(ThreePublic.Overseas), Sum(ThreePublic.Purchase), Sum(ThreePublic.Operation), Sum(ThreePublic.Reception));
        yield return new Paragraph($"{year}年“三公”经费预算数为{Words.Money(total)}，{Words.Difference(total, last)}，其中：");
        yield return new Paragraph($"1.因公出国（境）费{Words.Money(travel)}，{Words.Difference(travel, last)}。");
        yield return new Paragraph($"2.公务用车购置费{Words.Money(purchase)}，{Words.Difference(purchase, last)}。");
        yield return new Paragraph($"3.公务用车运行费{Words.Money(operation)}，{Words.Difference(operation, last)}，原因是{Wording.Reason(operation)}。");
        yield return new Paragraph($"4.公务接待费{Words.Money(reception)}，{Words.Difference(reception, last)}，原因是{Wording.Reason(reception)}。");
        yield return Heading("九、政府性基金预算支出情况");
        yield return new Paragraph($"{body}{year}年没有安排政府性基金预算支出。");
        yield return Heading("十、其他重要事项说明");
        yield return new Paragraph($"（一）机关运行经费情况。{year}年机关运行经费预算{Words.Money(Sum(ThreePublic.OperatingCost))}，{Words.Change(Sum(ThreePublic.OperatingCost), last)}。");
        var (goods, works, services) = ledger.Procurement;
        yield return new Paragraph($"（二）政府采购情况。{year}年政府采购预算{Words.Money(goods + works + services)}，其中：货物类采购{Words.Money(goods)}、工程类采购{Words.Money(works)}、服务类采购{Words.Money(services)}。");
        yield return new Paragraph($"（三）国有资产占用使用情况。{year - 1}年末共有车辆{ledger.Counts.Vehicles}辆，其中：一般公务用车2辆，应急救援用车{ledger.Counts.Vehicles - 2}辆。");
        yield return new Paragraph($"（四）预算绩效情况。{year}年纳入绩效目标管理的项目{ledger.Projects.Count}个，涉及资金{Words.Money(Told.Of(ledger.Project()))}。");
        yield return new Paragraph($"（五）国有资本经营预算情况。{year}年没有安排国有资本经营预算支出。");

        Told Sum(Func<IEnumerable<Entry>, decimal> figure) => Told.Of(figure, ledger.Entries);
    }

    private static string Listed(IEnumerable<Entry> entries) => string.Join('、', entries.Economic().Select(item => Codes.EconomicName(item.Code) + Words.Money(item.Told)));

    private static string Numerals(int number) => Forms.Numerals.Of(number);

    private static Paragraph Heading(string text) => new(text, ParagraphStyle.Heading);
}
