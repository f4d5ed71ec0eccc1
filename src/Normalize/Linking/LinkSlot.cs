using Gouji.Model;

namespace Gouji.Normalize.Linking;

/// <summary>
/// The documents of one body, scope, year and kind: usually one, two where a disclosure comes in two formats or in parts. The one with
/// the most figures speaks first, then the order of the paths.
/// </summary>
internal sealed class LinkSlot(BodyScope scope, int year, DisclosureKind kind, IEnumerable<LinkEntry> entries)
{
    public BodyScope Scope { get; } = scope;

    public int Year { get; } = year;

    public DisclosureKind Kind { get; } = kind;

    public IReadOnlyList<LinkEntry> Entries { get; } =
        [.. entries.OrderByDescending(static entry => entry.Record.Figures.Count).ThenBy(static entry => entry.Record.Document, StringComparer.Ordinal).ThenBy(static entry => entry.Index)];

    /// <summary>The slot in words: 2019年预算.</summary>
    public Message Name => new($"{LinkText.Year(Year)}年{LinkText.Kind(Kind).Zh}", $"{LinkText.Kind(Kind).En} of {LinkText.Year(Year)}");

    /// <summary>A figure of the slot, and whether its documents state different ones.</summary>
    public (LinkEntry Entry, LinkFigure Figure, bool Differs)? Find(string thing, LinkMeasure measure)
    {
        (LinkEntry Entry, LinkFigure Figure, bool Differs)? found = null;
        foreach (var entry in Entries)
        {
            foreach (var figure in entry.Record.Figures)
            {
                if (figure.Thing != thing || figure.Measure != measure)
                {
                    continue;
                }

                if (found is not { } first)
                {
                    found = (entry, figure, false);
                }
                else if (Math.Abs(first.Figure.Yuan - figure.Yuan) > first.Figure.HalfPlace + figure.HalfPlace)
                {
                    found = first with { Differs = true };
                }
            }
        }

        return found;
    }

    /// <summary>Each figure that its documents state, once: by thing, measure and amount, in the order of the forms.</summary>
    public IEnumerable<(LinkEntry Entry, LinkFigure Figure)> Figures(params IReadOnlyList<LinkMeasure> measures) => Entries
        .SelectMany(static entry => entry.Record.Figures.Select(figure => (Entry: entry, Figure: figure)))
        .Where(pair => measures.Contains(pair.Figure.Measure))
        .OrderByDescending(static pair => pair.Figure.IsPlain)
        .DistinctBy(static pair => (pair.Figure.Thing, pair.Figure.Measure, pair.Figure.Yuan))
        .Order(Comparer<(LinkEntry Entry, LinkFigure Figure)>.Create(static (left, right) => Compare(left.Figure, right.Figure)));

    private static int Compare(LinkFigure left, LinkFigure right)
    {
        var things = LinkThings.Compare(left.Thing, right.Thing);
        return things != 0 ? things : left.Measure != right.Measure ? left.Measure.CompareTo(right.Measure) : left.Yuan.CompareTo(right.Yuan);
    }
}
