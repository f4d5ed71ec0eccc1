using Gouji.Extract.Scans;

namespace Gouji.Extract.Tests.Scans;

/// <summary>Draws pictures of pages pixel by pixel.</summary>
internal sealed class ScanPicture(int width, int height)
{
    private readonly byte[] _pixels = [.. Enumerable.Repeat((byte)250, width * height)];

    public GrayImage Image => new(width, height, [.. _pixels]);

    public InkMap Map => InkMap.Of(Image);

    /// <summary>Fills a box with black; a slope lowers it on its way to the right.</summary>
    public ScanPicture Box(int left, int top, int boxWidth, int boxHeight, double slope = 0)
    {
        for (var x = left; x < left + boxWidth; x++)
        {
            for (var y = top; y < top + boxHeight; y++)
            {
                _pixels[((y + (int)Math.Round(x * slope)) * width) + x] = 10;
            }
        }

        return this;
    }
}
