using Gouji.Extract.Spreadsheets;

namespace Gouji.Extract.Tests.Spreadsheets;

public sealed class SheetNumberTests
{
    [Theory]
    [InlineData("1145.5999999999999", false, 11456, -1)]
    [InlineData("-0.30000000000000004", true, 3, -1)]
    [InlineData("1.5E3", false, 15, 2)]
    [InlineData("999999999999999.9", false, 1, 15)]
    [InlineData("000", false, 0, 0)]
    [InlineData("1234567890123456789", false, 123456789012346, 4)]
    public void TryParse_number_keepsFifteenDigits(string text, bool negative, ulong digits, int exponent)
    {
        Assert.True(SheetNumber.TryParse(text, out var number));
        Assert.Equal(new SheetNumber(negative, digits, exponent), number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1x")]
    [InlineData("1E")]
    [InlineData("1E999")]
    [InlineData("NaN")]
    [InlineData("甲")]
    public void TryParse_noNumber_isFalse(string text) => Assert.False(SheetNumber.TryParse(text, out _));

    [Theory]
    [InlineData(1145.5999999999999, "1145.6")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(-1234.5, "-1234.5")]
    [InlineData(0, "0")]
    public void TryConvert_binaryNumber_isWhatItShows(double value, string expected)
    {
        Assert.True(SheetNumber.TryConvert(value, out var number));
        Assert.Equal(expected, number.ToPlainText());
    }

    [Fact]
    public void TryConvert_noNumber_isFalse() => Assert.False(SheetNumber.TryConvert(double.NaN, out _) || SheetNumber.TryConvert(double.PositiveInfinity, out _));
}
