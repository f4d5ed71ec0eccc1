using Gouji.Model;

namespace Gouji.Normalize.Linking;

/// <summary>Finds disclosures that nearly all siblings of a body published and the body did not.</summary>
internal static class GapFinder
{
    /// <summary>Fewer siblings are no evidence.</summary>
    private const int FewestSiblings = 5;

    /// <summary>Of ten siblings, so many must have published.</summary>
    private const int OfTenSiblings = 8;

    /// <summary>The gaps by place, body, year and kind.</summary>
    public static List<Gap> Find(BodyIndex bodies) =>
    [
        .. bodies.Families.SelectMany(family => Of(family, bodies))
            .OrderBy(static found => found.Key, StringComparer.Ordinal)
            .ThenBy(static found => found.Gap.FiscalYear)
            .ThenBy(static found => found.Gap.Kind)
            .Select(static found => found.Gap),
    ];

    private static IEnumerable<(string Key, Gap Gap)> Of(IReadOnlyList<LinkGroup> family, BodyIndex bodies)
    {
        var slots = family.SelectMany(static body => body.Slots).Select(static slot => (slot.Year, slot.Kind)).Distinct().Order().ToList();
        if (family.Count <= FewestSiblings)
        {
            yield break;
        }

        var published = slots.ToDictionary(static slot => slot, slot => family.Count(body => Publishes(body, slot)));
        foreach (var body in family)
        {
            foreach (var slot in slots.Where(slot => !Publishes(body, slot)))
            {
                var (by, of) = (published[slot], family.Count - 1);
                if (by >= FewestSiblings && by * 10 >= of * OfTenSiblings)
                {
                    yield return (body.Body.Key, new Gap(body.Slots.First().Entries[0].Record.Header.Department!, slot.Year, slot.Kind, Why(body, slot, by, of, new LinkContext(body, bodies))));
                }
            }
        }
    }

    private static bool Publishes(LinkGroup body, (int Year, DisclosureKind Kind) slot) => body.Slots.Any(one => one.Year == slot.Year && one.Kind == slot.Kind);

    private static Message Why(LinkGroup body, (int Year, DisclosureKind Kind) gap, int by, int of, LinkContext context)
    {
        var seen = body.Slots.Select(static slot => (slot.Year, slot.Kind)).Distinct().Select(static slot => LinkText.Slot(slot.Year, slot.Kind)).ToList();
        var missing = LinkText.Slot(gap.Year, gap.Kind);
        var years = body.Slots.Select(static slot => slot.Year).ToList();
        var similar = years.Min() > gap.Year ? context.SimilarTo(body, gap.Year, years.Min())
            : years.Max() < gap.Year ? context.SimilarTo(body, gap.Year, years.Max())
            : null;
        var (zh, en) = similar is null ? ("", "")
            : ($"；名称相近的“{similar.Key}”有该年文件，可能已更名", $"; '{similar.Key}', of a similar name, has documents of that year: the body may have been renamed");
        return new Message(
            $"该单位有{string.Join('、', seen.Select(static slot => slot.Zh))}；{missing.Zh}在{of}个同地单位中有{by}个公开{zh}",
            $"published the {string.Join(", the ", seen.Select(static slot => slot.En))}; the {missing.En} is published by {by} of {of} siblings{en}");
    }
}
