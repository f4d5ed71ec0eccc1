using CsCheck;
using Gouji.Cli.Output;

namespace Gouji.Cli.Tests.Output;

public sealed class FiguresTests
{
    [Theory]
    [InlineData("950.60", "950.6")]
    [InlineData("120.00", "120")]
    [InlineData("0.000", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("100", "100")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void Trim_zerosAfterThePoint_areDropped(string value, string expected) =>
        Assert.Equal(expected, Figures.Text(Figures.Trim(decimal.Parse(value))));

    [Theory]
    [InlineData("951", "950.64", "951.00")]
    [InlineData("950.6400", "950.46", "950.64")]
    [InlineData("0.125", "1.5", "0.125")]
    public void Like_figureBesideAPrintedOne_hasAtLeastItsDecimals(string value, string printed, string expected) =>
        Assert.Equal(expected, Figures.Text(Figures.Like(decimal.Parse(value), decimal.Parse(printed))));

    [Fact]
    public void Trim_anyFigure_keepsItsValueAndWritesNoExponent() => Gen.Decimal.Sample(static value =>
    {
        var trimmed = Figures.Trim(value);
        var text = Figures.Text(trimmed);
        Assert.Equal(value, trimmed);
        Assert.DoesNotContain('E', text);
        Assert.False(text.Contains('.') && text.EndsWith('0'));
    });
}
