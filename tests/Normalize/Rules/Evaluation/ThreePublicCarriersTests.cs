using Gouji.Normalize.Rules.Evaluation;

namespace Gouji.Normalize.Tests.Rules.Evaluation;

public sealed class ThreePublicCarriersTests
{
    [Theory]
    [InlineData("车辆运行费", true)]
    [InlineData("公务用车购置", true)]
    [InlineData("租车费", false)]
    [InlineData("火车票", false)]
    [InlineData("停车场维护", false)]
    [InlineData("办公费", false)]
    public void NamesVehicle_label_isOneOfOfficialVehicles(string label, bool names) => Assert.Equal(names, ThreePublicCarriers.NamesVehicle(label));

    [Theory]
    [InlineData("接待费", null, true)]
    [InlineData("住宿费", "公务接待费", true)]
    [InlineData("住宿费", "干部培训费", false)]
    [InlineData("办公费", "公务接待费", false)]
    public void NamesReception_label_isOneOfReceptionOrOfItsProject(string label, string? project, bool names) => Assert.Equal(names, ThreePublicCarriers.NamesReception(label, project));

    [Theory]
    [InlineData("B7[2013199 公务接待费].total 2.00", true)]                                                                     // its name
    [InlineData("B7[2013199 甲项目].total 2.00", true)]                                                                         // nothing is known of it
    [InlineData("B7[2013199 甲项目].total 2.00  B11[甲项目 fund].total 2.00  B11[甲项目 cost 印刷费].value 1.00", true)]        // half of it is open
    [InlineData("B7[2013199 甲项目].total 2.00  B11[甲项目 fund].total 2.00  B11[甲项目 cost 印刷费].value 2.00", false)]       // all of it is told
    [InlineData("B7[2013199 甲项目].total 2.00  B11[甲项目 fund].total 2.00  B11[甲项目 cost 公务用车].value 2.00", true)]
    public void MayCarry_project_canUnlessItsCostsRuleItOut(string example, bool may)
    {
        var index = new FormIndex(new DisclosureRecogniser().Recognise(ExampleBuilder.Build(example)));
        Assert.Equal(may, ThreePublicCarriers.MayCarry(index, Assert.Single(index.ProjectRows())));
    }
}
