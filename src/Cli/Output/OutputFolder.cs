namespace Gouji.Cli.Output;

/// <summary>
/// The folder of <c>--out</c>. Files are written under temporary names and take their own only when all of them are complete, so that
/// an interrupted run leaves what an earlier run wrote. Files of other names are left alone.
/// </summary>
internal sealed class OutputFolder : IDisposable
{
    public const string Documents = "documents.csv";
    public const string Records = "records.csv";
    public const string Checks = "checks.csv";
    public const string Findings = "findings.csv";
    public const string Gaps = "gaps.csv";
    public const string Unread = "unread.csv";
    public const string RecordsJson = "records.jsonl";
    public const string FindingsJson = "findings.jsonl";

    private const int BufferBytes = 64 * 1024;
    private const string LockName = ".gouji.lock";

    /// <summary>In the order in which they take their names: the list of documents comes last, and stands for a complete output.</summary>
    private static readonly string[] Names = [Records, RecordsJson, Unread, Checks, Findings, FindingsJson, Gaps, Documents];

    private readonly string _shown;
    private readonly string _folder;
    private readonly List<string> _created;
    private readonly Dictionary<string, FileStream> _files = [];
    private FileStream? _lock;
    private bool _committed;

    private OutputFolder(string shown, string folder, List<string> created)
    {
        _shown = shown;
        _folder = folder;
        _created = created;
    }

    /// <summary>The folder as given.</summary>
    public string Shown => _shown;

    /// <summary>Whether a file of that name is one that this program writes into an output folder.</summary>
    public static bool Writes(string name) => Array.IndexOf(Names, name) >= 0;

    /// <summary>Makes the folder where it is not there, and opens all files, so that what cannot be written is known before any work.</summary>
    public static OutputFolder Open(string path)
    {
        var folder = new OutputFolder(path, Path.GetFullPath(path), []);
        try
        {
            folder.Create();
            return folder;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            folder.Dispose();
            throw CommandFailedException.Failed(
                $"无法写入输出目录“{path}”：{failure.Message}请用 --out 指定可写的目录。",
                $"cannot write to the output folder '{path}': {failure.Message.TrimEnd('.')}; name a folder you may write to with --out",
                failure);
        }
        catch (CommandFailedException)
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Adds bytes to a file.</summary>
    public void Write(string name, ReadOnlySpan<byte> bytes)
    {
        try
        {
            _files[name].Write(bytes);
        }
        catch (IOException failure)
        {
            throw Unwritable(failure);
        }
    }

    /// <summary>Puts a file that is being written through a filter; what is written later follows behind.</summary>
    public void Rewrite(string name, Action<Stream, Stream> filter)
    {
        try
        {
            var rewritten = Temporary(name) + "2";
            using (var from = _files[name])
            using (var to = new FileStream(rewritten, FileMode.Create, FileAccess.Write, FileShare.Read, BufferBytes))
            {
                from.Position = 0;
                filter(from, to);
            }

            File.Move(rewritten, Temporary(name), overwrite: true);
            _files[name] = new FileStream(Temporary(name), FileMode.Append, FileAccess.Write, FileShare.Read, BufferBytes);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(failure);
        }
    }

    /// <summary>Gives the files their names, in place of those of an earlier run.</summary>
    public void Commit()
    {
        try
        {
            foreach (var file in _files.Values)
            {
                file.Flush(flushToDisk: true);
                file.Dispose();
            }

            foreach (var name in Names)
            {
                File.Move(Temporary(name), Path.Combine(_folder, name), overwrite: true);
            }

            _committed = true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(failure);
        }
    }

    public void Dispose()
    {
        foreach (var file in _files.Values)
        {
            Quietly(file.Dispose);
        }

        if (!_committed)
        {
            foreach (var name in _files.Keys)
            {
                Quietly(() => File.Delete(Temporary(name)));
                Quietly(() => File.Delete(Temporary(name) + "2"));
            }
        }

        if (_lock is { } held)
        {
            Quietly(held.Dispose);
        }

        for (var i = _created.Count - 1; i >= 0 && !_committed; i--)
        {
            Quietly(() => Directory.Delete(_created[i]));
        }

        _files.Clear();
        _created.Clear();
        _lock = null;
    }

    private static void Quietly(Action step)
    {
        try
        {
            step();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Tidying up after a failure that is already being reported; there is nothing more to say about it.
        }
    }

    private void Create()
    {
        for (var missing = _folder; missing is not null && !Directory.Exists(missing); missing = Path.GetDirectoryName(missing))
        {
            _created.Insert(0, missing);
        }

        Directory.CreateDirectory(_folder);
        Lock();
        foreach (var name in Names)
        {
            if (Directory.Exists(Path.Combine(_folder, name)))
            {
                throw CommandFailedException.Failed(
                    $"无法写入输出目录“{_shown}”：其中的“{name}”是一个文件夹。",
                    $"cannot write to the output folder '{_shown}': '{name}' in it is a folder");
            }

            _files.Add(name, new FileStream(Temporary(name), FileMode.Create, FileAccess.ReadWrite, FileShare.Read, BufferBytes));
        }
    }

    private void Lock()
    {
        var path = Path.Combine(_folder, LockName);
        try
        {
            _lock = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException failure) when (File.Exists(path))
        {
            throw CommandFailedException.Failed(
                $"另一个 gouji 正在写入“{_shown}”，请等它结束或换一个 --out。",
                $"another gouji is writing to '{_shown}'; wait for it, or name another folder with --out",
                failure);
        }
    }

    private string Temporary(string name) => Path.Combine(_folder, "." + name + ".part");

    private CommandFailedException Unwritable(Exception failure) => CommandFailedException.Failed(
        $"写入“{_shown}”失败：{failure.Message}原有的结果未被改动。",
        $"writing to '{_shown}' failed: {failure.Message.TrimEnd('.')}; what an earlier run wrote is untouched",
        failure);
}
