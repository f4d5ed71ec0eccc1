using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.CorpusGenerator.Prose;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Accounts;

/// <summary>The explanation of final accounts, in 万元 whatever the unit of the tables.</summary>
internal static class AccountsProse
{
    public static IEnumerable<Paragraph> Before(Ledger ledger) =>
    [
        new("第一部分  部门概况", ParagraphStyle.Heading),
        new($"{ledger.Body}主要负责{ledger.Duties}等工作。"),
        new($"第二部分  {ledger.Year}年度部门决算表", ParagraphStyle.Heading),
    ];

    public static IEnumerable<Paragraph> After(Ledger ledger)
    {
        var wording = new Wording();
        var spent = ledger.Entries.Spent().ToList();
        var (received, total) = (ledger.Entries.Received().Sum(), ledger.Entries.Sum());
        yield return new($"第三部分  {ledger.Year}年度部门决算情况说明", ParagraphStyle.Heading);
        yield return new("一、收入支出决算总体情况", ParagraphStyle.Heading);
        yield return new($"{ledger.Year}年度收入总计{wording.Money(total)}，支出总计{wording.Money(total)}。");
        yield return new("二、收入决算情况", ParagraphStyle.Heading);
        yield return new($"本年收入合计{wording.Money(received)}，其中：财政拨款收入{wording.Money(ledger.Entries.Received().Where(ThreePublic.IsFiscal).Sum())}。");
        yield return new("三、支出决算情况", ParagraphStyle.Heading);
        yield return new($"本年支出合计{wording.Money(spent.Sum())}，其中：基本支出{wording.Money(spent.Of(Nature.Basic).Sum())}，项目支出{wording.Money(spent.Of(Nature.Project).Sum())}。");
        yield return new("四、“三公”经费支出决算情况", ParagraphStyle.Heading);
        var planned = spent.Select(entry => entry with { Amount = entry.Prior }).ToList();
        yield return new($"“三公”经费年初预算为{wording.Money(ThreePublic.Total(planned))}，支出决算为{wording.Money(ThreePublic.Total(spent))}。");
        if (ThreePublic.Purchase(planned) == 0 && ThreePublic.Purchase(spent) > 0)
        {
            yield return new($"公务用车购置费年初预算为0.00万元，支出决算为{wording.Money(ThreePublic.Purchase(spent))}，年中按程序追加，不计算完成率。");
        }

        yield return new("决算数据以万元列示时四舍五入，合计与分项之和可能存在尾差。");
    }
}
