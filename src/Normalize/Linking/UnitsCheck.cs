using Gouji.Model;
using Gouji.Normalize.Rules.BuiltIn;

namespace Gouji.Normalize.Linking;

/// <summary>The body by itself and the units that its department lists against the department: parts are no more than their whole.</summary>
internal static class UnitsCheck
{
    private static readonly string[] Things = ["gpb.total", "sg.total"];

    public static IEnumerable<LinkJudgement> Run(LinkContext context)
    {
        foreach (var department in context.Group.Slots.Where(static slot => slot.Scope == BodyScope.Department))
        {
            var units = context.UnitsOf(department).ToList();
            if (units.Count == 0)
            {
                continue;
            }

            foreach (var thing in Things)
            {
                if (Compare(department, units, thing) is { } judgement)
                {
                    yield return judgement;
                }
            }
        }
    }

    private static LinkJudgement? Compare(LinkSlot department, List<LinkSlot> units, string thing)
    {
        var parts = units.Select(unit => unit.Find(thing, LinkMeasure.ThisYear)).Where(static found => found is not null).Select(static found => found!.Value).ToList();
        if (department.Find(thing, LinkMeasure.ThisYear) is not { } whole || parts.Count == 0)
        {
            return null;
        }

        var name = LinkThings.Name(thing);
        var subject = new Message($"{department.Name.Zh}{LinkText.Quoted(name.Zh)}：单位与部门", $"{name.En} in the {department.Name.En}: units and department");
        var uncertain = whole.Differs || whole.Entry.ScopeAssumed || parts.Exists(static part => part.Differs || part.Entry.ScopeAssumed);
        var doubt = uncertain
            ? new Message("文件的口径没有写明，或数字不一", "a scope is not stated, or documents state different figures")
            : LinkComparison.Doubt([whole.Entry.Record, .. parts.Select(static part => part.Entry.Record)]);
        var check = LinkComparison.Arithmetic(parts.ConvertAll(static part => part.Figure), [whole.Figure], atMost: true);
        return new LinkJudgement(
            whole.Entry,
            parts[0].Entry,
            LinkComparison.Result(
                check,
                subject,
                null,
                () => new Message(
                    $"{department.Name.Zh}：{parts.Count}个单位的{LinkText.Quoted(name.Zh)}合计{LinkText.Money(check.Left!.Value, whole.Figure).Zh}，大于部门的{LinkText.Amount(whole.Figure).Zh}（单位：{string.Join('、', parts.Select(static part => part.Entry.Record.Document))}）",
                    $"{department.Name.En}: {name.En} of {parts.Count} units adds up to {LinkText.Money(check.Left!.Value, whole.Figure).En}, more than the department's {LinkText.Amount(whole.Figure).En} (units: {string.Join(", ", parts.Select(static part => part.Entry.Record.Document))})"),
                doubt is null ? null : () => doubt));
    }
}
