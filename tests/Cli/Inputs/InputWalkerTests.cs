using Gouji.Cli.Inputs;
using Gouji.Cli.Tests.Support;
using Gouji.Model;

namespace Gouji.Cli.Tests.Inputs;

public sealed class InputWalkerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<string> _warnings = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Walk_folder_isInOrdinalOrderOfNames()
    {
        foreach (var name in new[] { "b.txt", "a/z.txt", "a/B.txt", "a.txt", "Z.txt", "汉.txt" })
        {
            _folder.Write(name);
        }

        Assert.Equal(["Z.txt", "a/B.txt", "a/z.txt", "a.txt", "b.txt", "汉.txt"], Below(_folder.Path));
    }

    [Fact]
    public void Walk_folderAsGiven_keepsItsNameAndLosesItsSlash()
    {
        var file = _folder.Write("in/a.txt");
        Assert.Equal([file], Names(_folder["in"] + "//"));
        Assert.Equal(file, Walk(_folder["in"]).Single().Location);
    }

    [Fact]
    public void Walk_hiddenEntries_areLeftOutAndCounted()
    {
        _folder.Write("a.txt");
        _folder.Write(".hidden/b.txt");
        _folder.Write(".c.txt");
        var walker = Walker();
        Assert.Single(walker.Walk([_folder.Path]));
        Assert.Equal(2, walker.LeftOut.Hidden);
    }

    [Fact]
    public void Walk_hiddenFileGivenByName_isRead() => Assert.Null(Walk(_folder.Write(".c.txt")).Single().Problem);

    [Fact]
    public void Walk_ignoreFiles_leaveOutBelowTheirFolder()
    {
        _folder.Write(".goujiignore", "*.md\nold/\n/sub/only.txt\n");
        _folder.Write("sub/.goujiignore", "*.tmp\n");
        foreach (var name in new[] { "a.md", "a.tmp", "old/a.txt", "sub/a.md", "sub/a.tmp", "sub/only.txt", "sub/deep/b.tmp", "sub/deep/b.txt", "sub/old" })
        {
            _folder.Write(name);
        }

        var walker = Walker();
        Assert.Equal(["a.tmp", "sub/deep/b.txt", "sub/old"], walker.Walk([_folder.Path]).Select(Relative));
        Assert.Equal(6, walker.LeftOut.Ignored);
        Assert.Equal(0, walker.LeftOut.Hidden);
    }

    [Fact]
    public void Walk_lineOfAnIgnoreFileThatIsNoPattern_isWarnedOf()
    {
        _folder.Write(".goujiignore", "!a.md\n");
        _folder.Write("a.md");
        Assert.Single(Walk(_folder.Path));
        Assert.Contains(_warnings, static warning => warning.Contains(".goujiignore:1: not a pattern"));
    }

    [Fact]
    public void Walk_pattern_givesWhatItMatchesAlone()
    {
        foreach (var name in new[] { "a.docx", "a.txt", "x/b.docx", "x/y/c.docx", "x.docx/d.txt" })
        {
            _folder.Write(name);
        }

        Assert.Equal(["a.docx", "x.docx/d.txt"], Below(_folder["*.docx"]));
        Assert.Equal(["a.docx", "x/b.docx", "x/y/c.docx", "x.docx/d.txt"], Below(_folder["**/*.docx"]));
        Assert.Equal(["x/b.docx"], Below(_folder["?/*.docx"]));
    }

    [Fact]
    public void Walk_nameWithSignsOfAPatternThatExists_isThatFile()
    {
        var path = _folder.Write("[a]*.txt");
        _folder.Write("b.txt");
        Assert.Equal([path], Names(path));
    }

    [Theory]
    [InlineData("missing.txt")]
    [InlineData("*.docx")]
    [InlineData("missing/*.docx")]
    public void Walk_pathThatLeadsToNothing_isAProblemOfItsOwn(string name)
    {
        _folder.Write("a.txt");
        var problem = Assert.Single(Walk(_folder[name]));
        Assert.Equal("missing", problem.Problem!.Code);
        Assert.Equal(_folder[name], problem.Document);
    }

    [Fact]
    public void Walk_emptyFolder_isWarnedOf()
    {
        Assert.Empty(Walk(_folder.Path));
        Assert.Equal([$"no files in '{_folder.Path}'"], _warnings);
    }

    [Fact]
    public void Walk_folderThatMayNotBeRead_isAProblemAndTheWalkGoesOn()
    {
        var files = new FakeFileSystem { ["in/a.txt"] = "x", ["in/locked/b.txt"] = "x", ["in/z.txt"] = "x" };
        files.Forbidden.Add("in/locked");
        var found = new InputWalker(files, null, static _ => { }).Walk(["in"]).ToList();
        Assert.Equal(["in/a.txt", "in/locked", "in/z.txt"], found.Select(static file => file.Document));
        Assert.Equal("no_permission", found[1].Problem!.Code);
    }

    [Fact]
    public void Walk_linkToAFolderAbove_isNotFollowed()
    {
        _folder.Write("in/a.txt");
        Directory.CreateSymbolicLink(_folder["in/loop"], _folder["in"]);
        File.CreateSymbolicLink(_folder["in/b.txt"], _folder["in/a.txt"]);
        var walker = Walker();
        Assert.Equal(["in/a.txt", "in/b.txt"], walker.Walk([_folder["in"]]).Select(Relative));
        Assert.Equal(1, walker.LeftOut.LinkedFolders);
    }

    [Fact]
    public void Walk_outputFolderInside_isNotRead()
    {
        _folder.Write("in/a.txt");
        _folder.Write("in/out/documents.csv");
        var walker = new InputWalker(LocalFileSystem.Instance, _folder["in/out/"], static _ => { });
        Assert.Equal(["in/a.txt"], walker.Walk([_folder["in"]]).Select(Relative));
        Assert.Equal(1, walker.LeftOut.Output);
    }

    [Fact]
    public void Walk_outputFolderThatIsTheInput_hidesItsOwnFilesAlone()
    {
        foreach (var name in new[] { "documents.csv", "findings.jsonl", "figures.csv", "sub/documents.csv" })
        {
            _folder.Write(name);
        }

        var walker = new InputWalker(LocalFileSystem.Instance, _folder.Path, static _ => { });
        Assert.Equal(["figures.csv", "sub/documents.csv"], walker.Walk([_folder.Path]).Select(Relative));
        Assert.Equal(2, walker.LeftOut.Output);
    }

    [Fact]
    public void Walk_manyFiles_areListedAsTheyAreAskedFor()
    {
        var files = new FakeFileSystem();
        for (var i = 0; i < 100; i++)
        {
            files[$"in/{i:000}/a.txt"] = "x";
        }

        Assert.Equal("in/001/a.txt", new InputWalker(files, null, static _ => { }).Walk(["in"]).ElementAt(1).Document);
        Assert.Equal(["in", "in/000", "in/001"], files.Listed);
    }

    private InputWalker Walker() => new(LocalFileSystem.Instance, null, warning => _warnings.Add(warning.En));

    private List<InputFile> Walk(string path) => [.. Walker().Walk([path])];

    private List<string> Names(string path) => [.. Walk(path).Select(static file => file.Document)];

    private List<string> Below(string path) => [.. Walk(path).Select(Relative)];

    private string Relative(InputFile file) => file.Document[(_folder.Path.Length + 1)..];
}
