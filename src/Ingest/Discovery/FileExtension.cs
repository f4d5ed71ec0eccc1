namespace Gouji.Ingest.Discovery;

/// <summary>Extensions in addresses, in lower case and without the dot.</summary>
internal static class FileExtension
{
    private static readonly HashSet<string> Assets = new(StringComparer.Ordinal)
    {
        "css", "js", "jpg", "jpeg", "png", "gif", "svg", "ico", "bmp", "webp", "tif", "tiff", "mp4", "mp3", "swf", "avi", "wmv", "flv", "mov", "wav",
        "apk", "exe", "msi", "dmg", "iso", "woff", "woff2", "ttf", "eot", "map", "rss",
    };

    private static readonly HashSet<string> Pages = new(StringComparer.Ordinal) { "html", "htm", "shtml", "xhtml", "shtm" };

    /// <summary>The extension of the path; empty where it has none.</summary>
    public static string Of(Uri address) => Of(address.AbsolutePath);

    /// <summary>The extension of a path or name; empty where it has none.</summary>
    public static string Of(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot < 0 || name.Length - dot is 1 or > 6 || !name.AsSpan(dot + 1).ContainsOnlyLettersAndDigits() ? "" : name[(dot + 1)..].ToLowerInvariant();
    }

    public static bool IsAsset(string extension) => Assets.Contains(extension);

    public static bool IsPage(string extension) => Pages.Contains(extension);

    private static bool ContainsOnlyLettersAndDigits(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
