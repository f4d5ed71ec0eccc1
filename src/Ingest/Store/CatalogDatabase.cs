using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Microsoft.Data.Sqlite;

namespace Gouji.Ingest.Store;

/// <summary>
/// Runs operations on the catalogue. One thread writes; what waits for it when it comes round is committed together, since a flush to
/// the disk costs the same for one operation as for a hundred. Each operation stays whole or leaves nothing, whatever becomes of its
/// neighbours, and ends when it is on the disk.
/// </summary>
internal sealed class CatalogDatabase : IDisposable
{
    private const int MostTogether = 512;

    private readonly string _path;
    private readonly BlockingCollection<Operation> _waiting = [];
    private readonly Lock _reading = new();
    private readonly Sql? _writer;
    private readonly Thread? _thread;
    private Sql? _reader;
    private ExceptionDispatchInfo? _lost;

    private CatalogDatabase(string path, Sql? writer)
    {
        (_path, _writer) = (path, writer);
        if (writer is not null)
        {
            _thread = new Thread(Work) { Name = "gouji catalogue", IsBackground = true };
            _thread.Start();
        }
    }

    /// <summary>Transactions so far; fewer than operations where these came side by side.</summary>
    public long Commits { get; private set; }

    /// <summary>Opens the database, makes it or brings it to the present schema.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mayBeNew">Whether it may be made; otherwise an empty one is refused.</param>
    public static CatalogDatabase Open(string path, bool mayBeNew = true)
    {
        if (!mayBeNew && !File.Exists(path))
        {
            throw Schema.Lost(path);
        }

        var sql = Sql.OpenToWrite(path);
        try
        {
            if (!mayBeNew && sql.Number("PRAGMA user_version") == 0)
            {
                throw Schema.Lost(path);
            }

            Schema.Current.Apply(sql, path);
        }
        catch
        {
            sql.Dispose();
            throw;
        }

        return new CatalogDatabase(path, sql);
    }

    /// <summary>Opens the database for reading alone; its schema is the present one or is refused.</summary>
    public static CatalogDatabase OpenToRead(string path)
    {
        using (var sql = Sql.OpenToRead(path))
        {
            Schema.Current.Require(sql, path);
        }

        return new CatalogDatabase(path, null);
    }

    /// <summary>Runs an operation in a transaction.</summary>
    public Task<T> Write<T>(Func<Sql, T> work)
    {
        _lost?.Throw();
        var operation = new Operation<T>(work);
        Enqueue(operation);
        return operation.Task;
    }

    /// <summary>Runs an operation soon. Its failure is thrown at a later operation.</summary>
    public void Post(Action<Sql> work)
    {
        _lost?.Throw();
        Enqueue(new Operation<bool>(sql =>
        {
            work(sql);
            return true;
        }) { Failed = failure => _lost ??= failure });
    }

    /// <summary>Reads what is committed.</summary>
    public T Read<T>(Func<Sql, T> query)
    {
        lock (_reading)
        {
            return query(_reader ??= Sql.OpenToRead(_path));
        }
    }

    /// <summary>Reads rows one by one from one snapshot, beside all else.</summary>
    public IEnumerable<T> Each<T>(string query, Func<Row, T> read, params (string Name, object? Value)[] values)
    {
        using var sql = Sql.OpenToRead(_path);
        foreach (var row in sql.Each(query, read, values))
        {
            yield return row;
        }
    }

    public void Dispose()
    {
        _waiting.CompleteAdding();
        _thread?.Join();
        // The connection that is closed last moves what the log holds into the database, which one that only reads cannot.
        _reader?.Dispose();
        _writer?.Dispose();
        _waiting.Dispose();
    }

    private void Enqueue(Operation operation)
    {
        if (_writer is null)
        {
            throw new InvalidOperationException("the workspace is open for reading alone");
        }

        _waiting.Add(operation);
    }

    private void Work()
    {
        var together = new List<Operation>(MostTogether);
        foreach (var first in _waiting.GetConsumingEnumerable())
        {
            together.Add(first);
            while (together.Count < MostTogether && _waiting.TryTake(out var next))
            {
                together.Add(next);
            }

            Commit(together);
            together.Clear();
        }
    }

    private void Commit(List<Operation> together)
    {
        try
        {
            _writer!.Run("BEGIN IMMEDIATE");
            foreach (var operation in together)
            {
                Attempt(operation);
            }

            _writer.Run("COMMIT");
            Commits++;
        }
        catch (Exception failure)
        {
            // Of the disk or of the database: nothing of the transaction is kept.
            var captured = ExceptionDispatchInfo.Capture(failure);
            foreach (var operation in together)
            {
                operation.Failure = captured;
            }

            RollBack();
        }

        foreach (var operation in together)
        {
            operation.Complete();
        }
    }

    /// <summary>Leaves the transaction. Where that fails too, whoever comes next is told so by the next BEGIN, and the thread lives on to tell it.</summary>
    private void RollBack()
    {
        try
        {
            if (!_writer!.IsIdle)
            {
                _writer.Run("ROLLBACK");
            }
        }
        catch (Exception failure)
        {
            _lost ??= ExceptionDispatchInfo.Capture(failure);
        }
    }

    private void Attempt(Operation operation)
    {
        _writer!.Run("SAVEPOINT operation");
        try
        {
            operation.Run(_writer);
        }
        catch (Exception failure) when (!IsOfTheDatabase(failure))
        {
            operation.Failure = ExceptionDispatchInfo.Capture(failure);
            _writer.Run("ROLLBACK TO operation");
        }

        _writer.Run("RELEASE operation");
    }

    /// <summary>Whether a failure may have ended the transaction: any of SQLite but a broken constraint or a wrong statement.</summary>
    private static bool IsOfTheDatabase(Exception failure) =>
        failure is SqliteException { SqliteErrorCode: not (SQLitePCL.raw.SQLITE_CONSTRAINT or SQLitePCL.raw.SQLITE_ERROR or SQLitePCL.raw.SQLITE_MISMATCH or SQLitePCL.raw.SQLITE_RANGE) };

    private abstract class Operation
    {
        public ExceptionDispatchInfo? Failure { get; set; }

        public abstract void Run(Sql sql);

        public abstract void Complete();
    }

    private sealed class Operation<T>(Func<Sql, T> work) : Operation
    {
        private readonly TaskCompletionSource<T> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Task => _ended.Task;

        public Action<ExceptionDispatchInfo>? Failed { get; init; }

        public override void Run(Sql sql) => _result = work(sql);

        public override void Complete()
        {
            if (Failure is not { } failure)
            {
                _ended.SetResult(_result!);
            }
            else if (Failed is null)
            {
                _ended.SetException(failure.SourceException);
            }
            else
            {
                Failed(failure);
            }
        }
    }
}
