using System.IO.Compression;
using Gouji.Extract;
using Gouji.Extract.Archives;
using Gouji.Model;

namespace Gouji.Corpus.Tests;

/// <summary>A way in which a file arrives broken.</summary>
/// <param name="Name">What happened to it, in a few words.</param>
/// <param name="Apply">Breaks the bytes of a whole file.</param>
internal sealed record Damage(string Name, Func<byte[], byte[]> Apply)
{
    /// <summary>Bytes at the begin by which a format is told.</summary>
    private const int Header = 64;

    /// <summary>Every way, the random ones with fixed seeds.</summary>
    public static IReadOnlyList<Damage> All { get; } =
    [
        new("zero bytes", static _ => []),
        new("first half", static whole => whole[..(whole.Length / 2)]),
        new("last half", static whole => whole[(whole.Length / 2)..]),
        .. Enumerable.Range(1, 4).Select(static seed => new Damage($"bytes flipped, seed {seed}", whole => Flipped(whole, seed))),
        .. Enumerable.Range(1, 2).Select(static seed => new Damage($"random behind its header, seed {seed}", whole => Headed(whole, seed))),
    ];

    /// <summary>The sources of the example, and what the corpus has no source of.</summary>
    public static IReadOnlyDictionary<string, byte[]> Whole { get; } = WholeFiles();

    /// <summary>What comes of the bytes: a document that has something in it, or failures with their reasons; anything else is thrown.</summary>
    public static (DocumentContent? Content, IReadOnlyList<UnreadableDocumentException> Failures) Read(byte[] bytes)
    {
        var document = new FetchedDocument("damaged", bytes, new string('0', 64));
        if (ArchiveOpener.Recognises(bytes))
        {
            var failures = new List<UnreadableDocumentException>();
            DocumentContent? last = null;
            foreach (var member in new ArchiveOpener(new ReadingLimits()).Open(document, TestContext.Current.CancellationToken))
            {
                if (member.Document is { } inner)
                {
                    var (content, inside) = ReadOne(inner);
                    last = content ?? last;
                    failures.AddRange(inside);
                }
                else
                {
                    failures.Add(member.Failure!);
                }
            }

            return (last, failures);
        }

        return ReadOne(document);
    }

    private static (DocumentContent? Content, IReadOnlyList<UnreadableDocumentException> Failures) ReadOne(FetchedDocument document)
    {
        try
        {
            return (new DocumentExtractor(new ReadingLimits { PicturePages = 0 }).Read(document, TestContext.Current.CancellationToken), []);
        }
        catch (UnreadableDocumentException failure)
        {
            return (null, [failure]);
        }
    }

    private static byte[] Flipped(byte[] whole, int seed)
    {
        var (random, bytes) = (new Random(seed), (byte[])whole.Clone());
        for (var i = 0; i < 1 + (whole.Length / 200); i++)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return bytes;
    }

    private static byte[] Headed(byte[] whole, int seed)
    {
        var bytes = (byte[])whole.Clone();
        new Random(seed).NextBytes(bytes.AsSpan(Math.Min(Header, bytes.Length)));
        return bytes;
    }

    private static SortedDictionary<string, byte[]> WholeFiles()
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var source in Corpus.SourcesOf("kezhou-2020"))
        {
            files.Add(Path.GetExtension(source)[1..], File.ReadAllBytes(Path.Combine(Repository.Corpus, source)));
        }

        files.Add("scan", File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "Extract", "Documents", "pdf", "scan-200dpi.pdf")));
        files.Add("mht", [.. "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"u8, .. System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(files["html"], Base64FormattingOptions.InsertLineBreaks))]);
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in new[] { "doc", "docx", "txt" })
            {
                using var stream = archive.CreateEntry("预算." + name).Open();
                stream.Write(files[name]);
            }
        }

        files.Add("zip", zip.ToArray());
        return files;
    }
}
