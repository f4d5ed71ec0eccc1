using System.Text;
using Gouji.Cli.Output;

namespace Gouji.Cli.Tests.Output;

public sealed class CountPatchTests
{
    [Fact]
    public void Apply_someRows_addsToTheirCountsAndKeepsAllElse()
    {
        const string before = "\uFEFFname,a,b,c\n\"x, \"\"y\"\"\nz\",1,20,3\nplain,4,5,6\n,7,8,9\n";
        Assert.Equal(
            "\uFEFFname,a,b,c\n\"x, \"\"y\"\"\nz\",1,22,13\nplain,4,5,6\n,7,8,109\n",
            Patched(before, 2, new() { [0] = [2, 10], [2] = [0, 100] }));
    }

    [Fact]
    public void Apply_lastColumn_endsWithItsRow() => Assert.Equal("h\n12\n5\n", Patched("h\n3\n5\n", 0, new() { [0] = [9] }));

    [Fact]
    public void Apply_nothingToAdd_copies() => Assert.Equal("a,b\n1,2\n", Patched("a,b\n1,2\n", 0, []));

    [Fact]
    public void Apply_lastColumn_isFilledInSomeRows() =>
        Assert.Equal("a,twin\n1,\"x,y\"\n2,\n4,z\n", Patched("a,twin\n1,\n2,\n3,\n", 0, new() { [2] = [1] }, new() { [0] = "\"x,y\"", [2] = "z" }));

    private static string Patched(string text, int firstColumn, Dictionary<long, long[]> additions, Dictionary<long, string>? last = null)
    {
        using var to = new MemoryStream();
        CountPatch.Apply(new MemoryStream(Encoding.UTF8.GetBytes(text)), to, firstColumn, additions, (last ?? []).ToDictionary(static row => row.Key, static row => Encoding.UTF8.GetBytes(row.Value)));
        return Encoding.UTF8.GetString(to.ToArray());
    }
}
