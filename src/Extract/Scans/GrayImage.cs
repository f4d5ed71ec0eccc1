namespace Gouji.Extract.Scans;

/// <summary>A grey picture in rows from the top; 0 is black, 255 is white.</summary>
internal sealed class GrayImage
{
    public GrayImage(int width, int height, byte[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, width * height);
        (Width, Height, Pixels) = (width, height, pixels);
    }

    public int Width { get; }

    public int Height { get; }

    public byte[] Pixels { get; }

    /// <summary>A part of the picture, enlarged, within a white margin.</summary>
    public GrayImage Enlarged(PixelBox part, double scale, int margin)
    {
        var width = Math.Max(1, (int)Math.Round(part.Width * scale));
        var height = Math.Max(1, (int)Math.Round(part.Height * scale));
        var (fullWidth, fullHeight) = (width + (2 * margin), height + (2 * margin));
        var pixels = new byte[fullWidth * fullHeight];
        Array.Fill(pixels, (byte)255);
        for (var y = 0; y < height; y++)
        {
            var row = ((y + margin) * fullWidth) + margin;
            for (var x = 0; x < width; x++)
            {
                pixels[row + x] = At(part.Left + ((x + 0.5) / scale) - 0.5, part.Top + ((y + 0.5) / scale) - 0.5);
            }
        }

        return new GrayImage(fullWidth, fullHeight, pixels);
    }

    /// <summary>The picture turned about its middle so that lines of that slope become level.</summary>
    public GrayImage Levelled(double slope)
    {
        var (sine, cosine) = Math.SinCos(Math.Atan(slope));
        var (middleX, middleY) = ((Width - 1) / 2.0, (Height - 1) / 2.0);
        var pixels = new byte[Pixels.Length];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                pixels[(y * Width) + x] = At(middleX + ((x - middleX) * cosine) - ((y - middleY) * sine), middleY + ((x - middleX) * sine) + ((y - middleY) * cosine));
            }
        }

        return new GrayImage(Width, Height, pixels);
    }

    /// <summary>The grey between four pixels; white outside.</summary>
    private byte At(double x, double y)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (right, down) = (x - left, y - top);
        var upper = (Pixel(left, top) * (1 - right)) + (Pixel(left + 1, top) * right);
        var lower = (Pixel(left, top + 1) * (1 - right)) + (Pixel(left + 1, top + 1) * right);
        return (byte)Math.Clamp((int)Math.Round((upper * (1 - down)) + (lower * down)), 0, 255);
    }

    private int Pixel(int x, int y) => x >= 0 && y >= 0 && x < Width && y < Height ? Pixels[(y * Width) + x] : 255;
}
