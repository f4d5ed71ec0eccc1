using System.Globalization;
using System.Text.RegularExpressions;
using Gouji.Model;

namespace Gouji.Normalize.Prose;

/// <summary>
/// 收入总计…，其中年初结转…，较上年增加…，增长…%: behind a part the change may be that of the whole. The rate beside it tells which.
/// </summary>
internal static partial class ChangedWhole
{
    /// <summary>The whole that a change is of where the rate behind it fits the whole and not the part; null where it does not tell so.</summary>
    /// <param name="text">The folded line.</param>
    /// <param name="after">Where the change with its unit ends.</param>
    /// <param name="change">The change, negative where it falls.</param>
    /// <param name="unit">Its unit; null where it is no money.</param>
    /// <param name="part">The amount that stands before it.</param>
    /// <param name="claims">The claims so far.</param>
    public static Claim? Of(string text, int after, decimal change, MoneyUnit? unit, Claim part, List<Claim> claims)
    {
        if (unit is not { } money || !part.Label.StartsWith("其中", StringComparison.Ordinal) || Rate().Match(text, after, text.Length - after) is not { Success: true } match)
        {
            return null;
        }

        var rate = decimal.Parse(match.Groups["rate"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var moved = change * money.InYuan();
        var whole = claims.FindLast(claim => claim.Line == part.Line && claim.Sentence == part.Sentence && claim.Start < part.Start && claim.IsAmount);
        return whole is not null && !Fits(part, moved, rate) && Fits(whole, moved, rate) ? whole : null;
    }

    private static bool Fits(Claim owner, decimal moved, decimal rate) =>
        owner.Plain - moved is > 0 and var previous
        && decimal.Round(Math.Abs(moved) / previous * 100, rate.Scale, MidpointRounding.AwayFromZero) == rate;

    [GeneratedRegex(@"\G,?(增长|增幅|上升|提高|下降|降低|降幅)(了|约|为)?(?<rate>[0-9]+(\.[0-9]+)?)%", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Rate();
}
