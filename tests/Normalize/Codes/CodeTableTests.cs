using Gouji.Normalize.Codes;

namespace Gouji.Normalize.Tests.Codes;

public class CodeTableTests
{
    private const string Header = "code,name,valid_from,valid_to,confirmed,note\n";

    [Fact]
    public void ReadNames_wellFormedLines_giveNames()
    {
        var names = CodeTable.ReadNames("a.csv", new StringReader(Header + "210,卫生健康支出,2019,,true,\n207,\"甲,乙\",,2018,false,\"a \"\"note\"\", long\"\n"));
        Assert.Equal(
            [
                new CodeName("210", "卫生健康支出", new YearRange(2019, null), true, ""),
                new CodeName("207", "甲,乙", new YearRange(null, 2018), false, "a \"note\", long"),
            ],
            names);
    }

    [Theory]
    [InlineData("", "line 1: the header is '' and must be 'code,name,valid_from,valid_to,confirmed,note'")]
    [InlineData("code,name\n", "line 1: the header is 'code,name'")]
    [InlineData(Header + "210,卫生健康支出,2019,,true\n", "line 2: 5 columns where there must be 6")]
    [InlineData(Header + "\n", "line 2: 1 columns")]
    [InlineData(Header + "2101,卫生健康支出,2019,,true,\n", "line 2: a code has 3, 5 or 7 digits, and '2101' has not")]
    [InlineData(Header + "21a,卫生健康支出,2019,,true,\n", "'21a' has not")]
    [InlineData(Header + "210,,2019,,true,\n", "line 2: the name is missing")]
    [InlineData(Header + "210,卫生健康支出,19,,true,\n", "line 2: a year has four digits or is empty, and '19' is neither")]
    [InlineData(Header + "210,卫生健康支出,2019,2018,true,\n", "line 2: 2019 is later than 2018")]
    [InlineData(Header + "201,一般公共服务支出,2007,,true,\n210,卫生健康支出,2019,,yes,\n", "line 3: confirmed is true or false, not 'yes'")]
    [InlineData(Header + "210,\"卫生健康支出,2019,,true,\n", "line 2: a quotation mark is not closed")]
    public void ReadNames_mistake_isRefusedWithItsPlace(string text, string message)
    {
        var refused = Assert.Throws<InvalidDataException>(() => CodeTable.ReadNames("a.csv", new StringReader(text)));
        Assert.StartsWith("a.csv, ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("302,30299,,,\n")]
    [InlineData("399,300,,,\n")]
    public void ReadClosedRanges_notARange_isRefused(string row)
    {
        var refused = Assert.Throws<InvalidDataException>(() => CodeTable.ReadClosedRanges("c.csv", new StringReader("first,last,valid_from,valid_to,note\n" + row)));
        Assert.Contains("c.csv, line 2", refused.Message, StringComparison.Ordinal);
        Assert.Contains("not a range of codes of one level", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2007, 2018, 2006, false)]
    [InlineData(2007, 2018, 2007, true)]
    [InlineData(2007, 2018, 2018, true)]
    [InlineData(2007, 2018, 2019, false)]
    [InlineData(null, 2018, 1990, true)]
    [InlineData(2019, null, 2050, true)]
    [InlineData(null, null, 2020, true)]
    public void YearRange_contains_bothEnds(int? from, int? to, int year, bool expected) => Assert.Equal(expected, new YearRange(from, to).Contains(year));

    [Theory]
    [InlineData(2007, 2018, "2007–2018")]
    [InlineData(2019, null, "2019–")]
    [InlineData(null, 2017, "–2017")]
    [InlineData(2019, 2019, "2019")]
    public void YearRange_text_isReadable(int? from, int? to, string expected) => Assert.Equal(expected, new YearRange(from, to).ToString());
}
