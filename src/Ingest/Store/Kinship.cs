namespace Gouji.Ingest.Store;

/// <summary>
/// Families: documents that are compared with each other. Whatever changes in one of them makes its family due, and nothing else, so that
/// a night compares only what it touched, one family at a time.
/// </summary>
internal static class Kinship
{
    /// <summary>Puts a version into its families; those of the version before have lost a member.</summary>
    public static void Place(Sql sql, long version, long? previous, IReadOnlyCollection<string> families)
    {
        sql.Run(
            "UPDATE families SET due = 1 WHERE family IN (SELECT family FROM kin WHERE version = @version OR version = @previous)",
            ("version", version),
            ("previous", previous));
        sql.Run("DELETE FROM kin WHERE version = @version", ("version", version));
        foreach (var family in families)
        {
            sql.Run("INSERT INTO families (family, due) VALUES (@family, 1) ON CONFLICT (family) DO UPDATE SET due = 1", ("family", family));
            sql.Run("INSERT INTO kin (family, version) VALUES (@family, @version)", ("family", family), ("version", version));
        }
    }

    public static List<string> Due(Sql sql) => sql.All("SELECT family FROM families WHERE due <> 0 ORDER BY family", static row => row.Text(0));

    public static void Compared(Sql sql, string family) => sql.Run("UPDATE families SET due = 0 WHERE family = @family", ("family", family));

    public static List<UncheckedVersion> Documents(Sql sql, string family) => sql.All(
        """
        SELECT a.url, v.version, v.ordinal, v.sha256, v.first_seen_utc, v.last_seen_utc
        FROM kin k JOIN versions v ON v.version = k.version JOIN addresses a ON a.address = v.address JOIN sources s ON s.source = a.source
        WHERE k.family = @family AND v.ordinal = (SELECT max(ordinal) FROM versions WHERE address = v.address) ORDER BY s.name, a.url
        """,
        static row => new UncheckedVersion(
            row.Address(0), new DocumentVersion(row.Number(1), row.Count(2), row.Text(3)) { FirstSeen = row.Time(4), LastSeen = row.Time(5) }),
        ("family", family));
}
