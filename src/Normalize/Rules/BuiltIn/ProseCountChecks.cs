using System.Globalization;
using System.Text.RegularExpressions;
using Gouji.Model;
using Gouji.Normalize.Prose;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>Parts and wholes that sentences state by themselves: procurement, vehicles, staff, offices.</summary>
internal static partial class ProseCountChecks
{
    /// <summary>Government procurement is goods, works and services.</summary>
    public static IEnumerable<CheckResult> Procurement(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var claims = index.Disclosure.Prose.Of(ProseTheme.Procurement).Where(static claim => claim.Kind is ClaimKind.Amount or ClaimKind.Missing).ToList();
        var at = claims.FindIndex(static claim => claim.Subject.Contains("货物", StringComparison.Ordinal));
        if (at < 1 || Parts(claims, at) is not { } parts || claims[at - 1] is not { } whole || !whole.Subject.Contains("采购", StringComparison.Ordinal) || whole.Line != claims[at].Line)
        {
            yield break;
        }

        var subject = new Message("政府采购预算", "government procurement");
        if (whole.Kind == ClaimKind.Missing || parts.Exists(static part => part.Kind == ClaimKind.Missing))
        {
            yield return CheckResult.CannotTell(subject, new Message("有一个数字没有印出", "a figure is not printed"));
            yield break;
        }

        var right = parts.ConvertAll(ProseFacts.Of);
        yield return ProseEvidence.Compare(subject, [ProseFacts.Of(whole)], right, copies: false, () => new Message(
            $"政府采购预算{ProseEvidence.Text(whole.Value)}，货物、工程、服务之和为{ProseEvidence.Money(parts.Sum(static part => part.Plain), whole.Money!.Value)}",
            $"government procurement is {ProseEvidence.Text(whole.Value)}; goods, works and services add up to {ProseEvidence.MoneyEn(parts.Sum(static part => part.Plain), whole.Money!.Value)}"));
    }

    /// <summary>The classes of vehicles add up to all vehicles, in number and in value.</summary>
    public static IEnumerable<CheckResult> Vehicles(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var line in Lines(index, ProseTheme.Assets))
        {
            var counts = line.Where(IsVehicle).ToList();
            if (counts.Count < 3 || counts[0].Kind != ClaimKind.Count || !counts[0].Line.Text.Contains("其中", StringComparison.Ordinal))
            {
                continue;
            }

            var values = line.Where(static claim => claim is { Kind: ClaimKind.Amount } && claim.Subject.EndsWith("价值", StringComparison.Ordinal)).ToList();
            if (values.Count > 0 && values.Count != counts.Count)
            {
                yield return CheckResult.CannotTell(new Message("车辆", "vehicles"), new Message("有的类只有数量或只有价值", "some classes have a number or a value only"));
                continue;
            }

            if (counts.TrueForAll(static claim => claim.Kind == ClaimKind.Count))
            {
                yield return ProseEvidence.Compare(new Message("车辆数", "number of vehicles"), [ProseFacts.Of(counts[0])], counts.Skip(1).Select(ProseFacts.Of).ToList(), copies: true, () => new Message(
                    $"车辆共{ProseEvidence.Text(counts[0].Value)}辆，各类之和为{ProseEvidence.Text(counts.Skip(1).Sum(static claim => claim.Value))}辆",
                    $"there are {ProseEvidence.Text(counts[0].Value)} vehicles, by class {ProseEvidence.Text(counts.Skip(1).Sum(static claim => claim.Value))}"));
            }

            if (values.Count > 0)
            {
                yield return Values(counts, values);
            }
        }
    }

    /// <summary>Those who are there are in service, retired, or retired with honours.</summary>
    public static IEnumerable<CheckResult> Staff(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var line in Lines(index, ProseTheme.Organisation))
        {
            var people = line.Where(static claim => claim is { Kind: ClaimKind.Count, Counted: "人" }).ToList();
            var all = people.Find(static claim => claim.Subject.EndsWith("实有人数", StringComparison.Ordinal) || claim.Subject.EndsWith("实有", StringComparison.Ordinal));
            List<Claim?> parts = [.. ((string[])["在职", "退休", "离休"]).Select(word => people.Find(claim => claim.Subject is var subject && (subject == word || subject == word + "人员" || subject == word + "人数")))];
            if (all is null || parts.Contains(null))
            {
                continue;
            }

            var right = parts.ConvertAll(static claim => ProseFacts.Of(claim!));
            yield return ProseEvidence.Compare(new Message("实有人数", "people"), [ProseFacts.Of(all)], right, copies: true, () => new Message(
                $"实有人数{ProseEvidence.Text(all.Value)}人，在职、退休、离休之和为{ProseEvidence.Text(right.Sum(static fact => fact.Stated!.Value))}人",
                $"there are {ProseEvidence.Text(all.Value)} people; in service, retired and retired with honours they are {ProseEvidence.Text(right.Sum(static fact => fact.Stated!.Value))}"));
        }
    }

    /// <summary>As many offices are named as are counted.</summary>
    public static IEnumerable<CheckResult> Offices(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var claim in index.Disclosure.Prose.Of(ProseTheme.Organisation))
        {
            var text = claim.Line.Text;
            if (claim is not { Kind: ClaimKind.Count, Counted: "个" } || Enumeration().Match(text) is not { Success: true } list || list.Groups["count"].Value != ProseEvidence.Text(claim.Value))
            {
                continue;
            }

            var names = TopLevel(list.Groups["names"].Value);
            var subject = new Message($"下设{list.Groups["thing"].Value}", "offices");
            if (names == 1 || list.Groups["names"].Value.EndsWith('等'))
            {
                yield return CheckResult.CannotTell(subject, new Message("没有逐一列出", "they are not all named"));
                continue;
            }

            var arithmetic = Count(claim, names);
            yield return names == claim.Value ? CheckResult.Holds(subject) with { Arithmetic = arithmetic } : new CheckResult(
                Verdict.Broken,
                subject,
                new Message($"文字称有{ProseEvidence.Text(claim.Value)}个{list.Groups["thing"].Value}，列出了{names}个", $"the sentence counts {ProseEvidence.Text(claim.Value)} and names {names}"),
                [claim.Place])
            { Stated = claim.Value, Expected = names, Arithmetic = arithmetic };
        }
    }

    /// <summary>A count against what was counted in the document itself.</summary>
    private static Check Count(Claim claim, decimal counted) => new()
    {
        Rule = "",
        Subject = new Message("", ""),
        Verdict = Verdict.Holds,
        Left = claim.Value,
        Right = counted,
        Slack = 0,
        Terms = [new Term(1, ProseFacts.Of(claim), false)],
    };

    /// <summary>As many projects have performance forms as sentences say.</summary>
    public static IEnumerable<CheckResult> Targets(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var published = index.All(FormRole.B11).Count;
        if (published < 2 || index.Disclosure.Header.Kind == DisclosureKind.FinalAccounts || index.Disclosure.Prose.Claims.FirstOrDefault(IsTargets) is not { } claim)
        {
            yield break;
        }

        var subject = new Message("绩效管理的项目数", "projects with targets");
        yield return claim.Value == published ? CheckResult.Holds(subject) with { Arithmetic = Count(claim, published) } : new CheckResult(
            Verdict.Broken,
            subject,
            new Message(
                $"文字称有{ProseEvidence.Text(claim.Value)}个项目实行绩效管理，公开了{published}张绩效目标表：{ProseEvidence.Quote(claim)}",
                $"the sentence counts {ProseEvidence.Text(claim.Value)} projects with targets, and {published} performance forms are published: {ProseEvidence.Quote(claim)}"),
            [claim.Place])
        { Stated = claim.Value, Expected = published, Arithmetic = Count(claim, published) };
    }

    /// <summary>The money that sentences say is under performance management is that of the performance forms, or of the project form.</summary>
    public static IEnumerable<CheckResult> TargetMoney(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var targets = index.All(FormRole.B11).Where(static form => form.Project is not null).Select(static form => form.Parts[0].Rows[0].Facts[0]).ToList();
        if (targets.Count == 0 || targets.Exists(static fact => fact is not { Amount: not null }) || index.Disclosure.Header.Kind == DisclosureKind.FinalAccounts
            || index.Disclosure.Prose.Claims.FirstOrDefault(IsTargets) is not { } count || count.Value != targets.Count)
        {
            yield break;
        }

        var claim = index.Disclosure.Prose.Claims.FirstOrDefault(claim => claim.Line == count.Line && claim.IsAmount && claim.Subject.Contains("涉及", StringComparison.Ordinal));
        if (claim is null)
        {
            yield break;
        }

        var sum = targets.Sum(static fact => fact!.Amount!.Value.Yuan);
        yield return ProseEvidence.Compare(new Message("绩效管理的金额", "money under performance management"), [ProseFacts.Of(claim)], targets.ConvertAll(static fact => fact!), copies: false, () => new Message(
            $"文字称绩效管理涉及{ProseEvidence.Text(ProseFacts.Of(claim))}，各绩效目标表的金额之和为{ProseEvidence.Money(sum, claim.Money!.Value)}",
            $"sentences say that {ProseEvidence.En(ProseFacts.Of(claim))} is under performance management; the performance forms add up to {ProseEvidence.MoneyEn(sum, claim.Money!.Value)}"));
    }

    /// <summary>Of the equipment above a value, that above a higher value is a part.</summary>
    public static IEnumerable<CheckResult> Equipment(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var line in Lines(index, ProseTheme.Assets))
        {
            for (var i = 0; i < line.Count; i++)
            {
                if (line[i] is not { Kind: ClaimKind.Count } lower || Threshold(lower) is not { } least
                    || line.Skip(i + 1).FirstOrDefault(static claim => claim.Kind == ClaimKind.Count && Threshold(claim) is not null) is not { } higher || Threshold(higher) <= least || IsOfKind(lower, "通用") != IsOfKind(higher, "通用") || IsOfKind(lower, "专用") != IsOfKind(higher, "专用"))
                {
                    continue;
                }

                var subject = new Message("大型设备", "equipment");
                var arithmetic = ProseEvidence.Arithmetic([ProseFacts.Of(higher)], [ProseFacts.Of(lower)], copies: true) with { AtMost = true };
                yield return higher.Value <= lower.Value ? CheckResult.Holds(subject) with { Arithmetic = arithmetic } : new CheckResult(
                    Verdict.Broken,
                    subject,
                    new Message(
                        $"单价{least}万元以上设备{ProseEvidence.Text(lower.Value)}台（套），其中{Threshold(higher)}万元以上的却有{ProseEvidence.Text(higher.Value)}台（套）",
                        $"there are {ProseEvidence.Text(lower.Value)} pieces of equipment above {least} wan yuan, and {ProseEvidence.Text(higher.Value)} above {Threshold(higher)} wan yuan"),
                    [lower.Place, higher.Place])
                { Arithmetic = arithmetic };
                break;
            }
        }
    }

    /// <summary>通用设备 above one price and 专用设备 above another are no part of each other.</summary>
    private static bool IsOfKind(Claim claim, string kind) => claim.Label.Contains(kind, StringComparison.Ordinal);

    private static int? Threshold(Claim claim) =>
        Above().Match(claim.Label) is { Success: true } match ? int.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture) : null;

    private static bool IsTargets(Claim claim) =>
        claim is { Kind: ClaimKind.Count, Counted: "个" } && claim.Subject.Contains("绩效", StringComparison.Ordinal) && claim.Subject.Contains("项目", StringComparison.Ordinal);

    /// <summary>A unit has its figure before it.</summary>
    public static IEnumerable<CheckResult> FiguresStated(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var any = false;
        foreach (var claim in index.Disclosure.Prose.Claims)
        {
            any = true;
            if (claim.Kind != ClaimKind.Missing)
            {
                continue;
            }

            var expected = Implied(index, claim);
            yield return new CheckResult(
                Verdict.Broken,
                new Message($"“{claim.Subject}”", $"sentence on '{claim.Subject}'"),
                new Message(
                    $"“{claim.Subject}”后面没有数字{(expected is { } zh ? $"，按其余数字应为{zh.Sum}={ProseEvidence.Text(zh.Value)}" : "")}：{ProseEvidence.Quote(claim)}",
                    $"no figure is printed for '{claim.Subject}'{(expected is { } en ? $"; by the others it is {en.Sum} = {ProseEvidence.Text(en.Value)}" : "")}: {ProseEvidence.Quote(claim)}"),
                [claim.Place])
            { Expected = expected?.Value, Unit = claim.Money };
        }

        if (any && index.Disclosure.Prose.Claims.All(static claim => claim.Kind != ClaimKind.Missing))
        {
            yield return CheckResult.Holds(new Message("文字中的数字", "figures of sentences"));
        }
    }

    private static CheckResult Values(List<Claim> counts, List<Claim> values)
    {
        var right = values.Skip(1).Select(ProseFacts.Of).ToList();
        var sum = values.Skip(1).Sum(static claim => claim.Plain);
        var slid = values.Skip(1).FirstOrDefault(value => value.Value == counts[0].Value && counts.Exists(static count => count.Kind == ClaimKind.Missing));
        var result = ProseEvidence.Compare(new Message("车辆价值", "value of vehicles"), [ProseFacts.Of(values[0])], right, copies: false, () => new Message(
            $"车辆价值{ProseEvidence.Text(values[0].Value)}万元，各类之和为{ProseEvidence.Money(sum, values[0].Money!.Value)}，相差{ProseEvidence.Money(values[0].Plain - sum, values[0].Money!.Value)}{(slid is null ? "" : "；其中一类的价值与车辆总数相同，可能是数量填在了价值处")}",
            $"the vehicles are worth {ProseEvidence.MoneyEn(values[0].Plain, values[0].Money!.Value)}, their classes {ProseEvidence.MoneyEn(sum, values[0].Money!.Value)}, a difference of {ProseEvidence.MoneyEn(values[0].Plain - sum, values[0].Money!.Value)}{(slid is null ? "" : "; the value of one class is the number of all vehicles, so the count may stand in its place")}"));
        return result.Verdict == Verdict.Broken ? result with { Cause = slid is null ? null : "count-in-place-of-amount" } : result;
    }

    /// <summary>The figure that must stand there by the others of its sentence, and how it comes about; null where they do not tell.</summary>
    private static (decimal Value, string Sum)? Implied(FormIndex index, Claim missing)
    {
        var line = index.Disclosure.Prose.Claims.Where(claim => claim.Line == missing.Line).ToList();
        if (missing.Section.Theme == ProseTheme.Procurement && missing.Money is { } unit)
        {
            var at = line.FindIndex(static claim => claim.Subject.Contains("货物", StringComparison.Ordinal));
            return at == 1 && line[0] == missing && Parts(line, at) is { } parts && parts.TrueForAll(static part => part.Kind == ClaimKind.Amount)
                ? (ProseEvidence.InUnit(parts.Sum(static part => part.Plain), unit), string.Join('+', parts.Select(static part => ProseEvidence.Text(part.Value))))
                : null;
        }

        var counts = line.Where(IsVehicle).ToList();
        if (counts.Count < 3 || counts[0].Kind != ClaimKind.Count || !counts.Contains(missing) || counts.Count(static claim => claim.Kind == ClaimKind.Missing) != 1)
        {
            return null;
        }

        var others = counts.Where(claim => claim != missing).ToList();
        return (others[0].Value - others.Skip(1).Sum(static claim => claim.Value), string.Join('−', others.Select(static claim => ProseEvidence.Text(claim.Value))));
    }

    /// <summary>Goods, works and services in this order; null where one is missing.</summary>
    private static List<Claim>? Parts(List<Claim> claims, int at) =>
        at + 2 < claims.Count && claims[at + 1].Subject.Contains("工程", StringComparison.Ordinal) && claims[at + 2].Subject.Contains("服务", StringComparison.Ordinal) ? claims.GetRange(at, 3) : null;

    private static bool IsVehicle(Claim claim) =>
        (claim.Counted == "辆" || (claim.Kind == ClaimKind.Missing && claim.Money is null)) && claim.Subject.Contains('车', StringComparison.Ordinal);

    private static IEnumerable<List<Claim>> Lines(FormIndex index, ProseTheme theme) =>
        index.Disclosure.Prose.Of(theme).GroupBy(static claim => (claim.Line, claim.Sentence)).Select(static group => group.ToList());

    /// <summary>Names at the top level of a list: those in brackets belong to the name before them.</summary>
    private static int TopLevel(string names)
    {
        var (depth, count) = (0, 1);
        foreach (var c in names)
        {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            count += c == '、' && depth == 0 ? 1 : 0;
        }

        return count;
    }

    [GeneratedRegex(@"(?<value>[0-9]{2,4})万元(\((含|含本数)\))?(及)?以上", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Above();

    [GeneratedRegex("(?:(?<count>[0-9]+)个(?<thing>处室|科室|处|科|内设机构|股室)|(?<thing>内设机构|内设科室|内设处室|内设股室)(?<count>[0-9]+)个)[,:]?(?:分别是|分别为|即|包括)[:]?(?<names>[^。;]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Enumeration();
}
