using System.IO.Compression;
using System.Text;
using CsCheck;
using Gouji.Extract.Docx;
using static Gouji.Extract.Tests.Docx.DocxBuilder;

namespace Gouji.Extract.Tests.Docx;

public sealed class DocxRecognitionTests
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    [Fact]
    public void Recognises_document_yes() => Assert.True(DocxRecognition.Recognises(new DocxBuilder().Body(P("甲")).Build()));

    [Fact]
    public void Recognises_trailingBytes_yes() =>
        Assert.True(DocxRecognition.Recognises([.. new DocxBuilder().Body(P("甲")).Build(), .. "\r\n"u8]));

    [Theory]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.NoCompression)]
    public void Recognises_mainPartElsewhere_byItsContentType(CompressionLevel level) =>
        Assert.True(DocxRecognition.Recognises(new DocxBuilder { Level = level }
            .Part("[Content_Types].xml", $"<Types><Override PartName='/content/main.xml' ContentType='{WordType}'/></Types>")
            .Part("content/main.xml", "<x/>").Build()));

    [Fact]
    public void Recognises_spreadsheetWithAnEmbeddedDocument_no() =>
        Assert.False(DocxRecognition.Recognises(new DocxBuilder()
            .Part("[Content_Types].xml", $"<Types><Default Extension='docx' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document'/><Override PartName='/xl/workbook.xml' ContentType='{SheetType}'/></Types>")
            .Part("xl/workbook.xml", "<x/>").Part("xl/embeddings/word.docx", "x").Build()));

    [Fact]
    public void Recognises_archiveWithAFolderNamedWord_no() =>
        Assert.False(DocxRecognition.Recognises(new DocxBuilder().Part("word/报告.doc", "x").Part("excel/表.xls", "x").Build()));

    [Theory]
    [InlineData("MZ\x90\0\x03\0\0\0\x04")]
    [InlineData("%PDF-1.4 word/document.xml")]
    [InlineData("PK\x05\x06")]
    [InlineData("PK\x03\x04")]
    [InlineData("")]
    public void Recognises_otherFiles_no(string content) => Assert.False(DocxRecognition.Recognises(Encoding.Latin1.GetBytes(content)));

    [Fact]
    public void Recognises_cutShortAfterTheFirstName_yes()
    {
        var bytes = new DocxBuilder().Part("[Content_Types].xml", "<Types/>").Body(P("甲")).Build();

        Assert.True(DocxRecognition.Recognises(bytes.AsSpan(0, 30 + "[Content_Types].xml".Length)));
    }

    [Fact]
    public void Recognises_cutShortSpreadsheet_no()
    {
        var bytes = new DocxBuilder().Part("[Content_Types].xml", "<Types/>").Part("xl/workbook.xml", "<x/>").Build();

        Assert.False(DocxRecognition.Recognises(bytes.AsSpan(0, bytes.Length - 22)));
    }

    [Theory]
    [InlineData("EncryptedPackage", true)]
    [InlineData("WordDocument", false)]
    public void Recognises_oleContainer_onlyIfItHoldsAnEncryptedPackage(string stream, bool expected) =>
        Assert.Equal(expected, DocxRecognition.Recognises([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512], .. Encoding.Unicode.GetBytes(stream)]));

    [Fact]
    public void Recognises_anyBytesAfterTheSignature_neverThrows()
    {
        var whole = new DocxBuilder().Part("[Content_Types].xml", $"<Types>{WordType}</Types>").Part("word/x.xml", "<x/>").Build();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, whole.Length]).Sample((at, value, length) =>
        {
            var bytes = whole.AsSpan().ToArray();
            bytes[at] = value;
            _ = DocxRecognition.Recognises(bytes.AsSpan(0, length));
        });
    }
}
