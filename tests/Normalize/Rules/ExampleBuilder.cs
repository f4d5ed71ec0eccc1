using Gouji.Model;
using Gouji.Normalize.Codes;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Rules;

/// <summary>Prints the document that an example describes: the official forms with Chinese titles, headers and labels, and its figures in them.</summary>
internal sealed class ExampleBuilder
{
    private const string Body = "某局";

    private readonly Example _example;
    private readonly List<Block> _blocks = [];

    private ExampleBuilder(Example example) => _example = example;

    public static DocumentContent Build(string text)
    {
        var example = Example.Parse(text);
        var builder = new ExampleBuilder(example);
        if (example.Forms.Count > 0)
        {
            builder._blocks.Add(Printed.Line(example.Title ?? $"{Body}{example.Year}年{(example.Forms.Any(ExampleForms.IsAccounts) ? "度部门决算" : "部门预算")}公开"));
        }

        foreach (var role in example.Forms.Order())
        {
            builder.Print(role);
        }

        if (example.LastParagraph is { } last)
        {
            builder._blocks.AddRange(last.Split(" | ").Select(static line => Printed.Line(line)));
        }

        return Printed.Document(builder._blocks) with { Format = example.Format };
    }

    private void Print(FormRole role)
    {
        if (role == FormRole.B11)
        {
            foreach (var project in _example.Figures.Where(static figure => figure.Role == FormRole.B11).Select(static figure => figure.Row.Split(' ')[0]).Distinct())
            {
                _blocks.Add(Printed.Line(ExampleForms.Title(role)));
                _blocks.Add(Printed.Table(Performance(project)));
            }

            return;
        }

        _blocks.Add(Printed.Line(ExampleForms.Title(role)));
        _blocks.Add(Printed.Line($"编制部门：{_example.Bodies.GetValueOrDefault(role, Body)} 单位：万元"));
        _blocks.Add(Printed.Table(role switch
        {
            FormRole.F6 => BasicLanes(),
            _ when ExampleForms.HasLanes(role) => Lanes(role),
            _ when ExampleForms.IsThreePublic(role) => ThreePublic(role),
            _ => Coded(role),
        }));
        if (_example.Notes.TryGetValue(role, out var note))
        {
            _blocks.Add(Printed.Line("注：" + note));
        }
    }

    private sealed record Row(string Key)
    {
        public Dictionary<string, string> Values { get; } = [];
    }

    /// <summary>The rows of a lane. A column that the row holds already begins another row of the same name.</summary>
    private List<Row> Rows(FormRole role, string lane)
    {
        var rows = new List<Row>();
        foreach (var figure in _example.Figures.Where(figure => figure.Role == role && figure.Lane == lane))
        {
            var column = figure.Column.Length == 0 ? "total" : figure.Column;
            var row = rows.FindLast(row => row.Key == figure.Row);
            if (row is null || row.Values.ContainsKey(column))
            {
                rows.Add(row = new Row(figure.Row));
            }

            row.Values[column] = figure.Value;
        }

        return rows;
    }

    /// <summary>A form whose rows are items by code, its codes in a cell a level, 合计 in the name column behind blank code cells.</summary>
    private List<string[]> Coded(FormRole role)
    {
        var rows = Rows(role, "");
        var columns = ExampleForms.Columns(role);
        var project = role == FormRole.B7;
        string[] levels = role == FormRole.B6 ? ["类", "款"] : ["类", "款", "项"];
        string[] names = project ? ["科目名称", "项目名称"] : ["科目名称"];
        var table = new List<string[]>
        {
            (string[])["科目编码", .. levels.Skip(1).Select(static _ => "<"), .. names, .. columns.Select(static column => column.Header)],
            (string[])[.. levels, .. names.Select(static _ => "^"), .. columns.Select(static _ => "^")],
        };
        foreach (var row in rows.OrderBy(static row => row.Key == "total"))
        {
            var blank = row.Key.IndexOf(' ');
            var code = row.Key == "total" ? "" : blank < 0 ? row.Key : row.Key[..blank];
            var label = blank < 0 ? null : row.Key[(blank + 1)..];
            var name = row.Key == "total" ? "合计" : project ? OfficialName(code) : label ?? OfficialName(code);
            table.Add([.. Levels(code, levels.Length), name, .. project ? (string[])[label ?? ""] : [], .. columns.Select(column => row.Values.GetValueOrDefault(column.Key, ""))]);
        }

        if (rows.Count == 0)
        {
            table.Add([.. Levels("", levels.Length), "合计", .. names.Skip(1).Select(static _ => ""), .. columns.Select(static _ => "")]);
        }

        return table;
    }

    private static IEnumerable<string> Levels(string code, int count)
    {
        yield return code.Length >= 3 ? code[..3] : code;
        for (var level = 1; level < count; level++)
        {
            var at = 1 + (2 * level);
            yield return code.Length >= at + 2 ? code[at..(at + 2)] : "";
        }
    }

    private string OfficialName(string code)
    {
        var kind = code[0] == '2' ? ClassificationKind.Function : ClassificationKind.Economic;
        return ClassificationCodes.Instance.NameOf(kind, code, _example.Year) ?? "某科目";
    }

    /// <summary>A two-sided form: the usual sources and classes, blank where the example states nothing.</summary>
    private List<string[]> Lanes(FormRole role)
    {
        var income = Labelled(Rows(role, "income"), ExampleForms.IncomeRows(role));
        var expenditure = Labelled(Rows(role, "expenditure"), ExampleForms.ExpenditureRows(role, _example.Year));
        var columns = role is FormRole.B4 or FormRole.F4 ? ExampleForms.Columns(role) : [("total", ExampleForms.IsAccounts(role) ? "决算数" : "预算数")];
        var table = new List<string[]>
        {
            (string[])["收  入", "<", "支  出", .. columns.Select(static _ => "<")],
            (string[])["项  目", columns[0].Header, "功能分类", .. columns.Select(static column => column.Header)],
        };
        for (var i = 0; i < Math.Max(income.Count, expenditure.Count); i++)
        {
            var (left, right) = (income.ElementAtOrDefault(i), expenditure.ElementAtOrDefault(i));
            table.Add([left.Label ?? "", left.Row?.Values.GetValueOrDefault("total") ?? "", right.Label ?? "", .. columns.Select(column => right.Row?.Values.GetValueOrDefault(column.Key) ?? "")]);
        }

        return table;
    }

    private static List<(string? Label, Row? Row)> Labelled(List<Row> rows, IReadOnlyList<(string Key, string Label, bool Always)> template)
    {
        var lane = new List<(string?, Row?)>();
        foreach (var (key, label, always) in template)
        {
            var row = rows.Find(row => row.Key == key);
            if (always || row is not null)
            {
                lane.Add((label, row));
            }
        }

        Assert.All(rows, row => Assert.Contains(template, line => line.Key == row.Key));
        return lane;
    }

    /// <summary>The “三公” form. A column of labels stands in it where a row has one; in the accounts the budget stands beside the actual figures.</summary>
    private List<string[]> ThreePublic(FormRole role)
    {
        var rows = Rows(role, "");
        var accounts = ExampleForms.IsAccounts(role);
        string[] label = !accounts && rows.Exists(static row => row.Key != "row") ? ["项目"] : [];
        var initial = rows.Exists(static row => row.Values.Keys.Any(static key => key.StartsWith("initial-", StringComparison.Ordinal)));
        string[] items = ["合计", "因公出国（境）费用", "公务用车购置及运行费", "<", "<", "公务接待费"];
        string[] parts = ["^", "^", "小计", "公务用车购置费", "公务用车运行费", "^"];
        var table = new List<string[]>();
        if (accounts)
        {
            table.Add([initial ? "年初预算数" : "预算数", "<", "<", "<", "<", "<", "决算数", "<", "<", "<", "<", "<"]);
            table.Add([.. items, .. items]);
            table.Add([.. parts, .. parts]);
        }
        else
        {
            table.Add([.. label, .. items]);
            table.Add([.. label.Select(static _ => "^"), .. parts]);
        }

        foreach (var row in rows.DefaultIfEmpty(new Row("row")))
        {
            string[] name = label.Length > 0 ? [row.Key switch { "total" => "合计", "row" => "", var key => key["row ".Length..] }] : [];
            table.Add([.. name, .. accounts ? ExampleForms.Columns(role).Select(column => row.Values.GetValueOrDefault("initial-" + column.Key, "")) : [], .. ExampleForms.Columns(role).Select(column => row.Values.GetValueOrDefault(column.Key, ""))]);
        }

        return table;
    }

    /// <summary>公开06: personnel cost at the left, public cost at the right, each closed by its sum.</summary>
    private List<string[]> BasicLanes()
    {
        var rows = Rows(FormRole.F6, "");
        var left = Items(["301", "303"], "personnel", "人员经费合计");
        var right = Items(["302", "307", "309", "310", "312", "399"], "public", "公用经费合计");
        var table = new List<string[]>
        {
            (string[])["人员经费", "<", "<", "公用经费", "<", "<"],
            (string[])["科目编码", "科目名称", "决算数", "科目编码", "科目名称", "决算数"],
        };
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            table.Add([.. left.ElementAtOrDefault(i) ?? ["", "", ""], .. right.ElementAtOrDefault(i) ?? ["", "", ""]]);
        }

        return table;

        List<string[]> Items(string[] classes, string sumKey, string sumLabel)
        {
            var lane = rows.Where(row => classes.Contains(row.Key[..3])).Select(row => (string[])[row.Key, OfficialName(row.Key), row.Values["total"]]).ToList();
            lane.Add([sumLabel, "", rows.Find(row => row.Key == sumKey)?.Values["total"] ?? ""]);
            return lane;
        }
    }

    private List<string[]> Performance(string project)
    {
        var rows = Rows(FormRole.B11, "").Where(row => row.Key.Split(' ')[0] == project).ToList();
        var fund = rows.Find(row => row.Key == project + " fund");
        var table = new List<string[]>
        {
            (string[])["项目名称", project, "<", "<", "<", "<"],
            (string[])["预算单位", Body, "<", "<", "<", "<"],
            (string[])["年度资金总额", fund?.Values.GetValueOrDefault("total") ?? "", "其中：财政拨款", fund?.Values.GetValueOrDefault("fiscal") ?? "", "其他资金", fund?.Values.GetValueOrDefault("other") ?? ""],
            (string[])["项目总体目标", "保障工作开展", "<", "<", "<", "<"],
            (string[])["一级指标", "二级指标", "三级指标", "<", "指标值", "<"],
            (string[])["项目完成指标", "数量指标", "完成任务数", "<", "≥10项", "<"],
        };
        foreach (var row in rows.Where(static row => row.Key.Contains(" cost ", StringComparison.Ordinal)))
        {
            var value = row.Values["value"];
            table.Add(["项目完成指标", "成本指标", row.Key.Split(' ')[2], "<", value.EndsWith('元') ? value : value + "万元", "<"]);
        }

        return table;
    }
}
