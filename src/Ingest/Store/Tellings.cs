namespace Gouji.Ingest.Store;

/// <summary>What people are to be told of a run that has ended. It is due until they were told, whatever becomes of the program before.</summary>
/// <param name="Run">The number of the run.</param>
/// <param name="Body">What they are told.</param>
public sealed record Telling(long Run, byte[] Body);

/// <summary>The tellings that are due.</summary>
internal static class Tellings
{
    public static void Add(Sql sql, Telling telling) =>
        sql.Run("INSERT INTO tellings (run, body) VALUES (@run, @body)", ("run", telling.Run), ("body", telling.Body));

    public static List<Telling> Due(Sql sql) => sql.All("SELECT run, body FROM tellings ORDER BY run", static row => new Telling(row.Number(0), row.Bytes(1)));

    public static void Told(Sql sql, long run) => sql.Run("DELETE FROM tellings WHERE run = @run", ("run", run));
}
