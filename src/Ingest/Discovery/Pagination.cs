using System.Globalization;
using System.Text.RegularExpressions;

namespace Gouji.Ingest.Discovery;

/// <summary>
/// The further pages of a list (分页): which links lead to them, which its scripts count without linking them, and which are past the last.
/// </summary>
internal sealed partial class Pagination
{
    /// <summary>No list of disclosures is longer; a greater total is a mistake.</summary>
    private const int MostPages = 5000;

    private static readonly HashSet<string> PageKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "page", "pageindex", "pagenum", "pageno", "pagenumber", "p", "pn", "pg", "paged", "currentpage", "curpage", "currpage", "current", "cur",
        "pageid", "nowpage", "toppage", "pagecurrent", "current_page", "page_no", "page_num", "page_index", "pager.offset", "start",
    };

    private readonly Uri _page;
    private readonly PageFile _file;
    private int? _last;

    private Pagination(Page page)
    {
        _page = page.Address;
        _file = PageFile.Of(page.Address);
    }

    /// <summary>The pages that scripts count and that come after this one.</summary>
    public IReadOnlyList<Reference> Generated { get; private set; } = [];

    /// <summary>Reads what the scripts and the text of a page say of its list.</summary>
    public static Pagination Of(Page page)
    {
        var pagination = new Pagination(page);
        if (page.Scripts.Select(PageCount.InScript).FirstOrDefault(static count => count is not null) is { } count && count.Total <= MostPages)
        {
            pagination.Count(count, page.References);
        }
        else if (RecordWindow.After(page) is { Count: > 0 } windows)
        {
            pagination.Generated = windows;
        }

        if (pagination._last is null && TotalOf(page) is { } total)
        {
            pagination._last = total;
        }

        return pagination;
    }

    /// <summary>Whether a link leads to a further page of the list.</summary>
    public bool IsPage(Uri target, string text)
    {
        if (target.IdnHost != _page.IdnHost)
        {
            return false;
        }

        var saysSo = IsPagerText(text);
        if (target.AbsolutePath == _page.AbsolutePath)
        {
            return DiffersInPageOnly(target, saysSo);
        }

        var file = PageFile.Of(target);
        if (_file.IsContinuedBy(file))
        {
            return saysSo;
        }

        return _file.IsSameList(file) && target.Query.Length == 0
            ? saysSo || (file.Number is not null && file.Stem.Length > 0 && (_file.Number is null || _file.IsListName))
            : DirectionText().IsMatch(text) && file.Folder == _file.Folder;
    }

    /// <summary>Whether the text is that of a link to another page of a list: a number, 下一页.</summary>
    public static bool IsPagerText(string text) => PagerText().IsMatch(text);

    /// <summary>Whether a page of the list comes after the last.</summary>
    public bool IsPast(Uri target) =>
        _last is { } last && NumberOf(target) is { } number && number > last;

    private void Count(PageCount count, IReadOnlyList<Reference> references)
    {
        var name = count.Name ?? (_file.Stem.Length > 0 ? _file.Stem : "index");
        var extension = count.Extension ?? (_file.Extension.Length > 0 ? _file.Extension : "html");
        string FileOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{name}_{number}.{extension}");

        // Names count from the current page: index_3 is page 3 to some and the third to others; the page's own name tells.
        var own = _file.Stem == name ? _file.Number : null;
        var oneBased = count.IsOneBased ?? (own is null && count.Current == 1);
        var offset = own is { } number && number - count.Current is 0 or 1 ? own.Value - count.Current : 0;
        if (own is null && !oneBased && references.Any(reference => Ends(reference, FileOf(2))) && !references.Any(reference => Ends(reference, FileOf(1))))
        {
            offset = 1;
        }

        _last = count.Total - (oneBased ? 0 : 1) + offset;
        var first = Math.Max(count.Current + 1 + offset, oneBased ? 2 : 1);
        var generated = new List<Reference>();
        for (var next = first; next <= _last; next++)
        {
            generated.Add(new Reference(new Uri(_page, "./" + FileOf(next)).AbsoluteUri, FoundBy.Script) { IsNextPage = true });
        }

        Generated = generated;

        static bool Ends(Reference reference, string file) => reference.Raw.Trim() is var raw && (raw == file || raw.EndsWith("/" + file, StringComparison.Ordinal));
    }

    private bool DiffersInPageOnly(Uri target, bool saysSo)
    {
        var own = Parameters(_page);
        var others = Parameters(target).ToList();
        var pageKeys = others.Where(parameter => PageKeys.Contains(NameOf(parameter))).ToList();
        if (pageKeys.Count == 0)
        {
            return saysSo && target.Query != _page.Query && DiffersInOneNumber(own, others);
        }

        var rest = own.Where(parameter => !PageKeys.Contains(NameOf(parameter))).ToHashSet(StringComparer.Ordinal);
        others.RemoveAll(pageKeys.Contains);
        return target.Query != _page.Query && (rest.Count == 0 ? saysSo || others.Count == 0 || _page.Query.Length == 0 : rest.IsSubsetOf(others));
    }

    // A page of a list has one number that the others have not; the days and months of a calendar have several, or say what they are.
    private static bool DiffersInOneNumber(IEnumerable<string> own, IEnumerable<string> others) =>
        others.Except(own, StringComparer.Ordinal).Where(static parameter => ValueOf(parameter) is { Length: > 0 } value && value.All(char.IsAsciiDigit) && !SizeName().IsMatch(NameOf(parameter))).ToList()
            is [var number] && !CalendarName().IsMatch(NameOf(number));

    private int? NumberOf(Uri target)
    {
        var file = PageFile.Of(target);
        if (target.AbsolutePath != _page.AbsolutePath)
        {
            // Folders of numbered pages count down: 33.htm may come before 32.htm.
            return file.Stem.Length > 0 ? file.Number : null;
        }

        return Parameters(target).Where(parameter => PageKeys.Contains(NameOf(parameter)) && NameOf(parameter) is not ("start" or "pager.offset"))
            .Select(static parameter => int.TryParse(ValueOf(parameter), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null)
            .FirstOrDefault();
    }

    private static IEnumerable<string> Parameters(Uri address) =>
        address.Query.Length > 1 ? address.Query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries) : [];

    private static string NameOf(string parameter) => parameter.Split('=', 2)[0];

    private static string ValueOf(string parameter) => parameter.Split('=', 2) is [_, var value] ? value : "";

    private static int? TotalOf(Page page)
    {
        var match = TotalText().Match(page.Text);
        if (!match.Success)
        {
            match = page.Scripts.Select(static script => TotalVariable().Match(script)).FirstOrDefault(static found => found.Success) ?? match;
        }

        return match.Success && int.Parse(match.Groups["total"].Value, CultureInfo.InvariantCulture) is > 0 and <= MostPages and var total ? total : null;
    }

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase;

    [GeneratedRegex("^[\\[【(（<>«»‹›\\s]*(第?\\s?[0-9]{1,4}\\s?页?|[<>«»‹›]{1,2}|(上|下|前|后)一?页|首页|第一页|(尾|末|最后一?|最末)页|next|prev|previous|first|last)[\\]】)）<>«»‹›\\s]*$", Options)]
    private static partial Regex PagerText();

    [GeneratedRegex("^[\\[【(（<>«»‹›\\s]*((上|下|前|后)一?页|(尾|末|最后一?|最末)页)[\\]】)）<>«»‹›\\s]*$", Options)]
    private static partial Regex DirectionText();

    [GeneratedRegex("size|rows|limit|count|total", Options)]
    private static partial Regex SizeName();

    [GeneratedRegex("^(m|d|month|mon|day|date|riqi|yue|ri)$", Options)]
    private static partial Regex CalendarName();

    [GeneratedRegex("共\\s?(?<total>[0-9]{1,5})\\s?页|[0-9]{1,5}\\s?/\\s?(?<total>[0-9]{1,5})\\s?页|总页数\\s?[:：]?\\s?(?<total>[0-9]{1,5})|页次\\s?[:：]\\s?[0-9]{1,5}\\s?/\\s?(?<total>[0-9]{1,5})", Options)]
    private static partial Regex TotalText();

    [GeneratedRegex("(totalPages?|pageCount|countPage|pageTotal|total_page|page_count)[\"']?\\s*[:=]\\s*[\"']?(?<total>[0-9]{1,5})", Options)]
    private static partial Regex TotalVariable();
}
