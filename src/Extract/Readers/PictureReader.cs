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

        var picture = Data(document.Bytes) ?? throw ScanUnreadable.UnknownPicture();
        var (width, height) = PictureWrapper.PageOf(picture);
        var sheet = new Sheet(1, new Box(0, 0, width, height)) { IsPicture = true };
        if (_pictures.Read(PictureWrapper.Wrap(picture), [sheet], limits, cancellationToken) is { } why)
        {
            throw ScanUnreadable.NeedsOcr(why);
        }

        var notes = new List<ReadingNote>();
        var blocks = PageLayout.Read([sheet], limits, notes, cancellationToken);
        PictureText.Note([sheet], blocks, notes);
        return new DocumentContent(Format, document.Sha256, blocks, notes);
    }

    private static PictureData? Data(ReadOnlyMemory<byte> bytes) =>
        JpegPicture.Recognises(bytes.Span) ? JpegPicture.Read(bytes) : PngPicture.Recognises(bytes.Span) ? PngPicture.Read(bytes) : TiffPicture.Read(bytes);
}
