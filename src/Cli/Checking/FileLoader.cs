using System.Security.Cryptography;
using Gouji.Cli.Inputs;
using Gouji.Cli.Output;
using Gouji.Extract;
using Gouji.Model;

namespace Gouji.Cli.Checking;

/// <summary>
/// Reads files whole into one buffer that is lent until the next file, so that memory stays flat however many there are. Belongs to
/// one worker thread.
/// </summary>
internal sealed class FileLoader(IFileSystem files, ReadingLimits limits)
{
    private const int FirstSize = 256 * 1024;

    /// <summary>A buffer larger than this is given back after its file: large files are rare.</summary>
    private const int LargestKept = 16 << 20;

    private byte[] _buffer = [];

    /// <summary>Reads a file; says why where it cannot be read. Bytes are told even for a file that is too large.</summary>
    public LoadedFile Load(InputFile input)
    {
        if (input.Problem is { } problem)
        {
            return new LoadedFile(null, null, problem);
        }

        if (input.IsEmpty)
        {
            return Loaded(input.Document, default);
        }

        try
        {
            using var stream = files.OpenRead(input.Location);
            var length = stream.CanSeek ? stream.Length : 0;
            return length > limits.FileBytes ? TooLarge(length) : Read(stream, length, input.Document);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or System.Security.SecurityException or NotSupportedException)
        {
            return new LoadedFile(null, null, FileProblem.Of(failure));
        }
    }

    /// <summary>Gives back what a large file took.</summary>
    public void Release()
    {
        if (_buffer.Length > LargestKept)
        {
            _buffer = [];
        }
    }

    private static LoadedFile Loaded(string name, ReadOnlyMemory<byte> bytes) =>
        new(new FetchedDocument(name, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes.Span))), bytes.Length, null);

    private LoadedFile Read(Stream stream, long length, string name)
    {
        // One byte more than the file has, so that its end is seen without growing.
        Reserve(0, Math.Max(length + 1, FirstSize));
        var count = 0;
        while (stream.Read(_buffer, count, _buffer.Length - count) is > 0 and var read)
        {
            count += read;
            if (count > limits.FileBytes)
            {
                return TooLarge(count);
            }

            if (count == _buffer.Length)
            {
                Reserve(count, (long)count * 2);
            }
        }

        return Loaded(name, _buffer.AsMemory(0, count));
    }

    private void Reserve(int used, long capacity)
    {
        if (_buffer.Length >= capacity)
        {
            return;
        }

        var larger = GC.AllocateUninitializedArray<byte>((int)Math.Min(capacity, Array.MaxLength));
        _buffer.AsSpan(0, used).CopyTo(larger);
        _buffer = larger;
    }

    private LoadedFile TooLarge(long length) => new(null, length, new Reason(
        Words.Of(UnreadableReason.TooLarge),
        new Message(
            $"文件有{length}字节，超过{limits.FileBytes}字节的上限；请拆分文件。",
            $"The file has {Figures.Text(length)} bytes, more than the limit of {Figures.Text(limits.FileBytes)}; split it.")));
}

/// <summary>A file read whole, or why it was not.</summary>
/// <param name="Document">Null where it could not be read.</param>
/// <param name="Bytes">Its size; null where it is not known.</param>
/// <param name="Problem">Null where it was read.</param>
internal sealed record LoadedFile(FetchedDocument? Document, long? Bytes, Reason? Problem);
