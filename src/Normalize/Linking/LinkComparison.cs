using Gouji.Model;
using Gouji.Normalize.Rules.BuiltIn;

namespace Gouji.Normalize.Linking;

/// <summary>Compares figures of two documents, each printed and rounded by itself.</summary>
internal static class LinkComparison
{
    /// <summary>Σ left against Σ right.</summary>
    public static Check Arithmetic(IReadOnlyList<LinkFigure> left, IReadOnlyList<LinkFigure> right, bool atMost = false)
    {
        var check = new Check
        {
            Rule = "",
            Subject = new Message("", ""),
            Verdict = Verdict.Holds,
            AtMost = atMost,
            Left = left.Sum(static figure => figure.Yuan),
            Right = right.Sum(static figure => figure.Yuan),
            Slack = left.Sum(static figure => figure.HalfPlace) + right.Sum(static figure => figure.HalfPlace),
            Terms = [.. left.SelectMany(static figure => figure.Terms(right: false)), .. right.SelectMany(static figure => figure.Terms(right: true))],
        };
        var over = atMost ? Math.Max(0, check.Difference!.Value) : Math.Abs(check.Difference!.Value);
        return check with { Verdict = over == 0 ? Verdict.Holds : over <= check.Slack ? Verdict.HoldsWithinRounding : Verdict.Broken };
    }

    /// <summary>The result of a comparison: a remark where it is broken, or the reason why a difference tells nothing.</summary>
    public static CheckResult Result(Check arithmetic, Message subject, Severity? atMost, Func<Message> remark, Func<Message>? doubt = null)
    {
        if (arithmetic.Verdict != Verdict.Broken)
        {
            return new CheckResult(arithmetic.Verdict, subject, null, []) { Arithmetic = arithmetic };
        }

        return doubt is not null
            ? new CheckResult(Verdict.CannotTell, subject, null, []) { Arithmetic = arithmetic, Reason = doubt() }
            : new CheckResult(Verdict.Broken, subject, remark(), [.. arithmetic.Terms.Select(static term => term.Fact.Place)]) { Arithmetic = arithmetic, AtMost = atMost };
    }

    /// <summary>Why a difference between two documents may be legitimate; null where nothing speaks for it.</summary>
    public static Message? Doubt(params IReadOnlyList<LinkRecord> records)
    {
        var speaking = records.FirstOrDefault(static record => record.SpeaksOfRestructuring);
        return speaking is null ? null : new Message(
            $"{speaking.Document} 提到机构、职能或口径的调整，两年数字可能不可比",
            $"{speaking.Document} speaks of a change of bodies, duties or definitions; the years may not compare");
    }

    /// <summary>The fund that the title of a “三公” form names: 一般公共预算 and 财政拨款 differ where funds pay for such expenses.</summary>
    public static bool SameFund(LinkFigure left, LinkFigure right) =>
        !left.Thing.StartsWith("sg.", StringComparison.Ordinal) || IsGeneral(left) == IsGeneral(right);

    private static bool IsGeneral(LinkFigure figure) => figure.Fact.Title.Contains("一般公共预算", StringComparison.Ordinal);
}
