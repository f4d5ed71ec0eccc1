using System.Globalization;
using System.Text;
using Gouji.Model;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Blame;

/// <summary>The words of a finding: the statement of its rule, the arithmetic of its equations, and the cell to blame.</summary>
internal static class FindingText
{
    private const int TermsShown = 8;

    /// <summary>The message of a group of broken equations.</summary>
    public static Message Describe(List<Equation> group, Equation primary, MoneyUnit? unit, Model.Blame? blamed, int candidates, IReadOnlyList<CellChange> repair, string? cause)
    {
        var zh = new StringBuilder();
        var en = new StringBuilder();
        zh.Append(primary.Rule.Statement.Zh);
        en.Append(primary.Rule.Statement.En);
        foreach (var equation in group.OrderBy(static equation => equation.Rule.Order).Take(4))
        {
            var subject = equation.Subject;
            var arithmetic = Arithmetic(equation, unit);
            zh.Append('；').Append(subject.Zh).Append(subject.Zh.Length > 0 ? "：" : "").Append(arithmetic.Zh);
            en.Append("; ").Append(subject.En).Append(subject.En.Length > 0 ? ": " : "").Append(arithmetic.En);
        }

        if (group.Count > 4)
        {
            zh.Append(CultureInfo.InvariantCulture, $"；同一原因共{group.Count}个等式不成立");
            en.Append(CultureInfo.InvariantCulture, $"; {group.Count} equations break for the same reason");
        }

        if (blamed is not null && repair.Count == 1)
        {
            var (stated, expected) = (Stated(blamed.Stated, unit), Show(blamed.Expected, unit));
            zh.Append(candidates == 1 ? $"。最可能写错的是{Locate(blamed.Place).Zh}：{stated.Zh}，应为{expected.Zh}" : $"。有{candidates}处改动都能使等式成立，例如{Locate(blamed.Place).Zh}由{stated.Zh}改为{expected.Zh}");
            en.Append(candidates == 1 ? $". The cell to blame is {Locate(blamed.Place).En}: {stated.En}, which should be {expected.En}" : $". Any of {candidates} cells would mend it, for example {Locate(blamed.Place).En}, {stated.En} to {expected.En}");
        }
        else if (blamed is not null)
        {
            var factor = (unit ?? MoneyUnit.Yuan).InYuan();
            var changes = repair.Select(change => (Place: Locate(change.Fact.Place), From: Stated(change.Fact.Amount?.Yuan / factor, unit), To: Show(((change.Fact.Amount?.Yuan ?? 0) + change.Delta) / factor, unit))).ToList();
            zh.Append(candidates == 1 ? "。须同时改动" : $"。有{candidates}组改动能使等式成立，例如").AppendJoin("、", changes.Select(static change => $"{change.Place.Zh}由{change.From.Zh}改为{change.To.Zh}"));
            en.Append(candidates == 1 ? ". It takes " : $". Any of {candidates} sets of changes would mend it, for example ").AppendJoin(" and ", changes.Select(static change => $"{change.Place.En}, {change.From.En} to {change.To.En}"));
        }
        else if (cause == Causes.BookedElsewhere)
        {
            zh.Append("。各项差额相抵，是同一笔资金列在了不同科目");
            en.Append(". The differences cancel: the same money stands under different items");
        }

        else if (cause == Causes.Rounding)
        {
            zh.Append("。差额在末位，可能是明细逐项四舍五入后相加所致，不作为错误");
            en.Append(". The difference is in the last place: the details may have been rounded one by one before they were added, which is no error");
        }

        return new Message(zh.Append('。').ToString(), en.Append('.').ToString());
    }

    /// <summary>The message of a figure of a sentence that breaks several checks: the gravest remark, and what the figure should be.</summary>
    public static Message Describe(Message remark, TextSlip slip, FigureRepair repair, Model.Blame blamed)
    {
        var (fact, count, about) = (repair.Fact, slip.Broken.Count, repair.IsExact ? "" : "约");
        var (stated, expected) = (Show(fact, blamed.Stated ?? 0), Show(fact, blamed.Expected));
        var others = slip.Broken.Select(static entry => entry.Rule.Id).Distinct().ToList();
        return slip.Repairs.Count == 1
            ? new Message(
                $"{remark.Zh}。最可能写错的是文字中的{stated.Zh}：应{about}为{expected.Zh}，有关的{count}项检查（{string.Join('、', others)}）才都成立。",
                $"{remark.En}. The figure to blame is {stated.En} of the sentence: with {(repair.IsExact ? "" : "about ")}{expected.En} all {count} checks that break on it hold ({string.Join(", ", others)}).")
            : new Message(
                $"{remark.Zh}。有{slip.Repairs.Count}处改动都能使有关的{count}项检查（{string.Join('、', others)}）成立，例如文字中的{stated.Zh}改为{about}{expected.Zh}。",
                $"{remark.En}. Any of {slip.Repairs.Count} figures would mend all {count} checks that break ({string.Join(", ", others)}), for example {stated.En} of the sentence to {(repair.IsExact ? "" : "about ")}{expected.En}.");
    }

    /// <summary>A figure with what stands behind it.</summary>
    private static Message Show(Fact fact, decimal value) => fact switch
    {
        { Measure: Measure.Share or Measure.Rate } => new(Number(value) + "%", Number(value) + "%"),
        { Unit: null } => new(value.ToString("0.######", CultureInfo.InvariantCulture), value.ToString("0.######", CultureInfo.InvariantCulture)),
        _ => Show(value, fact.Unit),
    };

    private static Message Stated(decimal? stated, MoneyUnit? unit) => stated is { } printed ? Show(printed, unit) : new Message("空白", "blank");

    private static Message Locate(Place place) => new($"表{place.Table}第{place.Row}行第{place.Column}列", $"table {place.Table}, row {place.Row}, column {place.Column}");

    /// <summary>The equation with its figures: 1157.60 ≠ 950.64 + 194.96 = 1145.60，相差+12.00万元.</summary>
    private static Message Arithmetic(Equation equation, MoneyUnit? unit)
    {
        var factor = (unit ?? MoneyUnit.Yuan).InYuan();
        var difference = (equation.Left - equation.Right) / factor;
        var sign = equation.Relation == Relation.AtMost ? ">" : "≠";
        if (equation.IsCount)
        {
            var counts = string.Create(CultureInfo.InvariantCulture, $"{equation.Left:0.##} {sign} {equation.Right:0.##}");
            return new Message(counts, counts);
        }

        var (left, right) = (Side(equation, false, factor), Side(equation, true, factor));
        var plus = difference > 0 ? "+" : "−";
        var by = Show(Math.Abs(difference), unit);
        return new Message($"{left.Zh} {sign} {right.Zh}，相差{plus}{by.Zh}", $"{left.En} {sign} {right.En}, a difference of {plus}{by.En}");
    }

    private static Message Side(Equation equation, bool right, decimal factor)
    {
        if (!equation.Terms.Exists(term => term.Right == right))
        {
            return new Message("未列", "not listed");
        }

        var terms = equation.Terms.FindAll(term => term.Right == right && term.Fact.State == FactState.Value);
        var sum = Number((right ? equation.Right : equation.Left) / factor);
        if (terms.Count is 0 or 1 || terms.Count > TermsShown)
        {
            var all = terms.Count > TermsShown ? string.Create(CultureInfo.InvariantCulture, $"Σ({terms.Count}) = {sum}") : sum;
            return new Message(all, all);
        }

        var text = new StringBuilder();
        foreach (var term in terms)
        {
            text.Append(term.Coefficient < 0 ? (text.Length == 0 ? "−" : " − ") : text.Length == 0 ? "" : " + ");
            text.Append(Number((term.Fact.Amount?.Yuan ?? 0) / factor));
        }

        var side = right ? $"{text} = {sum}" : $"{sum} = {text}";
        return new Message(side, side);
    }

    /// <summary>An amount with its unit.</summary>
    public static Message Show(decimal value, MoneyUnit? unit) => new(Number(value) + unit?.Name(), Number(value) + UnitEn(unit));

    /// <summary>The unit behind a figure in English; empty where there is none.</summary>
    public static string UnitEn(MoneyUnit? unit) => unit switch
    {
        null => "",
        MoneyUnit.Yuan => " yuan",
        MoneyUnit.ThousandYuan => " thousand yuan",
        MoneyUnit.TenThousandYuan => " wan yuan",
        _ => " yi yuan",
    };

    private static string Number(decimal value) => value.ToString("0.00####", CultureInfo.InvariantCulture);
}
