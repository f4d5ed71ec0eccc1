using Gouji.Cli.Inputs;

namespace Gouji.Cli.Tests.Inputs;

public sealed class ShownPathTests
{
    [Theory]
    [InlineData("a.txt", "a.txt")]
    [InlineData("./x/../a.txt", "a.txt")]
    [InlineData("/data/in/x/a.txt", "x/a.txt")]
    [InlineData("/data/inside/a.txt", "/data/inside/a.txt")]
    [InlineData("../a.txt", "../a.txt")]
    public void Of_path_isRelativeBelowTheCurrentDirectoryAlone(string location, string expected) =>
        Assert.Equal(expected, new ShownPath("/data/in").Of(location));
}
