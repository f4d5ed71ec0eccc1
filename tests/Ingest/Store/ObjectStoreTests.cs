using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Gouji.Ingest.Store;

namespace Gouji.Ingest.Tests.Store;

public sealed class ObjectStoreTests
{
    private const string OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    [Fact]
    public async Task Commit_bytes_areKeptUnderTheirDigest()
    {
        using var folder = new TempFolder();
        var store = ObjectStore.ForRun(folder.Path);

        Assert.Equal(new StoredObject(OfAbc, 3), await WriteAsync(store, "abc"));
        Assert.Equal("abc", await File.ReadAllTextAsync(folder["objects", "sha256", "ba", "78", OfAbc]));
        Assert.Empty(Directory.GetFiles(folder["tmp"]));
        await using var stream = store.Open(OfAbc);
        Assert.Equal("abc", await new StreamReader(stream).ReadToEndAsync());
    }

    [Fact]
    public async Task Commit_object_isReadOnly()
    {
        using var folder = new TempFolder();
        var store = ObjectStore.ForRun(folder.Path);
        var path = store.PathOf((await WriteAsync(store, "abc")).Sha256);

        Assert.True(File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly) || OperatingSystem.IsWindows());
    }

    [Fact]
    public async Task Commit_sameBytesManyTimesAtOnce_areKeptOnce()
    {
        using var folder = new TempFolder();
        var store = ObjectStore.ForRun(folder.Path);
        var stored = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => WriteAsync(store, (i % 4).ToString())));

        Assert.Equal(4, stored.Distinct().Count());
        Assert.Equal(4, Directory.GetFiles(folder["objects"], "*", SearchOption.AllDirectories).Length);
        Assert.Empty(Directory.GetFiles(folder["tmp"]));
    }

    [Fact]
    public async Task Dispose_withoutCommit_leavesNothing()
    {
        using var folder = new TempFolder();
        var store = ObjectStore.ForRun(folder.Path);
        await using (var writer = store.BeginWrite())
        {
            await writer.Stream.WriteAsync("abc"u8.ToArray());
        }

        Assert.Empty(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Commit_objectCutShortByTheDisk_isReplacedByGoodBytes()
    {
        using var folder = new TempFolder();
        var store = ObjectStore.ForRun(folder.Path);
        var path = store.PathOf(OfAbc);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, "a");
        await WriteAsync(store, "abc");

        Assert.Equal("abc", await File.ReadAllTextAsync(path));
    }

    /// <summary>Whatever is written, sought and cut, the digest is that of what the file holds.</summary>
    [Fact]
    public void Digest_anyOrderOfWrites_isThatOfTheFile()
    {
        using var folder = new TempFolder();
        var store = ObjectStore.ForRun(folder.Path);
        var step = Gen.OneOf(
            Gen.Byte.Array[0, 300].Select(static bytes => (Action<Stream>)(stream => stream.Write(bytes))),
            Gen.Byte.Array[1, 300].Select(static bytes => (Action<Stream>)(stream => stream.WriteAsync(bytes).AsTask().Wait())),
            Gen.Int[0, 400].Select(static at => (Action<Stream>)(stream => stream.Position = Math.Min(at, stream.Length))),
            Gen.Int[0, 400].Select(static length => (Action<Stream>)(stream => stream.SetLength(length))),
            Gen.Const((Action<Stream>)(static stream =>
            {
                stream.SetLength(0);
                stream.Position = 0;
            })),
            Gen.Const((Action<Stream>)(static stream => stream.ReadByte())));
        step.Array[0, 8].Sample(
            steps =>
            {
                using var writer = store.BeginWrite();
                foreach (var one in steps)
                {
                    one(writer.Stream);
                }

                var stored = writer.CommitAsync().Result;
                var bytes = File.ReadAllBytes(store.PathOf(stored.Sha256));
                Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), stored.Sha256);
                Assert.Equal(bytes.Length, stored.Bytes);
            },
            iter: 300);
    }

    [Fact]
    public void ForRun_filesThatWereUnderWay_areSwept()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["tmp"]);
        File.WriteAllText(folder["tmp", "17-1.part"], "half");

        Assert.Equal(1, ObjectStore.ForRun(folder.Path).Swept);
        Assert.Empty(Directory.GetFiles(folder["tmp"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    public void PathOf_whatIsNoDigest_isRefused(string name)
    {
        using var folder = new TempFolder();
        Assert.Throws<ArgumentException>(() => ObjectStore.ForRun(folder.Path).PathOf(name));
    }

    [Fact]
    public void Open_objectThatIsNotThere_namesIt()
    {
        using var folder = new TempFolder();
        var failure = Assert.Throws<WorkspaceException>(() => ObjectStore.ForRun(folder.Path).Open(OfAbc));
        Assert.Equal(WorkspaceProblem.ObjectMissing, failure.Problem);
        Assert.Contains(OfAbc, failure.Message);
    }

    [Fact]
    public async Task Verify_eachCondition_isTold()
    {
        using var folder = new TempFolder();
        var store = ObjectStore.ForRun(folder.Path);
        var good = (await WriteAsync(store, "good")).Sha256;
        var corrupt = (await WriteAsync(store, "to be corrupt")).Sha256;
        var stray = (await WriteAsync(store, "stray")).Sha256;
        var missing = new string('7', 64);
        File.Delete(store.PathOf(corrupt));
        await File.WriteAllTextAsync(store.PathOf(corrupt), "TO BE CORRUPT");
        await File.WriteAllTextAsync(folder["objects", "note.txt"], "not looked at");
        await File.WriteAllTextAsync(folder["objects", "sha256", "note.txt"], "hello");
        await File.WriteAllTextAsync(folder["tmp", "1-1.part"], "half");

        var totals = new ObjectTotals();
        var checks = new List<ObjectCheck>();
        await foreach (var check in store.VerifyAsync(new[] { good, corrupt, missing }.Order(StringComparer.Ordinal)))
        {
            checks.Add(check);
            totals.Add(check);
        }

        ObjectCheck[] objects =
        [
            new(good, ObjectCondition.Good, 4), new(corrupt, ObjectCondition.Corrupt, 13), new(stray, ObjectCondition.Stray, 5), new(missing, ObjectCondition.Missing, 0),
        ];
        Assert.Equal(
            [
                .. objects.OrderBy(static check => check.Name, StringComparer.Ordinal),
                new("objects/sha256/note.txt", ObjectCondition.Stray, 5),
                new("tmp/1-1.part", ObjectCondition.Leftover, 4),
            ],
            checks);
        Assert.Equal((6, 2, 1, false), (totals.Total, totals.Of(ObjectCondition.Stray), totals.Of(ObjectCondition.Missing), totals.IsSound));
    }

    private static async Task<StoredObject> WriteAsync(ObjectStore store, string text)
    {
        await using var writer = store.BeginWrite();
        await writer.Stream.WriteAsync(Encoding.UTF8.GetBytes(text));
        return await writer.CommitAsync();
    }
}
