using System.Buffers.Binary;
using System.Text;
using Gouji.Model;

namespace Gouji.Extract.Doc;

/// <summary>Tells by its bytes whether a file is a binary Word document. Workbooks and presentations lie in the same kind of container.</summary>
internal static class DocRecognition
{
    /// <summary>Name of the stream that makes a container a Word document ([MS-DOC] 2.1.1).</summary>
    public const string MainStream = "WordDocument";

    private static readonly byte[] MainStreamName = Encoding.Unicode.GetBytes(MainStream + "\0");

    public static bool Recognises(ReadOnlySpan<byte> bytes)
    {
        if (!CompoundFile.IsOne(bytes))
        {
            return false;
        }

        try
        {
            return CompoundFile.Open(bytes).TryFind(MainStream, out _);
        }
        catch (UnreadableDocumentException)
        {
            // The directory is lost or damaged: what is left of the file shows what it was, and reading it says what is wrong.
            return BeginsAsWord(bytes, 512) || BeginsAsWord(bytes, 4096) || bytes.IndexOf(MainStreamName) >= 0;
        }
    }

    // Word writes its main stream first, and that begins with the file information block.
    private static bool BeginsAsWord(ReadOnlySpan<byte> bytes, int at) =>
        bytes.Length >= at + 2 && BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]) == FileInformation.Identifier;
}
