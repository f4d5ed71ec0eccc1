using Gouji.Model;
using Gouji.Normalize.Prose;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Prose;

public sealed class ReasonReaderTests
{
    [Theory]
    [InlineData("基本支出12万元，比上年减少3万元，下降20%，主要原因是人员调出，工资减少。", "Change=人员调出，工资减少; Rate=人员调出，工资减少")]
    [InlineData("基本支出12万元，比上年减少3万元，主要是由于 人员调出；项目支出5万元，比上年增加1万元，增加的原因是新增任务。", "Change=人员调出; Change=新增任务")]
    [InlineData("基本支出12万元，比上年减少3万元，原因：一是人员调出；二是压减支出。项目支出5万元。", "Change=一是人员调出；二是压减支出")]
    [InlineData("基本支出12万元，比上年减少3万元。减少的主要原因：（1）人员调出；（2）压减支出。", "Change=（1）人员调出；（2）压减支出")]
    [InlineData("基本支出12万元，较上年减少3万元（主要原因为人员调出），占70%。", "Change=人员调出")]
    [InlineData("由于人员调出，工资减少，基本支出12万元，比上年减少3万元，下降20%。", "Change=人员调出，工资减少; Rate=人员调出，工资减少")]
    [InlineData("因人员调出，基本支出比上年减少3万元。", "Change=人员调出")]
    [InlineData("基本支出12万元，比上年减少3万元系因为人员调出。", "Change=人员调出")]
    [InlineData("项目支出12万元，与上年持平，主要原因是任务相同。", "Unchanged=任务相同")]
    [InlineData("公务用车运行费12万元，增加3万元，主要原因是车辆老旧，公务接待费2万元，减少1万元，主要原因是接待批次减少。", "Change=车辆老旧; Change=接待批次减少")]
    [InlineData("项目支出减少3万元，主要原因是人员经费增加2万元、任务减少。", "Change=人员经费增加2万元、任务减少; Change")]
    [InlineData("基本支出12万元，比上年减少3万元，主要是为保障机构运转。", "Change")]
    [InlineData("基本支出12万元，比上年减少3万元，主要用于办公。", "Change")]
    [InlineData("基本支出增加3万元，由于人员调出，项目支出减少2万元。", "Change; Change")]
    [InlineData("因公出国（境）费比上年减少3万元。", "Change")]
    [InlineData("基本支出12万元，比上年减少3万元，原因是。", "Change")]
    public void Read_sentence_givesEachChangeItsReason(string sentence, string expected) =>
        Assert.Equal(expected, string.Join("; ", Claims(sentence).Where(static claim => claim.Kind is ClaimKind.Change or ClaimKind.Rate or ClaimKind.Unchanged)
            .Select(static claim => claim.Kind + (claim.Reason is { } reason ? "=" + reason : ""))));

    [Fact]
    public void Read_reasonOfItsOwnParagraph_isOfTheChangeAboveIt()
    {
        var claims = Claims("基本支出12万元，比上年减少3万元。", "主要原因是7人调出。");
        Assert.Equal("7人调出", Assert.Single(claims, static claim => claim.Kind == ClaimKind.Change).Reason);
        Assert.All(claims, static claim => Assert.Equal(claim.Kind == ClaimKind.Change, claim.Reason is not null));
    }

    [Fact]
    public void Read_completion_hasTheReasonOfTheDifference()
    {
        var claims = Printed.Recognise(
            Printed.Line("某局2020年度部门决算公开"),
            Printed.Line("五、一般公共预算财政拨款支出决算情况说明"),
            Printed.Line("行政运行支出年初预算为52.00万元，支出决算为51.32万元，完成年初预算的98.69%。决算数小于预算数的主要原因是人员调出。")).Prose.Claims;
        Assert.Equal([null, null, "人员调出"], claims.Select(static claim => claim.Reason));
    }

    [Fact]
    public void Recognise_reason_isOnTheFactsOfTheChange()
    {
        var facts = Printed.Recognise([.. Lines("项目支出12万元，与上年持平，主要原因是任务相同。")]).Facts;
        Assert.Equal([(Measure.ThisYear, FactState.Value, null), (Measure.Change, FactState.Zero, "任务相同")], facts.Select(static fact => (fact.Measure, fact.State, fact.Reason)));
        Assert.Equal(0m, facts[1].Stated);
    }

    private static IEnumerable<Paragraph> Lines(params string[] sentences) =>
        [Printed.Line("某局2020年部门预算公开"), Printed.Line("三、支出预算情况说明"), .. sentences.Select(static sentence => Printed.Line(sentence))];

    private static IReadOnlyList<Claim> Claims(params string[] sentences) => Printed.Recognise([.. Lines(sentences)]).Prose.Claims;
}
