using System.Runtime.InteropServices;

namespace Gouji.Extract.Doc;

/// <summary>Turns the bytes of text pieces into characters.</summary>
internal static class WordText
{
    // 2.9.73 (FcCompressed): a byte is the first half of Unicode, but for those of Windows code page 1252; East Asian text is never so written.
    private const string C1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>Writes the characters of the bytes.</summary>
    public static void Decode(ReadOnlySpan<byte> bytes, bool isCompressed, Span<char> text)
    {
        if (!isCompressed)
        {
            bytes.CopyTo(MemoryMarshal.AsBytes(text));
            if (!BitConverter.IsLittleEndian)
            {
                var values = MemoryMarshal.Cast<char, ushort>(text);
                System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(values, values);
            }

            return;
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            var value = bytes[i];
            text[i] = value is >= 0x80 and < 0xA0 ? C1[value - 0x80] : (char)value;
        }
    }
}
