using System.Globalization;
using System.Security;
using System.Text;

namespace Gouji.CorpusGenerator.Writers;

/// <summary>The objects of one page; places in millimetres from the top left.</summary>
internal sealed class OfdPage
{
    private readonly StringBuilder _objects = new();

    public string Objects => _objects.ToString();

    /// <summary>A line of text whose characters stand where a typesetter puts them.</summary>
    /// <param name="id">Number of the object.</param>
    /// <param name="text">The text; spaces take room.</param>
    /// <param name="x">Where it begins.</param>
    /// <param name="baseline">The line it stands on.</param>
    /// <param name="size">Size of the font.</param>
    /// <param name="isBold">Whether it is bold.</param>
    public void AddText(int id, string text, double x, double baseline, double size, bool isBold)
    {
        var width = WidthOf(text, size);
        _objects.Append(CultureInfo.InvariantCulture, $"<ofd:TextObject ID=\"{id}\" Boundary=\"{Mm(x)} {Mm(baseline - (size * 0.9))} {Mm(width)} {Mm(size * 1.2)}\" Font=\"1\" Size=\"{Mm(size)}\"");
        _objects.Append(isBold ? " Weight=\"700\"" : "");
        _objects.Append(CultureInfo.InvariantCulture, $"><ofd:TextCode X=\"0\" Y=\"{Mm(size * 0.9)}\"");
        _objects.Append(text.Length > 1 ? $" DeltaX=\"{Deltas(text, size)}\"" : "");
        _objects.Append(CultureInfo.InvariantCulture, $">{SecurityElement.Escape(text)}</ofd:TextCode></ofd:TextObject>");
    }

    /// <summary>The frame of a cell.</summary>
    public void AddFrame(int id, double x, double y, double width, double height) => _objects.Append(
        CultureInfo.InvariantCulture,
        $"<ofd:PathObject ID=\"{id}\" Boundary=\"{Mm(x)} {Mm(y)} {Mm(width)} {Mm(height)}\" LineWidth=\"0.18\"><ofd:AbbreviatedData>M 0 0 L {Mm(width)} 0 L {Mm(width)} {Mm(height)} L 0 {Mm(height)} C</ofd:AbbreviatedData></ofd:PathObject>");

    /// <summary>How wide a text is: a Chinese character is as wide as high, others are half as wide.</summary>
    public static double WidthOf(string text, double size) => text.Sum(character => WidthOf(character, size));

    public static double WidthOf(char character, double size) => character < 0x2000 ? size / 2 : size;

    // g n v is n times v (GB/T 33190 11.3).
    private static string Deltas(string text, double size)
    {
        var runs = new List<(string Way, int Count)>();
        foreach (var character in text[..^1])
        {
            var way = Mm(WidthOf(character, size));
            if (runs.Count > 0 && runs[^1].Way == way)
            {
                runs[^1] = (way, runs[^1].Count + 1);
            }
            else
            {
                runs.Add((way, 1));
            }
        }

        return string.Join(' ', runs.Select(run => run.Count > 2 ? $"g {run.Count} {run.Way}" : string.Join(' ', Enumerable.Repeat(run.Way, run.Count))));
    }

    private static string Mm(double value) => Math.Round(value, 4).ToString(CultureInfo.InvariantCulture);
}
