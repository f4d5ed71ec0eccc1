namespace Gouji.Normalize.Linking;

/// <summary>All bodies of a run, and which of them are siblings: of one place by their names, or of one home where names hold no place.</summary>
internal sealed class BodyIndex
{
    private readonly Dictionary<string, List<LinkGroup>> _siblings;
    private readonly ILookup<(string Family, string Key), LinkGroup> _named;

    public BodyIndex(IReadOnlyList<LinkRecord> records)
    {
        Groups =
        [
            .. records
                .Select(static (record, index) => (Index: index, Record: record, record.Family))
                .GroupBy(static entry => (entry.Record.Body.Key, entry.Family))
                .Select(static body => new LinkGroup(body.Key.Family, [.. body.Select(static entry => (entry.Index, entry.Record))])),
        ];
        _named = Groups.ToLookup(static group => (group.Family, group.Body.Key));
        _siblings = Groups.GroupBy(static group => group.Family, StringComparer.Ordinal).ToDictionary(static family => family.Key, static family => family.ToList(), StringComparer.Ordinal);
    }

    /// <summary>The bodies in the order of their first documents.</summary>
    public IReadOnlyList<LinkGroup> Groups { get; }

    /// <summary>Families of siblings, each in the order of the first documents.</summary>
    public IEnumerable<IReadOnlyList<LinkGroup>> Families => _siblings.Values;

    /// <summary>The siblings of a body, without itself.</summary>
    public IEnumerable<LinkGroup> Neighbours(LinkGroup group) => _siblings[group.Family].Where(other => !ReferenceEquals(other, group));

    /// <summary>The siblings of a body that have a name.</summary>
    public IEnumerable<LinkGroup> Named(LinkGroup group, string key) => _named[(group.Family, key)];
}
