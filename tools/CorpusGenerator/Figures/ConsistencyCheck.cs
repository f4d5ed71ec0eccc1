using Gouji.CorpusGenerator.Disclosure;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Figures;

/// <summary>
/// Recomputes the identities of a document from its printed cells and names the rules that break. A consistent case must break
/// none, a planted one only those it declares: so the ground truth is proven before it is written.
/// </summary>
internal sealed class ConsistencyCheck
{
    private readonly PrintedFigures _figures;
    private readonly Document _document;
    private readonly List<string> _broken = [];

    private ConsistencyCheck(Document document)
    {
        _document = document;
        _figures = new PrintedFigures(document);
    }

    /// <summary>The rules that break, each with its equation, such as <c>R-COL B3 total.basic: 950.46 ≠ 950.64</c>.</summary>
    public static IReadOnlyList<string> Broken(Document document)
    {
        var check = new ConsistencyCheck(document);
        if (check._figures.Has(FormRole.F1))
        {
            return AccountsCheck.Broken(document, check._figures);
        }

        check.Details();
        check.Balances();
        check.ThreePublicRows();
        check.Totals();
        check.Items();
        check.ThreePublicAcross();
        check.Performance();
        return check._broken;
    }

    private void Details()
    {
        foreach (var form in new[] { FormRole.B2, FormRole.B3, FormRole.B5, FormRole.B6, FormRole.B7, FormRole.B9, FormRole.B10 }.Where(_figures.Has))
        {
            var columns = _figures.Columns(form);
            var parts = columns.Where(column => column != "total" && !column.StartsWith("of:", StringComparison.Ordinal)).ToList();
            foreach (var row in _figures.Rows(form))
            {
                Equal($"R-ROW-{form}", row, _figures[form, row, "total"], parts.Sum(column => _figures[form, row, column]), parts.Count);
            }

            var leaves = _figures.Leaves(form);
            foreach (var column in columns)
            {
                Equal("R-COL", $"{form} {column}", _figures[form, "total", column], leaves.Sum(row => _figures[form, row, column]), leaves.Count);
            }

            var codes = _figures.Rows(form).Where(row => row.All(char.IsAsciiDigit)).ToList();
            foreach (var parent in codes.Where(code => code.Length < (form == FormRole.B6 ? 5 : 7)))
            {
                var children = codes.Where(code => code.Length == parent.Length + 2 && code.StartsWith(parent, StringComparison.Ordinal)).ToList();
                foreach (var column in children.Count == 0 ? [] : columns)
                {
                    Equal("R-HIER", $"{form} {parent} {column}", _figures[form, parent, column], children.Sum(row => _figures[form, row, column]), children.Count);
                }
            }
        }

        foreach (var key in _figures.Keys)
        {
            if (_figures[key.Form, key.Row, key.Column] < 0)
            {
                _broken.Add($"R-NEG {key}");
            }

            if (key.Row.Contains('#') && key.Column == "total" && _figures[key.Form, key.Row, key.Column] != 0)
            {
                _broken.Add($"R-DUP {key}");
            }
        }
    }

    private void Balances()
    {
        var income = _figures.Rows(FormRole.B1).Where(row => !IsClass(row) && row is not ("fiscal" or "subtotal" or "total" or "carryover" or "forward")).ToList();
        var classes = _figures.Rows(FormRole.B1).Where(IsClass).ToList();
        var sources = income.Sum(row => _figures[FormRole.B1, row, "income"]);
        if (_figures.Has(FormRole.B1, "fiscal", "income"))
        {
            Equal("R-B1-INC", "fiscal", _figures[FormRole.B1, "fiscal", "income"], Fiscal(FormRole.B1), 3);
        }

        var hasSubtotal = _figures.Has(FormRole.B1, "subtotal", "income");
        if (hasSubtotal)
        {
            Equal("R-B1-INC", "subtotal", _figures[FormRole.B1, "subtotal", "income"], sources, income.Count);
            Equal("R-B1-EXP", "subtotal", _figures[FormRole.B1, "subtotal", "spent"], classes.Sum(row => _figures[FormRole.B1, row, "spent"]), classes.Count);
        }

        Equal("R-B1-INC", "total", _figures[FormRole.B1, "total", "income"],
            (hasSubtotal ? _figures[FormRole.B1, "subtotal", "income"] : sources) + _figures[FormRole.B1, "carryover", "income"], 2);
        Equal("R-B1-EXP", "total", _figures[FormRole.B1, "total", "spent"],
            (hasSubtotal ? _figures[FormRole.B1, "subtotal", "spent"] : classes.Sum(row => _figures[FormRole.B1, row, "spent"])) + _figures[FormRole.B1, "forward", "spent"], 2);
        Equal("R-B1-BAL", "total", _figures[FormRole.B1, "total", "income"], _figures[FormRole.B1, "total", "spent"], 0);
        if (!_figures.Has(FormRole.B4))
        {
            return;
        }

        var funds = _figures.Columns(FormRole.B4).Where(column => column is not ("income" or "spent")).ToList();
        var fiscalClasses = _figures.Rows(FormRole.B4).Where(IsClass).ToList();
        foreach (var row in _figures.Rows(FormRole.B4).Where(row => _figures.Has(FormRole.B4, row, "spent")))
        {
            Equal("R-B4", row, _figures[FormRole.B4, row, "spent"], funds.Sum(fund => _figures[FormRole.B4, row, fund]), funds.Count);
        }

        foreach (var column in funds.Append("spent"))
        {
            Equal("R-B4", column, _figures[FormRole.B4, "total", column],
                fiscalClasses.Sum(row => _figures[FormRole.B4, row, column]) + _figures[FormRole.B4, "forward", column], fiscalClasses.Count);
        }

        Equal("R-B4", "income", _figures[FormRole.B4, "total", "income"], Fiscal(FormRole.B4) + _figures[FormRole.B4, "carryover", "income"], 4);
        Equal("R-B4", "balance", _figures[FormRole.B4, "total", "income"], _figures[FormRole.B4, "total", "spent"], 0);
    }

    private void ThreePublicRows()
    {
        foreach (var row in _figures.Rows(FormRole.B8))
        {
            Equal("R-ROW-B8", row, _figures[FormRole.B8, row, "total"],
                _figures[FormRole.B8, row, "overseas"] + _figures[FormRole.B8, row, "vehicles"] + _figures[FormRole.B8, row, "reception"], 3);
            Equal("R-ROW-B8", row, _figures[FormRole.B8, row, "vehicles"], _figures[FormRole.B8, row, "purchase"] + _figures[FormRole.B8, row, "operation"], 2);
        }

        if (_figures.Has(FormRole.B8, "basic", "total"))
        {
            foreach (var column in _figures.Columns(FormRole.B8))
            {
                Equal("R-COL", $"B8 {column}", _figures[FormRole.B8, "total", column], _figures[FormRole.B8, "basic", column] + _figures[FormRole.B8, "project", column], 2);
            }
        }
    }

    private void Totals()
    {
        var forward = _figures[FormRole.B1, "forward", "spent"];
        Equal("X-TOT", "B1 = B2", _figures[FormRole.B1, "total", "income"], _figures[FormRole.B2, "total", "total"], 0);
        Equal("X-TOT", "B1 = B3", _figures[FormRole.B1, "total", "spent"] - forward, _figures[FormRole.B3, "total", "total"], 0);
        Equal("X-BASIC", "", _figures[FormRole.B5, "total", "basic"], _figures[FormRole.B6, "total", "total"], 0);
        var general = _figures[FormRole.B5, "total", "total"];
        if (_figures.Has(FormRole.B4))
        {
            Equal("X-FISC", "", Fiscal(FormRole.B1), Fiscal(FormRole.B4), 3);
            foreach (var (fund, form) in new[] { ("gpb", FormRole.B5), ("fund", FormRole.B9), ("soe", FormRole.B10) }.Where(pair => _figures.Has(FormRole.B4, "total", pair.Item1)))
            {
                Equal("X-B4B5", form.ToString(), _figures[FormRole.B4, "total", fund] - _figures[FormRole.B4, "forward", fund], _figures[form, "total", "total"], 0);
                foreach (var row in _figures.Rows(FormRole.B4).Where(IsClass))
                {
                    Equal("X-B4B5", $"{form} {row}", _figures[FormRole.B4, row, fund], SumOfClass(form, row, "total"), 9);
                }
            }

            var others = _figures[FormRole.B1, "total", "income"] - Fiscal(FormRole.B1) - _figures[FormRole.B4, "carryover", "income"] - (forward - _figures[FormRole.B4, "forward", "spent"]);
            Equal("X-NONFISC", "", _figures[FormRole.B3, "total", "total"] - general - _figures[FormRole.B9, "total", "total"] - _figures[FormRole.B10, "total", "total"], others, 6);
        }

        foreach (var row in _figures.Rows(FormRole.B1).Where(IsClass))
        {
            Equal("X-B1B3-CLS", row, _figures[FormRole.B1, row, "spent"], SumOfClass(FormRole.B3, row, "total"), 9);
        }
    }

    private void Items()
    {
        var items = _figures.Leaves(FormRole.B3);
        if (_figures.Leaves(FormRole.B2).TrueForAll(row => char.IsAsciiDigit(row[0])))
        {
            foreach (var item in items.Union(_figures.Leaves(FormRole.B2)))
            {
                Equal("X-MIRROR", item, _figures[FormRole.B2, item, "total"], _figures[FormRole.B3, item, "total"], 0);
                if (_figures[FormRole.B2, item, "carryover"] == 0 && _figures.Columns(FormRole.B2).Contains("gpb"))
                {
                    Equal("X-MIRROR", $"{item} gpb", _figures[FormRole.B2, item, "gpb"], _figures[FormRole.B5, item, "total"], 0);
                }
            }
        }

        if (_figures.Has(FormRole.B7))
        {
            var scope = _document.Table(FormRole.B7).Title.Contains("一般公共预算", StringComparison.Ordinal) ? FormRole.B5 : FormRole.B3;
            Equal("X-PROJ", "", _figures[scope, "total", "project"], _figures[FormRole.B7, "total", "total"], 0);
            foreach (var item in items)
            {
                Equal("X-PROJ-ITEM", item, _figures[scope, item, "project"], SumOfClass(FormRole.B7, item, "total"), 9);
            }
        }

        foreach (var (economic, function) in new[] { ("30108", "2080505"), ("30109", "2080506"), ("30110", "21011"), ("30111", "21011"), ("30113", "2210201"), ("30302", "20805") })
        {
            if (_figures[FormRole.B6, economic, "total"] > 0 && SumOfClass(FormRole.B5, function, "total") == 0)
            {
                _broken.Add($"X-FUNC-ECON {economic} without {function}");
            }
        }
    }

    private void ThreePublicAcross()
    {
        foreach (var (economic, column) in new[] { ("30212", "overseas"), ("30231", "operation"), ("30217", "reception"), ("31013", "purchase") })
        {
            var basic = _figures[FormRole.B6, economic, "total"];
            if (_figures.Has(FormRole.B8, "basic", column))
            {
                Equal("X-SG-BASIC", column, _figures[FormRole.B8, "basic", column], basic, 0);
            }

            if (basic > _figures[FormRole.B8, "total", column])
            {
                _broken.Add($"X-SG-PART {column}: {basic} > {_figures[FormRole.B8, "total", column]}");
            }
        }

        if (_figures[FormRole.B8, "project", "total"] > _figures[FormRole.B5, "total", "project"])
        {
            _broken.Add($"X-SG-PROJ {_figures[FormRole.B8, "project", "total"]} > {_figures[FormRole.B5, "total", "project"]}");
        }
    }

    private void Performance()
    {
        var projects = _figures.Rows(FormRole.B11);
        var all = !_figures.Has(FormRole.B7) || !_document.Table(FormRole.B7).Title.Contains("一般公共预算", StringComparison.Ordinal);
        foreach (var project in projects)
        {
            var total = _figures[FormRole.B11, project, "total"];
            Equal("P-FUND", project, total, _figures[FormRole.B11, project, "fiscal"] + _figures[FormRole.B11, project, "other"], 2);
            var listed = _figures.Rows(FormRole.B7).Where(row => row.EndsWith($"|{project}", StringComparison.Ordinal)).ToList();
            if (listed.Count > 0 && all)
            {
                Equal("P-FUND", $"{project} B7", total, listed.Sum(row => _figures[FormRole.B7, row, "total"]), 1);
            }

            var costs = _figures.Columns(FormRole.B11).Where(column => column.StartsWith("cost", StringComparison.Ordinal)).ToList();
            Equal("P-COST", project, total, costs.Sum(cost => _figures[FormRole.B11, project, cost]), 1);
        }

        if (projects.Count > 0)
        {
            Equal("P-FISC", "", projects.Sum(project => _figures[FormRole.B11, project, "fiscal"]),
                _figures[FormRole.B5, "total", "project"] + _figures[FormRole.B9, "total", "project"] + _figures[FormRole.B10, "total", "project"], 1);
        }
    }

    private decimal Fiscal(FormRole form) => new[] { "gpb", "fund", "soe" }.Sum(fund => _figures[form, fund, "income"]);

    private decimal SumOfClass(FormRole form, string code, string column) => _figures.Leaves(form)
        .Where(row => row.StartsWith(code, StringComparison.Ordinal)).Sum(row => _figures[form, row, column]);

    private static bool IsClass(string row) => row.Length == 3 && row.All(char.IsAsciiDigit);

    private void Equal(string rule, string where, decimal left, decimal right, int parts)
    {
        // Each printed figure stands for an interval of half its last place; where nothing was rounded there is no slack.
        var slack = _document.Rounded ? (parts + 1) * 0.005m : 0m;
        if (Math.Abs(left - right) > slack)
        {
            _broken.Add($"{rule} {where}: {left} ≠ {right}");
        }
    }
}
