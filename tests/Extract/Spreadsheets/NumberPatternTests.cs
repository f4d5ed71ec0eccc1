using CsCheck;
using Gouji.Extract.Spreadsheets;

namespace Gouji.Extract.Tests.Spreadsheets;

public sealed class NumberPatternTests
{
    [Theory]
    [InlineData("General", "1145.5999999999999", "1145.6")]
    [InlineData("General", "0.1", "0.1")]
    [InlineData("General", "0.30000000000000004", "0.3")]
    [InlineData("General", "33.333333333333336", "33.33333333")]
    [InlineData("General", "0.66666666666666663", "0.666666667")]
    [InlineData("General", "-33.333333333333336", "-33.33333333")]
    [InlineData("General", "12345678901", "12345678901")]
    [InlineData("General", "123456789012", "1.23457E+11")]
    [InlineData("General", "1234567890.5", "1234567891")]
    [InlineData("General", "99999999999.7", "1E+11")]
    [InlineData("General", "0.0001", "0.0001")]
    [InlineData("General", "1.2345678E-5", "1.23457E-05")]
    [InlineData("General", "0.00001", "0.00001")]
    [InlineData("General", "1E-12", "1E-12")]
    [InlineData("General", "2010301", "2010301")]
    [InlineData("General", "-0", "0")]
    [InlineData("", "12.5", "12.5")]
    [InlineData("G/通用格式\"元\"", "12.5", "12.5元")]
    [InlineData("@", "123456789012", "123456789012")]
    [InlineData("@", "950.46", "950.46")]
    [InlineData("0.00", "950.5", "950.50")]
    [InlineData("0.00", "0.285", "0.29")]
    [InlineData("0.00", "1.005", "1.01")]
    [InlineData("0.00", "-1.005", "-1.01")]
    [InlineData("0.00", "0", "0.00")]
    [InlineData("0.0", "999.96", "1000.0")]
    [InlineData("#,##0.00", "1234.5", "1,234.50")]
    [InlineData("#,##0.00", "1234567.891", "1,234,567.89")]
    [InlineData("#,##0.00", "-1234567.891", "-1,234,567.89")]
    [InlineData("#,##0.00", "12", "12.00")]
    [InlineData("#,##0", "999999.5", "1,000,000")]
    [InlineData("#.##", "0.5", ".5")]
    [InlineData("0.##", "5", "5")]
    [InlineData("0.##", "5.10", "5.1")]
    [InlineData("0.??", "5.1", "5.1")]
    [InlineData("00000", "301", "00301")]
    [InlineData("0%", "0.125", "13%")]
    [InlineData("0.00%", "0.12345", "12.35%")]
    [InlineData("0.00%", "1", "100.00%")]
    [InlineData("0,", "1234567", "1235")]
    [InlineData("#,##0.00,", "1234567", "1,234.57")]
    [InlineData("0!.0,", "12345678", "1234.6")]
    [InlineData("0\".\"0,\"万\"", "12345678", "1234.6万")]
    [InlineData("0.00_);(0.00)", "-12.5", "(12.50)")]
    [InlineData("0.00_);(0.00)", "12.5", "12.50")]
    [InlineData("#,##0;△#,##0", "-1200", "△1,200")]
    [InlineData("#,##0.00;▲#,##0.00", "-0.5", "▲0.50")]
    [InlineData("0.00_ ;[Red]\\-0.00\\ ", "-12.5", "-12.50")]
    [InlineData("0.00;[红色]0.00", "-12.5", "-12.50")]
    [InlineData("0.00;-0.00;;@", "0", "")]
    [InlineData("0.00;-0.00;\"-\"", "0", "-")]
    [InlineData("_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "0", "-")]
    [InlineData("_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "-1234.5", "-1,234.50")]
    [InlineData("_ \"¥\"* #,##0.00_ ;_ \"¥\"* \\-#,##0.00_ ", "1234.5", "¥1,234.50")]
    [InlineData("[$¥-804]#,##0.00", "-3", "-¥3.00")]
    [InlineData("[$-804]0.00", "3", "3.00")]
    [InlineData("0.00\"万元\"", "3", "3.00万元")]
    [InlineData("[>=10000]0!.0,\"万\";0", "123456", "12.3万")]
    [InlineData("[>=10000]0!.0,\"万\";0", "123", "123")]
    [InlineData("[<0]\"减\"0;\"增\"0", "-5", "减5")]
    [InlineData("0.00E+00", "12345", "1.23E+04")]
    [InlineData("0.00E+00", "9999999", "1.00E+07")]
    [InlineData("##0.0E+0", "123456", "123.5E+3")]
    [InlineData("[DBNum1]0", "12", "12")]
    [InlineData("# ?/?", "0.5", "0.5")]
    [InlineData("0.00", "1E+20", "100000000000000000000.00")]
    [InlineData("yyyy/m/d", "43891", "2020/3/1")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", "43891", "2020年3月1日")]
    [InlineData("yyyy\"年\"", "43891", "2020年")]
    [InlineData("yyyy-mm-dd hh:mm:ss", "43891.75", "2020-03-01 18:00:00")]
    [InlineData("yyyy/m/d h:mm AM/PM", "43891.0625", "2020/3/1 1:30 AM")]
    [InlineData("aaaa", "43891", "星期日")]
    [InlineData("h:mm", "0.5", "12:00")]
    public void Print_number_printsAsSpreadsheetsDo(string code, string number, string expected) =>
        Assert.Equal(expected, NumberPattern.Parse(code).Print(Number(number), isFrom1904: false).Text);

    [Theory]
    [InlineData("yyyy-mm-dd", "1145.5999999999999", "1145.6")]
    [InlineData("yyyy-mm-dd", "1145", "1145")]
    [InlineData("yyyy-mm-dd", "-5", "-5")]
    [InlineData("yyyy-mm-dd", "43891.5", "43891.5")]
    [InlineData("yyyy-mm-dd", "99999999", "99999999")]
    [InlineData("m\"月\"d\"日\"", "3.1", "3.1")]
    [InlineData("h:mm", "12.5", "12.5")]
    public void Print_amountInDateFormat_printsTheNumberAndRemarksIt(string code, string number, string expected) =>
        Assert.Equal(new PrintedValue(expected, PrintRemark.NumberInDateFormat), NumberPattern.Parse(code).Print(Number(number), isFrom1904: false));

    [Fact]
    public void Print_dateFrom1904_countsFromThere() =>
        Assert.Equal("2020-3-1", NumberPattern.Parse("yyyy-m-d").Print(Number("42429"), isFrom1904: true).Text);

    [Theory]
    [InlineData(";;;", "5")]
    [InlineData("0;;", "-5")]
    public void Print_valueThatTheFormatHides_isBlankAndRemarked(string code, string number) =>
        Assert.Equal(new PrintedValue("", PrintRemark.NotShown), NumberPattern.Parse(code).Print(Number(number), isFrom1904: false));

    [Theory]
    [InlineData("General", "甲")]
    [InlineData("0.00", "甲")]
    [InlineData("_ @_ ", "甲")]
    [InlineData("0.00;-0.00;;@", "甲")]
    public void Print_text_staysText(string code, string text) => Assert.Equal(new PrintedValue(text), NumberPattern.Parse(code).Print(text));

    [Fact]
    public void Print_textFormatWithWords_addsThem() => Assert.Equal("甲局", NumberPattern.Parse("@\"局\"").Print("甲").Text);

    // Decimal arithmetic on the text of the number says what must be printed, whatever binary number is nearest.
    [Fact]
    public void Print_anyAmount_printsItRoundedInDecimal() =>
        Gen.Select(Gen.Long[-999_999_999_999, 999_999_999_999], Gen.Int[0, 6], Gen.Int[0, 4]).Sample((digits, scale, places) =>
        {
            var amount = digits / Power(scale);
            var code = places == 0 ? "0" : $"0.{new string('0', places)}";
            var expected = decimal.Round(amount, places, MidpointRounding.AwayFromZero).ToString($"F{places}");
            var printed = NumberPattern.Parse(code).Print(Number(((double)amount).ToString("R")), isFrom1904: false).Text;

            // Spreadsheets keep the minus of what rounds to nothing.
            return printed == expected || (amount < 0 && printed == $"-{expected.TrimStart('-')}" && decimal.Parse(printed) == 0);
        });

    [Fact]
    public void Print_anyFormat_neverFails() =>
        Gen.Select(Gen.Char["0#?.,%;[]$-_*\\\"@EehmsyYdaG/+ 年<>=1"].Array[0, 12], Gen.Double).Sample((code, value) =>
        {
            var pattern = NumberPattern.Parse(new string(code));
            return SheetNumber.TryConvert(value, out var number) is false || (pattern.Print(number, isFrom1904: false).Text is not null && pattern.Print("甲").Text is not null);
        });

    private static SheetNumber Number(string text)
    {
        Assert.True(SheetNumber.TryParse(text, out var number));
        return number;
    }

    private static decimal Power(int exponent)
    {
        var power = 1m;
        for (; exponent > 0; exponent--)
        {
            power *= 10;
        }

        return power;
    }
}
