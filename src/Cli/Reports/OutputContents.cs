using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsvHelper;
using Gouji.Cli.Output;

namespace Gouji.Cli.Reports;

/// <summary>
/// What an output folder says. Its records are not read, its checks are counted, and its findings stay where they stand until their page
/// is written, so that memory holds little more than a row a document.
/// </summary>
internal sealed partial class OutputContents
{
    private static readonly CsvReaderOptions Csv = new()
    {
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
        MissingField = CsvMissingFieldHandling.Throw,
    };

    private readonly string _folder;
    private readonly List<ReportedDocument> _documents = [];
    private readonly List<ReportedGap> _gaps = [];
    private readonly Dictionary<string, ReportedDocument> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReportedDocument> _bySha256 = new(StringComparer.Ordinal);

    private OutputContents(string folder) => _folder = folder;

    /// <summary>The rows of documents.csv, in its order.</summary>
    public IReadOnlyList<ReportedDocument> Documents => _documents;

    /// <summary>The rows of gaps.csv: disclosures that are expected and not there.</summary>
    public IReadOnlyList<ReportedGap> Gaps => _gaps;

    /// <summary>How often each rule was evaluated with which verdict, in ordinal order of the rules.</summary>
    public SortedDictionary<string, VerdictTally> Rules { get; } = new(StringComparer.Ordinal);

    /// <summary>The document with those bytes; null where none has them.</summary>
    public ReportedDocument? WithSha256(string sha256) => _bySha256.GetValueOrDefault(sha256);

    /// <summary>Reads an output folder.</summary>
    /// <param name="folder">A folder written by <c>check --out</c> or <c>export</c>.</param>
    /// <exception cref="CommandFailedException">The folder holds no output, or a file of it is damaged.</exception>
    public static OutputContents Read(string folder)
    {
        var contents = new OutputContents(folder);
        contents.EachRow(OutputFolder.Documents, row => contents.Add(new ReportedDocument(row.GetString)));
        contents.EachRow(OutputFolder.Gaps, row => contents._gaps.Add(new ReportedGap(row.GetString)));
        contents.EachRow(OutputFolder.Unread, row => contents.Named(row.GetString("document"), OutputFolder.Unread).Unread++);
        contents.EachRow(OutputFolder.Checks, row => contents.Count(row.GetString("rule"), row.GetString("verdict")));
        contents.FindFindings();
        return contents;
    }

    /// <summary>The findings of a document as findings.jsonl holds them, in its order.</summary>
    public IEnumerable<JsonDocument> FindingsOf(ReportedDocument document)
    {
        if (document.Findings.Count == 0)
        {
            yield break;
        }

        using var file = File.OpenRead(Path.Combine(_folder, OutputFolder.FindingsJson));
        foreach (var (offset, length) in document.Findings)
        {
            var line = new byte[length];
            file.Position = offset;
            file.ReadExactly(line);
            yield return JsonDocument.Parse(line);
        }
    }

    private void Add(ReportedDocument document)
    {
        _documents.Add(document);

        // Members of an archive may share their name, and copies their bytes: the first stands for them.
        _byName.TryAdd(document.Name, document);
        _bySha256.TryAdd(document.Sha256, document);
    }

    private void Count(string rule, string verdict)
    {
        if (!Rules.TryGetValue(rule, out var tally))
        {
            Rules.Add(rule, tally = new VerdictTally());
        }

        tally.Add(verdict);
    }

    private void EachRow(string file, Action<CsvReader> read)
    {
        try
        {
            using var csv = CsvReader.Create(File.OpenRead(Path.Combine(_folder, file)), Csv);
            while (csv.Read())
            {
                read(csv);
            }
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Missing(file);
        }
        catch (Exception damage) when (damage is CsvFormatException or KeyNotFoundException or IndexOutOfRangeException)
        {
            throw Damaged(file, damage);
        }
    }

    private void FindFindings()
    {
        try
        {
            var offset = 0L;
            foreach (var line in File.ReadLines(Path.Combine(_folder, OutputFolder.FindingsJson), Encoding.UTF8))
            {
                using var finding = JsonDocument.Parse(line);
                var id = finding.RootElement.GetProperty("finding").GetString() ?? "";
                if (!IdPattern().IsMatch(id))
                {
                    throw Damaged(OutputFolder.FindingsJson, null);
                }

                var length = Encoding.UTF8.GetByteCount(line);
                Named(finding.RootElement.GetProperty("document").GetString(), OutputFolder.FindingsJson)
                    .Add(id, offset, length, finding.RootElement.GetProperty("severity").GetString() ?? "");
                offset += length + 1;
            }
        }
        catch (FileNotFoundException)
        {
            throw Missing(OutputFolder.FindingsJson);
        }
        catch (Exception damage) when (damage is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw Damaged(OutputFolder.FindingsJson, damage);
        }
    }

    // An id is the name of a page too.
    [GeneratedRegex("^[0-9a-f]{8}([.][0-9]+)?-[0-9]+$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex IdPattern();

    private ReportedDocument Named(string? name, string file) =>
        name is not null && _byName.TryGetValue(name, out var document) ? document : throw Damaged(file, null);

    private CommandFailedException Missing(string file) => CommandFailedException.Usage(
        $"“{_folder}”中没有 {file}；请给出 check --out 写入的文件夹，或工作区。",
        $"there is no {file} in '{_folder}'; name a folder written by check --out, or a workspace");

    private CommandFailedException Damaged(string file, Exception? damage) => CommandFailedException.Failed(
        $"“{Path.Combine(_folder, file)}”已损坏或不完整；请重新运行 check --out。",
        $"'{Path.Combine(_folder, file)}' is damaged or not complete; run check --out again",
        damage);
}
