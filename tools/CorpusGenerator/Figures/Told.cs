namespace Gouji.CorpusGenerator.Figures;

/// <summary>What explanations say of a sum of lines: this year and last year, in 万元.</summary>
internal readonly record struct Told(decimal Now, decimal Before)
{
    public static Told Of(IEnumerable<Entry> entries)
    {
        var list = entries.ToList();
        return new Told(list.Sum(entry => entry.Amount), list.Sum(entry => entry.Prior));
    }

    /// <summary>One figure of the entries as they are, and as they were last year.</summary>
    public static Told Of(Func<IEnumerable<Entry>, decimal> figure, IReadOnlyList<Entry> entries) =>
        new(figure(entries), figure(entries.Select(entry => entry with { Amount = entry.Prior })));
}
