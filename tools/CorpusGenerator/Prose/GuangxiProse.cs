using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Prose;

/// <summary>The explanation of Guangxi's cities: sentences in 元 beside tables in 万元.</summary>
internal static class GuangxiProse
{
    private static readonly Wording Words = new(MoneyUnit.Yuan);

    public static IEnumerable<Paragraph> Sections(Ledger ledger)
    {
        var (body, year, counts) = (ledger.Body, ledger.Year, ledger.Counts);
        yield return Heading("第一部分  部门概况");
        yield return Heading("一、主要职责");
        yield return new Paragraph($"{body}主要承担{ledger.Duties}等职责。");
        yield return Heading("二、机构设置情况");
        yield return new Paragraph($"{body}内设{counts.Offices.Count}个股室，包括：{string.Join('、', counts.Offices)}。编制{counts.Posts}人，在职{counts.InService}人，退休{counts.Retired}人。");
        yield return Heading($"第二部分  {year}年部门预算情况说明");

        yield return Heading("一、部门收支总体情况");
        var all = Told.Of(ledger.Entries);
        var sources = ledger.Sources([("一般公共预算拨款", Fund.GeneralPublicBudget), ("政府性基金预算拨款", Fund.GovernmentFunds)]).ToList();
        yield return new Paragraph($"{year}年部门收支总预算{Words.Money(all)}，{Words.Change(all)}。");
        yield return new Paragraph($"收入预算包括：{string.Join("；", sources.Select(source => source.Label + Words.Money(source.Told)))}。");
        yield return new Paragraph($"支出预算包括：{string.Join("；", ledger.Entries.Classes().Select(item => Codes.FunctionName(item.Code) + Words.Money(item.Told)))}。");

        yield return Heading("二、部门收入预算情况");
        yield return new Paragraph($"{year}年部门收入总预算{Words.Money(all)}。");
        foreach (var (label, told) in sources)
        {
            yield return new Paragraph($"{label}{Words.Money(told)}，占{Wording.Share(told.Now, all.Now)}，{Words.Change(told)}。");
        }

        yield return Heading("三、部门支出预算情况");
        yield return new Paragraph($"{year}年部门支出总预算{Words.Money(all)}，其中：");
        foreach (var (label, entries) in new[] { ("基本支出", ledger.Basic()), ("项目支出", ledger.Project()) })
        {
            yield return new Paragraph($"{label}预算{Words.Money(Told.Of(entries))}，占总支出预算的{Wording.Share(Told.Of(entries).Now, all.Now)}，{Words.Change(Told.Of(entries))}。");
        }

        yield return Heading("四、一般公共预算支出情况");
        var general = ledger.General();
        yield return new Paragraph($"{year}年一般公共预算支出{Words.Money(Told.Of(general))}，{Words.Change(Told.Of(general))}。按支出功能分类科目：");
        foreach (var (code, told) in general.Items())
        {
            yield return new Paragraph($"{Codes.Marked(code)}{Words.Money(told)}，{Words.Change(told)}。");
        }

        yield return Heading("五、一般公共预算基本支出情况");
        yield return new Paragraph($"{year}年一般公共预算基本支出{Words.Money(Told.Of(ledger.Basic()))}，其中：人员经费{Words.Money(Told.Of(ledger.Personnel()))}，公用经费{Words.Money(Told.Of(ledger.PublicCost()))}。");

        yield return Heading("六、“三公”经费预算情况");
        var (total, travel, purchase, operation, reception) = (Sum(ThreePublic.Total), Sum(ThreePublic.Overseas), Sum(ThreePublic.Purchase), Sum(ThreePublic.Operation), Sum(ThreePublic.Reception));
        yield return new Paragraph($"{year}年“三公”经费预算{Words.Money(total)}，{Words.Change(total)}。其中：因公出国（境）费{Words.Money(travel)}，{Words.Change(travel)}；公务用车购置费{Words.Money(purchase)}，{Words.Change(purchase)}；"
            + $"公务用车运行费{Words.Money(operation)}，{Words.Change(operation)}；公务接待费{Words.Money(reception)}，{Words.Change(reception)}。");

        yield return Heading("七、政府性基金预算支出情况");
        var funds = Told.Of(ledger.Of(Fund.GovernmentFunds));
        yield return new Paragraph(funds.Now == 0 ? $"{year}年没有安排政府性基金预算支出。" : $"{year}年政府性基金预算支出{Words.Money(funds)}，{Words.Change(funds)}。");
        yield return Heading("八、国有资本经营预算支出情况");
        yield return new Paragraph($"{year}年没有安排国有资本经营预算支出。");
        yield return Heading("九、其他重要事项情况");
        yield return new Paragraph($"（一）机关运行经费情况。机关运行经费财政拨款预算{Words.Money(Sum(ThreePublic.OperatingCost))}，{Words.Change(Sum(ThreePublic.OperatingCost))}。");
        var (goods, works, services) = ledger.Procurement;
        yield return new Paragraph($"（二）政府采购情况。政府采购预算总金额{Words.Money(goods + works + services)}，其中：货物采购预算{Words.Money(goods)}，工程采购预算{Words.Money(works)}，服务采购预算{Words.Money(services)}。");
        yield return new Paragraph($"（三）国有资产占用使用情况。截至{year - 1}年12月31日，{body}共有车辆{counts.Vehicles}辆，没有单价100万元以上的设备。");
        yield return Heading($"第三部分  {year}年部门预算表");

        Told Sum(Func<IEnumerable<Entry>, decimal> figure) => Told.Of(figure, ledger.Entries);
    }

    private static Paragraph Heading(string text) => new(text, ParagraphStyle.Heading);
}
