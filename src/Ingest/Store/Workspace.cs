using Gouji.Model;
using Microsoft.Data.Sqlite;

namespace Gouji.Ingest.Store;

/// <summary>
/// A folder in which runs keep what they fetch: originals, catalogue and results. One run at a time works on it; others may read beside
/// it. docs/workspace.md describes what lies where.
/// </summary>
public sealed class Workspace : IDisposable
{
    /// <summary>The name of the catalogue in the folder.</summary>
    public const string CatalogName = "catalog.db";

    private readonly CatalogDatabase _database;
    private readonly WorkspaceLock? _lock;

    private Workspace(string folder, CatalogDatabase database, ObjectStore objects, WorkspaceLock? held, TimeProvider time, CatalogOptions options)
    {
        (Folder, _database, Objects, _lock) = (folder, database, objects, held);
        Catalog = new Catalog(database, time, options);
        Results = new ResultStore(database);
    }

    /// <summary>The folder, absolute.</summary>
    public string Folder { get; }

    /// <summary>The originals.</summary>
    public ObjectStore Objects { get; }

    /// <summary>What is known of them.</summary>
    public Catalog Catalog { get; }

    /// <summary>What was read of them.</summary>
    public ResultStore Results { get; }

    /// <summary>Transactions of the catalogue since it was opened.</summary>
    internal long Commits => _database.Commits;

    /// <summary>Opens a workspace for a run, or makes it. A second run is refused as long as this one is open.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="time">The clock.</param>
    /// <param name="options">How often addresses are asked; the usual where left out.</param>
    public static Workspace Open(string folder, TimeProvider time, CatalogOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(time);
        var path = Path.GetFullPath(folder);
        Directory.CreateDirectory(path);
        var held = WorkspaceLock.Take(path);
        try
        {
            // The catalogue comes first: a folder of a newer program is left as it is.
            // Originals without a catalogue are what is left of a workspace, and not a new one.
            var database = Readable(path, file => CatalogDatabase.Open(file, mayBeNew: !ObjectStore.HoldsAny(path)));
            try
            {
                return new Workspace(path, database, ObjectStore.ForRun(path), held, time, options ?? new CatalogOptions());
            }
            catch
            {
                database.Dispose();
                throw;
            }
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Opens a workspace for reading alone, whether or not a run works on it.</summary>
    /// <param name="folder">The folder.</param>
    public static Workspace OpenToRead(string folder)
    {
        var path = Path.GetFullPath(folder);
        if (!File.Exists(Path.Combine(path, CatalogName)))
        {
            throw new WorkspaceException(WorkspaceProblem.Missing, new Message(
                $"“{folder}”不是工作区：其中没有 {CatalogName}。",
                $"'{folder}' is no workspace: there is no {CatalogName} in it"));
        }

        return new Workspace(path, Readable(path, CatalogDatabase.OpenToRead), ObjectStore.ForReading(path), null, TimeProvider.System, new CatalogOptions());
    }

    /// <summary>Reads every original again and compares the store with the catalogue.</summary>
    public IAsyncEnumerable<ObjectCheck> VerifyAsync(CancellationToken cancellationToken = default) => Objects.VerifyAsync(Catalog.Objects(), cancellationToken);

    /// <summary>Waits for what is being written, and lets the next run in.</summary>
    public void Dispose()
    {
        _database.Dispose();
        _lock?.Dispose();
    }

    private static CatalogDatabase Readable(string folder, Func<string, CatalogDatabase> open)
    {
        var path = Path.Combine(folder, CatalogName);
        try
        {
            return open(path);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT)
        {
            throw new WorkspaceException(
                WorkspaceProblem.Damaged,
                new Message(
                    $"工作区目录库“{path}”已损坏，无法读取；请从备份恢复，或者另用一个新文件夹重新开始（objects 中的原件不受影响）。",
                    $"the catalogue '{path}' is damaged and cannot be read; restore it from a backup, or begin anew in another folder (the originals in objects are not harmed)"),
                failure);
        }
    }
}
