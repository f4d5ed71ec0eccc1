using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Prose;

/// <summary>What a figure of a sentence measures.</summary>
internal enum ClaimKind
{
    /// <summary>An amount of money.</summary>
    Amount,

    /// <summary>占比, a share in percent.</summary>
    Share,

    /// <summary>增减额, an amount by which something rose or fell.</summary>
    Change,

    /// <summary>增减率, a rate of change in percent.</summary>
    Rate,

    /// <summary>完成率, what was spent of a budget in percent.</summary>
    Completion,

    /// <summary>Another percentage.</summary>
    Percent,

    /// <summary>A number with more digits than any figure has.</summary>
    TooLong,

    /// <summary>A count of people, vehicles, things.</summary>
    Count,

    /// <summary>A unit without a figure before it: the figure is missing.</summary>
    Missing,

    /// <summary>持平, 与上年一致: a change of nothing that is told in words.</summary>
    Unchanged,
}

/// <summary>A figure of a sentence with what the sentence says of it (文字数据).</summary>
internal sealed class Claim
{
    /// <summary>How many characters a quotation has before its figure, unless its clause begins earlier or later.</summary>
    private const int QuotedBefore = 24;

    public required ClaimKind Kind { get; init; }

    public required ProseSection Section { get; init; }

    public required ProseLine Line { get; init; }

    /// <summary>0-based sentence of the paragraph.</summary>
    public required int Sentence { get; init; }

    /// <summary>0-based place of the figure in the folded line.</summary>
    public required int Start { get; init; }

    /// <summary>The folded words before the figure, back to the last comma or figure.</summary>
    public required string Label { get; init; }

    /// <summary>What the figure is about: the label without verbs and years; that of <see cref="Owner"/> for its shares and changes.</summary>
    public required string Subject { get; init; }

    /// <summary>The figure in its own unit; falls are negative.</summary>
    public required decimal Value { get; init; }

    /// <summary>Printed decimals; of amounts the most that any amount of the paragraph prints, for 12万元 beside 145.60万元 is 12.00.</summary>
    public required int Decimals { get; set; }

    /// <summary>Half of the last place, in the same unit.</summary>
    public decimal HalfPlace => Kind == ClaimKind.Unchanged || Counted.Length > 0 ? 0 : Amount.HalfPlaceOf(Decimals);

    /// <summary>The function item that the words before it name; null where they name none.</summary>
    public ItemReference? Item { get; init; }

    /// <summary>The project under whose name it stands; null where there is none.</summary>
    public string? Project { get; init; }

    /// <summary>Whether its words are those of <see cref="Item"/> alone, so that it is the amount of the item and not of a part.</summary>
    public bool IsOfItem { get; init; }

    /// <summary>Unit of money; null for counts and percentages.</summary>
    public MoneyUnit? Money { get; init; }

    /// <summary>The unit of a count as printed; empty for the rest.</summary>
    public string Counted { get; init; } = "";

    /// <summary>The amount that a share, change or rate speaks of; null where none stands before it in its sentence.</summary>
    public Claim? Owner { get; init; }

    /// <summary>The whole that a share names itself, as in 占支出预算652.89万元的97.55%; null where it names none.</summary>
    public Claim? Whole { get; init; }

    /// <summary>True for the amount that a share names as its whole: it is told elsewhere.</summary>
    public bool IsWholeOfShare { get; init; }

    /// <summary>增减原因 of a change as printed, without the words that lead it in; null where none is told.</summary>
    public string? Reason { get; set; }

    /// <summary>上年, 上年预算, 上年执行数 …; empty where no base is named.</summary>
    public string Base { get; init; } = "";

    /// <summary>True where the words say that the figure is of an earlier year.</summary>
    public bool IsOfEarlierYear { get; init; }

    /// <summary>True where the document is on final accounts.</summary>
    public bool IsOfAccounts { get; init; }

    /// <summary>True where final accounts state what was budgeted.</summary>
    public bool IsBudgeted { get; init; }

    public required Place Place { get; init; }

    /// <summary>The fact that <see cref="ProseFacts.Of"/> made of it; null before.</summary>
    public Fact? Fact { get; set; }

    /// <summary>The rows that <see cref="ItemRows"/> found for its item; null before.</summary>
    public (ItemMatch? Match, bool IsAmbiguous)? Rows { get; set; }

    /// <summary>The figure in yuan, or as it is where it is not money.</summary>
    public decimal Plain => Money is { } unit ? Value * unit.InYuan() : Value;

    /// <summary>Half of the last place in yuan, or as it is where it is not money.</summary>
    public decimal PlainHalf => Money is { } unit ? HalfPlace * unit.InYuan() : HalfPlace;

    /// <summary>Whether it is understood: what it measures, and of what.</summary>
    public bool IsUnderstood => Kind is not (ClaimKind.Percent or ClaimKind.TooLong) && Section.Theme != ProseTheme.None && ThingNames.IsName(Subject);

    /// <summary>The words around the figure, which stands in 【】.</summary>
    public string Quote()
    {
        var (before, marked, behind) = Line.Around(Place.Span);
        (before, behind) = (Fold.Spaces(before), Fold.Spaces(behind));
        return FromClause(before) + "【" + marked + "】" + behind[..Math.Min(behind.Length, 8)];
    }

    /// <summary>The end of a text, from the begin of a clause.</summary>
    private static string FromClause(string text)
    {
        var from = Math.Max(0, text.Length - QuotedBefore);
        for (var i = from; i < text.Length; i++)
        {
            if (BeginsClause(text, i))
            {
                return text[i..];
            }
        }

        for (var i = from - 1; i >= Math.Max(0, text.Length - (2 * QuotedBefore)); i--)
        {
            if (BeginsClause(text, i))
            {
                return text[i..];
            }
        }

        return "…" + text[from..];
    }

    /// <summary>A comma between digits parts thousands, a stop between them decimals.</summary>
    private static bool BeginsClause(string text, int at) =>
        at == 0 || ("，。；：、".Contains(text[at - 1], StringComparison.Ordinal)) || (text[at - 1] is ',' or ';' or ':' && !char.IsDigit(text[at]));

    /// <summary>Why the figure is not understood.</summary>
    public Message WhyLeft() =>
        Kind == ClaimKind.TooLong ? new Message("数字过长，不可能是金额", "the number is too long to be an amount")
        : Section.Theme == ProseTheme.None ? new Message("所在的一节不说明收支", "its section is not on money")
        : Kind == ClaimKind.Percent ? new Message("没有说明是什么的百分比", "it is not told what it is a percentage of")
        : new Message("没有说明是什么的数字", "it is not told what it is the figure of");

    /// <summary>Whether a figure, or the gap of one, is printed; the rest is told in words.</summary>
    public bool IsPrinted => Kind != ClaimKind.Unchanged;

    /// <summary>An amount of money of the year that the document is on, and of a thing that is told.</summary>
    public bool IsAmount => Kind == ClaimKind.Amount && Subject.Length > 0 && !IsOfEarlierYear && !IsBudgeted && !IsWholeOfShare;
}

/// <summary>A section of the explanations.</summary>
/// <param name="Theme">What it is about.</param>
/// <param name="Heading">The heading as printed.</param>
/// <param name="Sub">The folded heading below it that is in force; empty where there is none.</param>
internal sealed record ProseSection(ProseTheme Theme, string Heading, string Sub)
{
    /// <summary>True where a budget tells under the heading what an earlier year came to, as in 二、2021年决算情况.</summary>
    public bool IsOfEarlierYear { get; init; }
}
