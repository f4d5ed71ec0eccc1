using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.CorpusGenerator.Forms;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Prose;

/// <summary>The shorter explanation that most places publish.</summary>
internal static class NationalProse
{
    public static IEnumerable<Paragraph> Sections(Ledger ledger, Manner manner)
    {
        var words = new Wording();
        var (body, year, spent) = (ledger.Body, ledger.Year, ledger.Entries);
        var before = spent.Select(entry => entry with { Amount = entry.Prior }).ToList();
        yield return Heading("第一部分  部门概况");
        yield return new Paragraph($"{body}承担{ledger.Duties}等职责，内设机构{ledger.Counts.Offices.Count}个，分别为：{string.Join('、', ledger.Counts.Offices)}。");
        yield return new Paragraph($"截至{year - 1}年末，{body}编制人数{ledger.Counts.Posts}人，在职人员{ledger.Counts.InService}人，退休人员{ledger.Counts.Retired}人。");
        yield return Heading($"第二部分  {year}年部门预算情况说明");

        yield return Heading("一、收入预算情况说明");
        var sources = manner.FiscalSources.Concat(manner.OtherSources).Append(new Source("上年结转结余", "carryover"))
            .Select(source => (source.Label, Amount: ledger.Income(Sources.Fund(source.Key)))).Where(source => source.Amount != 0);
        yield return new Paragraph($"{year}年收入预算总额{words.Money(ledger.Total)}，由下列来源组成：{string.Join('；', sources.Select(source => $"{source.Label}{words.Money(source.Amount)}，占收入预算的{Wording.Share(source.Amount, ledger.Total)}"))}。");

        yield return Heading("二、支出预算情况说明");
        var basic = Sum(spent.Where(entry => entry.Nature == Nature.Basic));
        var project = Sum(spent.Where(entry => entry.Nature == Nature.Project));
        yield return new Paragraph($"{year}年支出预算{words.Money(ledger.Spent)}，{words.Change(spent)}。其中：基本支出{words.Money(basic)}，占支出预算的{Wording.Share(basic, ledger.Spent)}；"
            + $"项目支出{words.Money(project)}，占支出预算的{Wording.Share(project, ledger.Spent)}。");

        yield return Heading("三、一般公共预算支出情况说明");
        var general = spent.Where(entry => entry.Fund == Fund.GeneralPublicBudget).ToList();
        yield return new Paragraph($"{year}年一般公共预算支出{words.Money(Sum(general))}，{words.Change(general)}。按功能分类科目安排如下：");
        foreach (var (item, number) in general.GroupBy(entry => entry.Function).OrderBy(group => group.Key, StringComparer.Ordinal).Select((group, index) => (group, index + 1)))
        {
            yield return new Paragraph($"{number}. {Codes.Marked(item.Key)}{words.Money(Sum(item))}，{words.Change(item)}。");
        }

        yield return Heading("四、“三公”经费预算情况说明");
        yield return new Paragraph($"{year}年“三公”经费财政拨款预算{words.Money(ThreePublic.Total(spent))}，{words.Difference(ThreePublic.Total(spent), ThreePublic.Total(before))}。其中：");
        yield return new Paragraph($"1. 因公出国（境）费{words.Money(ThreePublic.Overseas(spent))}，{words.Difference(ThreePublic.Overseas(spent), ThreePublic.Overseas(before))}。");
        yield return new Paragraph($"2. 公务用车购置及运行费{words.Money(ThreePublic.Vehicles(spent))}，{words.Difference(ThreePublic.Vehicles(spent), ThreePublic.Vehicles(before))}；其中公务用车购置费{words.Money(ThreePublic.Purchase(spent))}，公务用车运行费{words.Money(ThreePublic.Operation(spent))}。");
        yield return new Paragraph($"3. 公务接待费{words.Money(ThreePublic.Reception(spent))}，{words.Difference(ThreePublic.Reception(spent), ThreePublic.Reception(before))}。");

        yield return Heading("五、其他事项说明");
        foreach (var (fund, label) in new[] { (Fund.GovernmentFunds, "政府性基金预算"), (Fund.StateCapitalOperations, "国有资本经营预算") })
        {
            var paid = Sum(spent.Where(entry => entry.Fund == fund));
            yield return new Paragraph(paid == 0
                ? $"{body}{year}年没有{label}安排的支出，有关表格为空表。"
                : $"{body}{year}年{label}安排的支出为{words.Money(paid)}。");
        }

        yield return new Paragraph($"{year}年机关运行经费财政拨款预算{words.Money(ThreePublic.OperatingCost(spent))}。");
        var (goods, works, services) = ledger.Procurement;
        yield return new Paragraph($"{year}年政府采购预算总额{words.Money(goods + works + services)}，其中：货物类采购预算{words.Money(goods)}，工程类采购预算{words.Money(works)}，服务类采购预算{words.Money(services)}。");
        yield return new Paragraph($"截至{year - 1}年12月31日，{body}共有车辆{ledger.Counts.Vehicles}辆，没有单价100万元以上的设备。");
        yield return Heading($"第三部分  {year}年部门预算表");
    }

    private static decimal Sum(IEnumerable<Entry> entries) => entries.Sum(entry => entry.Amount);

    private static Paragraph Heading(string text) => new(text, ParagraphStyle.Heading);
}
