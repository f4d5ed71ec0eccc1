using CsCheck;
using Gouji.Cli.Inputs;

namespace Gouji.Cli.Tests.Inputs;

public sealed class GlobTests
{
    [Theory]
    [InlineData("*.docx", "a.docx", true)]
    [InlineData("*.docx", "a.doc", false)]
    [InlineData("*.docx", "sub/a.docx", false)]
    [InlineData("**/*.docx", "a.docx", true)]
    [InlineData("**/*.docx", "x/y/a.docx", true)]
    [InlineData("x/**/a", "x/a", true)]
    [InlineData("x/**/a", "x/y/z/a", true)]
    [InlineData("x/**/a", "y/a", false)]
    [InlineData("**/", "a", true)]
    [InlineData("**/", "x/y/a", true)]
    [InlineData("x/", "x", false)]
    [InlineData("x/", "x/y/a", true)]
    [InlineData("20?0", "2020", true)]
    [InlineData("20?0", "20200", false)]
    [InlineData("[0-9]*", "2020", true)]
    [InlineData("[!0-9]*", "2020", false)]
    [InlineData("[]a]", "]", true)]
    [InlineData("[ab", "[ab", true)]
    [InlineData("*预算*", "2020年部门预算.docx", true)]
    [InlineData("a*b*c", "axxbxxc", true)]
    [InlineData("a*b*c", "axxbxx", false)]
    public void IsMatch_pattern_isThatOfShells(string pattern, string path, bool expected) =>
        Assert.Equal(expected, Glob.Parse(pattern)!.IsMatch(path));

    [Fact]
    public void Step_folderBelowWhichNothingCanMatch_isNotEntered()
    {
        var glob = Glob.Parse("2020/*.docx")!;
        Assert.Equal(0UL, glob.Step(glob.Start, "2019"));
        Assert.NotEqual(0UL, glob.Step(glob.Start, "2020"));
        Assert.Equal(0UL, glob.Step(glob.Step(glob.Start, "2020"), "sub"));
    }

    [Fact]
    public void Matches_manyStars_agreesWithASimpleMatcher() =>
        Gen.Select(Gen.Char["ab*?"].Array[0, 8], Gen.Char["ab"].Array[0, 10]).Sample(static (pattern, name) =>
            Assert.Equal(Simple(pattern, name), Glob.Matches(pattern, name)));

    private static bool Simple(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        if (pattern.IsEmpty)
        {
            return name.IsEmpty;
        }

        return pattern[0] == '*'
            ? Simple(pattern[1..], name) || (!name.IsEmpty && Simple(pattern, name[1..]))
            : !name.IsEmpty && (pattern[0] == '?' || pattern[0] == name[0]) && Simple(pattern[1..], name[1..]);
    }
}
