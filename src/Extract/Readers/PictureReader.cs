using Gouji.Extract.Geometry;
using Gouji.Extract.Scans;
using Gouji.Model;

namespace Gouji.Extract.Readers;

/// <summary>
/// Reads pictures of pages (扫描件, JPEG, PNG and TIFF): their text is recognised where the programs for it are installed; without them
/// they are refused as pictures that need it.
/// </summary>
public sealed class PictureReader : IDocumentReader
{
    private readonly PictureText _pictures;

    /// <summary>Creates a reader that recognises pictures with what is installed.</summary>
    public PictureReader()
        : this(PictureText.Installed)
    {
    }

    internal PictureReader(PictureText pictures) => _pictures = pictures;

    /// <inheritdoc/>
    public string Format => "picture";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes) => JpegPicture.Recognises(bytes) || PngPicture.Recognises(bytes) || TiffPicture.Recognises(bytes);

    /// <inheritdoc/>
    public DocumentContent Read(FetchedDocument document, ReadingLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(limits);
        if (document.Bytes.Length > limits.FileBytes)
        {
            throw ScanUnreadable.TooLarge(limits.FileBytes);
        }

        var pictures = Data(document.Bytes, limits.PicturePages, cancellationToken);
        if (pictures.Count == 0)
        {
            throw ScanUnreadable.UnknownPicture();
        }

        var sheets = pictures.Select(static (picture, index) => SheetOf(picture, index + 1)).ToList();
        if (_pictures.Read(PictureWrapper.Wrap(pictures), sheets, limits, cancellationToken) is { } why)
        {
            throw ScanUnreadable.NeedsOcr(why);
        }

        var notes = new List<ReadingNote>();
        var blocks = PageLayout.Read(sheets, limits, notes, cancellationToken);
        PictureText.Note(sheets, blocks, notes);
        return new DocumentContent(Format, document.Sha256, blocks, notes);
    }

    private static Sheet SheetOf(PictureData picture, int number)
    {
        var (width, height) = PictureWrapper.PageOf(picture);
        return new Sheet(number, new Box(0, 0, width, height)) { IsPicture = true };
    }

    private static IReadOnlyList<PictureData> Data(ReadOnlyMemory<byte> bytes, int mostPages, CancellationToken cancellationToken)
    {
        if (TiffPicture.Recognises(bytes.Span))
        {
            return TiffPicture.Read(bytes, mostPages, cancellationToken);
        }

        return (JpegPicture.Recognises(bytes.Span) ? JpegPicture.Read(bytes) : PngPicture.Read(bytes)) is { } picture ? [picture] : [];
    }
}
