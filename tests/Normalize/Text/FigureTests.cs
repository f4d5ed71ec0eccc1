using CsCheck;
using System.Globalization;
using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Tests.Text;

public sealed class FigureTests
{
    [Theory]
    [InlineData("1145.60", "1145.60")]
    [InlineData("0", "0")]
    [InlineData("0.00", "0.00")]
    [InlineData("12", "12")]
    [InlineData("　950.64 ", "950.64")]
    [InlineData("\uFEFF12.00", "12.00")]
    [InlineData("1,157.60", "1157.60")]
    [InlineData("12,345,678.90", "12345678.90")]
    [InlineData("1，157.60", "1157.60")]
    [InlineData("１１４５．６０", "1145.60")]
    [InlineData("９５０.64", "950.64")]
    [InlineData("007", "7")]
    public void Parse_printedNumber_givesItsValue(string text, string value)
    {
        var figure = Figure.Parse(text);
        Assert.Equal(FigureKind.Number, figure.Kind);
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), figure.Value);
    }

    [Theory]
    [InlineData("12", 0)]
    [InlineData("12.0", 1)]
    [InlineData("1,157.60", 2)]
    [InlineData("１２．３００", 3)]
    [InlineData("(1.2)", 1)]
    public void Parse_printedNumber_keepsItsPlaces(string text, int decimals) => Assert.Equal(decimals, Figure.Parse(text).Decimals);

    [Theory]
    [InlineData("-1.2")]
    [InlineData("−1.2")]
    [InlineData("－1.2")]
    [InlineData("–1.2")]
    [InlineData("- 1.2")]
    [InlineData("(1.2)")]
    [InlineData("（1.2）")]
    [InlineData("（ 1.2 ）")]
    [InlineData("△1.2")]
    [InlineData("▲1.2")]
    public void Parse_everyFormOfNegative_isNegative(string text) => Assert.Equal(-1.2m, Figure.Parse(text).Value);

    [Theory]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("—")]
    [InlineData("——")]
    [InlineData("－")]
    [InlineData("/")]
    [InlineData("／")]
    [InlineData(" — ")]
    [InlineData("无")]
    public void Parse_dashStrokeOrNone_isADash(string text) => Assert.Equal(FigureKind.Dash, Figure.Parse(text).Kind);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("　")]
    [InlineData("\u00A0\n")]
    public void Parse_nothingPrinted_isBlank(string text) => Assert.Equal(FigureKind.Blank, Figure.Parse(text).Kind);

    [Theory]
    [InlineData("80万元", 80, MoneyUnit.TenThousandYuan)]
    [InlineData("12 万", 12, MoneyUnit.TenThousandYuan)]
    [InlineData("5元", 5, MoneyUnit.Yuan)]
    [InlineData("3千元", 3, MoneyUnit.ThousandYuan)]
    [InlineData("1亿元", 1, MoneyUnit.HundredMillionYuan)]
    [InlineData("2亿", 2, MoneyUnit.HundredMillionYuan)]
    public void Parse_unitBehindTheNumber_isTaken(string text, int value, MoneyUnit unit)
    {
        var figure = Figure.Parse(text);
        Assert.Equal((FigureKind.Number, (decimal)value, unit), (figure.Kind, figure.Value, figure.Unit));
        Assert.False(figure.Percent);
    }

    [Theory]
    [InlineData("98.96%")]
    [InlineData("98.96 ％")]
    public void Parse_percentSign_isNoAmountOfMoney(string text)
    {
        var figure = Figure.Parse(text);
        Assert.Equal((98.96m, true, null), (figure.Value, figure.Percent, figure.Unit));
    }

    [Theory]
    [InlineData("≥40万元", "AtLeast")]
    [InlineData("≧40万元", "AtLeast")]
    [InlineData(">=40万元", "AtLeast")]
    [InlineData("＞40万元", "AtLeast")]
    [InlineData("≤40万元", "AtMost")]
    [InlineData("≦ 40万元", "AtMost")]
    [InlineData("<=40万元", "AtMost")]
    [InlineData("=40万元", "Exactly")]
    [InlineData("＝40万元", "Exactly")]
    [InlineData("40万元", "None")]
    public void Parse_comparator_isTold(string text, string comparator)
    {
        var figure = Figure.Parse(text);
        Assert.Equal((comparator, 40m, MoneyUnit.TenThousandYuan), (figure.Comparator.ToString(), figure.Value, figure.Unit));
    }

    [Theory]
    [InlineData("1 2")]
    [InlineData("12.00 13.00")]
    [InlineData("12.00\n13.00")]
    [InlineData("12、13")]
    [InlineData("12-13")]
    [InlineData("12/13")]
    [InlineData("12.00.3")]
    [InlineData("12.")]
    [InlineData(".5")]
    [InlineData("1,2")]
    [InlineData("1,1576")]
    [InlineData("约12")]
    [InlineData("12人")]
    [InlineData("办公费")]
    [InlineData("（12")]
    [InlineData("12）")]
    [InlineData("--12")]
    [InlineData("≥")]
    [InlineData("万元")]
    [InlineData("1234567890123456789012345")]
    public void Parse_anythingBesideOneFigure_isWords(string text) => Assert.Equal(FigureKind.Words, Figure.Parse(text).Kind);

    [Theory]
    [InlineData("　950.64 ", 1, 6)]
    [InlineData("≥40万元", 0, 3)]
    [InlineData("（1.2）", 0, 5)]
    [InlineData("-12.00%", 0, 6)]
    public void Parse_span_coversTheDigitsAndTheirSigns(string text, int start, int length) =>
        Assert.Equal(new TextSpan(start, length), Figure.Parse(text).Span);

    [Fact]
    public void Parse_anyAmountInAnyPrint_roundTrips() =>
        Gen.Select(Gen.Int[-99_999_999, 99_999_999], Gen.Int[0, 4], Gen.Bool, Gen.Bool, Gen.Int[0, 2]).Sample((units, places, thousands, wide, negative) =>
        {
            var value = units * (1m / (decimal)Math.Pow(10, places));
            value = decimal.Round(value, places);
            var text = Math.Abs(value).ToString((thousands ? "#,##0." : "0.") + new string('0', places), CultureInfo.InvariantCulture);
            text = value >= 0 ? text : negative switch { 0 => "-" + text, 1 => $"({text})", _ => "△" + text };
            text = wide ? string.Concat(text.Select(static c => c is >= '0' and <= '9' ? (char)(c + ('０' - '0')) : c)) : text;
            var figure = Figure.Parse(text);
            Assert.Equal((FigureKind.Number, value, places), (figure.Kind, figure.Value, figure.Decimals));
        });

    [Fact]
    public void Parse_anyText_neverFailsAndKeepsItsSpanInside() =>
        Gen.Char["019０．.,-()（）≥万元% 　无△费"].Array[0, 12].Select(static chars => new string(chars)).Sample(text =>
        {
            var figure = Figure.Parse(text);
            Assert.InRange(figure.Span.Start + figure.Span.Length, 0, text.Length);
            Assert.True(figure.IsNumber || figure.Value == 0);
        });
}
