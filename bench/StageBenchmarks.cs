using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Gouji.Extract;
using Gouji.Model;
using Gouji.Normalize;
using Gouji.Normalize.Rules;

namespace Gouji.Bench;

/// <summary>Each stage on its own and the whole line, each as a ratio to the floor.</summary>
public class StageBenchmarks
{
    /// <summary>Rounds and the pause between them after which the compiler has nothing left to make faster.</summary>
    private const int WarmUpRounds = 8;
    private const int ChecksARound = 50;

    /// <summary>Paragraphs before a table that may be its title and unit line.</summary>
    private const int TitleLines = 4;
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromMilliseconds(250);
    private static bool _isWarm;

    private readonly DocumentExtractor _extractor = new();
    private readonly DisclosureRecogniser _recogniser = new();
    private readonly Reconciler _reconciler = new(Rulebook.BuiltIn);
    private readonly byte[] _bytes = File.ReadAllBytes(Repository.Kezhou("docx"));
    private readonly FetchedDocument _docx = Fetched("docx");
    private readonly FetchedDocument _html = Fetched("html");
    private readonly FetchedDocument _text = Fetched("txt");
    private readonly DocumentContent _content;
    private readonly DocumentContent _tables;
    private readonly Disclosure _disclosure;

    /// <summary>Reads the document once, for the stages behind the reader.</summary>
    public StageBenchmarks()
    {
        _content = _extractor.Read(_docx);
        _tables = _content with { Blocks = [.. _content.Blocks.Where((block, i) => block is TableBlock || _content.Blocks.Skip(i).Take(TitleLines).Any(static next => next is TableBlock))] };
        _disclosure = _recogniser.Recognise(_content);
    }

    /// <summary>Runs the whole line on every format, once a process.</summary>
    [GlobalSetup]
    public void WarmUp()
    {
        for (var round = 0; round < WarmUpRounds && !_isWarm; round++)
        {
            for (var i = 0; i < ChecksARound; i++)
            {
                WalkXml();
                CheckDocx();
                CheckHtml();
                CheckText();
            }

            Thread.Sleep(BetweenRounds);
        }

        _isWarm = true;
    }

    /// <summary>Inflating and walking the XML, and nothing else.</summary>
    [Benchmark(Baseline = true, Description = "floor: inflate + XmlReader.Read")]
    public int WalkXml() => Floor.Walk(_bytes);

    /// <summary>The reader of Word documents.</summary>
    [Benchmark(Description = "docx → content")]
    public DocumentContent ReadDocx() => _extractor.Read(_docx);

    /// <summary>The reader of pages.</summary>
    [Benchmark(Description = "html → content")]
    public DocumentContent ReadHtml() => _extractor.Read(_html);

    /// <summary>The reader of plain text.</summary>
    [Benchmark(Description = "text → content")]
    public DocumentContent ReadText() => _extractor.Read(_text);

    /// <summary>Forms and facts.</summary>
    [Benchmark(Description = "content → disclosure")]
    public Disclosure Recognise() => _recogniser.Recognise(_content);

    /// <summary>Rules, equations, blame.</summary>
    [Benchmark(Description = "disclosure → checks, findings")]
    public Reconciliation Reconcile() => _reconciler.Check(_disclosure);

    /// <summary>Forms, facts, rules, with all sentences.</summary>
    [Benchmark(Description = "content → findings")]
    public Reconciliation Judge() => _reconciler.Check(_recogniser.Recognise(_content));

    /// <summary>The same without the explanations: what sentences add is the difference.</summary>
    [Benchmark(Description = "content → findings, tables alone")]
    public Reconciliation JudgeTables() => _reconciler.Check(_recogniser.Recognise(_tables));

    /// <summary>The whole line of a Word document.</summary>
    [Benchmark(Description = "docx → findings")]
    public Reconciliation CheckDocx() => Check(_docx);

    /// <summary>The whole line of a page.</summary>
    [Benchmark(Description = "html → findings")]
    public Reconciliation CheckHtml() => Check(_html);

    /// <summary>The whole line of a plain text.</summary>
    [Benchmark(Description = "text → findings")]
    public Reconciliation CheckText() => Check(_text);

    private Reconciliation Check(FetchedDocument document) => _reconciler.Check(_recogniser.Recognise(_extractor.Read(document)));

    private static FetchedDocument Fetched(string format)
    {
        var path = Repository.Kezhou(format);
        var bytes = File.ReadAllBytes(path);
        return new FetchedDocument(path, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
