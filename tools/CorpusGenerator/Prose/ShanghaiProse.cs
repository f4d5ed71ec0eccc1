using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Prose;

/// <summary>The explanation of Shanghai's departments: one claim an item with base, share and direction, before the tables.</summary>
internal static class ShanghaiProse
{
    private static readonly Wording Words = new();

    public static IEnumerable<Paragraph> Before(Ledger ledger)
    {
        var (body, year, last) = (ledger.Body, ledger.Year, ledger.Year - 1);
        yield return Heading($"{body}（部门）主要职能");
        yield return new Paragraph($"{body}依法履行{ledger.Duties}等职责。");
        yield return Heading($"{body}（部门）机构设置");
        yield return new Paragraph($"{body}（部门）内设机构{ledger.Counts.Offices.Count}个，包括：{string.Join('、', ledger.Counts.Offices)}。");
        yield return Heading($"{year}年部门预算编制说明");
        var fiscal = ledger.Entries.Where(ThreePublic.IsFiscal).ToList();
        var change = Words.Difference(Sum(fiscal), fiscal.Sum(entry => entry.Prior), $"{last}年预算");
        yield return new Paragraph($"{year}年，{body}编制收入预算{Words.Money(ledger.Total)}，其中：财政拨款收入{Words.Money(Sum(fiscal))}，{change}；事业收入{Words.Money(0)}；其他收入{Words.Money(ledger.Income(Fund.OtherIncome))}。");
        yield return new Paragraph($"{year}年编制支出预算{Words.Money(ledger.Spent)}，其中：财政拨款支出预算{Words.Money(Sum(fiscal))}，{change}。财政拨款支出的具体安排为：");
        var number = 0;
        foreach (var item in fiscal.GroupBy(entry => entry.Function).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var (now, prior) = (Sum(item), item.Sum(entry => entry.Prior));
            var rate = now == prior ? $"与{last}年预算执行数持平"
                : prior == 0 ? $"{last}年没有安排"
                : $"比{last}年预算执行数{(now > prior ? "增加" : "减少")}{Wording.Share(Math.Abs(now - prior), prior)}";
            yield return new Paragraph($"{++number}. “{Codes.Marked(item.Key)}”{Words.Money(now)}。{last}年当年预算执行数为{Words.Money(prior)}，{year}年预算安排{Words.Money(now)}，{rate}。");
        }

        yield return Heading("部门预算表");
    }

    public static IEnumerable<Paragraph> After(Ledger ledger)
    {
        var (body, year, spent) = (ledger.Body, ledger.Year, ledger.Entries);
        var before = spent.Select(entry => entry with { Amount = entry.Prior }).ToList();
        var (goods, works, services) = ledger.Procurement;
        yield return Heading("其他相关情况说明");
        yield return Heading($"一、{year}年“三公”经费预算情况说明");
        yield return new Paragraph($"{year}年“三公”经费预算数为{Words.Money(ThreePublic.Total(spent))}，{Words.Difference(ThreePublic.Total(spent), ThreePublic.Total(before), $"{year - 1}年预算")}。其中：");
        yield return new Paragraph($"（一）因公出国（境）费{Words.Money(ThreePublic.Overseas(spent))}。");
        yield return new Paragraph($"（二）公务用车购置及运行费{Words.Money(ThreePublic.Vehicles(spent))}。其中：公务用车购置费{Words.Money(ThreePublic.Purchase(spent))}，公务用车运行费{Words.Money(ThreePublic.Operation(spent))}。");
        yield return new Paragraph($"（三）公务接待费{Words.Money(ThreePublic.Reception(spent))}。");
        yield return Heading("二、机关运行经费预算");
        yield return new Paragraph($"{year}年{body}（部门）财政拨款安排的机关运行经费预算为{Words.Money(ThreePublic.OperatingCost(spent))}。");
        yield return Heading("三、政府采购预算情况");
        yield return new Paragraph($"{year}年本部门政府采购预算{Words.Money(goods + works + services)}，其中：政府采购货物预算{Words.Money(goods)}、政府采购工程预算{Words.Money(works)}、政府采购服务预算{Words.Money(services)}。");
    }

    private static decimal Sum(IEnumerable<Entry> entries) => entries.Sum(entry => entry.Amount);

    private static Paragraph Heading(string text) => new(text, ParagraphStyle.Heading);
}
