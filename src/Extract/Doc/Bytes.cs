using System.Buffers.Binary;
using System.Globalization;
using Gouji.Extract.Docx;
using Gouji.Model;

namespace Gouji.Extract.Doc;

/// <summary>
/// Bytes of one stream, read at offsets that the file chooses: whatever leads out of the stream is damage, named with the stream and the
/// offset. Numbers are little-endian ([MS-DOC] 1.3.3).
/// </summary>
internal readonly struct Bytes(ReadOnlyMemory<byte> memory, string part)
{
    public int Length => memory.Length;

    public string Part => part;

    public ReadOnlySpan<byte> All => memory.Span;

    public byte U8(long offset) => Span(offset, 1)[0];

    public ushort U16(long offset) => BinaryPrimitives.ReadUInt16LittleEndian(Span(offset, 2));

    public short I16(long offset) => BinaryPrimitives.ReadInt16LittleEndian(Span(offset, 2));

    public uint U32(long offset) => BinaryPrimitives.ReadUInt32LittleEndian(Span(offset, 4));

    public int I32(long offset) => BinaryPrimitives.ReadInt32LittleEndian(Span(offset, 4));

    public ReadOnlySpan<byte> Span(long offset, long length) => Slice(offset, length).Span;

    /// <summary>A part of the stream under the same name.</summary>
    public Bytes At(long offset, long length) => new(Slice(offset, length), part);

    public UnreadableDocumentException Damage(string zh, string en) => Unreadable.Part(part, zh, en);

    private ReadOnlyMemory<byte> Slice(long offset, long length)
    {
        if (offset < 0 || length < 0 || offset > memory.Length || length > memory.Length - offset)
        {
            throw Damage(
                string.Create(CultureInfo.InvariantCulture, $"第{offset}字节起的{length}字节超出末尾（共{memory.Length}字节）"),
                string.Create(CultureInfo.InvariantCulture, $"{length} bytes at offset {offset} lie beyond its end ({memory.Length} bytes)"));
        }

        return memory.Slice((int)offset, (int)length);
    }
}
