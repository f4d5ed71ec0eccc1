using System.Text;
using Gouji.Ingest.Store;

namespace Gouji.Ingest.Tests.Store;

public sealed class VersionComparisonTests
{
    private static readonly ComparedColumns Columns = new(["code", "measure"], ["stated"]);

    [Fact]
    public void Of_rows_areMatchedByTheirKeys()
    {
        var comparison = Of(
            """
            {"code":"201","measure":"this","stated":"950.64","place":1}
            {"code":"202","measure":"this","stated":"1.0","place":2}
            {"code":"203","measure":"this","stated":"5","place":3}
            """,
            """
            {"code":"203","measure":"this","stated":"5","place":9}
            {"code":"201","measure":"this","stated":"950.46","place":1}
            {"code":"204","measure":"this","stated":"7","place":4}
            """);

        Assert.Equal(["\"202\",\"this\""], comparison.Removed.Select(static row => row.Key));
        Assert.Equal(["\"204\",\"this\""], comparison.Added.Select(static row => row.Key));
        var changed = Assert.Single(comparison.Changed);
        Assert.Equal("\"201\",\"this\"", changed.Key);
        Assert.Equal(new ColumnChange("stated", "\"950.64\"", "\"950.46\""), Assert.Single(changed.Changes));
        Assert.Equal(1, comparison.Unchanged);
    }

    [Fact]
    public void Of_printedPlaceAlone_isAChange() =>
        Assert.Single(Of("""{"code":"1","measure":"m","stated":"1.0"}""", """{"code":"1","measure":"m","stated":"1.00"}""").Changed);

    [Fact]
    public void Of_blankAndAbsent_areNotTheSame()
    {
        var change = Assert.Single(Assert.Single(Of("""{"code":"1","measure":"m","stated":null}""", """{"code":"1","measure":"m"}""").Changed).Changes);
        Assert.Equal(("null", null), (change.Before, change.After));
    }

    [Fact]
    public void Of_rowsThatShareAKey_areMatchedInTheirOrder()
    {
        const string Row = """{"code":"1","measure":"m","stated":"2"}""";
        var comparison = Of(Row + "\n" + Row + "\n" + Row, Row);
        Assert.Equal(["\"1\",\"m\"#2", "\"1\",\"m\"#3"], comparison.Removed.Select(static row => row.Key));
        Assert.Equal(1, comparison.Unchanged);
    }

    [Fact]
    public void Of_nothing_isNoDifference()
    {
        var comparison = Of("", "\n");
        Assert.Empty(comparison.Removed.Concat(comparison.Added).Concat(comparison.Changed));
        Assert.Equal(0, comparison.Unchanged);
    }

    private static VersionComparison Of(string older, string newer) => VersionComparison.Of(Encoding.UTF8.GetBytes(older), Encoding.UTF8.GetBytes(newer), Columns);
}
