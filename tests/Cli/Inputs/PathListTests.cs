using Gouji.Cli.Inputs;

namespace Gouji.Cli.Tests.Inputs;

public sealed class PathListTests
{
    [Fact]
    public void Of_dash_standsForTheLinesOfInput() => Assert.Equal(
        ["first", "a b.txt", "汉.docx", "last"],
        PathList.Of(["first", "-", "last"], new StringReader("a b.txt\r\n\n汉.docx")));
}
