using System.IO.Compression;
using System.Text;
using Gouji.Cli.Checking;
using Gouji.Cli.Inputs;
using Gouji.Cli.Output;
using Gouji.Cli.Tests.Support;
using Gouji.Extract;
using Gouji.Extract.Archives;

namespace Gouji.Cli.Tests.Checking;

public sealed class CheckWorkerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Check_document_isOneDocument()
    {
        var document = Assert.Single(Check("a.txt", "abc"u8.ToArray()));

        Assert.Equal(("in/a.txt", Outcome.Checked, 3L), (document.Document, document.Outcome, document.Bytes));
    }

    [Fact]
    public void Check_archive_isADocumentAMemberInItsOrder()
    {
        var documents = Check("a.zip", Zip(("b.txt", "12"), ("d/a.txt", "1"), ("empty.txt", "")));

        Assert.Equal(["in/a.zip!/b.txt", "in/a.zip!/d/a.txt"], documents.Select(static document => document.Document));
        Assert.All(documents, document => Assert.Equal($"{_folder["a.zip"]}{document.Document[8..]}", document.Path));
        Assert.Equal([2L, 1L], documents.Select(static document => document.Bytes));
        Assert.Equal(2, documents.Select(static document => document.Sha256).Distinct().Count());
    }

    [Fact]
    public void Check_memberThatIsDamaged_isThatMembersOutcomeAlone()
    {
        var bytes = Zip(("a.txt", new string('a', 500)), ("b.txt", "2"));
        bytes[37] ^= 0xFF;
        var documents = Check("a.zip", bytes);

        Assert.Equal([Outcome.Unreadable, Outcome.Checked], documents.Select(static document => document.Outcome));
        Assert.StartsWith("damaged: ", Rows.ReasonText(documents[0].Reasons), StringComparison.Ordinal);
        Assert.Null(documents[0].Sha256);
    }

    [Fact]
    public void Check_archiveWithoutDocuments_isOneUnreadableDocument()
    {
        var bytes = Zip(("d/", ""));
        var document = Assert.Single(Check("a.zip", bytes));

        Assert.Equal(("in/a.zip", Outcome.Unreadable, (long?)bytes.Length), (document.Document, document.Outcome, document.Bytes));
        Assert.NotNull(document.Sha256);
    }

    private List<CheckedDocument> Check(string name, byte[] bytes)
    {
        File.WriteAllBytes(_folder[name], bytes);
        var worker = new CheckWorker(
            new FileLoader(LocalFileSystem.Instance, new ReadingLimits()),
            new ArchiveOpener(new ReadingLimits()),
            FakeStages.Sampling().LoadRules([]).CreateChecker(new ReadingLimits()),
            new ShownPath("/nowhere"),
            TimeProvider.System);
        return [.. worker.Check(new InputFile($"in/{name}", _folder[name]), TestContext.Current.CancellationToken)];
    }

    private static byte[] Zip(params (string Name, string Content)[] members)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in members)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }
}
