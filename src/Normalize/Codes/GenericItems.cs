namespace Gouji.Normalize.Codes;

/// <summary>
/// The items that every administrative section has under the same numbers: 01 行政运行, 02 一般行政管理事务, 03 机关服务,
/// 50 事业运行, 99 其他. They follow from a rule of the classification rather than from a list, so they are not confirmed one by one.
/// </summary>
internal static class GenericItems
{
    private const string SectionMark = "{section}";

    /// <summary>The generic items of each administrative section, save those that are listed on their own.</summary>
    public static IEnumerable<CodeName> Expand(
        IReadOnlyList<CodeName> listed, IReadOnlyList<string> sections, IReadOnlyList<(string Item, string Name)> items)
    {
        var codes = listed.Select(static name => name.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var section in listed.Where(name => sections.Contains(name.Code)))
        {
            foreach (var (item, name) in items)
            {
                var code = section.Code + item;
                if (!codes.Contains(code))
                {
                    yield return new CodeName(code, NameIn(section.Name, name), section.Years, Confirmed: false, "");
                }
            }
        }
    }

    private static string NameIn(string section, string name) =>
        name.Contains(SectionMark, StringComparison.Ordinal) && section.StartsWith("其他", StringComparison.Ordinal)
            ? section
            : name.Replace(SectionMark, section, StringComparison.Ordinal);
}
