using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Gouji.Model;

namespace Gouji.Ingest.Store;

/// <summary>
/// Keeps originals as they came, each once, under the SHA-256 of its bytes: <c>objects/sha256/ab/cd/abcd…</c>. An object never changes.
/// It is written to <c>tmp</c>, flushed, renamed and its folder flushed, so that a name always stands for whole bytes. Writers may work
/// side by side.
/// </summary>
public sealed class ObjectStore
{
    private const string ObjectFolder = "objects";
    private const string TemporaryFolder = "tmp";
    private const int BufferBytes = 128 * 1024;

    private readonly string _root;
    private readonly string _objects;
    private readonly string _temporary;
    private readonly ConcurrentDictionary<string, bool> _durable = new(StringComparer.Ordinal);
    private long _last;

    private ObjectStore(string root)
    {
        _root = root;
        _objects = Path.Combine(root, ObjectFolder, "sha256");
        _temporary = Path.Combine(root, TemporaryFolder);
    }

    /// <summary>How many files under way a run that was cut off had left.</summary>
    public int Swept { get; private init; }

    /// <summary>Opens the store of a workspace for writing: its folders are made, files that were under way are deleted.</summary>
    /// <param name="root">The folder of the workspace, locked by the caller.</param>
    public static ObjectStore ForRun(string root)
    {
        var store = new ObjectStore(root);
        Directory.CreateDirectory(store._objects);
        Directory.CreateDirectory(store._temporary);
        Disk.FlushFolder(Path.Combine(root, ObjectFolder));
        Disk.FlushFolder(root);
        var leftovers = Directory.GetFiles(store._temporary);
        foreach (var leftover in leftovers)
        {
            File.Delete(leftover);
        }

        return new ObjectStore(root) { Swept = leftovers.Length };
    }

    /// <summary>Opens the store for reading alone, beside a run.</summary>
    /// <param name="root">The folder of the workspace.</param>
    public static ObjectStore ForReading(string root) => new(root);

    /// <summary>Whether a folder holds originals, be it that nothing else of the workspace is left.</summary>
    /// <param name="root">The folder of the workspace.</param>
    public static bool HoldsAny(string root) =>
        new DirectoryInfo(Path.Combine(root, ObjectFolder, "sha256")) is { Exists: true } folder
        && folder.EnumerateFiles("*", SearchOption.AllDirectories).Any(static file => IsName(file.Name));

    /// <summary>Begins an object.</summary>
    public ObjectWriter BeginWrite() =>
        new(this, Path.Combine(_temporary, $"{Environment.ProcessId}-{Interlocked.Increment(ref _last)}.part"));

    /// <summary>Where an object is or would be.</summary>
    /// <param name="sha256">64 digits in lower case.</param>
    public string PathOf(string sha256)
    {
        if (!IsName(sha256))
        {
            throw new ArgumentException("not a SHA-256 of 64 hexadecimal digits in lower case: " + sha256, nameof(sha256));
        }

        return Path.Combine(_objects, sha256[..2], sha256[2..4], sha256);
    }

    /// <summary>Opens an object; one that is not there is a <see cref="WorkspaceException"/>.</summary>
    /// <param name="sha256">64 digits in lower case.</param>
    public FileStream Open(string sha256)
    {
        try
        {
            return new FileStream(
                PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new WorkspaceException(
                WorkspaceProblem.ObjectMissing,
                new Message($"工作区缺少原件 {sha256}；请运行核验。", $"the original {sha256} is missing from the workspace; verify the workspace"),
                failure);
        }
    }

    /// <summary>
    /// Reads every object again and compares the store with the catalogue, in the order of the names; files that are no objects and
    /// files under way come last.
    /// </summary>
    /// <param name="catalogued">The names that the catalogue knows, in ordinal order.</param>
    /// <param name="cancellationToken">Ends the verification.</param>
    public async IAsyncEnumerable<ObjectCheck> VerifyAsync(IEnumerable<string> catalogued, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(catalogued);
        var strangers = new List<ObjectCheck>();
        using var known = catalogued.GetEnumerator();
        var any = known.MoveNext();
        foreach (var file in Files(_objects))
        {
            var name = Path.GetFileName(file);
            if (!IsName(name) || PathOf(name) != file)
            {
                strangers.Add(new ObjectCheck(Shown(file), ObjectCondition.Stray, new FileInfo(file).Length));
                continue;
            }

            for (; any && string.CompareOrdinal(known.Current, name) < 0; any = known.MoveNext())
            {
                yield return new ObjectCheck(known.Current, ObjectCondition.Missing, 0);
            }

            var isKnown = any && known.Current == name;
            any = isKnown ? known.MoveNext() : any;
            yield return await CheckAsync(file, name, isKnown, cancellationToken);
        }

        for (; any; any = known.MoveNext())
        {
            yield return new ObjectCheck(known.Current, ObjectCondition.Missing, 0);
        }

        foreach (var stranger in strangers)
        {
            yield return stranger;
        }

        foreach (var file in Files(_temporary))
        {
            yield return new ObjectCheck(Shown(file), ObjectCondition.Leftover, new FileInfo(file).Length);
        }
    }

    /// <summary>Whether the object is there already. One of another size is damaged and no reason to drop good bytes.</summary>
    internal bool Has(StoredObject stored)
    {
        var file = new FileInfo(PathOf(stored.Sha256));
        return file.Exists && file.Length == stored.Bytes;
    }

    /// <summary>Gives a flushed file its name, or drops it where the object is there already; either way the name is on the disk then.</summary>
    internal void Take(string temporary, StoredObject stored)
    {
        var path = PathOf(stored.Sha256);
        var folder = Path.GetDirectoryName(path)!;
        if (Has(stored))
        {
            File.Delete(temporary);
        }
        else
        {
            MakeDurable(folder);
            File.Move(temporary, path, overwrite: true);
        }

        // Whoever wrote the name first may not have flushed it yet.
        Disk.FlushFolder(folder);
    }

    private static bool IsName(string text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);

    private static IEnumerable<string> Files(string folder)
    {
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        // Folder by folder, so that a store of millions is never listed whole.
        foreach (var entry in Directory.GetFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            if (Directory.Exists(entry))
            {
                foreach (var file in Files(entry))
                {
                    yield return file;
                }
            }
            else
            {
                yield return entry;
            }
        }
    }

    private static async Task<ObjectCheck> CheckAsync(string file, string name, bool isKnown, CancellationToken cancellationToken)
    {
        var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 0, FileOptions.SequentialScan | FileOptions.Asynchronous);
        await using (stream)
        {
            var length = stream.Length;
            var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
            return new ObjectCheck(name, digest != name ? ObjectCondition.Corrupt : isKnown ? ObjectCondition.Good : ObjectCondition.Stray, length);
        }
    }

    private string Shown(string file) => Path.GetRelativePath(_root, file).Replace('\\', '/');

    /// <summary>Makes the two folders of an object, and flushes the folders that hold their names.</summary>
    private void MakeDurable(string folder)
    {
        if (_durable.ContainsKey(folder))
        {
            return;
        }

        Directory.CreateDirectory(folder);
        var outer = Path.GetDirectoryName(folder)!;
        Disk.FlushFolder(outer);
        if (!_durable.ContainsKey(outer))
        {
            Disk.FlushFolder(_objects);
            _durable[outer] = true;
        }

        _durable[folder] = true;
    }
}
