using System.Globalization;
using Gouji.Model;
using Gouji.Normalize.Prose;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Prose;

public sealed class ClaimReaderTests
{
    [Theory]
    [InlineData("三、支出预算情况说明", "基本支出950.64万元，占82.12%", "Amount 基本支出 950.64万元; Share 基本支出 82.12")]
    [InlineData("三、支出预算情况说明", "基本支出 9５0．64 　万元", "Amount 基本支出 950.64万元")]
    [InlineData("三、支出预算情况说明", "支出预算2,940.05万元", "Amount 支出预算 2940.05万元")]
    [InlineData("三、支出预算情况说明", "项目支出1.2亿元", "Amount 项目支出 1.2亿元")]
    [InlineData("三、支出预算情况说明", "项目支出120000元", "Amount 项目支出 120000元")]
    [InlineData("三、支出预算情况说明", "项目支出12万元，比上年减少3万元，下降20%", "Amount 项目支出 12万元; Change 项目支出 -3万元 <上年>; Rate 项目支出 -20")]
    [InlineData("三、支出预算情况说明", "项目支出12万元，较2019年预算数增长了20%", "Amount 项目支出 12万元; Rate 项目支出 20 <2019年预算数>")]
    [InlineData("三、支出预算情况说明", "项目支出12万元，与上年持平", "Amount 项目支出 12万元; Unchanged 项目支出 0万元 <上年>")]
    [InlineData("三、支出预算情况说明", "项目支出12万元。比2019年预算持平", "Amount 项目支出 12万元; Unchanged 项目支出 0万元 <2019年预算>")]
    [InlineData("三、支出预算情况说明", "2019年预算执行数为10万元，2020年预算安排12万元", "Amount  10万元 earlier; Amount  12万元", true)]
    [InlineData("（二）政府采购情况", "政府采购预算   万元", "Missing 政府采购预算 0万元")]
    [InlineData("（三）国有资产占用使用情况", "单位价值100万元以上设备3台", "Count 单位价值100万元以上设备 3台")]
    [InlineData("（三）国有资产占用使用情况", "车辆25辆，价值808.81万元", "Count 车辆 25辆; Amount 价值 808.81万元")]
    [InlineData("（四）预算绩效情况", "自第3个月起实行绩效管理的项目5个", "Count 实行绩效管理的项目 5个", true)]
    [InlineData("八、“三公”经费预算情况说明", "“三公”经费下降2个百分点", "")]
    [InlineData("三、支出预算情况说明", "项目支出1234567890123456789万元，下降٣元", "TooLong 项目支出 0万元")]
    [InlineData("三、支出预算情况说明", "项目支出123456789012345678万元", "Amount 项目支出 123456789012345678万元")]
    public void Read_sentence_givesEachFigureWithItsWords(string heading, string sentence, string expected, bool loosely = false)
    {
        var claims = Claims(heading, sentence);
        var shown = string.Join("; ", claims.Select(Show));
        if (loosely)
        {
            Assert.Equal(expected.Split("; ").Select(static part => part.Split(' ')[2..]), claims.Select(static claim => Show(claim).Split(' ')[2..]));
            return;
        }

        Assert.Equal(expected, shown);
    }

    [Fact]
    public void Read_item_isTheSubjectOfItsFigures()
    {
        var claims = Claims("五、一般公共预算当年拨款情况说明", "1.“教育支出（类）其他教育支出（款）其他教育支出（项）”25.00万元，主要用于教学。2019年当年预算执行数为20.00万元，2020年预算安排25.00万元，比2019年预算执行数增加25.00%。");
        Assert.All(claims, static claim => Assert.Equal("其他教育支出", claim.Item!.Item));
        Assert.Equal([false, true, false, false], claims.Select(static claim => claim.IsOfEarlierYear));
        Assert.All(claims.Where(static claim => claim.Kind == ClaimKind.Amount), static claim => Assert.True(claim.IsOfItem));
        Assert.Same(claims[2], claims[3].Owner);
    }

    [Fact]
    public void Read_partOfAnItem_isNotTheItem()
    {
        var claims = Claims("五、一般公共预算当年拨款情况说明", "教育支出（类）其他教育支出（款）其他教育支出（项）25万元，其中：人员经费20万元。");
        Assert.Equal([true, false], claims.Select(static claim => claim.IsOfItem));
    }

    [Fact]
    public void Read_figuresOfOneLine_haveItsFinestPlace()
    {
        var claims = Claims("二、收入预算情况说明", "一般公共预算1145.60万元、上级专项收入12万元、车辆2辆、其他收入约3万元。");
        Assert.Equal([2, 2, 0, 0], claims.Select(static claim => claim.Decimals));
        Assert.Equal(50m, claims[1].PlainHalf);
        Assert.Equal(0m, claims[2].PlainHalf);
    }

    [Fact]
    public void Read_finalAccounts_tellBudgetFromFinalFigure()
    {
        var claims = Printed.Recognise(
            Printed.Line("某局2020年度部门决算公开"),
            Printed.Line("五、一般公共预算财政拨款支出决算情况说明"),
            Printed.Line("行政运行支出年初预算为52.00万元，支出决算为51.32万元，完成年初预算的98.69%。")).Prose.Claims;
        Assert.Equal([true, false, false], claims.Select(static claim => claim.IsBudgeted));
        Assert.Equal([ClaimKind.Amount, ClaimKind.Amount, ClaimKind.Completion], claims.Select(static claim => claim.Kind));
        Assert.All(claims, static claim => Assert.False(claim.IsOfEarlierYear));
    }

    [Fact]
    public void Read_anyFigure_standsAtItsPlace()
    {
        const string sentence = "　基本支出 950.64 万元，占82.12%，比上年减少１４３.07万元。";
        var claims = Claims("三、支出预算情况说明", sentence);
        Assert.Equal(["950.64", "82.12", "１４３.07"], claims.Select(claim => sentence.Substring(claim.Place.Span.Start, claim.Place.Span.Length)));
    }

    [Fact]
    public void Read_figureOfTheYearBefore_isOfTheSameThing()
    {
        var claims = Claims("二、收入预算情况说明", "2020年收入预算120万元，比2019年100万元增加20万元，增长20%。");
        Assert.Equal(["收入预算", "收入预算", "收入预算", "收入预算"], claims.Select(static claim => claim.Subject));
        Assert.True(claims[1].IsOfEarlierYear);
        Assert.Same(claims[0], claims[2].Owner);
    }

    [Theory]
    [InlineData("（二）公务接待费。2020年预算数0.45万元。", "公务接待费")]
    [InlineData("（一）收入预算情况：2020年年初预算数120万元。", "收入预算")]
    [InlineData("2.公务接待费0.45万元。", "公务接待费")]
    public void Read_figureWithoutAName_hasThatOfItsTopic(string text, string subject) =>
        Assert.Equal(subject, Assert.Single(Claims("五、“三公”经费预算情况说明", text)).Subject);

    [Fact]
    public void Read_unchanged_isOfTheThingThatItNames()
    {
        var claims = Claims("八、“三公”经费预算情况说明", "因公出国（境）费0万元，公务用车购置2万元。", "其中：因公出国（境）费与上年预算持平，公务用车购置费较上年预算无变化。");
        Assert.Equal([claims[0], claims[1]], claims.Where(static claim => claim.Kind == ClaimKind.Unchanged).Select(static claim => claim.Owner));
    }

    [Fact]
    public void Read_changeOfANamedThing_isOfTheOneAmountOfItsSection()
    {
        var claims = Claims("八、“三公”经费预算情况说明", "公务接待费2.1万元，公务用车运行费15万元。", "（二）公务接待费比上年预算减少0.3万元，下降12.50%。");
        Assert.Equal([claims[0], claims[0]], claims.Skip(2).Select(static claim => claim.Owner));
    }

    [Fact]
    public void Read_changeOfAThingWithTwoAmounts_isOfNeither()
    {
        var claims = Claims("八、“三公”经费预算情况说明", "公务接待费2.1万元。", "公务接待费1.1万元。", "公务接待费比上年预算减少0.3万元。");
        Assert.Null(claims[^1].Owner);
    }

    [Fact]
    public void Read_wholeThatAShareNames_isNoAmountOfItsOwn()
    {
        var claims = Claims("三、支出预算情况说明", "一般公共预算支出80万元，占支出预算100万元的80%。");
        Assert.False(claims[1].IsAmount);
        Assert.Equal((ClaimKind.Share, claims[0], claims[1]), (claims[2].Kind, claims[2].Owner, claims[2].Whole));
    }

    [Theory]
    [InlineData("包括人员经费3万元和公用经费2万元。", "人员经费", "公用经费")]
    [InlineData("安排基本支出3万元，基本支出年初预算数为2万元。", "基本支出", "基本支出")]
    public void Read_wordsAroundAName_areNoPartOfIt(string text, params string[] subjects) =>
        Assert.Equal(subjects, Claims("三、支出预算情况说明", text).Select(static claim => claim.Subject));

    [Theory]
    [InlineData("本年各项既定工作任务照常开展并且全部按期完成，基本支出12.5万元，占70%。", "基本支出【12.5】万元，占70%。")]
    [InlineData("保障机构日常运转并完成各项既定工作任务所需要安排的全部基本支出12.5万元。", "保障机构日常运转并完成各项既定工作任务所需要安排的全部基本支出【12.5】万元。")]
    [InlineData("项目支出1,234.50万元。", "项目支出【1,234.50】万元。")]
    public void Quote_anyFigure_beginsWithAClause(string sentence, string expected) =>
        Assert.Equal(expected, Claims("三、支出预算情况说明", sentence)[0].Quote());

    [Fact]
    public void Read_amountOfWordsOfDoing_isNotUnderstood()
    {
        var disclosure = Printed.Recognise(Printed.Line("某局2020年部门预算公开"), Printed.Line("八、“三公”经费预算情况说明"), Printed.Line("公务接待费2万元，严控290.5万元。"));
        Assert.Equal(290.5m, Assert.Single(disclosure.Prose.Claims, static claim => !claim.IsUnderstood).Value);
        Assert.Contains("【290.5】", Assert.Single(disclosure.Left).Text);
    }

    [Fact]
    public void Read_shareBehindBrackets_isOfWhatTheBracketsExplain()
    {
        var claims = Claims("二、收入预算情况说明", "财政拨款收入90万元（其中，一般公共预算80万元，政府性基金预算10万元），占90%。");
        Assert.Same(claims[0], claims[3].Owner);
    }

    [Fact]
    public void Read_shareWithinBrackets_isOfTheAmountWithin()
    {
        var claims = Claims("二、收入预算情况说明", "财政拨款收入90万元（其中：政府性基金预算9万元，占10%）。");
        Assert.Same(claims[1], claims[2].Owner);
    }

    [Fact]
    public void Read_countsOnBothSidesOfBrackets_areOfOneThing()
    {
        var claims = Claims("七、“三公”经费预算情况说明", "公务接待12批次（其中外事接待2批次），96人次（其中外事接待8人次）。");
        Assert.Equal(["公务接待", "外事接待", "公务接待", "外事接待"], claims.Select(static claim => claim.Subject));
        Assert.Equal(["批次", "批次", "人次", "人次"], claims.Select(static claim => claim.Counted));
    }

    [Theory]
    [InlineData("占年初预算的96%", nameof(ClaimKind.Completion))]
    [InlineData("占调整预算105.2%", nameof(ClaimKind.Completion))]
    [InlineData("占预算数的96%", nameof(ClaimKind.Completion))]
    [InlineData("占支出预算的96%", nameof(ClaimKind.Share))]
    [InlineData("占政府采购预算96%", nameof(ClaimKind.Share))]
    public void Read_partOfABudgetOrAllThatWasSpentOfIt_areToldApart(string words, string expected) =>
        Assert.Equal(expected, Claims("三、支出预算情况说明", "项目支出48万元，" + words + "。")[1].Kind.ToString());

    [Theory]
    [InlineData("2020年度收、支总计500万元。", "收支总计")]
    [InlineData("2020年度收入、支出总计各500万元。", "收入支出总计")]
    [InlineData("办公费、印刷费500万元。", "印刷费")]
    public void Read_totalOfBothSides_isNamedWhole(string text, string subject) =>
        Assert.Equal(subject, Assert.Single(Claims("一、收支预算总体情况说明", text)).Subject);

    [Theory]
    [InlineData("收、支总计各为500.10，520.30万元，各占60%。")]
    [InlineData("货物、服务采购分别为30万元和20万元，占60%和40%。")]
    [InlineData("人员经费和公用经费分别为30万元、20万元，占60%、40%。")]
    public void Read_listApartFromItsNames_givesNoFigureAThing(string text)
    {
        var claims = Claims("一、收支预算总体情况说明", text);
        Assert.All(claims.Where(static claim => claim.Kind == ClaimKind.Share), static claim => Assert.Null(claim.Owner));
        Assert.False(claims[0].IsAmount);
        Assert.False(claims[0].IsUnderstood);
    }

    [Fact]
    public void Read_partsOfAnEarlierAmount_areOfItsYear()
    {
        var claims = Claims("八、“三公”经费预算情况说明", "2019年“三公”经费合计支出9万元，其中：公务接待费4万元，公务用车运行费5万元。2020年预算8万元，其中：公务接待费3万元。");
        Assert.Equal([true, true, true, false, false], claims.Select(static claim => claim.IsOfEarlierYear));
    }

    [Fact]
    public void Read_partsOfASentenceSetInAnEarlierYear_areOfThatYear()
    {
        var claims = Claims("八、“三公”经费预算情况说明", "2019年“三公”经费支出中，公务接待费4万元，公务用车运行费5万元。2020年“三公”经费预算中，公务接待费3万元。");
        Assert.Equal([true, true, false], claims.Select(static claim => claim.IsOfEarlierYear));
    }

    [Fact]
    public void Read_accumulatedFigureOfTheYearBefore_isOfTheSameThing()
    {
        var claims = Claims("八、“三公”经费预算情况说明", "公务接待费4万元，比上年累计支出5万元下降1万元。");
        Assert.Equal((claims[0].Subject, true), (claims[1].Subject, claims[1].IsOfEarlierYear));
        Assert.Same(claims[0], claims[2].Owner);
    }

    [Fact]
    public void Read_figuresJoinedByAComma_areNotOneWithThousands() =>
        Assert.Equal(320.30m, Assert.Single(Claims("一、收支预算总体情况说明", "收、支总计各为500.10,320.30万元。")).Value);

    [Fact]
    public void Read_partsBehindAComparedAmount_areOfTheYearItself()
    {
        var claims = Claims("八、“三公”经费预算情况说明", "“三公”经费预算8万元，较2019年的9万元减少1万元，其中：公务接待费3万元。", "比2019年9万元减少1万元，其中：公务接待费3万元。");
        Assert.Equal([false, true, false], claims.Where(static claim => claim is { Kind: ClaimKind.Amount, Line.Block: 3 }).Select(static claim => claim.IsOfEarlierYear));
        Assert.False(claims[^1].IsOfEarlierYear);
    }

    [Fact]
    public void Read_sectionOnAnEarlierYear_tellsOfThatYear()
    {
        var claims = Printed.Recognise(
            Printed.Line("某中心2020年“三公”经费预算公开"),
            Printed.Line("一、2020年“三公”经费预算情况"),
            Printed.Line("公务接待费3万元。"),
            Printed.Line("二、2019年“三公”经费决算情况"),
            Printed.Line("公务接待费4万元。"),
            Printed.Line("公务接待费较上年减少1万元，下降25%。")).Prose.Claims;
        Assert.Equal([false, true], claims.Take(2).Select(static claim => claim.IsOfEarlierYear));
        Assert.DoesNotContain(claims[1], claims.Select(static claim => claim.Owner));
    }

    [Theory]
    [InlineData("预算60万元。其中，接待费10万元，用车费50万元。同口径比2019年减少15万元，下降20%。")]
    [InlineData("预算60万元，比上年增加5万元。其中，用车费支出比预算无增减，比去年增加15万元，增长20%。")]
    public void Read_changeBehindAList_isOfNoneOfIt(string text) =>
        Assert.All(Claims("八、“三公”经费预算情况说明", "“三公”经费" + text).Where(static claim => Math.Abs(claim.Value) is 15 or 20), static claim => Assert.Null(claim.Owner));

    [Fact]
    public void Read_changeThatGoesOnInANewSentence_isOfTheOneAmountBefore()
    {
        var claims = Claims("三、支出预算情况说明", "支出预算60万元。与上年相比，减少15万元，下降20%。");
        Assert.Equal([claims[0], claims[0]], claims.Skip(1).Select(static claim => claim.Owner));
    }

    [Fact]
    public void Read_moreThanBudgeted_isAChange()
    {
        var claims = Claims("三、支出决算情况说明", "支出60万元，决算数大于预算数5.5万元；收入40万元，决算数小于年初预算数2万元。");
        Assert.Equal([5.5m, -2m], claims.Where(static claim => claim.Kind == ClaimKind.Change).Select(static claim => claim.Value));
        Assert.Equal("预算数", claims[1].Base);
    }

    [Fact]
    public void Read_traditionalCharacters_giveTheSameClaims()
    {
        var claims = Claims("三、支出預算情況說明", "項目支出12萬元，比上年減少3萬元，下降20%。");
        Assert.Equal("Amount 项目支出 12万元; Change 项目支出 -3万元 <上年>; Rate 项目支出 -20", string.Join("; ", claims.Select(Show)));
        Assert.All(claims, static claim => Assert.True(claim.IsUnderstood));
    }

    [Fact]
    public void Read_peopleOfAYear_areNotOfTheAmountBefore()
    {
        var claims = Claims("三、支出预算情况说明", "项目支出12万元，主要原因：2020年度15名职工调资。");
        Assert.False(claims[1].IsUnderstood);
    }

    private static IReadOnlyList<Claim> Claims(string heading, params string[] sentences) =>
        Printed.Recognise([Printed.Line("某局2020年部门预算公开"), Printed.Line(heading), .. sentences.Select(Printed.Line)]).Prose.Claims;

    private static string Show(Claim claim) => string.Create(
        CultureInfo.InvariantCulture,
        $"{claim.Kind} {claim.Subject} {claim.Value}{claim.Money?.Name()}{claim.Counted}{(claim.Base.Length > 0 ? $" <{claim.Base}>" : "")}{(claim.IsOfEarlierYear ? " earlier" : "")}");
}
