using System.Globalization;

namespace Gouji.Ingest.Sources;

/// <summary>A list that a site serves as JSON (接口), page by page. Paths are names joined by dots; a number picks an item of a list.</summary>
public sealed record JsonEndpoint
{
    /// <summary>What stands for the number of the page in <see cref="Template"/>.</summary>
    public const string PageMark = "{page}";

    /// <summary>The address, with <c>{page}</c> where the number of the page belongs.</summary>
    public required string Template { get; init; }

    /// <summary>The number of the first page.</summary>
    public int FirstPage { get; init; } = 1;

    /// <summary>Path to the list of rows; empty where the whole answer is that list.</summary>
    public string Rows { get; init; } = "";

    /// <summary>Path within a row to its address, or a template of the address with such paths in braces: <c>/info?id={id}</c>.</summary>
    public required string Link { get; init; }

    /// <summary>Path within a row to its title.</summary>
    public required string Title { get; init; }

    /// <summary>Path within a row to the date of publication; null where rows have none.</summary>
    public string? Date { get; init; }

    /// <summary>Path to the number of pages; null where the answer does not say it, and the first page without new rows is the last.</summary>
    public string? Pages { get; init; }

    /// <summary>Whether the template has a place for the number of the page.</summary>
    public bool IsPaged => Template.Contains(PageMark, StringComparison.Ordinal);

    /// <summary>The address of a page.</summary>
    public Uri AddressOf(int page) => new(Template.Replace(PageMark, page.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    /// <summary>The number of the page that an address asks for; null where it is not of this endpoint.</summary>
    public int? PageOf(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!IsPaged)
        {
            return address == AddressOf(FirstPage) ? FirstPage : null;
        }

        // Both pages are compared as addresses, so that they are escaped alike; where they part, the number stands.
        var (one, other, text) = (AddressOf(0).AbsoluteUri, AddressOf(1).AbsoluteUri, address.AbsoluteUri);
        var at = one.AsSpan().CommonPrefixLength(other);
        return at < text.Length ? NumberAt(text, at) : null;
    }

    private int? NumberAt(string text, int start)
    {
        // Digits of the template may follow those of the number.
        for (var end = start + 1; end <= text.Length && char.IsAsciiDigit(text[end - 1]); end++)
        {
            if (int.TryParse(text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
                && AddressOf(page).AbsoluteUri == text)
            {
                return page;
            }
        }

        return null;
    }
}
