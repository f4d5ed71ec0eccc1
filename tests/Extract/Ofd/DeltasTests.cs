using Gouji.Extract.Ofd;

namespace Gouji.Extract.Tests.Ofd;

public sealed class DeltasTests
{
    [Theory]
    [InlineData("1 2 3", "1 2 3 3")]
    [InlineData("g 3 2 5", "2 2 2 5")]
    [InlineData("1 g 2 4 6", "1 4 4 6")]
    [InlineData("1,2", "1 2 2 2")]
    [InlineData("g 2", "0 0 0 0")]
    [InlineData("2 x 3", "2 2 3 3")]
    [InlineData("g 1e9 2", "2 2 2 2")]
    public void Next_list_givesOneWayAfterTheOther(string text, string expected)
    {
        var deltas = new Deltas(text);
        var ways = new List<double>();
        for (var i = 0; i < 4; i++)
        {
            ways.Add(deltas.Next());
        }

        Assert.True(deltas.IsGiven);
        Assert.Equal(expected, string.Join(' ', ways));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void IsGiven_nothing_isFalse(string? text) => Assert.False(new Deltas(text).IsGiven);
}
