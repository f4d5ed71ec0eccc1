using System.Globalization;
using System.Security;
using System.Text;

namespace Gouji.CorpusGenerator.Writers;

/// <summary>The objects of one page in the words of GB/T 33190.</summary>
internal static class OfdPage
{
    /// <param name="page">What is printed.</param>
    /// <param name="id">The largest number of an object so far.</param>
    public static string Objects(PrintedPage page, ref int id)
    {
        var objects = new StringBuilder();
        foreach (var mark in page.Marks)
        {
            id++;
            if (mark is PrintedLine line)
            {
                Append(objects, id, line);
            }
            else if (mark is PrintedFrame frame)
            {
                Append(objects, id, frame);
            }
        }

        return objects.ToString();
    }

    private static void Append(StringBuilder objects, int id, PrintedLine line)
    {
        var (text, x, baseline, size, isBold) = line;
        var width = PrintedLine.WidthOf(text, size);
        objects.Append(CultureInfo.InvariantCulture, $"<ofd:TextObject ID=\"{id}\" Boundary=\"{Mm(x)} {Mm(baseline - (size * 0.9))} {Mm(width)} {Mm(size * 1.2)}\" Font=\"1\" Size=\"{Mm(size)}\"");
        objects.Append(isBold ? " Weight=\"700\"" : "");
        objects.Append(CultureInfo.InvariantCulture, $"><ofd:TextCode X=\"0\" Y=\"{Mm(size * 0.9)}\"");
        objects.Append(text.Length > 1 ? $" DeltaX=\"{Deltas(text, size)}\"" : "");
        objects.Append(CultureInfo.InvariantCulture, $">{SecurityElement.Escape(text)}</ofd:TextCode></ofd:TextObject>");
    }

    private static void Append(StringBuilder objects, int id, PrintedFrame frame)
    {
        var (x, y, width, height) = frame;
        objects.Append(
            CultureInfo.InvariantCulture,
            $"<ofd:PathObject ID=\"{id}\" Boundary=\"{Mm(x)} {Mm(y)} {Mm(width)} {Mm(height)}\" LineWidth=\"0.18\"><ofd:AbbreviatedData>M 0 0 L {Mm(width)} 0 L {Mm(width)} {Mm(height)} L 0 {Mm(height)} C</ofd:AbbreviatedData></ofd:PathObject>");
    }

    // g n v is n times v (GB/T 33190 11.3).
    private static string Deltas(string text, double size)
    {
        var runs = new List<(string Way, int Count)>();
        foreach (var character in text[..^1])
        {
            var way = Mm(PrintedLine.WidthOf(character, size));
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
