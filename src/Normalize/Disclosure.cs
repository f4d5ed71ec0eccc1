using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Prose;
using Gouji.Normalize.Rules.Evaluation;

namespace Gouji.Normalize;

/// <summary>A document understood as a disclosure: its header, its forms and every figure as a fact (公开文本).</summary>
public sealed class Disclosure
{
    internal Disclosure(DocumentContent content, DisclosureHeader header, IReadOnlyList<FormTable> forms, IReadOnlyList<Fact> facts, Explanations prose, IReadOnlyList<UnreadFigure> unread)
    {
        Content = content;
        Header = header;
        Forms = forms;
        Facts = facts;
        Prose = prose;
        Unread = unread;
    }

    /// <summary>What was read.</summary>
    public DocumentContent Content { get; }

    /// <summary>Department, fiscal year, kind and unit.</summary>
    public DisclosureHeader Header { get; }

    /// <summary>The tables in reading order, those that no form recognises included.</summary>
    public IReadOnlyList<FormTable> Forms { get; }

    /// <summary>Every figure, in reading order.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>The explanations with the figures of their sentences.</summary>
    internal Explanations Prose { get; }

    /// <summary>Cells in columns of figures that could not be read as figures.</summary>
    public IReadOnlyList<UnreadFigure> Unread { get; }

    /// <summary>The figures that are printed and not understood, those of cells first, each kind in reading order.</summary>
    public IEnumerable<LeftFigure> Left
    {
        get
        {
            foreach (var figure in Unread)
            {
                yield return new LeftFigure(FactSource.Table, figure.Text, new Message("单元格在数字栏中，但读不出数字", "the cell stands in a column of figures and cannot be read as one"), figure.Place);
            }

            foreach (var claim in Prose.Claims)
            {
                if (claim is { IsPrinted: true, IsUnderstood: false })
                {
                    yield return new LeftFigure(FactSource.Text, claim.Quote(), claim.WhyLeft(), claim.Place);
                }
            }
        }
    }

    /// <summary>The places of the figures that were recognised in a picture and may be misread.</summary>
    public IEnumerable<Place> Doubtful =>
        Content.Blocks.Any(static block => block.Recognised) ? Facts.Select(static fact => fact.Place).Where(place => RecognitionDoubts.IsDoubtful(Content, place)) : [];

    /// <summary>How many figures stand in sentences.</summary>
    public int ProseFigures => Prose.Claims.Count(static claim => claim.IsPrinted);

    /// <summary>How many of them are understood: what they measure, and of what.</summary>
    public int ProseFiguresUnderstood => Prose.Claims.Count(static claim => claim is { IsPrinted: true, IsUnderstood: true });

    /// <summary>How many tables hold figures or have a form; tables of layout and of contents do not count.</summary>
    public int TableCount => Forms.Count;

    /// <summary>How many tables have a form.</summary>
    public int RecognisedCount => Forms.Count(static form => form.Role != FormRole.Unknown);
}
