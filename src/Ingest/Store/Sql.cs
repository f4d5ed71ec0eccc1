using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Gouji.Ingest.Store;

/// <summary>One connection and the statements prepared on it. Belongs to one thread at a time.</summary>
internal sealed class Sql : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    private Sql(SqliteConnection connection) => Connection = connection;

    public SqliteConnection Connection { get; }

    /// <summary>Whether the connection stands outside of a transaction.</summary>
    public bool IsIdle => SQLitePCL.raw.sqlite3_get_autocommit(Connection.Handle) != 0;

    /// <summary>Opens a connection that writes.</summary>
    public static Sql OpenToWrite(string path)
    {
        var sql = Open(path, SqliteOpenMode.ReadWriteCreate);
        sql.Script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000;");
        return sql;
    }

    /// <summary>Opens a connection that reads what is committed, beside one that writes. On a disk that cannot be written nothing can change meanwhile.</summary>
    public static Sql OpenToRead(string path)
    {
        try
        {
            var sql = Open(path, SqliteOpenMode.ReadOnly);
            try
            {
                sql.Number("PRAGMA schema_version");
                return sql;
            }
            catch
            {
                sql.Dispose();
                throw;
            }
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY && File.Exists(path) && !File.Exists(path + "-wal"))
        {
            return Open(new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1", SqliteOpenMode.ReadOnly);
        }
    }

    /// <summary>Runs statements once.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "The statements are constants of the program.")]
    public void Script(string statements)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a statement; gives the number of rows it changed.</summary>
    public int Run(string statement, params ReadOnlySpan<(string Name, object? Value)> values) => Prepared(statement, values).ExecuteNonQuery();

    /// <summary>The first row; null where there is none.</summary>
    public T? First<T>(string query, Func<Row, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
        where T : class
    {
        using var reader = Prepared(query, values).ExecuteReader();
        return reader.Read() ? read(new Row(reader)) : null;
    }

    /// <summary>The number in the first column of the first row; null where there is none.</summary>
    public long? Number(string query, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Prepared(query, values).ExecuteScalar() is long number ? number : null;

    /// <summary>All rows.</summary>
    public List<T> All<T>(string query, Func<Row, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var rows = new List<T>();
        using var reader = Prepared(query, values).ExecuteReader();
        var row = new Row(reader);
        while (reader.Read())
        {
            rows.Add(read(row));
        }

        return rows;
    }

    /// <summary>The rows one by one; the connection serves nothing else meanwhile.</summary>
    public IEnumerable<T> Each<T>(string query, Func<Row, T> read, params (string Name, object? Value)[] values)
    {
        using var reader = Prepared(query, values).ExecuteReader();
        var row = new Row(reader);
        while (reader.Read())
        {
            yield return read(row);
        }
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        Connection.Dispose();
    }

    private static Sql Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            ForeignKeys = true,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            return new Sql(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    [SuppressMessage("Security", "CA2100", Justification = "The statements are constants of the program; what varies is a parameter.")]
    private SqliteCommand Prepared(string statement, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_prepared.TryGetValue(statement, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = statement;
            foreach (var (name, _) in values)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = "@" + name });
            }

            _prepared.Add(statement, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i].Value ?? DBNull.Value;
        }

        return command;
    }
}
