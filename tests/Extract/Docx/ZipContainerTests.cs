using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Gouji.Extract.Docx;
using Gouji.Model;

namespace Gouji.Extract.Tests.Docx;

public sealed class ZipContainerTests
{
    [Theory]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.NoCompression)]
    public void OpenPart_anyCaseAndSlash_givesTheBytes(CompressionLevel level)
    {
        var zip = new DocxBuilder { Level = level }.Part("word\\Document.xml", "内容").Build();

        Assert.Equal("内容", Text(zip, "word/document.XML"));
    }

    [Fact]
    public void OpenPart_noSuchPart_givesNull() => Assert.Null(ZipContainer.Open(new DocxBuilder().Part("a", "b").Build()).OpenPart("c", 1));

    // Rivals that use a ZIP library as it comes read a figure with a flipped bit as if nothing were wrong.
    [Fact]
    public void OpenPart_flippedBitInStoredText_isDamaged()
    {
        var zip = new DocxBuilder { Level = CompressionLevel.NoCompression }.Part("a", "合计 950.64").Build();
        zip[zip.AsSpan().IndexOf("950.64"u8)] ^= 1;

        Assert.Contains("checksum", Fail(zip, 100).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenPart_flippedBitInDeflatedText_isDamaged()
    {
        var text = string.Concat(Enumerable.Range(0, 500).Select(i => $"{i * 7919 % 1000} "));
        var whole = new DocxBuilder().Part("a", text).Build();
        for (var at = 31; at < 300; at += 17)
        {
            var zip = whole.AsSpan().ToArray();
            zip[at] ^= 0x10;
            Assert.Throws<InvalidDataException>(() => Text(zip, "a"));
        }
    }

    [Fact]
    public void OpenPart_inflatesBeyondTheLimitWhateverSizeItClaims_isTooLarge()
    {
        var zip = new DocxBuilder().Part("a", new string('0', 1_000_000)).Build();
        Central(zip, 24, 10);

        Assert.Equal(UnreadableReason.TooLarge, Fail(zip, 999_999).Reason);
    }

    [Fact]
    public void OpenPart_otherLengthThanClaimed_isDamaged()
    {
        var zip = new DocxBuilder { Level = CompressionLevel.NoCompression }.Part("a", "abc").Build();
        Central(zip, 24, 4);

        Assert.Equal("The part a is damaged: it should have 4 bytes and has 3; download it again, or open it in a program that can and save it.", Fail(zip, 100).Message);
    }

    [Theory]
    [InlineData(20, int.MaxValue)]
    [InlineData(42, 1)]
    [InlineData(42, int.MaxValue)]
    [InlineData(10, 99)]
    public void OpenPart_directoryThatLies_isDamaged(int field, int value)
    {
        var zip = new DocxBuilder().Part("a", "abc").Build();
        Central(zip, field, value);

        Assert.Equal(UnreadableReason.Damaged, Fail(zip, 100).Reason);
    }

    [Fact]
    public void OpenPart_encryptionBit_isEncrypted()
    {
        var zip = new DocxBuilder().Part("a", "abc").Build();
        zip[zip.AsSpan().LastIndexOf("PK\x01\x02"u8) + 8] |= 1;

        Assert.Equal(UnreadableReason.Encrypted, Fail(zip, 100).Reason);
    }

    [Fact]
    public void Open_sizesInTheZip64Field_areRead()
    {
        var zip = new DocxBuilder().Part("a", "abc").Build();
        var at = zip.AsSpan().LastIndexOf("PK\x01\x02"u8);
        var extra = new byte[20];
        extra[0] = 1;
        extra[2] = 16;
        zip.AsSpan(at + 24, 4).CopyTo(extra.AsSpan(4));
        zip.AsSpan(at + 20, 4).CopyTo(extra.AsSpan(12));
        Central(zip, 20, -1);
        Central(zip, 24, -1);
        zip[at + 30] = 20;
        byte[] longer = [.. zip.AsSpan(0, at + 47), .. extra, .. zip.AsSpan(at + 47)];

        Assert.Equal("abc", Text(longer, "a"));
    }

    [Fact]
    public void Open_directoryOffsetInTheZip64Record_isRead()
    {
        var zip = new DocxBuilder().Part("a", "abc").Build();
        var end = zip.AsSpan().LastIndexOf("PK\x05\x06"u8);
        var record = new byte[56 + 20];
        "PK\x06\x06"u8.CopyTo(record);
        zip.AsSpan(end + 16, 4).CopyTo(record.AsSpan(48));
        "PK\x06\x07"u8.CopyTo(record.AsSpan(56));
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(64), end);
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(end + 16), -1);
        byte[] longer = [.. zip.AsSpan(0, end), .. record, .. zip.AsSpan(end)];

        Assert.Equal("abc", Text(longer, "a"));
    }

    [Fact]
    public void Open_commentThatLooksLikeAnEnd_isPassedOver()
    {
        var zip = new DocxBuilder().Part("a", "abc").Build();
        zip[^2] = 30;

        Assert.Equal("abc", Text([.. zip, .. "PK\x05\x06"u8, .. Enumerable.Repeat((byte)0xFF, 26)], "a"));
    }

    private static void Central(byte[] zip, int field, int value)
    {
        var at = zip.AsSpan(zip.AsSpan().LastIndexOf("PK\x01\x02"u8) + field);
        if (field == 10)
        {
            BinaryPrimitives.WriteInt16LittleEndian(at, (short)value);
        }
        else
        {
            BinaryPrimitives.WriteInt32LittleEndian(at, value);
        }
    }

    private static UnreadableDocumentException Fail(byte[] zip, long limit) =>
        Assert.Throws<UnreadableDocumentException>(() => Text(zip, "a", limit));

    private static string Text(byte[] zip, string part, long limit = 1 << 20)
    {
        using var reader = new StreamReader(ZipContainer.Open(zip).OpenPart(part, limit)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
