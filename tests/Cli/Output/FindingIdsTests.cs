using Gouji.Cli.Output;

namespace Gouji.Cli.Tests.Output;

public sealed class FindingIdsTests
{
    [Fact]
    public void Prefix_sameBytesTwice_areToldApartByOrdinal()
    {
        var ids = new FindingIds();
        var one = "1a2b3c4d" + new string('0', 56);
        var other = "ffffffff" + new string('0', 56);
        Assert.Equal(["1a2b3c4d", "ffffffff", "1a2b3c4d.2", "1a2b3c4d.3"], [ids.Prefix(one), ids.Prefix(other), ids.Prefix(one), ids.Prefix(one)]);
    }

    [Fact]
    public void Prefix_sameFirstDigitsOfOtherBytes_areToldApartToo()
    {
        var ids = new FindingIds();
        ids.Prefix("1a2b3c4d" + new string('0', 56));
        Assert.Equal("1a2b3c4d.2-7", FindingIds.Of(ids.Prefix("1a2b3c4d" + new string('1', 56)), 7));
    }
}
