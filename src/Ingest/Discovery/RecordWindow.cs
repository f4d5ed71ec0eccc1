using System.Globalization;
using System.Text.RegularExpressions;

namespace Gouji.Ingest.Discovery;

/// <summary>
/// Lists that are served in windows of records (大汉 jpage): <c>dataproxy.jsp?startrecord=1&amp;endrecord=45&amp;perpage=15</c>, the parameters in
/// any order. The total stands in the answer or in the script of the list page. A page may hold several such lists.
/// </summary>
internal static partial class RecordWindow
{
    private const int MostWindows = 5000;

    /// <summary>The windows after those that the page shows or names; empty where it is no such list or the total is not known.</summary>
    public static IReadOnlyList<Reference> After(Page page)
    {
        var anyTotal = page.Scripts.SelectMany(TotalsIn).Cast<int?>().FirstOrDefault();
        if (IsProxy(page.Address))
        {
            return anyTotal is { } total ? [.. Windows(page.Address.AbsoluteUri, total).Take(MostWindows)] : [];
        }

        var windows = new List<Reference>();
        foreach (var script in page.Scripts.Where(static script => script.Contains("dataproxy.jsp", StringComparison.OrdinalIgnoreCase)))
        {
            // Each list names its own total before or after its address, in the same order.
            var totals = TotalsIn(script).ToList();
            var addresses = ScriptTexts.TextsIn(script).Where(static text => text.Length < 2000)
                .Select(text => Resolution.Of(text, page.Base, page.Encoding).Address).Where(IsProxy).Select(static address => address!.AbsoluteUri)
                .Distinct(StringComparer.Ordinal);
            foreach (var (index, address) in addresses.Index())
            {
                if ((totals.Count > 0 ? totals[Math.Min(index, totals.Count - 1)] : anyTotal) is { } total)
                {
                    windows.AddRange(Windows(address, total).Take(MostWindows - windows.Count));
                }
            }
        }

        return windows;
    }

    private static IEnumerable<Reference> Windows(string window, int count)
    {
        var (start, end) = (Start().Match(window).Groups["number"], End().Match(window).Groups["number"]);
        var size = Number(end) - Number(start) + 1;
        for (var next = Number(end) + 1; size > 0 && next <= count; next += size)
        {
            var (from, to) = (next, Math.Min(next + size - 1, count));
            var address = start.Index > end.Index ? With(With(window, start, from), end, to) : With(With(window, end, to), start, from);
            yield return new Reference(address, FoundBy.Script) { IsNextPage = true };
        }
    }

    private static string With(string address, Group group, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{address[..group.Index]}{number}{address[(group.Index + group.Length)..]}");

    private static IEnumerable<int> TotalsIn(string script) => Total().Matches(script).Select(static match => Number(match.Groups["number"]));

    private static bool IsProxy(Uri? address) =>
        address is not null && address.AbsolutePath.EndsWith("/dataproxy.jsp", StringComparison.OrdinalIgnoreCase)
        && Start().IsMatch(address.Query) && End().IsMatch(address.Query);

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase;

    [GeneratedRegex("[?&]startrecord=(?<number>[0-9]{1,7})", Options)]
    private static partial Regex Start();

    [GeneratedRegex("[?&]endrecord=(?<number>[0-9]{1,7})", Options)]
    private static partial Regex End();

    [GeneratedRegex("(<totalrecord>\\s*|totalRecord[\"']?\\s*[:=]\\s*[\"']?)(?<number>[0-9]{1,7})", Options)]
    private static partial Regex Total();
}
