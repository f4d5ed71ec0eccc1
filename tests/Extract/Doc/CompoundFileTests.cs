using System.Buffers.Binary;
using Gouji.Extract.Doc;
using Gouji.Model;

namespace Gouji.Extract.Tests.Doc;

public sealed class CompoundFileTests
{
    [Theory]
    [InlineData(9, false, 100)]
    [InlineData(9, false, 4095)]
    [InlineData(9, false, 4096)]
    [InlineData(9, true, 100_000)]
    [InlineData(12, false, 100)]
    [InlineData(12, true, 50_001)]
    public void Read_anyStream_givesItsBytes(int shift, bool strewn, int length)
    {
        var content = Enumerable.Range(0, length).Select(static i => (byte)((i * 7 / 3) & 0xFF)).ToArray();
        var bytes = new CompoundBuilder { Shift = shift, Strewn = strewn }.Stream("Other", new byte[5000]).Stream("Wanted", content).Build();

        Assert.Equal(content, Read(bytes, "WANTED"));
    }

    [Fact]
    public void Read_moreSectorsThanTheHeaderLists_followsTheirChain()
    {
        // 109 sectors of the table stand in the header: each of them tells of 128 sectors of 512 bytes.
        var content = new byte[110 * 128 * 512];
        content[^1] = 7;
        var bytes = WithChainOfTables(new CompoundBuilder().Stream("Wanted", content).Build());

        Assert.Equal(7, Read(bytes, "Wanted")[^1]);
    }

    [Fact]
    public void TryFind_streamOfAStorage_isNotFound() =>
        Assert.False(CompoundFile.Open(new CompoundBuilder { Embedded = "WordDocument" }.Stream("Workbook", new byte[5000]).Build()).TryFind("WordDocument", out _));

    [Fact]
    public void TryFind_directoryThatGoesInACircle_ends()
    {
        var bytes = new CompoundBuilder().Stream("A", []).Stream("B", []).Build();
        var directory = Directory(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(directory + (2 * 128) + 72), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(directory + (2 * 128) + 68), 2);

        Assert.False(CompoundFile.Open(bytes).TryFind("C", out _));
    }

    [Fact]
    public void Open_chainThatGoesInACircle_isDamaged()
    {
        var bytes = new CompoundBuilder().Stream("A", new byte[5000]).Build();
        var table = ((int)BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(76)) + 1) * 512;
        var directory = (int)BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(48));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(table + (directory * 4)), (uint)directory);

        Assert.Equal(UnreadableReason.Damaged, Assert.Throws<UnreadableDocumentException>(() => CompoundFile.Open(bytes)).Reason);
    }

    [Theory]
    [InlineData(30, 10)]
    [InlineData(44, 60_000)]
    [InlineData(48, 60_000)]
    public void Open_wrongHeader_isDamaged(int offset, ushort value)
    {
        var bytes = new CompoundBuilder().Stream("A", new byte[5000]).Build();
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(offset), value);

        Assert.Equal(UnreadableReason.Damaged, Assert.Throws<UnreadableDocumentException>(() => CompoundFile.Open(bytes)).Reason);
    }

    private static byte[] Read(byte[] bytes, string name)
    {
        var file = CompoundFile.Open(bytes);
        Assert.True(file.TryFind(name, out var stream));
        return file.Read(bytes, stream).ToArray();
    }

    private static int Directory(byte[] bytes) => ((int)BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(48)) + 1) * 512;

    // The builder numbers tables in the header alone and leaves out those beyond; they follow each other, so a chain is easily added.
    private static byte[] WithChainOfTables(byte[] bytes)
    {
        var count = (int)BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(44));
        var first = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(76));
        byte[] chain = new byte[512];
        chain.AsSpan().Fill(0xFF);
        for (var i = 109; i < count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(chain.AsSpan((i - 109) * 4), first + (uint)i);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(chain.AsSpan(508), 0xFFFFFFFE);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(68), (uint)((bytes.Length / 512) - 1));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(72), 1);
        return [.. bytes, .. chain];
    }
}
