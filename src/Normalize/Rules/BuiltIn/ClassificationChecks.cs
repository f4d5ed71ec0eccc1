using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>Checks that the two classifications, by function and by economic nature, tell the same story.</summary>
internal static class ClassificationChecks
{
    private static readonly (string Economic, string Name, string Function, string FunctionName)[] Pairs =
    [
        ("30108", "机关事业单位基本养老保险缴费", "2080505", "机关事业单位基本养老保险缴费支出"),
        ("30109", "职业年金缴费", "2080506", "机关事业单位职业年金缴费支出"),
        ("30110", "职工基本医疗保险缴费", "21011", "行政事业单位医疗"),
        ("30113", "住房公积金", "2210201", "住房公积金"),
    ];

    /// <summary>
    /// Where basic expenditure pays pension, annuity, medical insurance or housing fund, the function items of them carry money. A body that
    /// books all its personnel money in one item, as some places do, is left alone.
    /// </summary>
    public static IEnumerable<CheckResult> FunctionsFollowEconomics(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var nothing = new Message("", "");
        if (index.First(FormRole.B5)?.Part("") is not { } functions || index.First(FormRole.B6)?.Part("") is not { } economics)
        {
            yield return CheckResult.CannotTell(nothing, new Message("缺少一般公共预算支出表或基本支出表", "the general public budget form or the basic expenditure form is missing"));
            yield break;
        }

        var classes = functions.Rows.Where(static row => row.FunctionCode is not null && Filled(row)).Select(static row => row.FunctionCode![..3]).Distinct(StringComparer.Ordinal).ToList();
        if (!classes.Exists(static code => code is "208" or "210" or "221"))
        {
            yield return CheckResult.CannotTell(nothing, new Message("人员支出全部列在一个功能科目，属当地做法", "all personnel money is booked in one function item, a local practice"));
            yield break;
        }

        var total = economics.ColumnOf("total");
        foreach (var (economic, name, function, functionName) in Pairs)
        {
            var row = economics.Rows.FirstOrDefault(row => row.EconomicCode == economic && total >= 0 && row.Facts[total] is { State: FactState.Value });
            if (row is null)
            {
                continue;
            }

            var subject = new Message($"科目{economic}", $"item {economic}");
            if (functions.Rows.Any(other => (other.FunctionCode?.StartsWith(function, StringComparison.Ordinal) ?? false) && Filled(other)))
            {
                yield return CheckResult.Holds(subject);
                continue;
            }

            var fact = row.Facts[total]!;
            yield return new CheckResult(
                Verdict.Broken,
                subject,
                new Message(
                    $"基本支出表列有{economic}{name}{fact.Stated}{fact.Unit?.Name()}，一般公共预算支出表没有对应的{function}{functionName}",
                    $"basic expenditure pays {economic} ({name}) {fact.Stated}, but the general public budget has no {function} ({functionName})"),
                [fact.Place]);
        }
    }

    private static bool Filled(FormRow row) => row.Facts.Any(static fact => fact is { State: FactState.Value });
}
