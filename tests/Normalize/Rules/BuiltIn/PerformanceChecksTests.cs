using Gouji.Model;

namespace Gouji.Normalize.Tests.Rules.BuiltIn;

public sealed class PerformanceChecksTests
{
    [Fact]
    public void ProjectNamesAgree_targetWithoutAProject_isToldSo() =>
        Assert.Contains("has no counterpart", Assert.Single(Checks.Run("project-names-agree", "B7[2013199 甲项目].total 1.00  B11[丙工程 fund].total 2.00").Broken()).Remark!.En);

    [Fact]
    public void ProjectNamesAgree_otherNameOfTheSameAmount_showsBothNames()
    {
        var remark = Assert.Single(Checks.Run("project-names-agree", "B7[2013199 甲项目].total 2.00  B11[丙工程 fund].total 2.00").Broken()).Remark!;
        Assert.Contains("甲项目", remark.Zh);
        Assert.Contains("丙工程", remark.Zh);
    }

    [Theory]
    [InlineData("B11[甲项目 cost 车辆运行费].value ≥40万元  B11[甲项目 cost 住宿费].value ≤20万元", "1 of 2")]
    [InlineData("B11[甲项目 cost 车辆运行费].value ≥40万元  B11[甲项目 cost 住宿费].value ≥20万元", "2 of 2")]
    public void DirectionsSensible_floorsOnCost_areCounted(string example, string told) =>
        Assert.Contains(told, Assert.Single(Checks.Run("directions-sensible", example, FormRole.B11).Broken()).Remark!.En);

    [Fact]
    public void DirectionsSensible_noCostIndicator_cannotBeTold() => Assert.Equal(Verdict.CannotTell, Assert.Single(Checks.Run("directions-sensible", "B11[甲项目 fund].total 1.00", FormRole.B11)).Verdict);
}
