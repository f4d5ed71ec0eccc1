using System.Buffers;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Parser;

namespace Gouji.Extract.Pdf;

/// <summary>
/// Parses what pages print. Content that is written as it should be, which is nearly all, is parsed by <see cref="PlainContent"/>, without
/// an object for every number; whatever else there is, pictures inside of it for example, the library parses and mends.
/// </summary>
internal sealed class ContentParser(IPageContentParser library) : IPageContentParser
{
    public IReadOnlyList<IGraphicsStateOperation> Parse(int pageNumber, IInputBytes inputBytes, ILog log)
    {
        var (begin, length) = (inputBytes.CurrentOffset, (int)(inputBytes.Length - inputBytes.CurrentOffset));
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            if (inputBytes.Read(buffer.AsSpan(0, length)) == length && new PlainContent(buffer.AsSpan(0, length)).TryParse() is { } operations)
            {
                return operations;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        inputBytes.Seek(begin);
        return library.Parse(pageNumber, inputBytes, log);
    }
}
