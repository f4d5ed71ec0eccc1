using System.Text;
using CsCheck;
using CsvHelper;
using Gouji.Cli.Output;

namespace Gouji.Cli.Tests.Output;

public sealed class CsvRowWriterTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"so\"", "\"say \"\"so\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("全角，逗号", "全角，逗号")]
    public void Text_field_isQuotedOnlyWhereItMust(string text, string expected) => Assert.Equal(expected + "\n", Csv(text));

    [Theory]
    [InlineData("=1+2")]
    [InlineData("-5.00")]
    [InlineData("@A1")]
    public void Text_formula_isNotAltered(string text) => Assert.Equal(text + "\n", Csv(text));

    [Fact]
    public void Number_decimal_keepsItsPrintedPlaces()
    {
        using var buffer = new RowBuffer();
        var csv = new CsvRowWriter(buffer);
        csv.BeginRow();
        csv.Number("", 1145.60m);
        csv.Number("", null);
        csv.Number("", decimal.MinValue);
        csv.Count("", long.MinValue);
        csv.Count("", null);
        csv.EndRow();
        Assert.Equal("1145.60,,-79228162514264337593543950335,-9223372036854775808,\n", Encoding.UTF8.GetString(buffer.Written));
    }

    [Fact]
    public void Row_anyTexts_areReadBackByAnotherLibrary() => Gen.Char["ab,\"\r\n =汉；"].Array[0, 12].Select(static letters => new string(letters)).Array[3].Array[1, 5].Sample(static rows =>
    {
        using var buffer = new RowBuffer(16);
        var csv = new CsvRowWriter(buffer);
        foreach (var row in rows)
        {
            csv.Row(row);
        }

        using var reader = CsvReader.Create(buffer.Written.ToArray(), new CsvReaderOptions { HasHeader = false, SkipEmptyLines = false });
        foreach (var row in rows)
        {
            Assert.True(reader.Read());
            Assert.Equal(row, Enumerable.Range(0, reader.FieldCount).Select(reader.GetString));
        }

        Assert.False(reader.Read());
    });

    private static string Csv(params string[] fields)
    {
        using var buffer = new RowBuffer();
        new CsvRowWriter(buffer).Row(fields);
        return Encoding.UTF8.GetString(buffer.Written);
    }
}
