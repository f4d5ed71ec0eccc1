using System.Text;
using Gouji.Cli.Checking;
using Gouji.Cli.Inputs;
using Gouji.Cli.Tests.Support;
using Gouji.Extract;

namespace Gouji.Cli.Tests.Checking;

public sealed class FileLoaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_file_givesItsBytesAndTheirDigest()
    {
        var loaded = Load(new InputFile("a.txt", _folder.Write("a.txt", "abc")));
        Assert.Equal("abc", Encoding.UTF8.GetString(loaded.Document!.Bytes.Span));
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", loaded.Document.Sha256);
        Assert.Equal(3, loaded.Bytes);
    }

    [Fact]
    public void Load_shorterFileAfterALongerOne_givesItsOwnBytesAlone()
    {
        var loader = new FileLoader(LocalFileSystem.Instance, new ReadingLimits());
        loader.Load(new InputFile("long", _folder.Write("long", new string('x', 600_000))));
        Assert.Equal(2, loader.Load(new InputFile("short", _folder.Write("short", "ab"))).Document!.Bytes.Length);
    }

    [Fact]
    public void Load_sparseFileOver200Megabytes_isRefusedWithoutReadingIt()
    {
        using (var file = File.Create(_folder["huge.bin"]))
        {
            file.SetLength(300L << 20);
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var loaded = Load(new InputFile("huge.bin", _folder["huge.bin"]));
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 50 << 20);
        Assert.Null(loaded.Document);
        Assert.Equal(314572800, loaded.Bytes);
        Assert.Equal("too_large", loaded.Problem!.Code);
        Assert.Equal("The file has 314572800 bytes, more than the limit of 209715200; split it.", loaded.Problem.Text.En);
    }

    [Fact]
    public void Load_fileThatGrowsBeyondTheLimit_isRefused()
    {
        var files = new FakeFileSystem { ["a"] = "12345" };
        var loaded = new FileLoader(new Endless(files), new ReadingLimits { FileBytes = 1_000_000 }).Load(new InputFile("a", "a"));
        Assert.Equal("too_large", loaded.Problem!.Code);
    }

    [Fact]
    public void Load_fileThatMayNotBeRead_saysSo()
    {
        var files = new FakeFileSystem { ["a"] = "x" };
        files.Forbidden.Add("a");
        Assert.Equal("no_permission", new FileLoader(files, new ReadingLimits()).Load(new InputFile("a", "a")).Problem!.Code);
    }

    [Fact]
    public void Load_linkThatLeadsNowhere_isMissing()
    {
        File.CreateSymbolicLink(_folder["link"], _folder["gone"]);
        Assert.Equal("missing", Load(new InputFile("link", _folder["link"])).Problem!.Code);
    }

    [Fact]
    public void Load_linkToItself_isAProblemAndDoesNotHang()
    {
        File.CreateSymbolicLink(_folder["link"], _folder["link"]);
        Assert.NotNull(Load(new InputFile("link", _folder["link"])).Problem);
    }

    [Fact]
    public void Load_entryWithoutBytes_isNotOpened()
    {
        var loaded = Load(new InputFile("pipe", _folder["nothing-there"]) { IsEmpty = true });
        Assert.Equal(0, loaded.Document!.Bytes.Length);
        Assert.Null(loaded.Problem);
    }

    private static LoadedFile Load(InputFile input) => new FileLoader(LocalFileSystem.Instance, new ReadingLimits()).Load(input);

    /// <summary>A file system whose files never end and do not tell their length.</summary>
    private sealed class Endless(IFileSystem files) : IFileSystem
    {
        public PathKind KindOf(string path) => files.KindOf(path);

        public IEnumerable<FolderEntry> Entries(string folder) => files.Entries(folder);

        public Stream OpenRead(string path) => new EndlessStream();

        public string ReadText(string path) => files.ReadText(path);
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => count;
    }
}
