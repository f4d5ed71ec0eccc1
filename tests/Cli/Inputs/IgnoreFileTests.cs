using Gouji.Cli.Inputs;

namespace Gouji.Cli.Tests.Inputs;

public sealed class IgnoreFileTests
{
    [Theory]
    [InlineData("*.md", "a.md", false, true)]
    [InlineData("*.md", "sub/a.md", false, true)]
    [InlineData("old/", "old", true, true)]
    [InlineData("old/", "old", false, false)]
    [InlineData("old/", "x/old", true, true)]
    [InlineData("/old/", "x/old", true, false)]
    [InlineData("x/*.txt", "x/a.txt", false, true)]
    [InlineData("x/*.txt", "y/x/a.txt", false, false)]
    [InlineData("x/**/a", "x/y/a", false, true)]
    [InlineData("# a.md", "a.md", false, false)]
    [InlineData("", "a.md", false, false)]
    public void Matches_line_leavesOutWhatItNames(string line, string path, bool isFolder, bool expected) =>
        Assert.Equal(expected, IgnoreFile.Parse("# first\r\n" + line + "\r\n").Matches(path, isFolder));

    [Fact]
    public void Parse_lineThatIsNoPattern_isTold() => Assert.Equal([2, 4], IgnoreFile.Parse("a\n!b\nc\n/\n").BadLines);
}
