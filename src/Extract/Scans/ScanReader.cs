using Gouji.Extract.Geometry;
using Gouji.Model;

namespace Gouji.Extract.Scans;

/// <summary>Reads pages that are pictures (扫描件): draws them, finds their rules, cuts out their lines and has them recognised.</summary>
internal static class ScanReader
{
    /// <param name="programs">What the user has installed.</param>
    /// <param name="pdf">The document.</param>
    /// <param name="sheets">The pages to read; they take rules and glyphs.</param>
    /// <param name="cancellationToken">Ends the programs as well.</param>
    /// <exception cref="UnreadableDocumentException">A program failed or took too long.</exception>
    public static void Read(ScanPrograms programs, ReadOnlyMemory<byte> pdf, IReadOnlyList<Sheet> sheets, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var file = folder["document.pdf"];
        using (var stream = File.Create(file))
        {
            stream.Write(pdf.Span);
        }

        var renderer = new PageRenderer(programs, folder, cancellationToken);
        var cutter = new PageCutter(folder);
        var lines = new List<ScanLine>();
        var drawn = new List<Sheet>();
        foreach (var sheet in sheets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Fits(sheet) && renderer.Draw(file, sheet.Number) is { } image)
            {
                lines.AddRange(cutter.Cut(sheet, image));
                drawn.Add(sheet);
            }
        }

        new LineReader(new LineEngine(programs, folder, cancellationToken)).Read(lines);
        lines.ForEach(LineSetter.Set);
        drawn.ForEach(static sheet => sheet.IsRecognised = true);
    }

    /// <summary>A page so large that its picture would fill the memory is not drawn.</summary>
    private static bool Fits(Sheet sheet) =>
        sheet.Bounds.Width > 0 && sheet.Bounds.Height > 0
        && sheet.Bounds.Width * sheet.Bounds.Height * (ScanScale.PixelsPerInch / 72.0) * (ScanScale.PixelsPerInch / 72.0) < ScanScale.MostPixels;
}
