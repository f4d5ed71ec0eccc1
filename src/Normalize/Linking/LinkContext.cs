using Gouji.Model;

namespace Gouji.Normalize.Linking;

/// <summary>One body, and what checks ask of the others.</summary>
internal sealed class LinkContext(LinkGroup group, BodyIndex bodies)
{
    public LinkGroup Group { get; } = group;

    /// <summary>The one body of a similar name that publishes in one year and no longer in the next; null where there is none, or several.</summary>
    public BodyName? SimilarTo(LinkGroup body, int earlierYear, int laterYear)
    {
        var similar = bodies.Neighbours(body).Where(other =>
            other.HasYear(earlierYear) && !other.HasYear(laterYear) && SimilarNames.Are(body.Body, other.Body)).Take(2).ToList();
        return similar.Count == 1 ? similar[0].Body : null;
    }

    /// <summary>The slots of the body by itself and of the units that its department lists.</summary>
    public IEnumerable<LinkSlot> UnitsOf(LinkSlot department)
    {
        if (Group.Slot(BodyScope.Unit, department.Year, department.Kind) is { } itself)
        {
            yield return itself;
        }

        var names = department.Entries.SelectMany(static entry => entry.Record.Units).Where(name => name != Group.Body.Key).Distinct(StringComparer.Ordinal);
        foreach (var other in names.SelectMany(name => bodies.Named(Group, name)))
        {
            if (other.Slot(BodyScope.Unit, department.Year, department.Kind) is { } unit)
            {
                yield return unit;
            }
        }
    }
}
