using Gouji.Extract.Archives;
using Gouji.Extract.Ofd;
using static Gouji.Extract.Tests.Ofd.OfdBuilder;

namespace Gouji.Extract.Tests.Ofd;

public sealed class OfdRecognitionTests
{
    private const string Root = "<OFD><DocBody/></OFD>";

    [Fact]
    public void Recognises_wholeFile_asThisFormatOnly()
    {
        var bytes = new OfdBuilder().Page(Show(20, 50, "部门预算")).Build();

        Assert.Equal(["ofd"], DocumentReaders.All.Where(reader => reader.Recognises(bytes)).Select(static reader => reader.Format));
        Assert.False(ArchiveOpener.Recognises(bytes));
    }

    [Theory]
    [InlineData("OFD.xml")]
    [InlineData("ofd.XML")]
    [InlineData("/OFD.xml")]
    [InlineData("\\OFD.xml")]
    public void Recognises_entryOfAnotherSpelling(string entry) => Assert.True(OfdRecognition.Recognises(Zip((entry, Root))));

    [Theory]
    [InlineData("OFD.xml", "<html><body/></html>")]
    [InlineData("OFD.xml", "<OFD xmlns=\"http://example.org/other\"/>")]
    [InlineData("OFD.xml", "no XML")]
    [InlineData("folder/OFD.xml", Root)]
    [InlineData("Encryptions.xml", "<Encryptions/>")]
    public void Recognises_otherZip_isFalse(string name, string content) => Assert.False(OfdRecognition.Recognises(Zip((name, content))));

    [Fact]
    public void Recognises_damagedEntryBesideADocument_isStillThisFormat() =>
        Assert.True(OfdRecognition.Recognises(Zip(("OFD.xml", "<OFD"), ("Doc_0/Document.xml", "<Document/>"))));

    [Fact]
    public void Recognises_cutShort_byWhatIsLeft()
    {
        var bytes = new OfdBuilder().Page(Show(20, 50, "部门预算")).Build();

        Assert.All([bytes.Length - 1, bytes.Length / 2, 60], length => Assert.True(OfdRecognition.Recognises(bytes.AsSpan(0, length))));
        Assert.All([0, 3, 4, 20, 31], length => Assert.False(OfdRecognition.Recognises(bytes.AsSpan(0, length))));
    }

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
