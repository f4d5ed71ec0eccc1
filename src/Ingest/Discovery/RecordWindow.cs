using System.Globalization;
using System.Text.RegularExpressions;

namespace Gouji.Ingest.Discovery;

/// <summary>
/// Lists that are served in windows of records (大汉 jpage): <c>dataproxy.jsp?startrecord=1&amp;endrecord=45&amp;perpage=15</c>. The total stands in
/// the answer or in the script of the list page.
/// </summary>
internal static partial class RecordWindow
{
    private const int MostWindows = 5000;

    /// <summary>The windows after those that the page shows or names; empty where it is no such list or the total is not known.</summary>
    public static IReadOnlyList<Reference> After(Page page)
    {
        var total = page.Scripts.Select(static script => Total().Match(script)).FirstOrDefault(static match => match.Success);
        var window = (IsProxy(page.Address) ? page.Address.AbsoluteUri : null)
            ?? page.Scripts.SelectMany(ScriptTexts.TextsIn).Where(static text => text.Length < 2000)
                .Select(text => Resolution.Of(text, page.Base, page.Encoding).Address).FirstOrDefault(IsProxy)?.AbsoluteUri;
        if (total is null || window is null || Window().Match(window) is not { Success: true } match)
        {
            return [];
        }

        var (count, start, end) = (Number(total, "total"), Number(match, "start"), Number(match, "end"));
        var size = end - start + 1;
        var windows = new List<Reference>();
        for (var next = end + 1; size > 0 && next <= count && windows.Count < MostWindows; next += size)
        {
            var last = Math.Min(next + size - 1, count);
            var address = string.Create(
                CultureInfo.InvariantCulture, $"{window[..match.Index]}startrecord={next}&endrecord={last}{window[(match.Index + match.Length)..]}");
            windows.Add(new Reference(address, FoundBy.Script) { IsNextPage = true });
        }

        return windows;
    }

    private static bool IsProxy(Uri? address) =>
        address is not null && address.AbsolutePath.EndsWith("/dataproxy.jsp", StringComparison.OrdinalIgnoreCase) && Window().IsMatch(address.Query);

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("startrecord=(?<start>[0-9]{1,7})&endrecord=(?<end>[0-9]{1,7})", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Window();

    [GeneratedRegex("(<totalrecord>\\s*|totalRecord[\"']?\\s*[:=]\\s*[\"']?)(?<total>[0-9]{1,7})", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Total();
}
