using System.Text;
using Gouji.Extract.Readers;
using Gouji.Extract.Text;
using Gouji.Model;

namespace Gouji.Extract.Tests.Text;

public sealed class TextDecoderTests
{
    private const string Sample = "部门预算\n\t科目\n\t12.50\n㐀龥";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private static readonly PlainTextReader Reader = new();

    public static TheoryData<byte[], string> Encoded => new()
    {
        { Encoding.UTF8.GetBytes(Sample), "UTF-8" },
        { [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sample)], "UTF-8" },
        { [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Sample)], "UTF-16LE" },
        { [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Sample)], "UTF-16BE" },
        { Gb18030.GetBytes(Sample), "GB18030" },
    };

    [Theory]
    [MemberData(nameof(Encoded))]
    public void Decode_knownEncodings_giveTheSameText(byte[] bytes, string encoding)
    {
        Assert.True(Reader.Recognises(bytes));
        Assert.Equal(new DecodedText(Sample, encoding), TextDecoder.Decode(bytes));
    }

    [Theory]
    [MemberData(nameof(Encoded))]
    public void Read_otherThanUtf8_isNoted(byte[] bytes, string encoding)
    {
        var notes = PrintedText.Read(bytes).Notes;
        if (encoding == "UTF-8")
        {
            Assert.Empty(notes);
        }
        else
        {
            var note = Assert.Single(notes);
            Assert.Equal("encoding-not-utf8", note.Code);
            Assert.Contains(encoding, note.Text.En, StringComparison.Ordinal);
            Assert.Contains(encoding, note.Text.Zh, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Recognises_aCharacterCutAtTheEndOfTheSample()
    {
        foreach (var lead in new[] { "", "a", "ab", "abc" })
        {
            var text = lead + new string('算', 40_000);
            Assert.True(Reader.Recognises(Encoding.UTF8.GetBytes(text)));
            Assert.True(Reader.Recognises(Gb18030.GetBytes(text)));
            Assert.True(Reader.Recognises([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20)]
    public void Read_fileCutOrDamagedWithinACharacter_isDamaged_andNotUnknown(int fromTheEnd)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("一般公共预算财政拨款支出情况说明\n", 3)) + "预算");
        var broken = fromTheEnd < 3 ? bytes[..^fromTheEnd] : [.. bytes[..^fromTheEnd], 0xFF, .. bytes[^fromTheEnd..]];

        Assert.True(Reader.Recognises(broken));
        Assert.Equal(UnreadableReason.Damaged, Assert.Throws<UnreadableDocumentException>(() => PrintedText.Read(broken)).Reason);
    }

    [Fact]
    public void Read_fileInGbkCutWithinACharacter_isDamaged_andNotUnknown()
    {
        var bytes = Gb18030.GetBytes("一般公共预算财政拨款支出情况说明预算");

        Assert.True(Reader.Recognises(bytes.AsSpan(0, bytes.Length - 1)));
        Assert.Equal(UnreadableReason.Damaged, Assert.Throws<UnreadableDocumentException>(() => PrintedText.Read(bytes[..^1])).Reason);
    }

    public static TheoryData<byte[]> NotText => new()
    {
        Array.Empty<byte>(),
        new byte[] { 0x50, 0x4B, 3, 4, 0, 0 },
        new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 16 },
        new byte[] { 0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00 },
        "%PDF-1.7\nobj"u8.ToArray(),
        "{\\rtf1 x}"u8.ToArray(),
        "a\0b"u8.ToArray(),
        new byte[] { 0xFF, 0x80, 0x41 },
        new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 },
    };

    [Theory]
    [MemberData(nameof(NotText))]
    public void Recognises_binary_isFalse(byte[] bytes) => Assert.False(Reader.Recognises(bytes));

    [Fact]
    public void Decode_brokenUtf8_isDamaged_andNotReadAsGb18030()
    {
        // The broken end is a well-formed pair of GB18030, and so would be all that stands before it.
        byte[] bytes = [.. Encoding.UTF8.GetBytes("一般公共预算财政拨款支出情况说明预算"), 0xB5, 0xA5];
        var failure = Assert.Throws<UnreadableDocumentException>(() => TextDecoder.Decode(bytes));

        Assert.Equal(UnreadableReason.Damaged, failure.Reason);
        Assert.Contains("UTF-8 at byte 55", failure.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_binaryLaterInTheFile_isDamaged_withTheLine()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("预算说明\n", 10_000)) + "\0\0\0");

        Assert.True(Reader.Recognises(bytes));
        var failure = Assert.Throws<UnreadableDocumentException>(() => PrintedText.Read(bytes));
        Assert.Equal(UnreadableReason.Damaged, failure.Reason);
        Assert.Contains("line 10001", failure.Text.En, StringComparison.Ordinal);
        Assert.Contains("第10001行", failure.Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_neitherUtf8NorGb18030_isDamaged()
    {
        var failure = Assert.Throws<UnreadableDocumentException>(() => TextDecoder.Decode([0x41, 0xFF, 0xFF]));

        Assert.Equal(UnreadableReason.Damaged, failure.Reason);
        Assert.Contains("byte 2", failure.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_oddNumberOfUtf16Bytes_isDamaged()
    {
        var failure = Assert.Throws<UnreadableDocumentException>(() => TextDecoder.Decode([0xFF, 0xFE, 0x41, 0x00, 0x42]));

        Assert.Equal(UnreadableReason.Damaged, failure.Reason);
    }
}
