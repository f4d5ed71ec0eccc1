using Gouji.Normalize.Codes;

namespace Gouji.Normalize.Tests.Codes;

public class ClassificationCodesTests
{
    private const ClassificationKind Function = ClassificationKind.Function;
    private const ClassificationKind Economic = ClassificationKind.Economic;
    private const ClassificationKind Government = ClassificationKind.GovernmentEconomic;

    private static readonly ClassificationCodes Codes = ClassificationCodes.Instance;

    [Theory]
    [InlineData("201", 2020, nameof(CodeState.Known))]
    [InlineData("2013101", 2020, nameof(CodeState.Known))]
    [InlineData("2013901", 2024, nameof(CodeState.Known))]
    [InlineData("2013901", 2020, nameof(CodeState.Unknown))]
    [InlineData("20139", null, nameof(CodeState.Known))]
    [InlineData("20101", 2020, nameof(CodeState.KnownUnconfirmed))]
    [InlineData("2013250", 2020, nameof(CodeState.KnownUnconfirmed))]
    [InlineData("20141", 2024, nameof(CodeState.KnownUnconfirmed))]
    [InlineData("20177", 2020, nameof(CodeState.Unknown))]
    [InlineData("2013177", 2020, nameof(CodeState.Unknown))]
    [InlineData("2013101", 2012, nameof(CodeState.Unknown))]
    [InlineData("210", 2010, nameof(CodeState.KnownUnconfirmed))]
    [InlineData("219", 2020, nameof(CodeState.Known))]
    [InlineData("219", 2009, nameof(CodeState.Unknown))]
    [InlineData("224", 2019, nameof(CodeState.Known))]
    [InlineData("224", 2018, nameof(CodeState.WrongYear))]
    [InlineData("2240101", 2018, nameof(CodeState.WrongYear))]
    [InlineData("2240101", 2020, nameof(CodeState.Unknown))]
    [InlineData("234", 2019, nameof(CodeState.WrongYear))]
    [InlineData("234", 2022, nameof(CodeState.Known))]
    [InlineData("218", 2020, nameof(CodeState.Invalid))]
    [InlineData("218", 2010, nameof(CodeState.Unknown))]
    [InlineData("218", null, nameof(CodeState.Unknown))]
    [InlineData("235", 2020, nameof(CodeState.Invalid))]
    [InlineData("2360101", null, nameof(CodeState.Invalid))]
    [InlineData("301", 2020, nameof(CodeState.Invalid))]
    [InlineData("10301", 2020, nameof(CodeState.Unknown))]
    [InlineData("2013", 2020, nameof(CodeState.Invalid))]
    [InlineData("201310", 2020, nameof(CodeState.Invalid))]
    [InlineData("20a", 2020, nameof(CodeState.Invalid))]
    [InlineData("", 2020, nameof(CodeState.Invalid))]
    [InlineData("201310101", 2020, nameof(CodeState.Unknown))]
    [InlineData("235310101", 2020, nameof(CodeState.Invalid))]
    public void Status_functionCode_isTold(string code, int? year, string expected) =>
        Assert.Equal(Enum.Parse<CodeState>(expected), Codes.Status(Function, code, year).State);

    [Theory]
    [InlineData("30201", 2020, nameof(CodeState.Known))]
    [InlineData("30201", 2016, nameof(CodeState.Unknown))]
    [InlineData("30242", 2020, nameof(CodeState.Invalid))]
    [InlineData("30242", 2016, nameof(CodeState.Invalid))]
    [InlineData("30242", null, nameof(CodeState.Invalid))]
    [InlineData("30210", 2020, nameof(CodeState.Invalid))]
    [InlineData("30230", 2024, nameof(CodeState.Invalid))]
    [InlineData("30232", 2018, nameof(CodeState.Invalid))]
    [InlineData("30232", 2016, nameof(CodeState.Unknown))]
    [InlineData("30232", null, nameof(CodeState.Unknown))]
    [InlineData("30298", 2020, nameof(CodeState.Invalid))]
    [InlineData("30220", 2016, nameof(CodeState.Known))]
    [InlineData("30220", 2020, nameof(CodeState.WrongYear))]
    [InlineData("30104", 2016, nameof(CodeState.KnownUnconfirmed))]
    [InlineData("30104", 2020, nameof(CodeState.Invalid))]
    [InlineData("30311", 2016, nameof(CodeState.KnownUnconfirmed))]
    [InlineData("30311", 2020, nameof(CodeState.KnownUnconfirmed))]
    [InlineData("30311", 2024, nameof(CodeState.Known))]
    [InlineData("30904", 2020, nameof(CodeState.Invalid))]
    [InlineData("31004", 2020, nameof(CodeState.Invalid))]
    [InlineData("31201", 2020, nameof(CodeState.KnownUnconfirmed))]
    [InlineData("31207", 2020, nameof(CodeState.Unknown))]
    [InlineData("39909", 2024, nameof(CodeState.Unknown))]
    [InlineData("304", 2020, nameof(CodeState.Invalid))]
    [InlineData("30401", 2020, nameof(CodeState.Invalid))]
    [InlineData("304", 2016, nameof(CodeState.Unknown))]
    [InlineData("314", 2020, nameof(CodeState.Invalid))]
    [InlineData("3020101", 2020, nameof(CodeState.Unknown))]
    [InlineData("3024201", 2020, nameof(CodeState.Invalid))]
    [InlineData("2013101", 2020, nameof(CodeState.Invalid))]
    public void Status_economicCode_isTold(string code, int? year, string expected) =>
        Assert.Equal(Enum.Parse<CodeState>(expected), Codes.Status(Economic, code, year).State);

    [Theory]
    [InlineData("501", 2020, nameof(CodeState.Known))]
    [InlineData("50203", 2020, nameof(CodeState.Known))]
    [InlineData("50399", 2020, nameof(CodeState.KnownUnconfirmed))]
    [InlineData("50277", 2020, nameof(CodeState.Unknown))]
    [InlineData("598", 2020, nameof(CodeState.Unknown))]
    [InlineData("301", 2020, nameof(CodeState.Invalid))]
    public void Status_governmentEconomicCode_isTold(string code, int? year, string expected) =>
        Assert.Equal(Enum.Parse<CodeState>(expected), Codes.Status(Government, code, year).State);

    [Fact]
    public void Status_wrongYear_givesTheRightOnes()
    {
        Assert.Equal([new YearRange(2019, null)], Codes.Status(Function, "224", 2018).OtherYears);
        Assert.Equal([new YearRange(2019, null)], Codes.Status(Function, "2240106", 2018).OtherYears);
        Assert.Equal([new YearRange(null, 2017)], Codes.Status(Economic, "30221", 2020).OtherYears);
        Assert.Empty(Codes.Status(Economic, "30104", 2020).OtherYears);
    }

    [Theory]
    [InlineData("302", "商品和服务支出", nameof(NameMatchKind.Same))]
    [InlineData("30213", "维修（护）费", nameof(NameMatchKind.Same))]
    [InlineData("30213", "维修(护)费", nameof(NameMatchKind.Variant))]
    [InlineData("30213", "维修护费", nameof(NameMatchKind.Variant))]
    [InlineData("30213", "维 修 （护） 费", nameof(NameMatchKind.Variant))]
    [InlineData("30207", "30207邮电费", nameof(NameMatchKind.Variant))]
    [InlineData("30212", "因公出国（境）费", nameof(NameMatchKind.Variant))]
    [InlineData("30212", "因公出国(境)经费", nameof(NameMatchKind.Variant))]
    [InlineData("31002", "办公设备采购", nameof(NameMatchKind.Variant))]
    [InlineData("30399", "其他对个人和家庭的补助支出", nameof(NameMatchKind.Variant))]
    [InlineData("30399", "其它对个人和家庭的补助", nameof(NameMatchKind.Variant))]
    [InlineData("30240", "税金与附加费用", nameof(NameMatchKind.Variant))]
    [InlineData("303", "三、对个人和家庭的补助", nameof(NameMatchKind.Variant))]
    [InlineData("30302", "（二）退休费", nameof(NameMatchKind.Variant))]
    [InlineData("30302", "其中：退休费", nameof(NameMatchKind.Variant))]
    [InlineData("30302", "2.退休费", nameof(NameMatchKind.Variant))]
    [InlineData("310", "资本性支出（基本建设）", nameof(NameMatchKind.Different))]
    [InlineData("309", "资本性支出", nameof(NameMatchKind.Different))]
    [InlineData("30201", "印刷费", nameof(NameMatchKind.Different))]
    [InlineData("30242", "办公用品及设备采购", nameof(NameMatchKind.NotTold))]
    [InlineData("30311", "住房公积金", nameof(NameMatchKind.NotTold))]
    [InlineData("30311", "代缴社会保险费", nameof(NameMatchKind.Same))]
    [InlineData("31299", "其他补助", nameof(NameMatchKind.NotTold))]
    public void Match_economicName_isTold(string code, string printed, string expected) =>
        Assert.Equal(Enum.Parse<NameMatchKind>(expected), Codes.Match(Economic, code, printed, 2020).Kind);

    [Theory]
    [InlineData("201", "201 一般公共服务支出", 2020, nameof(NameMatchKind.Variant))]
    [InlineData("201", "一般公共服务", 2020, nameof(NameMatchKind.Variant))]
    [InlineData("201", "一、一般公共服务支出", 2020, nameof(NameMatchKind.Variant))]
    [InlineData("201", "一般公共服务（类）", 2020, nameof(NameMatchKind.Variant))]
    [InlineData("201", "一般公共服务（类）支出", 2020, nameof(NameMatchKind.Variant))]
    [InlineData("210", "210卫生健康支出", 2020, nameof(NameMatchKind.Variant))]
    [InlineData("210", "医疗卫生与计划生育支出", 2020, nameof(NameMatchKind.StaleName))]
    [InlineData("210", "医疗卫生和计划生育", 2020, nameof(NameMatchKind.StaleName))]
    [InlineData("210", "医疗卫生与计划生育支出", 2016, nameof(NameMatchKind.Same))]
    [InlineData("210", "卫生健康支出", 2016, nameof(NameMatchKind.StaleName))]
    [InlineData("210", "医疗卫生支出", 2020, nameof(NameMatchKind.NotTold))]
    [InlineData("210", "医疗卫生与计划生育支出", null, nameof(NameMatchKind.Same))]
    [InlineData("207", "文化体育与传媒支出", 2019, nameof(NameMatchKind.StaleName))]
    [InlineData("215", "资源勘探信息等支出", 2020, nameof(NameMatchKind.NotTold))]
    [InlineData("220", "国土海洋气象等支出", 2020, nameof(NameMatchKind.NotTold))]
    [InlineData("20805", "行政事业单位离退休", 2020, nameof(NameMatchKind.NotTold))]
    [InlineData("20805", "行政事业单位养老支出", 2020, nameof(NameMatchKind.Same))]
    [InlineData("20131", "党委办公厅(室)及相关机构事务", 2020, nameof(NameMatchKind.Variant))]
    [InlineData("20131", "党委办公厅（室）事务支出", 2020, nameof(NameMatchKind.Different))]
    [InlineData("2013101", "行政运行（党委办公厅（室）及相关机构事务）", 2020, nameof(NameMatchKind.Variant))]
    [InlineData("2013101", "行政运行（项）", 2020, nameof(NameMatchKind.Variant))]
    [InlineData("2013101", "党委办公厅（室）及相关机构事务-行政运行", 2020, nameof(NameMatchKind.Variant))]
    [InlineData("2013101", "党委办公厅（室）及相关机构事务-机关服务", 2020, nameof(NameMatchKind.Different))]
    [InlineData("2013101", "一般行政管理事务", 2020, nameof(NameMatchKind.Different))]
    [InlineData("2013102", "行政运行", 2020, nameof(NameMatchKind.NotTold))]
    [InlineData("201", "外交支出", 2020, nameof(NameMatchKind.Different))]
    [InlineData("201", "外交支出", null, nameof(NameMatchKind.Different))]
    [InlineData("210", "外交支出", null, nameof(NameMatchKind.NotTold))]
    [InlineData("2013199", "", 2020, nameof(NameMatchKind.Different))]
    public void Match_functionName_isTold(string code, string printed, int? year, string expected) =>
        Assert.Equal(Enum.Parse<NameMatchKind>(expected), Codes.Match(Function, code, printed, year).Kind);

    [Fact]
    public void Match_staleName_givesItsYearsAndTheOfficialName() =>
        Assert.Equal(
            new NameMatch(NameMatchKind.StaleName, "卫生健康支出", new YearRange(2014, 2018)),
            Codes.Match(Function, "210", "医疗卫生与计划生育支出", 2020));

    [Fact]
    public void Match_veryLongName_isDifferent() =>
        Assert.Equal(NameMatchKind.Different, Codes.Match(Economic, "30201", new string('办', 5000) + " 费", 2020).Kind);

    [Theory]
    [InlineData("一、一般公共服务支出", "201")]
    [InlineData("八、社会保障和就业支出", "208")]
    [InlineData("（九）卫生健康支出", "210")]
    [InlineData("九、医疗卫生与计划生育支出", "210")]
    [InlineData("二十一、灾害防治及应急管理支出", "224")]
    [InlineData("十 二、 农林水支出", "213")]
    [InlineData("三十、抗疫特别国债安排的支出", "234")]
    [InlineData("201 一般公共服务支出", "201")]
    [InlineData("社会保障和就业（类）", "208")]
    [InlineData("文化旅游体育与传媒", "207")]
    [InlineData("其他支出", "229")]
    [InlineData("住房保障支出", "221")]
    public void TryFindClassByName_functionClass_isFound(string printed, string code)
    {
        Assert.True(Codes.TryFindClassByName(Function, printed, 2020, out var found));
        Assert.Equal(code, found);
    }

    [Theory]
    [InlineData("其他")]
    [InlineData("教育经费")]
    [InlineData("合计")]
    [InlineData("")]
    [InlineData("一、")]
    [InlineData("工资福利支出")]
    [InlineData("行政运行")]
    public void TryFindClassByName_noFunctionClass_isNotFound(string printed)
    {
        Assert.False(Codes.TryFindClassByName(Function, printed, 2020, out var found));
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("工资福利支出", "301")]
    [InlineData("二、商品和服务支出", "302")]
    [InlineData("对个人和家庭的补助", "303")]
    [InlineData("对个人和家庭的补助支出", "303")]
    [InlineData("资本性支出", "310")]
    [InlineData("资本性支出(基本建设)", "309")]
    [InlineData("对企业补助（基本建设）", "311")]
    [InlineData("对企业补助", "312")]
    [InlineData("其他支出", "399")]
    public void TryFindClassByName_economicClass_isFound(string printed, string code)
    {
        Assert.True(Codes.TryFindClassByName(Economic, printed, 2020, out var found));
        Assert.Equal(code, found);
    }

    [Theory]
    [InlineData("210", 2010, "医疗卫生支出")]
    [InlineData("210", 2018, "医疗卫生与计划生育支出")]
    [InlineData("210", 2019, "卫生健康支出")]
    [InlineData("210", null, "卫生健康支出")]
    [InlineData("224", 2018, null)]
    [InlineData("999", 2020, null)]
    public void NameOf_code_isTheNameOfTheYear(string code, int? year, string? expected) => Assert.Equal(expected, Codes.NameOf(Function, code, year));

    [Fact]
    public void Questions_aboutListedCodes_allocateNothing()
    {
        Ask();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Ask()
        {
            _ = Codes.Status(Function, "2013101", 2020);
            _ = Codes.Status(Economic, "30220", 2020);
            _ = Codes.Match(Function, "2013101", "行政运行（党委办公厅（室）及相关机构事务）", 2020);
            _ = Codes.Match(Function, "210", "医疗卫生与计划生育支出", 2020);
            _ = Codes.NameOf(Economic, "30201", 2020);
            _ = Codes.TryFindClassByName(Function, "八、社会保障和就业支出", 2020, out _);
            _ = CodeText.TryParseCode("201 31 01", out _, out _);
        }
    }
}
