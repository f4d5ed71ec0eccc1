using CsCheck;

namespace Gouji.Model.Tests;

public sealed class AmountTests
{
    [Theory]
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
}
