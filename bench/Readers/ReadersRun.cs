using System.Globalization;
using System.Security.Cryptography;
using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Writers;
using Gouji.Extract;
using Gouji.Model;

namespace Gouji.Bench.Readers;

/// <summary>Each reader beside programs that know its format independently: processor time for one document, starts left out on both sides.</summary>
internal static class ReadersRun
{
    private const int WarmUpReads = 150;
    private const int Reads = 20;
    private const int Rounds = 5;
    private const int OtherRuns = 20;

    private static readonly OtherProgram PdfToText = new("pdftotext -layout", "pdftotext -layout \"$1\" -");
    private static readonly OtherProgram Antiword = new("antiword", "antiword -w 0 -m UTF-8.txt \"$1\"");
    private static readonly OtherProgram Pandoc = new("pandoc -t plain", "pandoc -t plain \"$1\"");

    private static OtherProgram PythonDocx => new("python-docx", $"/usr/bin/python3 '{Path.Combine(AppContext.BaseDirectory, "Readers", "python_docx.py")}' \"$1\"");

    public static int Run(TextWriter output, TextWriter errors)
    {
        var folder = Directory.CreateTempSubdirectory("gouji-readers-");
        try
        {
            output.WriteLine("| document | KB | reader ms | other program | its ms | reader to other |");
            output.WriteLine("|---|---|---|---|---|---|");
            foreach (var (path, trivial, others) in Comparisons(folder.FullName))
            {
                var own = Measure(path);
                foreach (var other in others)
                {
                    if (other.Measure(path, trivial, OtherRuns) is not { } taken)
                    {
                        errors.WriteLine($"readers: {other.Name} is not installed, or cannot read {path}; it is left out");
                        continue;
                    }

                    output.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {Path.GetRelativePath(Repository.Root, path)} | {new FileInfo(path).Length / 1024} | {own.TotalMilliseconds:F1} | {other.Name} | {taken.TotalMilliseconds:F1} | {own / taken:F2} |"));
                }
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<(string Path, string Trivial, OtherProgram[] Others)> Comparisons(string folder)
    {
        var nothing = new Document("") { Blocks = { new CorpusGenerator.Disclosure.Paragraph("无") } };
        var (pdf, doc, docx) = (Write("pdf", PdfWriter.Write(nothing)), Write("doc", DocWriter.Write(nothing)), Write("docx", DocxWriter.Write(nothing)));
        var documents = Path.Combine(Repository.Root, "tests", "Extract", "Documents");
        yield return (Repository.Kezhou("pdf"), pdf, [PdfToText]);
        yield return (Path.Combine(documents, "pdf", "office-budget.pdf"), pdf, [PdfToText]);
        yield return (Repository.Kezhou("doc"), doc, [Antiword]);
        yield return (Path.Combine(documents, "doc", "kezhou-2020.doc"), doc, [Antiword]);
        yield return (Repository.Kezhou("docx"), docx, [PythonDocx, Pandoc]);

        string Write(string format, byte[] bytes)
        {
            var path = Path.Combine(folder, "nothing." + format);
            File.WriteAllBytes(path, bytes);
            return path;
        }
    }

    /// <summary>The least of several rounds, when the compiler has nothing left to make faster.</summary>
    private static TimeSpan Measure(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var document = new FetchedDocument(path, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var extractor = new DocumentExtractor();
        for (var i = 0; i < WarmUpReads; i++)
        {
            extractor.Read(document);
        }

        var least = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < Reads; i++)
            {
                extractor.Read(document);
            }

            var spent = (Environment.CpuUsage.TotalTime - before) / Reads;
            least = spent < least ? spent : least;
        }

        return least;
    }
}
