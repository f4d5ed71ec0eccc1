using System.Globalization;

namespace Gouji.Extract.Scans;

/// <summary>Reads Tesseract's table of words (<c>tsv</c>): one line a word with its picture, box and confidence, parted by tabulators.</summary>
internal static class TsvReader
{
    private const string WordLevel = "5";

    private const int Fields = 12;

    /// <summary>The line of each picture, in the order of the list of pictures; lines of the table that are no words are passed over.</summary>
    public static ReadLine[] Read(string table, int pictures)
    {
        var words = new List<ReadWord>?[pictures];
        foreach (var line in table.AsSpan().EnumerateLines())
        {
            var fields = line.ToString().Split('\t', Fields);
            if (fields.Length == Fields && fields[0] == WordLevel && Number(fields[1]) is { } picture && picture >= 1 && picture <= pictures
                && Number(fields[6]) is { } left && Number(fields[7]) is { } top && Number(fields[8]) is { } width && Number(fields[9]) is { } height
                && double.TryParse(fields[10], NumberStyles.Float, CultureInfo.InvariantCulture, out var confidence))
            {
                var text = string.Concat(fields[11].Where(static c => !char.IsWhiteSpace(c) && !char.IsControl(c)));
                if (text.Length > 0)
                {
                    (words[picture - 1] ??= []).Add(new ReadWord(text, Math.Clamp(confidence, 0, 100), new PixelBox(left, top, left + width, top + height)));
                }
            }
        }

        return Array.ConvertAll(words, static list => list is null ? ReadLine.Nothing : new ReadLine(list));
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1_000_000 ? number : null;
}
