namespace Gouji.Extract.Scans;

/// <summary>The one resolution at which pages are drawn, so that the same file always gives the same pixels.</summary>
internal static class ScanScale
{
    /// <summary>Pixels an inch. Tesseract's models are trained on text of 300; finer scans gain nothing, coarser ones are enlarged evenly.</summary>
    public const int PixelsPerInch = 300;

    /// <summary>Largest page that is drawn, in pixels: A2 at this resolution.</summary>
    public const int MostPixels = 36_000_000;

    public static double ToPoints(double pixels) => pixels * 72 / PixelsPerInch;

    public static int ToPixels(double points) => (int)Math.Round(points * PixelsPerInch / 72);
}
