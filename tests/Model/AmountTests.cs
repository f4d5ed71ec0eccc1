using CsCheck;

namespace Gouji.Model.Tests;

public sealed class AmountTests
{
    [Theory]
<<<<<<< HEAD
    [InlineData(0, MoneyUnit.Yuan, "0.5")]
    [InlineData(2, MoneyUnit.Yuan, "0.005")]
    [InlineData(2, MoneyUnit.TenThousandYuan, "50")]
    [InlineData(0, MoneyUnit.TenThousandYuan, "5000")]
    [InlineData(1, MoneyUnit.ThousandYuan, "50")]
    [InlineData(4, MoneyUnit.HundredMillionYuan, "5000")]
    public void Printed_places_giveHalfOfTheLastPlaceInYuan(int places, MoneyUnit unit, string half) =>
        Assert.Equal(decimal.Parse(half, System.Globalization.CultureInfo.InvariantCulture), Amount.Printed(1145.6m, places, unit).HalfPlace);

    [Fact]
    public void Printed_figure_isWorthItsUnit() => Assert.Equal(new Amount(11_456_000m, 50m), Amount.Printed(1145.60m, 2, MoneyUnit.TenThousandYuan));

    [Fact]
    public void Printed_negativePlaces_areRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Amount.Printed(1m, -1, MoneyUnit.Yuan));

    [Fact]
    public void Printed_anyRoundedFigure_holdsTheFigureWithinItsHalfPlace() =>
        Gen.Select(Gen.Decimal[-1_000_000m, 1_000_000m], Gen.Int[0, 6], Gen.Enum<MoneyUnit>()).Sample(static (figure, places, unit) =>
        {
            var amount = Amount.Printed(decimal.Round(figure, places), places, unit);
            Assert.True(Math.Abs((figure * unit.InYuan()) - amount.Yuan) <= amount.HalfPlace);
        });
=======
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
>>>>>>> corpustests
}
