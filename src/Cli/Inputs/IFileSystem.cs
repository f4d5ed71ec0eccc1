using System.IO.Enumeration;

namespace Gouji.Cli.Inputs;

/// <summary>What a path leads to.</summary>
internal enum PathKind
{
    Missing,
    File,
    Folder,
}

/// <summary>One name in a folder.</summary>
/// <param name="Name">The name without its folder.</param>
/// <param name="IsFolder">Whether it is a folder, or a link to one.</param>
/// <param name="IsLink">Whether it is a symbolic link.</param>
/// <param name="Length">Bytes of the file; 0 for folders.</param>
internal readonly record struct FolderEntry(string Name, bool IsFolder, bool IsLink, long Length);

/// <summary>The file system as the inputs need it: a seam, since a folder that may not be read cannot be made for every user.</summary>
internal interface IFileSystem
{
    PathKind KindOf(string path);

    /// <summary>The entries of one folder, in any order.</summary>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    IEnumerable<FolderEntry> Entries(string folder);

    /// <summary>Opens a file for reading once from begin to end.</summary>
    Stream OpenRead(string path);

    /// <summary>The whole text of a small file.</summary>
    string ReadText(string path);
}

/// <summary>The file system of this machine.</summary>
internal sealed class LocalFileSystem : IFileSystem
{
    private static readonly EnumerationOptions All = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
        RecurseSubdirectories = false,
    };

    public static LocalFileSystem Instance { get; } = new();

    public PathKind KindOf(string path) =>
        Directory.Exists(path) ? PathKind.Folder : File.Exists(path) ? PathKind.File : PathKind.Missing;

    public IEnumerable<FolderEntry> Entries(string folder) => new FileSystemEnumerable<FolderEntry>(
        folder,
        static (ref FileSystemEntry entry) => new FolderEntry(
            entry.FileName.ToString(),
            entry.IsDirectory,
            entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            entry.IsDirectory ? 0 : entry.Length),
        All);

    public Stream OpenRead(string path) =>
        new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);

    public string ReadText(string path) => File.ReadAllText(path);
}
