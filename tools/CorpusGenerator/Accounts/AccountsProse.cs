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
        yield return new($"本年收入合计{wording.Money(received)}，其中：{string.Join("，", SourcesOf(ledger).Select(source => source.Label + wording.Money(source.Amount)))}。");
        yield return new("三、支出决算情况", ParagraphStyle.Heading);
        yield return new($"本年支出合计{wording.Money(spent.Sum())}，其中：{string.Join("，", Kinds(spent).Select(kind => kind.Label + wording.Money(kind.Amount)))}。");
        yield return new("四、“三公”经费支出决算情况", ParagraphStyle.Heading);
        var planned = spent.Select(entry => entry with { Amount = entry.Prior }).ToList();
        yield return new($"“三公”经费年初预算为{wording.Money(ThreePublic.Total(planned))}，支出决算为{wording.Money(ThreePublic.Total(spent))}。");
        if (ThreePublic.Purchase(planned) == 0 && ThreePublic.Purchase(spent) > 0)
        {
            yield return new($"公务用车购置费年初预算为0.00万元，支出决算为{wording.Money(ThreePublic.Purchase(spent))}，年中按程序追加，不计算完成率。");
        }

        yield return new("决算数据以万元列示时四舍五入，合计与分项之和可能存在尾差。");
    }

    /// <summary>The sources of income, those without money left out.</summary>
    private static IEnumerable<(string Label, decimal Amount)> SourcesOf(Ledger ledger)
    {
        var received = ledger.Entries.Received().ToList();
        (string Label, decimal Amount)[] sources =
        [
            ("财政拨款收入", received.Where(ThreePublic.IsFiscal).Sum()), ("上级补助收入", received.Of(Fund.SuperiorSubsidy).Sum()), ("事业收入", received.Of(Fund.InstitutionalIncome).Sum()),
            ("经营收入", received.Of(Fund.OperatingIncome).Sum()), ("其他收入", received.Of(Fund.OtherIncome).Sum()),
        ];
        return sources.Where(source => source.Amount != 0);
    }

    /// <summary>The kinds of expenditure, those without money left out.</summary>
    private static IEnumerable<(string Label, decimal Amount)> Kinds(List<Entry> spent)
    {
        (string Label, decimal Amount)[] kinds =
        [
            ("基本支出", spent.Of(Nature.Basic).Sum()), ("项目支出", spent.Of(Nature.Project).Sum()), ("上缴上级支出", spent.Of(Nature.RemittedToSuperior).Sum()),
            ("经营支出", spent.Of(Nature.Operating).Sum()), ("对附属单位补助支出", spent.Of(Nature.AffiliateSubsidy).Sum()),
        ];
        return kinds.Where(kind => kind.Amount != 0);
    }
}
