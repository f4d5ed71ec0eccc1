using Gouji.Ingest.Store;
using Microsoft.Data.Sqlite;

namespace Gouji.Ingest.Tests.Store;

public sealed class SchemaTests
{
    private const string First = "CREATE TABLE letters (letter TEXT); INSERT INTO letters VALUES ('a');";
    private const string Second = "ALTER TABLE letters ADD COLUMN place INTEGER; UPDATE letters SET place = 1;";

    [Fact]
    public void Apply_olderDatabase_takesTheStepsItLacksAndKeepsItsRows()
    {
        using var folder = new TempFolder();
        using var sql = Sql.OpenToWrite(folder["a.db"]);
        new Schema(First).Apply(sql, "a.db");
        new Schema(First, Second).Apply(sql, "a.db");
        new Schema(First, Second).Apply(sql, "a.db");

        Assert.Equal([("a", 1L)], sql.All("SELECT letter, place FROM letters", static row => (row.Text(0), row.Number(1))));
        Assert.Equal(2, sql.Number("PRAGMA user_version"));
    }

    [Fact]
    public void Apply_stepThatFails_leavesTheVersionBefore()
    {
        using var folder = new TempFolder();
        using var sql = Sql.OpenToWrite(folder["a.db"]);
        Assert.Throws<SqliteException>(() => new Schema(First, "UPDATE letters SET letter = 'b'; UPDATE nowhere SET x = 1;").Apply(sql, "a.db"));

        Assert.Equal(1, sql.Number("PRAGMA user_version"));
        Assert.Equal(["a"], sql.All("SELECT letter FROM letters", static row => row.Text(0)));
    }

    [Fact]
    public void Require_olderDatabase_saysHowToBringItUpToDate()
    {
        using var folder = new TempFolder();
        using var sql = Sql.OpenToWrite(folder["a.db"]);
        new Schema(First).Apply(sql, "a.db");
        Assert.Contains("gouji run", Assert.Throws<WorkspaceException>(() => new Schema(First, Second).Require(sql, "a.db")).Message);
        new Schema(First).Require(sql, "a.db");
    }

    [Fact]
    public void OpenToWrite_connection_flushesEachCommit()
    {
        using var folder = new TempFolder();
        using var sql = Sql.OpenToWrite(folder["a.db"]);
        Assert.Equal("wal", sql.First("PRAGMA journal_mode", static row => row.Text(0)));
        Assert.Equal(2, sql.Number("PRAGMA synchronous"));
        Assert.Equal(1, sql.Number("PRAGMA foreign_keys"));
    }

    /// <summary>Each table and each column has its row in the document that describes a workspace, and no other has.</summary>
    [Fact]
    public void Workspace_document_describesEachColumn()
    {
        using var folder = new TempFolder();
        using var sql = Sql.OpenToWrite(folder["a.db"]);
        Schema.Current.Apply(sql, "a.db");
        var actual = sql.All(
            "SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY 1",
            static row => row.Text(0));

        Assert.Equal(actual.Order(StringComparer.Ordinal), Described().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Described()
    {
        var table = "";
        foreach (var line in File.ReadLines(Path.Combine(Root(), "docs", "workspace.md")))
        {
            if (line.StartsWith("### `", StringComparison.Ordinal))
            {
                table = line.Split('`')[1];
            }
            else if (line.StartsWith('#'))
            {
                table = "";
            }
            else if (table.Length > 0 && line.StartsWith("| `", StringComparison.Ordinal))
            {
                yield return table + "." + line.Split('`')[1];
            }
        }
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "pipeline.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
