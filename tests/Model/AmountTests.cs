using CsCheck;

namespace Gouji.Model.Tests;

public sealed class AmountTests
{
    [Theory]
    [InlineData("1145.60", 2, MoneyUnit.TenThousandYuan, "11456000", "50")]
    [InlineData("1145.6", 1, MoneyUnit.TenThousandYuan, "11456000", "500")]
    [InlineData("12", 0, MoneyUnit.TenThousandYuan, "120000", "5000")]
    [InlineData("12", 0, MoneyUnit.Yuan, "12", "0.5")]
    [InlineData("0.05", 2, MoneyUnit.HundredMillionYuan, "5000000", "500000")]
    [InlineData("-3.5", 1, MoneyUnit.ThousandYuan, "-3500", "50")]
    public void Printed_figureAndUnit_giveYuanAndHalfOfTheLastPlace(string stated, int places, MoneyUnit unit, string yuan, string half)
    {
        var amount = Amount.Printed(decimal.Parse(stated), places, unit);
        Assert.Equal((decimal.Parse(yuan), decimal.Parse(half)), (amount.Yuan, amount.HalfPlace));
    }

    [Fact]
    public void Printed_negativePlaces_areRefused() => Assert.Throws<ArgumentOutOfRangeException>(static () => Amount.Printed(1m, -1, MoneyUnit.Yuan));

    [Fact]
    public void HalfPlaceOf_eachFurtherPlace_isATenth() => Gen.Int[0, 20].Sample(static places =>
        Assert.Equal(Amount.HalfPlaceOf(places), Amount.HalfPlaceOf(places + 1) * 10m));
}
