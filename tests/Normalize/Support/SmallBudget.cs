using System.Globalization;
using Gouji.Model;

namespace Gouji.Normalize.Tests.Support;

/// <summary>
/// A consistent little budget of 支出总表, 一般公共预算支出表 and 基本支出表, whose cells a test may overwrite before it is printed. Tables,
/// rows and columns count from 0; row 0 of a table is its first item and the last its 合计; columns are total and its two parts.
/// </summary>
internal sealed class SmallBudget
{
    private const string Body = "某局";

    private static readonly string[] FunctionCodes = ["2013101", "2013102", "2080505", "2101101", "2210201"];
    private static readonly string[] FunctionNames = ["行政运行", "一般行政管理事务", "机关事业单位基本养老保险缴费支出", "行政单位医疗", "住房公积金"];
    private static readonly string[] EconomicCodes = ["30101", "30102", "30103", "30201", "30202", "30207"];
    private static readonly string[] EconomicNames = ["基本工资", "津贴补贴", "奖金", "办公费", "印刷费", "邮电费"];

    private SmallBudget(decimal?[][][] tables) => Tables = tables;

    /// <summary>By table, row and column; null for a blank cell.</summary>
    public decimal?[][][] Tables { get; }

    /// <summary>Builds a budget from basic and project expenditure of each item, in hundredths; the last personnel and public items take the rest.</summary>
    public static SmallBudget Of(IReadOnlyList<(int Basic, int Project)> items, int personnelShare)
    {
        var functions = items.Select(static item => Row(item.Basic / 100m, item.Project / 100m)).ToList();
        functions.Add(Total(functions));
        var basic = functions[^1][1]!.Value;
        var personnel = decimal.Round(basic * personnelShare / 100m, 2);
        var economics = new List<decimal?[]>();
        foreach (var part in Split(personnel))
        {
            economics.Add([part, part, null]);
        }

        foreach (var part in Split(basic - personnel))
        {
            economics.Add([part, null, part]);
        }

        economics.Add(Total(economics));
        return new SmallBudget([[.. functions.Select(Copy)], [.. functions.Select(Copy)], [.. economics]]);

        static decimal?[] Row(decimal one, decimal other) => [one + other, one, other];
        static decimal?[] Copy(decimal?[] row) => (decimal?[])row.Clone();
        static decimal?[] Total(List<decimal?[]> rows) => [.. Enumerable.Range(0, 3).Select(column => rows.Sum(row => row[column] ?? 0))];
    }

    /// <summary>The document, as a reader yields it.</summary>
    public DocumentContent Print() => Printed.Document(
        Printed.Line($"{Body}2020年部门预算公开"),
        Printed.Line("部门支出总体情况表"),
        Printed.Line($"编制部门：{Body} 单位：万元"),
        Printed.Table(Functions(Tables[0])),
        Printed.Line("一般公共预算支出情况表"),
        Printed.Line($"编制部门：{Body} 单位：万元"),
        Printed.Table(Functions(Tables[1])),
        Printed.Line("一般公共预算基本支出情况表"),
        Printed.Line($"编制部门：{Body} 单位：万元"),
        Printed.Table(Economics(Tables[2])));

    /// <summary>True where a place is the cell of that table, row and column.</summary>
    public static bool Is(Place place, int table, int row, int column) =>
        place.Table == table + 1 && place.Row == row + 2 && place.Column == column + 3;

    private static List<string[]> Functions(decimal?[][] rows) => Print(["合计", "基本支出", "项目支出"], rows, FunctionCodes, FunctionNames);

    private static List<string[]> Economics(decimal?[][] rows) => Print(["小计", "人员经费", "公用经费"], rows, EconomicCodes, EconomicNames);

    private static List<string[]> Print(string[] columns, decimal?[][] rows, string[] codes, string[] names)
    {
        var table = new List<string[]> { (string[])["科目编码", "科目名称", .. columns] };
        for (var i = 0; i < rows.Length; i++)
        {
            var total = i == rows.Length - 1;
            table.Add([total ? "" : codes[i], total ? "合计" : names[i], .. rows[i].Select(static value => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "")]);
        }

        return table;
    }

    /// <summary>Three parts of a sum, each of them more than nothing where the sum allows it.</summary>
    private static decimal[] Split(decimal sum)
    {
        var (one, other) = (decimal.Round(sum * 0.53m, 2), decimal.Round(sum * 0.29m, 2));
        return [one, other, sum - one - other];
    }
}
