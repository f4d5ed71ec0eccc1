using System.Globalization;
using System.Text.RegularExpressions;

namespace Gouji.Ingest.Discovery;

/// <summary>The file that a path ends in, taken apart as pages of lists are named: <c>index_3.html</c>, <c>list2.htm</c>, <c>33.htm</c>.</summary>
/// <param name="Folder">The path up to and with the last slash.</param>
/// <param name="Stem">The name before the number; empty where the path ends in a slash.</param>
/// <param name="Number">The number; null where the name has none.</param>
/// <param name="Extension">The extension; empty where there is none.</param>
internal sealed partial record PageFile(string Folder, string Stem, int? Number, string Extension)
{
    private const int LongestName = 200;

    private static readonly string[] FirstPages = ["index", "list", "default", "main"];

    /// <summary>The name with its number and without its extension.</summary>
    public string Name { get; private init; } = "";

    public static PageFile Of(Uri address)
    {
        var path = address.AbsolutePath;
        var slash = path.LastIndexOf('/') + 1;
        var match = FileName().Match(path.Length - slash <= LongestName ? path[slash..] : "");
        return new PageFile(
            path[..slash],
            match.Success ? match.Groups["stem"].Value : path[slash..],
            match.Groups["number"] is { Success: true } number ? int.Parse(number.Value, CultureInfo.InvariantCulture) : null,
            match.Groups["extension"].Value)
        {
            Name = match.Success ? path[slash..^(match.Groups["extension"].Length + 1)] : path[slash..],
        };
    }

    /// <summary>Whether the other file can be a page of the same list, by its name alone.</summary>
    public bool IsSameList(PageFile other) =>
        (Folder == other.Folder && SameStem(other) && (Extension.Length == 0 || other.Extension.Length == 0 || Extension == other.Extension))

        // list.htm goes on in list/33.htm.
        || (Stem.Length > 0 && Number is null && other.Folder == Folder + Stem + "/" && other is { Stem: "", Number: not null })
        || (other.Stem.Length > 0 && other.Number is null && Folder == other.Folder + other.Stem + "/" && this is { Stem: "", Number: not null });

    /// <summary>Whether the other file can be a page of this list although this name ends in a number of its own: list_12.html, list_12_2.html.</summary>
    public bool IsContinuedBy(PageFile other) =>
        Number is not null && other.Number is not null && Folder == other.Folder && Name == other.Stem && Extension == other.Extension;

    /// <summary>Whether lists rather than articles have such names.</summary>
    public bool IsListName => Array.IndexOf(FirstPages, Stem.ToLowerInvariant()) >= 0 || ListName().IsMatch(Stem);

    private bool SameStem(PageFile other) =>
        Stem == other.Stem
        || (Stem.Length == 0 && Number is null && Array.IndexOf(FirstPages, other.Stem) >= 0)
        || (other.Stem.Length == 0 && other.Number is null && Array.IndexOf(FirstPages, Stem) >= 0);

    [GeneratedRegex("^(?<stem>.*?)[_-]?(?<number>(?<![0-9])[0-9]{1,4})?\\.(?<extension>[A-Za-z]{2,6})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex FileName();

    [GeneratedRegex("list|column|channel|_lm|node_", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex ListName();
}
