using System.Globalization;
using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>Checks of single rows and cells.</summary>
internal static class RowChecks
{
    /// <summary>Amounts of a budget are not negative.</summary>
    public static IEnumerable<CheckResult> NoNegative(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var table in BuiltInChecks.Tables(index, forms))
        {
            var found = false;
            foreach (var part in table.Parts)
            {
                foreach (var row in part.Rows)
                {
                    for (var i = 0; i < row.Facts.Length; i++)
                    {
                        if (row.Facts[i] is { Stated: < 0, Unit: not null, Measure: Measure.ThisYear or Measure.Budgeted } fact)
                        {
                            found = true;
                            var cell = FormNames.Cell(table, row, part.Columns[i]);
                            yield return new CheckResult(
                                Verdict.Broken,
                                cell,
                                new Message($"{cell.Zh}为负数：{Show(fact)}", $"{cell.En} is negative: {Show(fact)}"),
                                [fact.Place])
                            { Stated = fact.Stated, Unit = fact.Unit };
                        }
                    }
                }
            }

            if (!found)
            {
                yield return CheckResult.Holds(BuiltInChecks.TableSubject(table));
            }
        }
    }

    /// <summary>No item is listed twice. A blank row beside a filled one is residue; two filled rows may be split by funds.</summary>
    public static IEnumerable<CheckResult> NoDuplicates(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var table in BuiltInChecks.Tables(index, forms))
        {
            var residue = new List<FormRow>();
            var found = false;
            foreach (var part in table.Parts)
            {
                foreach (var group in part.Rows.Where(static row => !row.OfWhich && row.Kind != RowKind.Total && (row.FunctionCode ?? row.EconomicCode) is not null)
                    .GroupBy(static row => (row.FunctionCode, row.EconomicCode, row.Project, row.Body, row.BodyCode, row.Group, row.Kind == RowKind.Subtotal)))
                {
                    var rows = group.ToList();
                    var filled = rows.FindAll(static row => row.Facts.Any(static fact => fact is { State: FactState.Value }));
                    if (rows.Count < 2 || rows[0].Kind == RowKind.Subtotal)
                    {
                        continue;
                    }

                    if (filled.Count < 2)
                    {
                        residue.AddRange(rows);
                        continue;
                    }

                    found = true;
                    var same = filled.GroupBy(row => AmountOf(part, row)).Any(static amounts => amounts.Count() > 1);
                    var subject = FormNames.Row(table, filled[0]);
                    var numbers = string.Join(", ", filled.Select(static row => row.Number));
                    yield return new CheckResult(
                        Verdict.Broken,
                        subject,
                        new Message(
                            $"{subject.Zh}重复出现{filled.Count}次（第{numbers}行），" + (same ? "且金额相同，可能重复列支" : "金额不同，可能按资金或项目分列，也可能重复"),
                            $"{subject.En} is listed {filled.Count} times (rows {numbers}), " + (same ? "with the same amount: it may be counted twice" : "with different amounts: it may be split by funds or projects, or be a repetition")),
                        filled.ConvertAll(static row => row.Place))
                    { AtMost = same || table.Role == FormRole.B6 ? null : Severity.Notice };
                }
            }

            if (residue.Count > 0)
            {
                found = true;
                var subject = BuiltInChecks.TableSubject(table);
                var codes = string.Join("、", residue.Select(static row => row.FunctionCode ?? row.EconomicCode).Distinct(StringComparer.Ordinal));
                yield return new CheckResult(
                    Verdict.Broken,
                    subject,
                    new Message($"{subject.Zh}中科目 {codes} 重复列示，其中有空行", $"{subject.En} lists {codes} more than once, with blank rows among them"),
                    residue.ConvertAll(static row => row.Place))
                { AtMost = Severity.Notice };
            }

            if (!found)
            {
                yield return CheckResult.Holds(BuiltInChecks.TableSubject(table));
            }
        }
    }

    /// <summary>Basic expenditure of one economic section is personnel or public cost, not both.</summary>
    public static IEnumerable<CheckResult> OneOfTwo(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var table in BuiltInChecks.Tables(index, forms))
        {
            if (table.Part("") is not { } part || part.ColumnOf("personnel") is var personnel && personnel < 0 || part.ColumnOf("public") is var common && common < 0)
            {
                continue;
            }

            var both = new List<FormRow>();
            foreach (var row in part.Rows)
            {
                if (row.Kind == RowKind.Leaf && row.EconomicCode is { Length: 5 } && row.Facts[personnel] is { State: FactState.Value } && row.Facts[common] is { State: FactState.Value })
                {
                    both.Add(row);
                }
            }

            var subject = BuiltInChecks.TableSubject(table);
            if (both.Count == 0)
            {
                yield return CheckResult.Holds(subject);
                continue;
            }

            var names = string.Join("、", both.Select(static row => row.EconomicCode + row.Label));
            yield return new CheckResult(
                Verdict.Broken,
                subject,
                new Message($"{subject.Zh}中同一科目既列人员经费又列公用经费：{names}", $"{subject.En} has both personnel and public cost in one item: {names}"),
                both.ConvertAll(static row => row.Place));
        }
    }

    /// <summary>A total is printed where its parts are.</summary>
    public static IEnumerable<CheckResult> TotalsPrinted(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var table in BuiltInChecks.Tables(index, forms))
        {
            var found = false;
            foreach (var part in table.Parts)
            {
                foreach (var row in part.Rows)
                {
                    for (var column = 0; column < part.Columns.Count; column++)
                    {
                        if (row.Facts[column] is { State: FactState.Blank or FactState.Dash } fact && Implied(table, part, row, column) is { } implied && implied != 0)
                        {
                            found = true;
                            var unit = fact.Unit ?? MoneyUnit.TenThousandYuan;
                            var expected = implied / unit.InYuan();
                            var cell = FormNames.Cell(table, row, part.Columns[column]);
                            var shown = string.Create(CultureInfo.InvariantCulture, $"{expected:0.00##}{unit.Name()}");
                            yield return new CheckResult(
                                Verdict.Broken,
                                cell,
                                new Message($"{cell.Zh}漏填数字，按组成部分应为{shown}", $"{cell.En} is blank where its parts add up to {shown}"),
                                [fact.Place])
                            { Expected = expected, Unit = unit, Cause = "missing-figure" };
                        }
                    }
                }
            }

            if (!found)
            {
                yield return CheckResult.Holds(BuiltInChecks.TableSubject(table));
            }
        }
    }

    /// <summary>What a blank total must be by its rows, or a blank whole by the parts of its row; null where nothing says.</summary>
    private static decimal? Implied(FormTable table, FormPart part, FormRow row, int column)
    {
        if (!part.Columns[column].AddsUp || table.Role == FormRole.B11)
        {
            return null;
        }

        decimal? sum = null;
        if (row.Kind == RowKind.Total || (row.Kind == RowKind.Subtotal && row.Parts.Count > 0 && row.Facts.Any(static fact => fact is { State: FactState.Value })))
        {
            foreach (var i in row.Parts)
            {
                sum = part.Rows[i].Facts[column]?.Amount is { } amount ? (sum ?? 0) + amount.Yuan : sum;
            }
        }
        else if (row.Kind == RowKind.Leaf && part.Columns[column].Meaning.Key == "total")
        {
            foreach (var family in new[] { ColumnFamily.Fund, ColumnFamily.Nature, ColumnFamily.Cost, ColumnFamily.Economic, ColumnFamily.ThreePublic })
            {
                for (var i = 0; i < part.Columns.Count; i++)
                {
                    if (part.Columns[i].Whole == column && !part.Columns[i].OfWhich && part.Columns[i].Meaning.Family == family && row.Facts[i]?.Amount is { } amount)
                    {
                        sum = (sum ?? 0) + amount.Yuan;
                    }
                }

                if (sum is not null)
                {
                    break;
                }
            }
        }

        return sum;
    }

    /// <summary>Every cell in a column of figures that has digits is a figure.</summary>
    public static IEnumerable<CheckResult> FiguresReadable(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var subject = new Message("各表", "all tables");
        if (index.Disclosure.Unread.Count == 0)
        {
            yield return CheckResult.Holds(subject);
        }

        foreach (var unread in index.Disclosure.Unread)
        {
            var text = Text.Fold.Spaces(unread.Text);
            text = text.Length > 40 ? text[..40] + "…" : text;
            var place = new Message($"表{unread.Place.Table}第{unread.Place.Row}行第{unread.Place.Column}列", $"table {unread.Place.Table}, row {unread.Place.Row}, column {unread.Place.Column}");
            yield return new CheckResult(
                Verdict.Broken,
                place,
                new Message($"{place.Zh}的“{text}”不能作为数字读取，未计入任何合计", $"'{text}' in {place.En} cannot be read as a figure and is in no sum"),
                [unread.Place]);
        }
    }

    /// <summary>Rows of the “三公” form that stand beside each other say which is which.</summary>
    public static IEnumerable<CheckResult> RowsLabelled(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var table in BuiltInChecks.Tables(index, forms))
        {
            if (table.Part("") is not { } part)
            {
                continue;
            }

            var subject = BuiltInChecks.TableSubject(table);
            var bare = part.Rows.Where(static row => row.Label.Length == 0 && row.Facts.Any(static fact => fact is { State: FactState.Value })).ToList();
            if (bare.Count < 2)
            {
                yield return CheckResult.Holds(subject);
                continue;
            }

            var known = bare.Exists(static row => row.Nature == Nature.Basic);
            var summed = part.Total is { Parts.Count: > 0 };
            yield return new CheckResult(
                Verdict.Broken,
                subject,
                new Message(
                    $"{subject.Zh}有{bare.Count}行数字没有行名称" + (known ? "；按数字推断依次为合计、基本支出、项目支出" : summed ? "；按数字推断首行为其余各行之和" : ""),
                    $"{subject.En} has {bare.Count} rows of figures without labels" + (known ? "; by the figures they are total, basic and project expenditure" : summed ? "; by the figures the first is the sum of the others" : "")),
                bare.ConvertAll(static row => row.Facts.First(static fact => fact is not null)!.Place));
        }
    }

    private static decimal? AmountOf(FormPart part, FormRow row)
    {
        for (var i = 0; i < part.Columns.Count; i++)
        {
            if (part.Columns[i].AddsUp)
            {
                return row.Facts[i]?.Amount?.Yuan;
            }
        }

        return null;
    }

    private static string Show(Fact fact) => string.Create(CultureInfo.InvariantCulture, $"{fact.Stated}{fact.Unit?.Name()}");
}
