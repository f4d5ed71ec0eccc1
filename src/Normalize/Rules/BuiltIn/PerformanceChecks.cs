using System.Globalization;
using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>Checks of performance forms that are not arithmetic.</summary>
internal static class PerformanceChecks
{
    /// <summary>A project has one name in the project form and in its performance form.</summary>
    public static IEnumerable<CheckResult> ProjectNamesAgree(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var nothing = new Message("", "");
        var targets = index.All(FormRole.B11).Where(static form => form.Project is not null).ToList();
        if (index.First(FormRole.B7) is not { } projects || targets.Count == 0)
        {
            yield return CheckResult.CannotTell(nothing, new Message("缺少项目支出表或绩效目标表", "the project form or the performance forms are missing"));
            yield break;
        }

        foreach (var target in targets)
        {
            var project = target.Project!;
            var subject = new Message($"项目“{project}”", $"project '{project}'");
            if (index.ProjectInForm(project) is not { } name)
            {
                yield return new CheckResult(
                    Verdict.Broken,
                    subject,
                    new Message($"绩效目标表中的项目“{project}”在项目支出表（表{projects.Number}）中没有同名或同额的项目", $"project '{project}' of a performance form has no counterpart by name or amount in the project form (table {projects.Number})"),
                    [target.Parts[0].Rows[0].Place])
                { AtMost = Severity.Warning };
                continue;
            }

            if (FoldedText.Letters(Fold.Key(name)) == FoldedText.Letters(Fold.Key(project)))
            {
                yield return CheckResult.Holds(subject);
                continue;
            }

            var row = index.ProjectRows().First(row => FormIndex.NameOf(row) == name);
            yield return new CheckResult(
                Verdict.Broken,
                subject,
                new Message($"同一项目在项目支出表中名为“{name}”，在绩效目标表中名为“{project}”", $"one project is '{name}' in the project form and '{project}' in its performance form"),
                [row.Place, target.Parts[0].Rows[0].Place])
            { AtMost = Severity.Warning };
        }
    }

    /// <summary>Cost indicators bound cost from above, and no indicator asks for at least 100 %.</summary>
    public static IEnumerable<CheckResult> DirectionsSensible(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var costs = 0;
        var floors = new List<FormRow>();
        var full = new List<FormRow>();
        foreach (var table in BuiltInChecks.Tables(index, forms))
        {
            foreach (var row in table.Parts[0].Rows)
            {
                if (row.Indicator is not { } indicator)
                {
                    continue;
                }

                costs += row.Key == "cost" ? 1 : 0;
                if (row.Key == "cost" && indicator.AtLeast)
                {
                    floors.Add(row);
                }

                if (indicator.AtLeast && row.Facts[3] is { Measure: Measure.Rate, Stated: 100 })
                {
                    full.Add(row);
                }
            }
        }

        var subject = new Message("绩效指标", "performance indicators");
        if (floors.Count > 0)
        {
            yield return new CheckResult(
                Verdict.Broken,
                subject,
                new Message(
                    string.Create(CultureInfo.InvariantCulture, $"{costs}个成本指标中有{floors.Count}个用“≥”，成本指标应为上限（≤）或定值"),
                    string.Create(CultureInfo.InvariantCulture, $"{floors.Count} of {costs} cost indicators use ≥; a cost is bounded from above (≤) or fixed")),
                floors.ConvertAll(static row => row.Place));
        }

        if (full.Count > 0)
        {
            yield return new CheckResult(
                Verdict.Broken,
                subject,
                new Message(
                    string.Create(CultureInfo.InvariantCulture, $"{full.Count}个指标值为“≥100%”，比率不会超过100%"),
                    string.Create(CultureInfo.InvariantCulture, $"{full.Count} indicators ask for ≥100%, though a rate cannot exceed it")),
                full.ConvertAll(static row => row.Place));
        }

        if (floors.Count == 0 && full.Count == 0)
        {
            yield return costs > 0 ? CheckResult.Holds(subject) : CheckResult.CannotTell(subject, new Message("没有成本指标", "there are no cost indicators"));
        }
    }
}
