using System.Globalization;
using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>Checks of final accounts.</summary>
internal static class AccountsChecks
{
    /// <summary>Negative amounts, one remark an item: a refund runs through all the tables that list the item.</summary>
    public static IEnumerable<CheckResult> NegativesNoted(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var negatives = new List<(string Item, FormTable Table, FormRow Row, Fact Fact)>();
        foreach (var table in BuiltInChecks.Tables(index, forms))
        {
            var before = negatives.Count;
            foreach (var row in table.Parts.SelectMany(static part => part.Rows))
            {
                foreach (var fact in row.Facts)
                {
                    if (fact is { Stated: < 0, Unit: not null, Measure: Measure.ThisYear })
                    {
                        negatives.Add((row.FunctionCode ?? row.EconomicCode ?? row.Label, table, row, fact));
                    }
                }
            }

            if (negatives.Count == before)
            {
                yield return CheckResult.Holds(BuiltInChecks.TableSubject(table));
            }
        }

        foreach (var item in negatives.GroupBy(static negative => negative.Item, StringComparer.Ordinal))
        {
            var (_, table, row, fact) = item.First();
            var subject = FormNames.Row(table, row);
            var tables = item.Select(static negative => negative.Table.Number).Distinct().Order().ToList();
            var shown = string.Create(CultureInfo.InvariantCulture, $"{fact.Stated}{fact.Unit?.Name()}");
            yield return new CheckResult(
                Verdict.Broken,
                subject,
                new Message(
                    $"{subject.Zh}有负数：{shown}（见表{string.Join("、", tables)}），可能是退款或冲销",
                    $"{subject.En} has a negative amount: {shown} (tables {string.Join(", ", tables)}); it may be a refund or a reversal"),
                [.. item.Select(static negative => negative.Fact.Place)])
            { Stated = fact.Stated, Unit = fact.Unit };
        }
    }
}
