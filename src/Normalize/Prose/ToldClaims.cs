namespace Gouji.Normalize.Prose;

/// <summary>What a line and its section have told before a figure: the amounts that a share, a change or a rate may speak of.</summary>
/// <param name="line">The line that is being read.</param>
/// <param name="section">Its section.</param>
/// <param name="claims">The claims of the explanations so far; those of the line are added by and by.</param>
internal sealed class ToldClaims(ProseLine line, ProseSection section, List<Claim> claims)
{
    /// <summary>Where the claims of the line begin.</summary>
    private readonly int _begin = claims.Count;

    /// <summary>The one amount of the section that is of this thing; null where none is, or several that differ.</summary>
    public Claim? Named(string thing)
    {
        Claim? found = null;
        for (var i = claims.Count - 1; i >= 0 && claims[i].Section.Theme == section.Theme && claims[i].Section.Heading == section.Heading; i--)
        {
            if (claims[i] is not { IsAmount: true, Money: not null } amount || !ThingNames.AreSame(amount.Subject, thing))
            {
                continue;
            }

            if (found is not null && found.Plain != amount.Plain)
            {
                return null;
            }

            found = amount;
        }

        return found;
    }

    /// <summary>The last figure of the sentence before a place that does not stand in brackets that are closed before it.</summary>
    public Claim? LastOf(int sentence, int start)
    {
        var last = claims.FindLastIndex(claim => claim.Sentence != sentence || !FigureLabels.LeavesBracket(line.Text, claim.Start, start));
        return last >= _begin && claims[last].Sentence == sentence ? claims[last] : null;
    }

    /// <summary>What that figure is about; empty where there is none.</summary>
    public string LastSubject(int sentence, int start) => LastOf(sentence, start)?.Subject ?? "";

    /// <summary>
    /// The last amount of the same sentence that is not of an earlier year; of the line where the sentence has none. An amount in brackets
    /// that are closed before the figure is a part of what the figure speaks of.
    /// </summary>
    public Claim? Owner(int sentence, int start, bool orBefore)
    {
        for (var i = claims.Count - 1; i >= _begin; i--)
        {
            if (claims[i] is { Kind: ClaimKind.Amount, Subject: "" } && claims[i].Sentence == sentence)
            {
                return null;
            }

            if (claims[i].IsAmount && (claims[i].Sentence == sentence || orBefore) && !FigureLabels.LeavesBracket(line.Text, claims[i].Start, start))
            {
                return claims[i].Sentence == sentence || (IsAlone(claims[i], start) && FigureLabels.OpensSentence(line.Text, start)) ? claims[i] : null;
            }
        }

        return null;
    }

    /// <summary>
    /// What was spent, told by itself in the sentence before one that only names its budget: 支出决算9万元。与年初预算8万元相比,完成年初预算的112.5%.
    /// </summary>
    public Claim? SpentBefore(int sentence, int start)
    {
        if (LastOf(sentence, start) is not { IsBudgeted: true, Label: var budgeted } || claims.FindLastIndex(claim => claim.IsAmount && claim.Sentence < sentence) is var last && last < _begin)
        {
            return null;
        }

        return IsAlone(claims[last], start) && ThingNames.Plain(claims[last].Subject) is { Length: > 0 } thing && budgeted.Contains(thing, StringComparison.Ordinal) ? claims[last] : null;
    }

    /// <summary>
    /// Whether an amount is all that its sentence tells, what stands in brackets that are closed before a place aside: behind a list of parts,
    /// 比上年减少 may be of the last part or of the whole.
    /// </summary>
    private bool IsAlone(Claim amount, int start) =>
        !amount.Label.StartsWith("其中", StringComparison.Ordinal)
        && claims.FindIndex(_begin, claim => claim.IsAmount && claim.Sentence == amount.Sentence && claim.Plain != amount.Plain && !FigureLabels.LeavesBracket(line.Text, claim.Start, start)) < 0;

    /// <summary>The first amount of a sentence that none of a later year follows.</summary>
    public Claim? FirstOf(int sentence)
    {
        var first = claims.FindIndex(_begin, claim => claim.Sentence == sentence && claim.Kind == ClaimKind.Amount);
        return first >= 0 && claims.FindIndex(first, static claim => claim.IsAmount) < 0 ? claims[first] : null;
    }
}
