using CsCheck;
using Gouji.Model;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests;

public sealed class DisclosureRecogniserTests
{
    private const string Rows = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n2013101 | 行政运行 | 3.00 | 2.00 | 1.00\n合计 | | 3.00 | 2.00 | 1.00";

    [Fact]
    public void Recognise_smallDocument_hasItsHeaderFormsAndFacts()
    {
        var disclosure = Printed.Recognise(Printed.Line("某局2020年部门预算公开"), Printed.Line("部门支出总体情况表"), Printed.Line("编制部门：某局 单位：万元"), Printed.Table(Rows));
        Assert.Equal(new DisclosureHeader("某局", 2020, DisclosureKind.Budget, MoneyUnit.TenThousandYuan), disclosure.Header);
        Assert.Equal((1, 1), (disclosure.TableCount, disclosure.RecognisedCount));
        Assert.Equal([3m, 2m, 1m, 3m, 2m, 1m], disclosure.Facts.Select(static fact => fact.Stated!.Value));
        Assert.Equal([RowKind.Leaf, RowKind.Leaf, RowKind.Leaf, RowKind.Total, RowKind.Total, RowKind.Total], disclosure.Facts.Select(static fact => fact.RowKind));
        Assert.Empty(disclosure.Unread);
    }

    [Fact]
    public void Recognise_tableOfNoForm_isKeptWithItsFigures()
    {
        var disclosure = Printed.Recognise(Printed.Line("专项资金分配表"), Printed.Table("县市 | 金额\n甲县 | 3.00\n乙县 | 4.00\n合计 | 7.00"));
        Assert.Equal((1, 0), (disclosure.TableCount, disclosure.RecognisedCount));
        Assert.Equal([3m, 4m, 7m], disclosure.Facts.Select(static fact => fact.Stated!.Value));
    }

    [Fact]
    public void Recognise_unitOfATable_scalesItsAmountsAlone()
    {
        var disclosure = Printed.Recognise(
            Printed.Line("部门支出总体情况表"), Printed.Line("单位：元"), Printed.Table(Rows),
            Printed.Line("一般公共预算支出情况表"), Printed.Line("单位：万元"), Printed.Table(Rows));
        Assert.Equal([3m, 30_000m], disclosure.Forms.Select(static form => form.Part("")!.Rows[0].Facts[2]!.Amount!.Value.Yuan));
    }

    [Fact]
    public void Recognise_nothing_isADisclosureOfNothing()
    {
        var disclosure = Printed.Recognise();
        Assert.Empty(disclosure.Forms);
        Assert.Empty(disclosure.Facts);
    }

    [Fact]
    public void Recognise_anyTableOfAnyWords_neverFailsAndPlacesEveryFactInside()
    {
        string[] words = ["", "-", "12.00", "1,000", "合计", "小计", "科目编码", "类", "款", "项", "2013101", "201 一般公共服务支出", "行政运行", "基本支出", "项目支出", "其中：", "“三公”经费支出表", "因公出国（境）费", "公务接待费",
            "收入总计", "支出总计", "一级指标", "指标值", "项目名称", "单位：万元", "上年结转", "3.00.1", "部门收支总表", "注：无"];
        var tables = Gen.Select(Gen.Int[1, 7], Gen.Int[1, 7], Gen.Int[0, words.Length - 1].Array[49], (rows, columns, picks) =>
            Printed.Table([.. Enumerable.Range(0, rows).Select(row => Enumerable.Range(0, columns).Select(column => words[picks[(row * 7) + column]]).ToArray())]));
        tables.Array[1, 3].Sample(blocks =>
        {
            var disclosure = Printed.Recognise([Printed.Line("某局2020年部门预算"), .. blocks]);
            Assert.All(disclosure.Facts, fact =>
            {
                var grid = blocks[fact.Place.Table!.Value - 1].Grid;
                Assert.InRange(fact.Place.Row!.Value, 1, grid.RowCount);
                Assert.InRange(fact.Place.Column!.Value, 1, grid.ColumnCount);
                Assert.Equal(fact.Stated is null, fact.State is FactState.Blank or FactState.Dash);
            });
            _ = new Reconciler(Gouji.Normalize.Rules.Rulebook.BuiltIn).Check(disclosure);
        }, iter: 1000);
    }

    [Fact]
    public void Recognise_seed_isNineBudgetFormsAndFivePerformanceForms()
    {
        if (Seed.Disclosure is not { } seed)
        {
            return;
        }

        Assert.Equal(
            [FormRole.B1, FormRole.B2, FormRole.B3, FormRole.B4, FormRole.B5, FormRole.B6, FormRole.B7, FormRole.B8, FormRole.B9, FormRole.B11, FormRole.B11, FormRole.B11, FormRole.B11, FormRole.B11],
            seed.Forms.Select(static form => form.Role));
        Assert.Equal((2020, DisclosureKind.Budget, MoneyUnit.TenThousandYuan), (seed.Header.FiscalYear, seed.Header.Kind, seed.Header.Unit));
        Assert.NotNull(seed.Header.Department);
        Assert.Empty(seed.Unread);
        Assert.True(seed.Forms[8].IsEmpty);
        Assert.Equal(5, seed.Forms.Select(static form => form.Project).OfType<string>().Distinct().Count());
        Assert.Equal([11_576_000m, 11_456_000m, 9_506_400m, 2_069_600m], new[] { Total(2, "total"), Total(4, "total"), Total(5, "total"), Total(6, "total") });

        decimal Total(int form, string column)
        {
            var part = seed.Forms[form].Part("")!;
            return part.Total!.Facts[part.ColumnOf(column)]!.Amount!.Value.Yuan;
        }
    }
}
