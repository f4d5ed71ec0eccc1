using Gouji.CorpusGenerator.Disclosure;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Figures;

/// <summary>Recomputes the identities of final accounts from the printed cells, as <see cref="ConsistencyCheck"/> does those of budgets.</summary>
internal sealed class AccountsCheck
{
    private static readonly string[] Funds = ["gpb", "fund", "soe"];

    private readonly PrintedFigures _figures;
    private readonly bool _rounded;
    private readonly decimal _half;
    private readonly List<string> _broken = [];

    private AccountsCheck(Document document, PrintedFigures figures)
    {
        _figures = figures;
        _rounded = document.Rounded;

        // Half of the last place printed: 0.005 万元, or half a fen.
        _half = document.Tables.Any(table => table.Role == FormRole.F1 && table.Unit == MoneyUnit.Yuan) ? 0.0000005m : 0.005m;
    }

    public static IReadOnlyList<string> Broken(Document document, PrintedFigures figures)
    {
        var check = new AccountsCheck(document, figures);
        check.Summaries();
        foreach (var form in new[] { FormRole.F2, FormRole.F3, FormRole.F5, FormRole.F8, FormRole.F9 }.Where(figures.Has))
        {
            check.Details(form);
        }

        check.Basic();
        check.ThreePublicRows();
        check.Across();
        return check._broken;
    }

    private void Summaries()
    {
        var rows = _figures.Rows(FormRole.F1);
        var sources = rows.Where(row => !IsClass(row) && !row.StartsWith("of:", StringComparison.Ordinal) && row is not ("subtotal" or "surplus" or "carryover" or "closing" or "distributed" or "total")).ToList();
        var classes = rows.Where(IsClass).ToList();
        Equal("F1-INC", "subtotal", F1("subtotal", "income"), sources.Sum(row => F1(row, "income")), sources.Count);
        Equal("F1-INC", "total", F1("total", "income"), F1("subtotal", "income") + F1("surplus", "income") + F1("carryover", "income"), 3);
        Equal("F1-EXP", "subtotal", F1("subtotal", "spent"), classes.Sum(row => F1(row, "spent")), classes.Count);
        Equal("F1-EXP", "total", F1("total", "spent"), F1("subtotal", "spent") + F1("distributed", "spent") + F1("closing", "spent"), 3);
        Equal("F1-EXP", "balance", F1("total", "income"), F1("total", "spent"), 0);
        var funds = Funds.Where(fund => _figures.Has(FormRole.F4, "total", fund)).ToList();
        var fiscalClasses = _figures.Rows(FormRole.F4).Where(IsClass).ToList();
        foreach (var row in _figures.Rows(FormRole.F4).Where(row => _figures.Has(FormRole.F4, row, "spent")))
        {
            Equal("F4-SUM", row, F4(row, "spent"), funds.Sum(fund => F4(row, fund)), funds.Count);
        }

        foreach (var column in funds.Append("spent"))
        {
            Equal("F4-SUM", $"subtotal {column}", F4("subtotal", column), fiscalClasses.Sum(row => F4(row, column)), fiscalClasses.Count);
            Equal("F4-SUM", $"total {column}", F4("total", column), F4("subtotal", column) + F4("closing", column), 2);
        }

        Equal("F4-SUM", "income", F4("subtotal", "income"), funds.Sum(fund => F4(fund, "income")), 3);
        Equal("F4-SUM", "total", F4("total", "income"), F4("subtotal", "income") + F4("carryover", "income"), 2);
        var byFund = _figures.Has(FormRole.F4, "carryover.gpb", "income");
        if (byFund)
        {
            Equal("F4-SUM", "carryover", F4("carryover", "income"), funds.Sum(fund => F4($"carryover.{fund}", "income")), 3);
        }

        Equal("F4-SUM", "balance", F4("total", "income"), F4("total", "spent"), 0);
        foreach (var fund in byFund ? funds : [])
        {
            Equal("F4-FUND", fund, F4(fund, "income") + F4($"carryover.{fund}", "income"), F4("subtotal", fund) + F4("closing", fund), 3);
        }
    }

    private void Details(FormRole form)
    {
        foreach (var scope in new[] { "", "unit:" })
        {
            var rows = _figures.Rows(form).Where(row => row.StartsWith("unit:", StringComparison.Ordinal) == (scope.Length > 0)).ToList();
            var columns = _figures.Columns(form);
            var parts = columns.Where(column => column is not ("total" or "opening" or "income" or "closing")).ToList();
            foreach (var row in rows)
            {
                Equal($"R-ROW-{form}", row, _figures[form, row, "total"], parts.Sum(column => _figures[form, row, column]), parts.Count);
                if (columns.Contains("closing"))
                {
                    Equal("F8-ROLL", $"{form} {row}", _figures[form, row, "opening"] + _figures[form, row, "income"], _figures[form, row, "total"] + _figures[form, row, "closing"], 3);
                }
            }

            var leaves = rows.Where(row => row != scope + "total" && !rows.Exists(other => other != row && char.IsAsciiDigit(row[0]) && other.StartsWith(row, StringComparison.Ordinal))).ToList();
            foreach (var column in columns)
            {
                Equal("F-COL", $"{form} {column}", _figures[form, scope + "total", column], leaves.Sum(row => _figures[form, row, column]), leaves.Count);
            }

            Hierarchy(form, [.. rows.Where(row => row.All(char.IsAsciiDigit))], columns, 7);
        }
    }

    private void Hierarchy(FormRole form, List<string> codes, List<string> columns, int deepest)
    {
        foreach (var parent in codes.Where(code => code.Length < deepest))
        {
            var children = codes.Where(code => code.Length == parent.Length + 2 && code.StartsWith(parent, StringComparison.Ordinal)).ToList();
            foreach (var column in children.Count == 0 ? [] : columns)
            {
                Equal("F-HIER", $"{form} {parent} {column}", _figures[form, parent, column], children.Sum(row => _figures[form, row, column]), children.Count);
            }
        }
    }

    private void Basic()
    {
        var codes = _figures.Rows(FormRole.F6).Where(row => row.All(char.IsAsciiDigit)).ToList();
        Hierarchy(FormRole.F6, codes, ["total"], 5);
        var sections = codes.Where(code => code.Length == 5).ToList();
        var personnel = sections.Where(code => code[..3] is "301" or "303").ToList();
        Equal("F6-CLS", "personnel", F6("personnel"), personnel.Sum(F6), personnel.Count);
        Equal("F6-CLS", "public", F6("public"), sections.Except(personnel).Sum(F6), sections.Count - personnel.Count);
    }

    private void ThreePublicRows()
    {
        foreach (var row in _figures.Rows(FormRole.F7))
        {
            Equal("R-ROW-F7", row, F7(row, "total"), F7(row, "overseas") + F7(row, "vehicles") + F7(row, "reception"), 3);
            Equal("R-ROW-F7", row, F7(row, "vehicles"), F7(row, "purchase") + F7(row, "operation"), 2);
            foreach (var column in _figures.Columns(FormRole.F7).Where(column => _figures.Has(FormRole.F7, row, column + "%")))
            {
                var planned = F7(row.Replace("actual", "budget", StringComparison.Ordinal), column);
                var completed = planned == 0 ? 0 : Math.Round(F7(row, column) / planned * 100, 2, MidpointRounding.AwayFromZero);
                if (F7(row, column + "%") != completed)
                {
                    _broken.Add($"Y-BUDACT {row} {column}: {F7(row, column + "%")} ≠ {completed}");
                }
            }
        }
    }

    private void Across()
    {
        Equal("FX-1", "income", F1("subtotal", "income"), _figures[FormRole.F2, "total", "total"], 0);
        Equal("FX-1", "spent", F1("subtotal", "spent"), _figures[FormRole.F3, "total", "total"], 0);
        foreach (var row in _figures.Rows(FormRole.F1).Where(IsClass))
        {
            var items = _figures.Leaves(FormRole.F3).Where(code => code.StartsWith(row, StringComparison.Ordinal)).ToList();
            Equal("FX-1", row, F1(row, "spent"), items.Sum(code => _figures[FormRole.F3, code, "total"]), items.Count);
        }

        Equal("FX-2", "fiscal", _figures[FormRole.F2, "total", "fiscal"], F4("subtotal", "income"), 0);
        foreach (var (fund, form) in new[] { ("gpb", FormRole.F5), ("fund", FormRole.F8), ("soe", FormRole.F9) }.Where(pair => _figures.Has(pair.Item2)))
        {
            Equal("FX-2", fund, F4("subtotal", fund), _figures[form, "total", "total"], 0);
            if (_figures.Has(form, "total", "income"))
            {
                Equal("FX-2", $"{fund} income", F4(fund, "income"), _figures[form, "total", "income"], 0);
            }
        }

        foreach (var fund in Funds.Where(fund => _figures.Has(FormRole.F1, fund, "income")))
        {
            Equal("FX-2", $"F1 {fund}", F1(fund, "income"), F4(fund, "income"), 0);
        }

        Equal("FX-2", "basic", _figures[FormRole.F5, "total", "basic"], F6("personnel") + F6("public"), 2);
        foreach (var (economic, column) in new[] { ("30212", "overseas"), ("30231", "operation"), ("30217", "reception"), ("31013", "purchase") })
        {
            if (F6(economic) > F7("actual", column))
            {
                _broken.Add($"FX-3 {column}: {F6(economic)} > {F7("actual", column)}");
            }
        }
    }

    private decimal F1(string row, string column) => _figures[FormRole.F1, row, column];

    private decimal F4(string row, string column) => _figures[FormRole.F4, row, column];

    private decimal F6(string row) => _figures[FormRole.F6, row, "total"];

    private decimal F7(string row, string column) => _figures[FormRole.F7, row, column];

    private static bool IsClass(string row) => row.Length == 3 && row.All(char.IsAsciiDigit);

    private void Equal(string rule, string where, decimal left, decimal right, int parts)
    {
        // A copy of a figure has no slack of its own, but a summary in rounded figures is rounded apart from its details.
        var slack = _rounded ? (Math.Max(parts, 1) + 1) * _half : 0m;
        if (Math.Abs(left - right) > slack)
        {
            _broken.Add($"{rule} {where}: {left} ≠ {right}");
        }
    }
}
