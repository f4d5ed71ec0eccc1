using Gouji.Model;

namespace Gouji.Normalize.Linking;

/// <summary>All documents of one body.</summary>
internal sealed class LinkGroup
{
    private readonly SortedDictionary<(int Year, DisclosureKind Kind, BodyScope Scope), LinkSlot> _slots;

    private readonly HashSet<int> _years;

    /// <summary>Puts the documents of a body into slots.</summary>
    /// <param name="family">The family of the documents.</param>
    /// <param name="records">The documents with their indexes.</param>
    public LinkGroup(string family, IReadOnlyList<(int Index, LinkRecord Record)> records)
    {
        Family = family;
        Body = records[0].Record.Body;

        // A document that does not state its scope is of the one scope that the others state; where they state both, it is of neither.
        var stated = records.Select(static entry => entry.Record.Scope).Where(static scope => scope != BodyScope.NotStated).Distinct().ToList();
        BodyScope? assumed = stated.Count == 1 ? stated[0] : null;
        _years = [.. records.Select(static entry => entry.Record.FiscalYear)];
        _slots = new(records
            .Select(entry => entry.Record.Scope == BodyScope.NotStated && assumed is { } scope
                ? (Scope: scope, Entry: new LinkEntry(entry.Index, entry.Record, true))
                : (Scope: entry.Record.Scope, Entry: new LinkEntry(entry.Index, entry.Record, entry.Record.Scope == BodyScope.NotStated)))
            .GroupBy(static pair => (pair.Entry.Record.FiscalYear, pair.Entry.Record.Kind, pair.Scope))
            .ToDictionary(static slot => slot.Key, static slot => new LinkSlot(slot.Key.Scope, slot.Key.FiscalYear, slot.Key.Kind, slot.Select(static pair => pair.Entry))));
    }

    /// <summary>The family; siblings have the same.</summary>
    public string Family { get; }

    /// <summary>Whether any document is of a year.</summary>
    public bool HasYear(int year) => _years.Contains(year);

    public BodyName Body { get; }

    /// <summary>The slots by year, kind and scope.</summary>
    public IEnumerable<LinkSlot> Slots => _slots.Values;

    /// <summary>Whether there is something to compare: documents of several years or kinds.</summary>
    public bool SpansSeveral => Slots.Select(static slot => (slot.Year, slot.Kind)).Distinct().Count() > 1;

    /// <summary>The slot; null where no document fills it.</summary>
    public LinkSlot? Slot(BodyScope scope, int year, DisclosureKind kind) => _slots.GetValueOrDefault((year, kind, scope));
}
