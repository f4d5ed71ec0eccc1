namespace Gouji.Cli.Inputs;

/// <summary>The <c>path</c> of a document: relative to the current directory where the file lies below it, otherwise as given.</summary>
internal sealed class ShownPath(string currentDirectory)
{
    private readonly string _below = Path.TrimEndingDirectorySeparator(currentDirectory) + Path.DirectorySeparatorChar;

    public string Of(string location)
    {
        var full = Path.GetFullPath(location, currentDirectory);
        var shown = full.StartsWith(_below, StringComparison.Ordinal) ? full[_below.Length..] : location;
        return Path.DirectorySeparatorChar == '/' ? shown : shown.Replace(Path.DirectorySeparatorChar, '/');
    }
}
