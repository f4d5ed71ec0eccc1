namespace Gouji.Extract.Scans;

/// <summary>Which pixels of a picture are dark.</summary>
internal sealed class InkMap
{
    /// <summary>A page without print has no two greys to tell apart; its noise stays paper.</summary>
    private const int DarkestThreshold = 90;

    private const int LightestThreshold = 190;

    /// <summary>By how much paper varies.</summary>
    private const int Noise = 30;

    private InkMap(int width, int height, bool[] dark) => (Width, Height, Dark) = (width, height, dark);

    public int Width { get; }

    public int Height { get; }

    /// <summary>Row by row from the top.</summary>
    public bool[] Dark { get; }

    public bool this[int x, int y] => Dark[(y * Width) + x];

    /// <summary>Parts print from paper where the two groups of greys lie furthest apart (Otsu, IEEE Trans. SMC 9, 1979).</summary>
    public static InkMap Of(GrayImage image) => Of(image, Threshold(image.Pixels, out _));

    /// <summary>With what is fainter than print as well, half way to the paper: a hair line that lies between two rows of pixels fades.</summary>
    public static InkMap WithFaint(GrayImage image)
    {
        var threshold = Threshold(image.Pixels, out var paper);
        return Of(image, Math.Max(threshold, Math.Min((threshold + paper) / 2, paper - Noise)));
    }

    private static InkMap Of(GrayImage image, int threshold)
    {
        var dark = new bool[image.Pixels.Length];
        for (var i = 0; i < dark.Length; i++)
        {
            dark[i] = image.Pixels[i] < threshold;
        }

        var map = new InkMap(image.Width, image.Height, dark);
        map.DropSpecks();
        return map;
    }

    /// <summary>The map mirrored at its diagonal: columns become rows.</summary>
    public InkMap Transposed()
    {
        var dark = new bool[Dark.Length];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                dark[(x * Height) + y] = Dark[(y * Width) + x];
            }
        }

        return new InkMap(Height, Width, dark);
    }

    /// <summary>The map with these boxes and a margin along the edges of the page made white.</summary>
    public InkMap Without(IEnumerable<PixelBox> boxes, int margin)
    {
        var map = new InkMap(Width, Height, (bool[])Dark.Clone());
        foreach (var box in boxes)
        {
            map.Clear(box);
        }

        map.Clear(new PixelBox(0, 0, Width, margin));
        map.Clear(new PixelBox(0, Height - margin, Width, Height));
        map.Clear(new PixelBox(0, 0, margin, Height));
        map.Clear(new PixelBox(Width - margin, 0, Width, Height));
        return map;
    }

    /// <summary>The dark pixels within a box, as tight a box as they allow; empty where there are none.</summary>
    public PixelBox Tight(PixelBox box)
    {
        var (left, top, right, bottom) = (int.MaxValue, int.MaxValue, 0, 0);
        for (var y = box.Top; y < box.Bottom; y++)
        {
            for (var x = box.Left; x < box.Right; x++)
            {
                if (Dark[(y * Width) + x])
                {
                    (left, right) = (Math.Min(left, x), Math.Max(right, x + 1));
                    (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y + 1));
                }
            }
        }

        return right == 0 ? default : new PixelBox(left, top, right, bottom);
    }

    private void Clear(PixelBox box)
    {
        var (left, right) = (Math.Clamp(box.Left, 0, Width), Math.Clamp(box.Right, 0, Width));
        for (var y = Math.Max(0, box.Top); y < Math.Min(Height, box.Bottom) && right > left; y++)
        {
            Dark.AsSpan((y * Width) + left, right - left).Clear();
        }
    }

    /// <summary>Takes out what is no larger than two by two pixels: dust. The point of a figure is larger at the resolution of a page.</summary>
    private void DropSpecks()
    {
        for (var y = 1; y < Height - 3; y++)
        {
            for (var x = 1; x < Width - 3; x++)
            {
                if (Dark[(y * Width) + x] && IsLone(x, y))
                {
                    Clear(new PixelBox(x, y, x + 2, y + 2));
                }
            }
        }
    }

    private bool IsLone(int left, int top)
    {
        for (var i = -1; i < 3; i++)
        {
            if (this[left + i, top - 1] || this[left + i, top + 2] || this[left - 1, top + i] || this[left + 2, top + i])
            {
                return false;
            }
        }

        return true;
    }

    private static int Threshold(byte[] pixels, out int paper)
    {
        var counts = new long[256];
        foreach (var pixel in pixels)
        {
            counts[pixel]++;
        }

        var total = 0.0;
        for (var i = 0; i < 256; i++)
        {
            total += (double)i * counts[i];
        }

        var (best, spread, below, sum) = (128, -1.0, 0L, 0.0);
        paper = 255;
        for (var i = 0; i < 255; i++)
        {
            below += counts[i];
            sum += (double)i * counts[i];
            var above = pixels.Length - below;
            if (below == 0 || above == 0)
            {
                continue;
            }

            var apart = (sum / below) - ((total - sum) / above);
            var between = (double)below * above * apart * apart;
            if (between > spread)
            {
                (best, spread) = (i + 1, between);
                paper = (int)((total - sum) / above);
            }
        }

        return Math.Clamp(best, DarkestThreshold, LightestThreshold);
    }
}
