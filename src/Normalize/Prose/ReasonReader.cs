using System.Text.RegularExpressions;

namespace Gouji.Normalize.Prose;

/// <summary>
/// Gives the changes of a line the reason that the line tells (增减变化原因): behind the change, as in 比上年减少3万元，主要原因是…, or before
/// it, as in 由于机构改革，基本支出减少3万元. A reason belongs to the last thing before it, and to all that is said of its change.
/// </summary>
internal sealed partial class ReasonReader
{
    private readonly ProseLine _line;
    private readonly List<Claim> _own;

    private ReasonReader(ProseLine line, List<Claim> own) => (_line, _own) = (line, own);

    /// <summary>Reads the reasons of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="claims">The claims of the document up to the end of the line.</param>
    /// <param name="begin">Index of the first claim of the line.</param>
    public static void Read(ProseLine line, List<Claim> claims, int begin)
    {
        if (!line.Text.Contains('因', StringComparison.Ordinal) && !line.Text.Contains("由于", StringComparison.Ordinal) && !line.Text.Contains("主要是", StringComparison.Ordinal))
        {
            return;
        }

        // A paragraph that begins with a reason gives that of the one before it.
        var before = begin > 0 && claims[begin - 1].Line.Block == line.Block - 1 ? claims.FindAll(claim => claim.Line == claims[begin - 1].Line) : [];
        var reader = new ReasonReader(line, claims.GetRange(begin, claims.Count - begin));
        reader.Behind(before);
        reader.Before();
    }

    /// <summary>The reasons that follow their change.</summary>
    private void Behind(List<Claim> above)
    {
        var leads = LeadBehind().Matches(_line.Text);
        var told = 0;
        for (var i = 0; i < leads.Count; i++)
        {
            var lead = leads[i];
            if (lead.Index < told)
            {
                continue;
            }

            var start = lead.Index + lead.Length;
            var end = EndOf(start, inBrackets: lead.Index > 0 && _line.Text[lead.Index - 1] == '(');
            if (lead.Groups["since"].Success && _own.Exists(claim => IsChange(claim) && IsWithin(claim, start, end)))
            {
                // 由于 between two changes may be of either.
                continue;
            }

            end = i + 1 < leads.Count && leads[i + 1].Index < end ? EndBefore(start, leads[i + 1].Index, end) : end;
            var changes = lead.Index == 0 ? above : _own.FindAll(claim => IsWithin(claim, told, lead.Index));
            if (Give(changes, Told(start, end)))
            {
                told = end;
            }
        }
    }

    /// <summary>The reasons that begin a sentence, before the change.</summary>
    private void Before()
    {
        foreach (Match lead in LeadBefore().Matches(_line.Text))
        {
            var start = lead.Index + lead.Length;
            var end = EndOf(start, inBrackets: false);
            if (_own.Find(claim => IsChange(claim) && IsWithin(claim, start, end)) is { } first && ClauseOf(first, start) is var clause && clause > start)
            {
                Give(_own.FindAll(claim => claim.Sentence == first.Sentence && IsOfOneThing(claim, first)), Told(start, clause));
            }
        }
    }

    /// <summary>Gives a reason to the last thing that changes; where none does, to what was spent of its budget.</summary>
    private static bool Give(List<Claim> claims, string reason)
    {
        var last = claims.FindLast(IsChange) ?? claims.FindLast(static claim => claim.Kind == ClaimKind.Completion);
        if (last is null || reason.Length == 0)
        {
            return false;
        }

        foreach (var claim in claims)
        {
            if (claim.Reason is null && claim.Sentence == last.Sentence && IsChange(claim) == IsChange(last) && IsOfOneThing(claim, last))
            {
                claim.Reason = reason;
            }
        }

        return true;
    }

    private static bool IsChange(Claim claim) => claim.Kind is ClaimKind.Change or ClaimKind.Rate or ClaimKind.Unchanged;

    private static bool IsOfOneThing(Claim claim, Claim other) =>
        (IsChange(claim) || claim.Kind == ClaimKind.Completion) && claim.Owner == other.Owner && (claim.Owner is not null || claim.Subject == other.Subject);

    private bool IsWithin(Claim claim, int start, int end) => _line.IndexOf(claim.Place) is var at && at >= start && at < end;

    /// <summary>Where the next change begins, which has a reason of its own.</summary>
    private int EndBefore(int start, int next, int end)
    {
        foreach (var claim in _own)
        {
            if (IsChange(claim) && IsWithin(claim, start, next) && ClauseOf(claim, start) is var clause && clause > start)
            {
                return clause;
            }
        }

        return end;
    }

    /// <summary>The begin of the clause that names what changes: that of the amount the change speaks of, where it stands behind a place.</summary>
    private int ClauseOf(Claim change, int behind)
    {
        var named = change.Owner is { } owner && _own.Contains(owner) && IsWithin(owner, behind, _line.Text.Length) ? owner : change;
        return _line.Text.AsSpan(0, _line.IndexOf(named.Place)).LastIndexOfAny(",;。:") + 1;
    }

    /// <summary>A reason ends with its sentence, or with a semicolon, unless its next point follows: 一是…；二是….</summary>
    private int EndOf(int start, bool inBrackets)
    {
        var text = _line.Text;
        var points = FirstPoint().Match(text[start..]);
        for (var i = start; i < text.Length; i++)
        {
            if (inBrackets && text[i] == ')')
            {
                return i;
            }

            if (text[i] is '。' or ';' && !(points.Success && (points.Groups["word"].Success ? NextWord() : NextNumber()).IsMatch(text[(i + 1)..])))
            {
                return i;
            }
        }

        return text.Length;
    }

    private string Told(int start, int end)
    {
        while (end > start && _line.Text[end - 1] is ',' or ';' or '。')
        {
            end--;
        }

        return end <= start ? "" : _line.Around(_line.Place(start, end - start).Span).Marked.Trim();
    }

    /// <summary>What leads a reason in behind a change. What money is for, as in 主要是为保障…, is no reason.</summary>
    [GeneratedRegex(@"(主要)?原因((主要|分别)?(是|为|在于|系|如下|说明)(由于|因为)?[:,]?|[:,])|(?<=[,。;(元%平同致化加少低降长]|^)主要(是|系)?(由于|因为|因(?!公))[:,]?|(?<=[,。;(元%平同致化加少低降长]|^)主要(是|系)(?!为|用于|用作|保障|指|包括)[:,]?|(?<since>(?<=[,元%平同致化])(系|是)?(由于|因为)[:,]?)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex LeadBehind();

    /// <summary>What leads a reason in before a change, at the begin of a sentence.</summary>
    [GeneratedRegex("(?<=^|[。;])(由于|因为|鉴于|因(?!公|此|而|素))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex LeadBefore();

    /// <summary>How the first point of a reason begins that has several.</summary>
    [GeneratedRegex(@"^((?<word>一是|一方面)|(一、|\(一\)|\(1\)|1[.、](?![0-9])))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex FirstPoint();

    [GeneratedRegex("^([二三四五六七八九]是|另一方面)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex NextWord();

    [GeneratedRegex(@"^([二三四五六七八九]、|\([二三四五六七八九2-9]\)|[2-9][.、](?![0-9]))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex NextNumber();
}
