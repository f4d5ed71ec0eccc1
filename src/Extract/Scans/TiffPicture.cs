using BitMiracle.LibTiff.Classic;

namespace Gouji.Extract.Scans;

/// <summary>Unpacks TIFF pictures (TIFF 6.0) of any packing and colours, one or more pages, as scanners and fax programs write them.</summary>
internal static class TiffPicture
{
    static TiffPicture() => Tiff.SetErrorHandler(new Listener());

    public static bool Recognises(ReadOnlySpan<byte> bytes) => bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8);

    /// <summary>The pages; none where one of them is damaged or of a kind that the library does not know.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="mostPages">How many pages are unpacked; of a file with more, one more.</param>
    /// <param name="cancellationToken">Ends it between two pages.</param>
    public static IReadOnlyList<PictureData> Read(ReadOnlyMemory<byte> file, int mostPages, CancellationToken cancellationToken)
    {
        using var source = new Source(file.ToArray());
        try
        {
            using var tiff = Tiff.ClientOpen("picture", "r", source, new TiffStream());
            var pages = new List<PictureData>();
            if (tiff is null)
            {
                return [];
            }

            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (IsOfPage(tiff))
                {
                    if (Page(tiff) is not { } page || source.IsDamaged)
                    {
                        return [];
                    }

                    pages.Add(page);
                }
            }
            while (pages.Count <= mostPages && tiff.ReadDirectory());
            return source.IsDamaged ? [] : pages;
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or OutOfMemoryException))
        {
            // What the library makes of damaged numbers is any exception.
            return [];
        }
    }

    /// <summary>Small pictures for a preview stand among the pages.</summary>
    private static bool IsOfPage(Tiff tiff) => (Number(tiff, TiffTag.SUBFILETYPE) & (int)FileType.REDUCEDIMAGE) == 0;

    private static PictureData? Page(Tiff tiff)
    {
        var (width, height) = (Number(tiff, TiffTag.IMAGEWIDTH), Number(tiff, TiffTag.IMAGELENGTH));
        if (width <= 0 || height <= 0 || (long)width * height > PictureData.MostPixels)
        {
            return null;
        }

        var pixels = new int[width * height];
        if (!tiff.ReadRGBAImageOriented(width, height, pixels, Orientation.TOPLEFT, true))
        {
            return null;
        }

        var grey = new byte[pixels.Length];
        for (var i = 0; i < grey.Length; i++)
        {
            // Colours come multiplied with how much they cover; the rest is the white of paper.
            var pixel = pixels[i];
            var luma = ((Tiff.GetR(pixel) * 299) + (Tiff.GetG(pixel) * 587) + (Tiff.GetB(pixel) * 114)) / 1000;
            grey[i] = (byte)Math.Min(255, luma + 255 - Tiff.GetA(pixel));
        }

        return PictureData.Grey(width, height, grey);
    }

    private static int Number(Tiff tiff, TiffTag tag) => tiff.GetField(tag) is [var value, ..] ? value.ToInt() : 0;

    /// <summary>The bytes, and whether the library found fault with them.</summary>
    private sealed class Source(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public bool IsDamaged { get; set; }
    }

    /// <summary>Keeps the library from writing to the screen, and remembers what it only warns of: rows of a fax that it could not unpack.</summary>
    private sealed class Listener : TiffErrorHandler
    {
        public override void ErrorHandler(Tiff tif, string method, string format, params object[] args)
        {
        }

        public override void WarningHandler(Tiff tif, string method, string format, params object[] args)
        {
        }

        public override void ErrorHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args) => Note(clientData);

        public override void WarningHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args)
        {
            if (method?.StartsWith("Fax", StringComparison.Ordinal) == true)
            {
                Note(clientData);
            }
        }

        private static void Note(object clientData)
        {
            if (clientData is Source source)
            {
                source.IsDamaged = true;
            }
        }
    }
}
