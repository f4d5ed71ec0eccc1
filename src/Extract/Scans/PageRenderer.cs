using System.Globalization;

namespace Gouji.Extract.Scans;

/// <summary>Draws pages of a PDF as grey pictures with poppler's <c>pdftoppm</c>.</summary>
internal sealed class PageRenderer(ScanPrograms programs, TemporaryFolder folder, CancellationToken cancellationToken)
{
    /// <summary>A page that takes longer to draw is no scan.</summary>
    private static readonly TimeSpan EachPage = TimeSpan.FromSeconds(30);

    /// <param name="file">The PDF.</param>
    /// <param name="page">1-based page.</param>
    /// <returns>The page as it is shown; null where it gives no picture.</returns>
    public GrayImage? Draw(string file, int page)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var target = folder["page-" + number];
        ChildProgram.Run(
            programs.Renderer,
            ["-gray", "-cropbox", "-r", ScanScale.PixelsPerInch.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, "-singlefile", file, target],
            EachPage,
            cancellationToken);
        var picture = target + ".pgm";
        if (!File.Exists(picture))
        {
            return null;
        }

        var image = PgmFormat.Read(File.ReadAllBytes(picture), ScanScale.MostPixels);
        File.Delete(picture);
        return image;
    }
}
