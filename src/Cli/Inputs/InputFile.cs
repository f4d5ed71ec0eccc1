using Gouji.Cli.Checking;

namespace Gouji.Cli.Inputs;

/// <summary>One document to be read, or a path that leads to none.</summary>
/// <param name="Document">The path as given; below a folder, that folder as given and the relative path, parted by slashes.</param>
/// <param name="Location">Where to open it.</param>
/// <param name="Problem">Why there is nothing to open; null for a file.</param>
internal sealed record InputFile(string Document, string Location, Reason? Problem = null)
{
    /// <summary>Whether its folder says that it has no bytes. It is not opened then: pipes and devices look like this, and would never end.</summary>
    public bool IsEmpty { get; init; }
}

/// <summary>How many entries of folders were not read, and why.</summary>
internal sealed class LeftOut
{
    /// <summary>Names that begin with a dot.</summary>
    public int Hidden { get; set; }

    /// <summary>Entries that a <c>.goujiignore</c> names.</summary>
    public int Ignored { get; set; }

    /// <summary>Links to folders; they are not followed, so that no loop is possible and no document is read twice.</summary>
    public int LinkedFolders { get; set; }

    /// <summary>The output folder, or its files, inside an input folder.</summary>
    public int Output { get; set; }

    public int Total => Hidden + Ignored + LinkedFolders + Output;
}
