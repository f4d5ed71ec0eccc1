namespace Gouji.Cli.Inputs;

/// <summary>
/// The lines of a <c>.goujiignore</c>: patterns of what is left out below its folder. A pattern without a slash matches a name at any
/// depth, one with a slash matches from the folder of the file; a slash at the end matches folders alone; <c>#</c> begins a comment.
/// </summary>
internal sealed class IgnoreFile
{
    public const string Name = ".goujiignore";

    private readonly List<(Glob Glob, bool FoldersOnly)> _patterns = [];

    private IgnoreFile()
    {
    }

    /// <summary>1-based numbers of lines that are no pattern this program knows.</summary>
    public List<int> BadLines { get; } = [];

    public static IgnoreFile Parse(string text)
    {
        var file = new IgnoreFile();
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var pattern = line.Trim();
            if (pattern.IsEmpty || pattern[0] == '#')
            {
                continue;
            }

            var foldersOnly = pattern[^1] == '/';
            var body = pattern.Trim('/');
            var anchored = pattern.TrimEnd('/').Contains('/');
            if (pattern[0] == '!' || body.IsEmpty || Glob.Parse(anchored ? body.ToString() : "**/" + body.ToString()) is not { } glob)
            {
                file.BadLines.Add(number);
                continue;
            }

            file._patterns.Add((glob, foldersOnly));
        }

        return file;
    }

    /// <summary>Whether an entry is left out.</summary>
    /// <param name="path">Relative to the folder of the file, parted by slashes.</param>
    /// <param name="isFolder">Whether the entry is a folder.</param>
    public bool Matches(ReadOnlySpan<char> path, bool isFolder)
    {
        foreach (var (glob, foldersOnly) in _patterns)
        {
            if ((isFolder || !foldersOnly) && glob.IsMatch(path))
            {
                return true;
            }
        }

        return false;
    }
}
