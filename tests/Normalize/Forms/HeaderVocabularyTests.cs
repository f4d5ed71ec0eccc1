using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Tests.Forms;

public sealed class HeaderVocabularyTests
{
    [Theory]
    [InlineData("科目编码", ColumnKind.Code)]
    [InlineData("功能分类科目代码", ColumnKind.Code)]
    [InlineData("类", ColumnKind.Code)]
    [InlineData("单位编码", ColumnKind.BodyCode)]
    [InlineData("序号", ColumnKind.Ordinal)]
    [InlineData("项目编码", ColumnKind.Ordinal)]
    [InlineData("科目名称", ColumnKind.Name)]
    [InlineData("支出功能分类", ColumnKind.Name)]
    [InlineData("功能分类科目", ColumnKind.Name)]
    [InlineData("项目名称", ColumnKind.Project)]
    [InlineData("单位名称", ColumnKind.Body)]
    [InlineData("备注", ColumnKind.Remark)]
    [InlineData("随便什么", ColumnKind.Unknown)]
    public void Classify_labelColumn_isItsKind(string header, ColumnKind kind) => Assert.Equal(kind, Classify(header).Kind);

    [Theory]
    [InlineData("合　计", "total", ColumnFamily.Whole)]
    [InlineData("2020年预算数", "total", ColumnFamily.Whole)]
    [InlineData("基本支出", "basic", ColumnFamily.Nature)]
    [InlineData("项目支出", "project", ColumnFamily.Nature)]
    [InlineData("上缴上级支出", "remitted", ColumnFamily.Nature)]
    [InlineData("对附属单位补助支出", "subsidy", ColumnFamily.Nature)]
    [InlineData("事业单位经营支出", "operating-cost", ColumnFamily.Nature)]
    [InlineData("人员经费", "personnel", ColumnFamily.Cost)]
    [InlineData("公用经费", "public", ColumnFamily.Cost)]
    [InlineData("一般公共预算拨款", "gpb", ColumnFamily.Fund)]
    [InlineData("用事业基金弥补收支差额", "surplus", ColumnFamily.Fund)]
    [InlineData("单位上年结余（不包括国库集中支付额度结余）", "carryover", ColumnFamily.Fund)]
    [InlineData("商品和服务支出", "302", ColumnFamily.Economic)]
    [InlineData("资本性支出", "310", ColumnFamily.Economic)]
    [InlineData("资本性支出（基本建设）", "309", ColumnFamily.Economic)]
    [InlineData("对企业补助（基本建设）", "311", ColumnFamily.Economic)]
    [InlineData("机关工资福利支出", "501", ColumnFamily.Economic)]
    [InlineData("其他支出", "399", ColumnFamily.Economic)]
    [InlineData("因公出国（境）费用", "travel", ColumnFamily.ThreePublic)]
    [InlineData("公务用车购置及运行维护费", "vehicles", ColumnFamily.ThreePublic)]
    [InlineData("公务用车购置费", "purchase", ColumnFamily.ThreePublic)]
    [InlineData("公务用车运行维护费", "operation", ColumnFamily.ThreePublic)]
    [InlineData("公务接待费", "reception", ColumnFamily.ThreePublic)]
    [InlineData("会议费", "meeting", ColumnFamily.Beside)]
    [InlineData("机关运行经费", "agency-cost", ColumnFamily.Beside)]
    public void Classify_figureColumn_isItsKeyAndFamily(string header, string key, ColumnFamily family) =>
        Assert.Equal((ColumnKind.Figure, key, family), (Classify(header).Kind, Classify(header).Key, Classify(header).Family));

    [Theory]
    [InlineData("合计", true)]
    [InlineData("收入总计", true)]
    [InlineData("本年支出合计", true)]
    [InlineData("小计", false)]
    [InlineData("合计数额说明", false)]
    public void IsTotalLabel_label_isTold(string label, bool total) => Assert.Equal(total, HeaderVocabulary.IsTotalLabel(label));

    [Theory]
    [InlineData("一、财政拨款", 1, 2)]
    [InlineData("二十三、其他支出", 1, 4)]
    [InlineData("（一）一般公共预算", 2, 3)]
    [InlineData("(十二)其他", 2, 4)]
    [InlineData("1.教育收费", 3, 2)]
    [InlineData("12、其他", 3, 3)]
    [InlineData("（1）工资", 4, 3)]
    [InlineData("其中：一般公共预算", 9, 3)]
    [InlineData("其中一般公共预算", 9, 2)]
    [InlineData("1.5", 0, 0)]
    [InlineData("2013101行政运行", 0, 0)]
    [InlineData("一般公共预算", 0, 0)]
    [InlineData("三公经费", 0, 0)]
    [InlineData("（一", 0, 0)]
    [InlineData("", 0, 0)]
    public void OrdinalLevel_label_isItsDepth(string label, int level, int length)
    {
        Assert.Equal(level, HeaderVocabulary.OrdinalLevel(label, out var taken));
        Assert.Equal(length, taken);
        Assert.Equal(label[length..], HeaderVocabulary.StripOrdinal(label));
    }

    [Theory]
    [InlineData("上年财政拨款结转", "carryover")]
    [InlineData("财政拨款收入", "fiscal")]
    [InlineData("教育支出", null)]
    [InlineData("公务接待费", null)]
    public void Source_rowLabel_isItsFundOrNone(string label, string? key) => Assert.Equal(key, HeaderVocabulary.Source(label)?.Key);

    [Theory]
    [InlineData("1、因公出国(境)费用", "travel")]
    [InlineData("(2)公务用车运行维护费", "operation")]
    [InlineData("培训费", "training")]
    [InlineData("办公费", null)]
    public void ThreePublicItem_rowLabel_isItsItemOrNone(string label, string? key) => Assert.Equal(key, HeaderVocabulary.ThreePublicItem(label)?.Key);

    private static ColumnMeaning Classify(string header) => HeaderVocabulary.Classify(FoldedText.Letters(Fold.Key(header)));
}
