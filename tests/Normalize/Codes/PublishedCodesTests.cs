using Gouji.Normalize.Codes;

namespace Gouji.Normalize.Tests.Codes;

/// <summary>Every code that the tables of one published budget of 2020 print, with the name printed beside it.</summary>
public class PublishedCodesTests
{
    private const int Year = 2020;

    [Theory]
    [InlineData("201 一般公共服务支出")]
    [InlineData("202 外交支出")]
    [InlineData("203 国防支出")]
    [InlineData("204 公共安全支出")]
    [InlineData("205 教育支出")]
    [InlineData("206 科学技术支出")]
    [InlineData("207 文化旅游体育与传媒支出")]
    [InlineData("208 社会保障和就业支出")]
    [InlineData("209社会保险基金支出")]
    [InlineData("210卫生健康支出")]
    [InlineData("211 节能环保支出")]
    [InlineData("212 城乡社区支出")]
    [InlineData("213 农林水支出")]
    [InlineData("214 交通运输支出")]
    [InlineData("215 资源勘探工业信息等支出")]
    [InlineData("216 商业服务业等支出")]
    [InlineData("217 金融支出")]
    [InlineData("219 援助其他地区支出")]
    [InlineData("220 自然资源海洋气象等支出")]
    [InlineData("221 住房保障支出")]
    [InlineData("222 粮油物资储备支出")]
    [InlineData("223 国有资本经营预算支出")]
    [InlineData("224灾害防治及应急管理支出")]
    [InlineData("227 预备费")]
    [InlineData("229 其他支出")]
    [InlineData("230转移性支出")]
    [InlineData("230 转移性支出")]
    [InlineData("231 债务还本支出")]
    [InlineData("232 债务付息支出")]
    [InlineData("233 债务发行费用支出")]
    public void FunctionClass_printedWithItsName_isKnown(string printed)
    {
        Assert.True(CodeText.TryParseCode(printed, out var code, out var consumed));
        Assert.Equal(CodeState.Known, ClassificationCodes.Instance.Status(ClassificationKind.Function, code, Year).State);
        Assert.Equal(NameMatchKind.Variant, ClassificationCodes.Instance.Match(ClassificationKind.Function, code, printed, Year).Kind);
        Assert.Equal(NameMatchKind.Same, ClassificationCodes.Instance.Match(ClassificationKind.Function, code, printed[consumed..].Trim(), Year).Kind);
        Assert.True(ClassificationCodes.Instance.TryFindClassByName(ClassificationKind.Function, printed, Year, out var found));
        Assert.Equal(code, found);
    }

    [Theory]
    [InlineData("31", "01", "行政运行（党委办公厅（室）及相关机构事务）", nameof(NameMatchKind.Variant))]
    [InlineData("31", "99", "其他党委办公厅（室）及相关机构事务支出", nameof(NameMatchKind.Same))]
    public void FunctionItem_printedInThreeCells_isKnown(string section, string item, string name, string match)
    {
        var code = CodeText.Join("201　", section, item)!;
        Assert.Equal(CodeState.Known, ClassificationCodes.Instance.Status(ClassificationKind.Function, code, Year).State);
        Assert.Equal(Enum.Parse<NameMatchKind>(match), ClassificationCodes.Instance.Match(ClassificationKind.Function, code, name, Year).Kind);
    }

    [Theory]
    [InlineData("301", "01", "基本工资")]
    [InlineData("301", "02", "津贴补贴")]
    [InlineData("301", "03", "奖金")]
    [InlineData("301", "08", "机关事业单位基本养老保险缴费")]
    [InlineData("301", "12", "其他社会保障缴费")]
    [InlineData("301", "13", "住房公积金")]
    [InlineData("302", "01", "办公费")]
    [InlineData("302", "02", "印刷费")]
    [InlineData("302", "05", "水费")]
    [InlineData("302", "06", "电费")]
    [InlineData("302", "07", "邮电费")]
    [InlineData("302", "11", "差旅费")]
    [InlineData("302", "13", "维修(护)费")]
    [InlineData("302", "15", "会议费")]
    [InlineData("302", "16", "培训费")]
    [InlineData("302", "17", "公务接待费")]
    [InlineData("302", "26", "劳务费")]
    [InlineData("302", "28", "工会经费")]
    [InlineData("302", "29", "福利费")]
    [InlineData("302", "31", "公务用车运行维护费")]
    [InlineData("302", "99", "其他商品和服务支出")]
    [InlineData("303", "02", "退休费")]
    [InlineData("303", "05", "生活补助")]
    [InlineData("303", "09", "奖励金")]
    [InlineData("303", "99", "其他对个人和家庭的补助")]
    public void EconomicSection_printedInTwoCells_isKnown(string first, string second, string name)
    {
        var code = CodeText.Join(first, second)!;
        Assert.Equal(CodeState.Known, ClassificationCodes.Instance.Status(ClassificationKind.Economic, code, Year).State);
        var expected = name.Contains('(', StringComparison.Ordinal) ? NameMatchKind.Variant : NameMatchKind.Same;
        Assert.Equal(expected, ClassificationCodes.Instance.Match(ClassificationKind.Economic, code, name, Year).Kind);
    }

    [Fact]
    public void EconomicSection_42OfGoods_isInvalid()
    {
        Assert.Equal(CodeState.Invalid, ClassificationCodes.Instance.Status(ClassificationKind.Economic, CodeText.Join("302", "42")!, Year).State);
        Assert.Equal(NameMatchKind.NotTold, ClassificationCodes.Instance.Match(ClassificationKind.Economic, "30242", "办公用品及设备采购", Year).Kind);
    }

    [Theory]
    [InlineData("301", "工资福利支出")]
    [InlineData("302", "商品和服务支出")]
    [InlineData("303", "对个人和家庭的补助")]
    [InlineData("307", "债务利息及费用支出")]
    [InlineData("309", "资本性支出（基本建设）")]
    [InlineData("310", "资本性支出")]
    [InlineData("311", "对企业补助（基本建设）")]
    [InlineData("312", "对企业补助")]
    [InlineData("313", "对社会保障基金补助")]
    [InlineData("399", "其他支出")]
    public void EconomicClass_headingAColumn_isFound(string code, string name)
    {
        Assert.True(ClassificationCodes.Instance.TryFindClassByName(ClassificationKind.Economic, name, Year, out var found));
        Assert.Equal(code, found);
        Assert.Equal(CodeState.Known, ClassificationCodes.Instance.Status(ClassificationKind.Economic, code, Year).State);
    }
}
