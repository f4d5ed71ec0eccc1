using System.Text;

namespace Gouji.Extract.Scans;

/// <summary>Reads pictures of single lines with Tesseract, all in one process.</summary>
internal sealed class LineEngine(ScanPrograms programs, TemporaryFolder folder, CancellationToken cancellationToken)
{
    /// <summary>What figures of budgets are printed with.</summary>
    public const string FigureCharacters = "0123456789.,-%";

    private static readonly TimeSpan ToBegin = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan EachLine = TimeSpan.FromSeconds(2);

    private int _calls;

    /// <param name="pictures">Files, in order.</param>
    /// <param name="model">The language model.</param>
    /// <param name="characters">The only characters there can be; null where any can.</param>
    public ReadLine[] Read(IReadOnlyList<string> pictures, string model, string? characters)
    {
        if (pictures.Count == 0)
        {
            return [];
        }

        var call = $"read-{++_calls}";
        var (list, table) = (folder[call + ".txt"], folder[call]);
        File.WriteAllText(list, string.Join('\n', pictures) + "\n", new UTF8Encoding(false));
        string[] only = characters is null ? [] : ["-c", "tessedit_char_whitelist=" + characters];
        ChildProgram.Run(
            programs.Recogniser,
            [list, table, "-l", model, "--psm", "7", "--dpi", "300", .. only, "tsv"],
            ToBegin + (EachLine * pictures.Count),
            cancellationToken);
        return TsvReader.Read(File.ReadAllText(table + ".tsv"), pictures.Count);
    }
}
