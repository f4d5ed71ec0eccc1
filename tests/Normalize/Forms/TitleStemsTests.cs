using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Tests.Forms;

public sealed class TitleStemsTests
{
    /// <summary>Titles as departments of several provinces and years print them, and the form each is.</summary>
    public static TheoryData<string, FormRole> Titles() => new()
    {
        { "部门收支总体情况表", FormRole.B1 },
        { "收支总表", FormRole.B1 },
        { "部门收支预算总表", FormRole.B1 },
        { "财务收支预算总表", FormRole.B1 },
        { "2023年部门收支总表", FormRole.B1 },
        { "部门（单位）收支总体情况表", FormRole.B1 },
        { "表一：部门收支总体情况表", FormRole.B1 },
        { "收入支出预算总表", FormRole.B1 },
        { "收入支出决算总表", FormRole.B1 },
        { "某某局2024年单位预算收支总表", FormRole.B1 },
        { "部门收入总体情况表", FormRole.B2 },
        { "部门收入总表", FormRole.B2 },
        { "收入总表", FormRole.B2 },
        { "收入预算总表", FormRole.B2 },
        { "部门（单位）收入总体情况表", FormRole.B2 },
        { "收 入 预 算 总 表", FormRole.B2 },
        { "表二 部门收入总表", FormRole.B2 },
        { "部门支出总体情况表", FormRole.B3 },
        { "部门支出总表", FormRole.B3 },
        { "支出预算总表", FormRole.B3 },
        { "支出总表", FormRole.B3 },
        { "部门（单位）支出总体情况表", FormRole.B3 },
        { "财政拨款收支总体情况表", FormRole.B4 },
        { "财政拨款收支预算总体情况表", FormRole.B4 },
        { "财政拨款收支总表", FormRole.B4 },
        { "财政拨款收支预算总表", FormRole.B4 },
        { "财政拨款收入支出预算总表", FormRole.B4 },
        { "部门财政拨款收支总体情况表", FormRole.B4 },
        { "一般公共预算支出情况表", FormRole.B5 },
        { "一般公共预算支出表", FormRole.B5 },
        { "一般公共预算支出预算表", FormRole.B5 },
        { "一般公共预算支出功能分类预算表", FormRole.B5 },
        { "一般公共预算财政拨款支出预算表", FormRole.B5 },
        { "表五、一般公共预算支出情况表", FormRole.B5 },
        { "一般公共预算基本支出情况表", FormRole.B6 },
        { "一般公共预算基本支出表", FormRole.B6 },
        { "一般公共预算基本支出部门预算经济分类预算表", FormRole.B6 },
        { "一般公共预算基本支出经济分类明细表", FormRole.B6 },
        { "基本支出预算表", FormRole.B6 },
        { "项目支出情况表", FormRole.B7 },
        { "项目支出表", FormRole.B7 },
        { "项目支出预算表", FormRole.B7 },
        { "一般公共预算项目支出情况表", FormRole.B7 },
        { "一般公共预算项目支出预算表", FormRole.B7 },
        { "一般公共预算“三公”经费支出情况表", FormRole.B8 },
        { "财政拨款“三公”经费支出表", FormRole.B8 },
        { "财政拨款预算\"三公\"经费支出表", FormRole.B8 },
        { "“三公”经费和机关运行经费预算表", FormRole.B8 },
        { "三公经费支出预算表", FormRole.B8 },
        { "一般公共预算‘三公’经费、会议费和培训费支出表", FormRole.B8 },
        { "政府性基金预算支出情况表", FormRole.B9 },
        { "政府性基金预算支出表", FormRole.B9 },
        { "政府性基金支出预算表", FormRole.B9 },
        { "政府性基金预算支出功能分类预算表", FormRole.B9 },
        { "国有资本经营预算支出情况表", FormRole.B10 },
        { "国有资本经营预算支出表", FormRole.B10 },
        { "国有资本经营支出预算表", FormRole.B10 },
        { "项目支出绩效目标表", FormRole.B11 },
        { "项  目  支  出  绩  效  目  标  表", FormRole.B11 },
        { "项目绩效目标申报表", FormRole.B11 },
        { "2022年度项目支出绩效目标申报表", FormRole.B11 },
        { "重点项目绩效目标表", FormRole.B11 },
        { "一般公共预算财政拨款收入支出决算表", FormRole.B5 },
        { "一般公共预算财政拨款收入支出决算总表", FormRole.B4 },
        { "《政府性基金预算财政拨款收入支出决算表》", FormRole.B9 },
    };

    [Theory]
    [MemberData(nameof(Titles))]
    public void RoleOf_titleAsPrinted_isItsForm(string title, FormRole role)
    {
        var key = Fold.Key(title);
        Assert.True(TitleStems.LooksLikeTitle(key));
        Assert.Equal(role, TitleStems.RoleOf(FoldedText.Letters(key), out var other));
        Assert.False(other);
    }

    [Theory]
    [InlineData("政府采购预算表")]
    [InlineData("政府购买服务预算财政拨款明细表")]
    [InlineData("国有资产占用情况表")]
    [InlineData("上级转移支付支出预算细化表")]
    [InlineData("部门人员构成情况表")]
    [InlineData("政府性基金预算“三公”经费支出表")]
    [InlineData("国有资本经营预算“三公”经费支出表")]
    [InlineData("部门整体支出绩效目标表")]
    [InlineData("支出预算明细表")]
    [InlineData("支出分经济科目表")]
    [InlineData("支出预算分类汇总表")]
    [InlineData("财政拨款支出预算表")]
    public void RoleOf_titleOfAnotherTable_isOtherAndNoForm(string title)
    {
        Assert.Equal(FormRole.Unknown, TitleStems.RoleOf(FoldedText.Letters(Fold.Key(title)), out var other));
        Assert.True(other);
    }

    [Theory]
    [InlineData("专项资金分配表")]
    [InlineData("职工花名册")]
    [InlineData("")]
    public void RoleOf_titleOfNoKnownStem_isNeitherFormNorOther(string title)
    {
        Assert.Equal(FormRole.Unknown, TitleStems.RoleOf(title, out var other));
        Assert.False(other);
    }

    [Theory]
    [InlineData("注：本表为空表")]
    [InlineData("备注：无内容应公开空表并说明情况。")]
    [InlineData("本表反映部门年度总收支情况表")]
    [InlineData("具体情况见下表")]
    [InlineData("收支情况见附表。收入总表")]
    [InlineData("部门收支总体情况")]
    [InlineData("表")]
    public void LooksLikeTitle_sentencesNotesAndHeadings_areNoTitles(string text) => Assert.False(TitleStems.LooksLikeTitle(Fold.Key(text)));

    [Theory]
    [InlineData("部门收支总体情况表")]
    [InlineData("收支总表（万元）")]
    [InlineData("部门收入总表(2023年)")]
    public void LooksLikeTitle_titles_areTitles(string text) => Assert.True(TitleStems.LooksLikeTitle(Fold.Key(text)));
}
