namespace Gouji.Ingest.Tests.Site;

/// <summary>What one department publishes for one year: a page with documents.</summary>
/// <param name="Id">The number of the page.</param>
/// <param name="Department">The department.</param>
/// <param name="Year">The fiscal year.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Path">The path of the page.</param>
/// <param name="Documents">Its documents.</param>
internal sealed record SiteDisclosure(int Id, string Department, int Year, DateOnly Published, string Path, IReadOnlyList<SiteDocument> Documents)
{
    public string Title => $"{Department}{Year}年部门预算公开";
}

/// <summary>A document of a disclosure.</summary>
/// <param name="Path">The path under which it is served, query included.</param>
/// <param name="Name">The name under which it is linked.</param>
/// <param name="Form">How the page points to it: an index into the forms of <see cref="SitePages"/>.</param>
internal sealed record SiteDocument(string Path, string Name, int Form);
