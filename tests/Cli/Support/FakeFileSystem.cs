using System.Text;
using Gouji.Cli.Inputs;

namespace Gouji.Cli.Tests.Support;

/// <summary>Files in memory, by path; some of them may be forbidden, which no test can arrange on disk for every user.</summary>
internal sealed class FakeFileSystem : IFileSystem
{
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>Paths that may not be read.</summary>
    public HashSet<string> Forbidden { get; } = [];

    /// <summary>Folders whose names were asked for.</summary>
    public List<string> Listed { get; } = [];

    public string this[string path]
    {
        set => _files[path] = value;
    }

    public PathKind KindOf(string path) =>
        _files.ContainsKey(path) ? PathKind.File
        : _files.Keys.Any(file => file.StartsWith(path + "/", StringComparison.Ordinal)) ? PathKind.Folder
        : PathKind.Missing;

    public IEnumerable<FolderEntry> Entries(string folder)
    {
        Listed.Add(folder);
        if (Forbidden.Contains(folder))
        {
            throw new UnauthorizedAccessException("Access is denied.");
        }

        return _files
            .Where(file => file.Key.StartsWith(folder + "/", StringComparison.Ordinal))
            .Select(file => (Parts: file.Key[(folder.Length + 1)..].Split('/'), Length: file.Value.Length))
            .GroupBy(static file => file.Parts[0])
            .Select(static group => new FolderEntry(group.Key, group.First().Parts.Length > 1, false, group.First().Length))
            .Reverse();
    }

    public Stream OpenRead(string path) => Forbidden.Contains(path)
        ? throw new UnauthorizedAccessException("Access is denied.")
        : new MemoryStream(Encoding.UTF8.GetBytes(ReadText(path)));

    public string ReadText(string path) => _files.TryGetValue(path, out var text) ? text : throw new FileNotFoundException(path);
}
