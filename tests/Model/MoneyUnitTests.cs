namespace Gouji.Model.Tests;

public sealed class MoneyUnitTests
{
    [Theory]
    [InlineData(MoneyUnit.Yuan, 1, "元")]
    [InlineData(MoneyUnit.ThousandYuan, 1_000, "千元")]
    [InlineData(MoneyUnit.TenThousandYuan, 10_000, "万元")]
    [InlineData(MoneyUnit.HundredMillionYuan, 100_000_000, "亿元")]
    public void Unit_hasItsWorthAndName(MoneyUnit unit, int yuan, string name) => Assert.Equal((yuan, name), (unit.InYuan(), unit.Name()));

    [Fact]
    public void Unit_ofNoKnownValue_isRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ((MoneyUnit)99).InYuan());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((MoneyUnit)99).Name());
    }

    [Fact]
    public void Units_areAllDescribed() => Assert.All(Enum.GetValues<MoneyUnit>(), static unit => Assert.True(unit.InYuan() >= 1 && unit.Name().EndsWith('元')));
}
