using Gouji.Ingest.Store;

namespace Gouji.Ingest.Tests.Store;

public sealed class CatalogDatabaseTests
{
    [Fact]
    public async Task Write_operationsSideBySide_areFlushedTogether()
    {
        using var folder = new TempFolder();
        using var database = CatalogDatabase.Open(folder["a.db"]);
        using var gate = new ManualResetEventSlim();
        var first = database.Write(_ =>
        {
            gate.Wait();
            return 0L;
        });
        var rest = Enumerable.Range(0, 100).Select(i => database.Write(sql => Insert(sql, "host " + i))).ToList();
        gate.Set();
        await first;
        await Task.WhenAll(rest);

        Assert.InRange(database.Commits, 1, 2);
        Assert.Equal(100, database.Read(static sql => sql.Number("SELECT count(*) FROM hosts")));
    }

    [Fact]
    public async Task Write_operationThatFails_leavesNothingAndHarmsNoNeighbour()
    {
        using var folder = new TempFolder();
        using var database = CatalogDatabase.Open(folder["a.db"]);
        using var gate = new ManualResetEventSlim();
        var first = database.Write(_ =>
        {
            gate.Wait();
            return 0L;
        });
        var before = database.Write(static sql => Insert(sql, "before"));
        var ours = database.Write<long>(static sql =>
        {
            Insert(sql, "half");
            throw new InvalidOperationException("no");
        });
        var constraint = database.Write(static sql => Insert(sql, "other half") + Insert(sql, "before"));
        var after = database.Write(static sql => Insert(sql, "after"));
        gate.Set();

        await Task.WhenAll(first, before, after);
        Assert.Equal("no", (await Assert.ThrowsAsync<InvalidOperationException>(() => ours)).Message);
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => constraint);
        Assert.Equal(["after", "before"], database.Read(static sql => sql.All("SELECT host FROM hosts ORDER BY host", static row => row.Text(0))));
    }

    [Fact]
    public async Task Post_operationThatFails_isThrownAtALaterOne()
    {
        using var folder = new TempFolder();
        using var database = CatalogDatabase.Open(folder["a.db"]);
        await database.Write(static sql => Insert(sql, "a"));
        database.Post(static sql => Insert(sql, "a"));

        // Operations run in their order, so this one ends after the failure.
        await database.Write(static _ => 0L);
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => { _ = database.Write(static _ => 0L); });
    }

    [Fact]
    public async Task Write_databaseThatIsLost_isToldToAllWhoWaitAndAllWhoCome()
    {
        using var folder = new TempFolder();
        using var database = CatalogDatabase.Open(folder["a.db"]);
        using var gate = new ManualResetEventSlim();
        var first = database.Write(sql =>
        {
            gate.Wait();
            return 0L;
        });
        var before = database.Write(static sql => Insert(sql, "before"));
        var losing = database.Write(static sql =>
        {
            // Neither COMMIT nor ROLLBACK can be had after this.
            sql.Dispose();
            return 0L;
        });
        var after = database.Write(static sql => Insert(sql, "after"));
        gate.Set();

        await first.ContinueWith(static _ => { }, TaskScheduler.Default);
        foreach (var waiting in (Task[])[before, losing, after])
        {
            Assert.NotNull(await Record.ExceptionAsync(() => waiting));
        }

        Assert.NotNull(await Record.ExceptionAsync(() => database.Write(static sql => Insert(sql, "later"))));
    }

    [Fact]
    public void Dispose_whatWaits_isWritten()
    {
        using var folder = new TempFolder();
        using (var database = CatalogDatabase.Open(folder["a.db"]))
        {
            database.Post(static sql => Insert(sql, "last"));
        }

        using var again = CatalogDatabase.OpenToRead(folder["a.db"]);
        Assert.Equal(1, again.Read(static sql => sql.Number("SELECT count(*) FROM hosts")));
    }

    private static long Insert(Sql sql, string host) => sql.Run("INSERT INTO hosts (host) VALUES (@host)", ("host", host));
}
