using Gouji.Cli.Checking;
using Gouji.Cli.Output;
using Gouji.Model;

namespace Gouji.Cli.Inputs;

/// <summary>
/// Turns the paths of the command line into documents: files, folders with all that is below them, and patterns. Folders are walked in
/// ordinal order of their names, and only the names of the folders on the way down are held.
/// </summary>
internal sealed class InputWalker(IFileSystem files, string? outputFolder, Action<Message> warn)
{
    private readonly string? _output = outputFolder is null ? null : Path.TrimEndingDirectorySeparator(Path.GetFullPath(outputFolder));

    /// <summary>What was not read so far.</summary>
    public LeftOut LeftOut { get; } = new();

    /// <summary>The documents of all paths, in the order of the paths.</summary>
    public IEnumerable<InputFile> Walk(IEnumerable<string> paths) => paths.SelectMany(Walk);

    private static string Below(string folder, string name) => folder.EndsWith('/') ? folder + name : folder + "/" + name;

    private static string WithoutSlash(string folder)
    {
        var trimmed = folder.Replace(Path.DirectorySeparatorChar, '/').TrimEnd('/');
        return trimmed.Length == 0 ? "/" : trimmed;
    }

    private static InputFile Missing(string path) => new(path, path, new Reason(
        Words.Of(UnreadableReason.Missing),
        path.Contains('\uFFFD', StringComparison.Ordinal)
            ? new Message("文件名不是UTF-8编码，无法打开；请改名后再试。", "The name of the file is not UTF-8 and cannot be opened; rename the file.")
            : new Message("没有这个文件或文件夹；请检查路径。", "There is no such file or folder; check the path.")));

    private IEnumerable<InputFile> Walk(string path)
    {
        switch (files.KindOf(path))
        {
            case PathKind.File:
                return [new InputFile(path, path)];
            case PathKind.Folder:
                return WalkFolder(path, WithoutSlash(path), glob: null);
            default:
                return Glob.IsPattern(path) ? WalkPattern(path) : [Missing(path)];
        }
    }

    private IEnumerable<InputFile> WalkPattern(string pattern)
    {
        var parts = pattern.Replace(Path.DirectorySeparatorChar, '/');
        var sign = parts.AsSpan().IndexOfAny('*', '?', '[');
        var slash = parts.LastIndexOf('/', sign);
        var folder = slash < 0 ? "." : slash == 0 ? "/" : parts[..slash];
        var glob = Glob.Parse(parts[(slash + 1)..]);
        if (glob is null || files.KindOf(folder) != PathKind.Folder)
        {
            yield return Missing(pattern);
            yield break;
        }

        var any = false;
        foreach (var file in WalkFolder(folder, slash < 0 ? "" : folder, glob))
        {
            any = true;
            yield return file;
        }

        if (!any)
        {
            yield return new InputFile(pattern, pattern, new Reason(
                Words.Of(UnreadableReason.Missing),
                new Message("没有文件与此模式相符。", "No file matches this pattern.")));
        }
    }

    /// <summary>Walks a folder without recursion, so that no depth of folders is too deep.</summary>
    private IEnumerable<InputFile> WalkFolder(string location, string shown, Glob? glob)
    {
        var before = LeftOut.Total;
        var any = false;
        var way = new Stack<Level>();
        if (Enter(location, shown, glob?.Start ?? 0, above: null, out var problem) is { } root)
        {
            way.Push(root);
        }
        else
        {
            yield return problem!;
            yield break;
        }

        while (way.TryPeek(out var level))
        {
            if (level.Next == level.Entries.Length)
            {
                way.Pop();
                continue;
            }

            var entry = level.Entries[level.Next];
            level.Entries[level.Next++] = default;
            var document = level.Shown.Length == 0 ? entry.Name : Below(level.Shown, entry.Name);
            var state = glob is null || level.Whole ? 0 : glob.Step(level.State, entry.Name);
            var whole = glob is null || level.Whole || glob.Accepts(state);
            if ((!whole && (state == 0 || !entry.IsFolder)) || IsLeftOut(level, entry))
            {
                continue;
            }

            if (!entry.IsFolder)
            {
                any = true;
                yield return new InputFile(document, Path.Combine(level.Location, entry.Name)) { IsEmpty = entry.Length == 0 };
            }
            else if (Enter(Path.Combine(level.Location, entry.Name), document, state, level, out problem) is { } below)
            {
                below.Whole = whole;
                way.Push(below);
            }
            else
            {
                any = true;
                yield return problem!;
            }
        }

        if (!any && glob is null)
        {
            var left = LeftOut.Total - before;
            warn(left == 0
                ? new Message($"“{location}”中没有文件。", $"no files in '{location}'")
                : new Message($"“{location}”中没有可读的文件（略过{left}项）。", $"no files to read in '{location}' ({left} entries left out)"));
        }
    }

    private Level? Enter(string location, string shown, ulong state, Level? above, out InputFile? problem)
    {
        problem = null;
        try
        {
            var entries = files.Entries(location).ToArray();
            Array.Sort(entries, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
            var ignore = Array.Exists(entries, static entry => entry.Name == IgnoreFile.Name && !entry.IsFolder)
                ? ReadIgnoreFile(Path.Combine(location, IgnoreFile.Name))
                : null;
            return new Level(location, shown, entries, state, ignore, above);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            problem = new InputFile(shown, location, FileProblem.Of(failure, isFolder: true));
            return null;
        }
    }

    private IgnoreFile? ReadIgnoreFile(string path)
    {
        try
        {
            var file = IgnoreFile.Parse(files.ReadText(path));
            foreach (var line in file.BadLines)
            {
                warn(new Message($"{path}:{line}：无法理解此行，已略过。", $"{path}:{line}: not a pattern this program knows; the line is passed over"));
            }

            return file;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            warn(new Message($"无法读取“{path}”：{failure.Message}", $"cannot read '{path}': {failure.Message}"));
            return null;
        }
    }

    private bool IsLeftOut(Level level, FolderEntry entry)
    {
        if (entry.Name.StartsWith('.'))
        {
            LeftOut.Hidden += entry.Name == IgnoreFile.Name ? 0 : 1;
            return true;
        }

        if (level.Ignores(entry))
        {
            LeftOut.Ignored++;
            return true;
        }

        if (entry is { IsFolder: true, IsLink: true })
        {
            LeftOut.LinkedFolders++;
            return true;
        }

        if (IsOutput(level, entry))
        {
            LeftOut.Output++;
            return true;
        }

        return false;
    }

    /// <summary>The output folder below an input folder; or, where both are one, the files this program writes there.</summary>
    private bool IsOutput(Level level, FolderEntry entry)
    {
        if (_output is null)
        {
            return false;
        }

        return entry.IsFolder
            ? Path.GetFullPath(Path.Combine(level.Location, entry.Name)) == _output
            : OutputFolder.Writes(entry.Name) && Path.TrimEndingDirectorySeparator(Path.GetFullPath(level.Location)) == _output;
    }

    /// <summary>A folder on the way down, with the names in it that are still to come.</summary>
    private sealed class Level(string location, string shown, FolderEntry[] entries, ulong state, IgnoreFile? ignore, Level? above)
    {
        public string Location => location;

        public string Shown => shown;

        public FolderEntry[] Entries => entries;

        public ulong State => state;

        public int Next { get; set; }

        /// <summary>Whether a pattern is already matched by a folder above, so that everything below belongs to it.</summary>
        public bool Whole { get; set; }

        private IgnoreFile? Ignore => ignore;

        private Level? Above => above;

        /// <summary>Whether the ignore file of this folder, or of one above it within the walk, leaves the entry out.</summary>
        public bool Ignores(FolderEntry entry)
        {
            var path = entry.Name;
            for (var level = this; level is not null; level = level.Above)
            {
                if (level.Ignore is { } file && file.Matches(path, entry.IsFolder))
                {
                    return true;
                }

                if (level.Above is not null)
                {
                    path = Path.GetFileName(level.Location) + "/" + path;
                }
            }

            return false;
        }
    }
}
