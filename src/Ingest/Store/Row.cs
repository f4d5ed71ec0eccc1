using Microsoft.Data.Sqlite;

namespace Gouji.Ingest.Store;

/// <summary>The row a query stands at, read by the position of its columns, from 0.</summary>
internal readonly struct Row(SqliteDataReader reader)
{
    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public long Number(int column) => reader.GetInt64(column);

    public long? NumberOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public int Count(int column) => reader.GetInt32(column);

    public int? CountOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);

    public byte[]? BytesOrNull(int column) => reader.IsDBNull(column) ? null : Bytes(column);

    public DateTimeOffset Time(int column) => Utc.Time(reader.GetString(column));

    public DateTimeOffset? TimeOrNull(int column) => Utc.TimeOrNull(TextOrNull(column));

    public Uri Address(int column) => new(reader.GetString(column), UriKind.Absolute);

    public Uri? AddressOrNull(int column) => reader.IsDBNull(column) ? null : Address(column);

    /// <summary>A value of an enumeration, kept by its word.</summary>
    public T Word<T>(int column)
        where T : struct, Enum => Words<T>.Parse(reader.GetString(column));
}
