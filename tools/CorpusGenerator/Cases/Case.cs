using Gouji.CorpusGenerator.Disclosure;

namespace Gouji.CorpusGenerator.Cases;

/// <summary>What a case is for.</summary>
internal enum CaseKind
{
    /// <summary>Nothing is wrong; nothing may be reported above a notice.</summary>
    Consistent,

    /// <summary>One thing is wrong in an otherwise consistent document.</summary>
    Planted,

    /// <summary>Looks wrong to a naive check and is not.</summary>
    Trap,

    /// <summary>A whole document with the many defects of a real one.</summary>
    Example,
}

/// <summary>The formats a case is written in.</summary>
[Flags]
internal enum Formats
{
    None = 0,
    Docx = 1,
    Html = 2,
    HtmlPasted = 4,
    HtmlGbk = 8,
    Text = 16,
    Ofd = 32,
    Pdf = 64,
    Odt = 128,
    Rtf = 256,
    Xlsx = 512,
    Doc = 1024,
}

/// <summary>A finding of severity warning or error that must be reported.</summary>
/// <param name="Rule">Id of the most telling rule.</param>
/// <param name="Severity"><c>error</c> or <c>warning</c>.</param>
internal sealed record Expectation(string Rule, string Severity)
{
    /// <summary>The other severity where the reference leaves it open; null otherwise.</summary>
    public string? OrSeverity { get; init; }

    /// <summary>How many findings at least.</summary>
    public int Count { get; init; } = 1;

    /// <summary>How many at most, where the wrong cells may be reported together or one by one.</summary>
    public int AtMost { get; init; } = 1;

    /// <summary>Figures that the evidence must name, as printed.</summary>
    public IReadOnlyList<string> Figures { get; init; } = [];

    /// <summary>Rules that the same wrong figure breaks too, any of which may stand in for <see cref="Rule"/>.</summary>
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    /// <summary>What the blamed cell states and what it should, as printed; null where no single cell is to blame.</summary>
    public (string? Stated, string Expected)? Blamed { get; init; }

    /// <summary>The cause by its stable name; null where none is demanded.</summary>
    public string? Cause { get; init; }

    /// <summary>True where the prose alone shows it, though a check of tables bears the same rule.</summary>
    public bool Prose { get; init; }

    public static Expectation Error(string rule, params string[] figures) => new(rule, "error") { Figures = figures };

    public static Expectation Warning(string rule, params string[] figures) => new(rule, "warning") { Figures = figures };

    /// <summary>The same with the other rules that break in the document, as the generator's arithmetic finds them.</summary>
    public Expectation In(Document document) => this with { Alternatives = [.. GroundTruth.BrokenRules(document).Where(rule => rule != Rule).Concat(Alternatives).Distinct()] };

    public Expectation Or(params string[] alternatives) => this with { Alternatives = [.. Alternatives, .. alternatives] };

    public Expectation Blame(string? stated, string expected, string? cause = null) => this with { Blamed = (stated, expected), Cause = cause };

    public Expectation UpTo(int most) => this with { AtMost = most };

    public Expectation InProse() => this with { Prose = true };

    public Expectation OrAs(string severity) => this with { OrSeverity = severity };
}

/// <summary>One folder of the corpus: a document in one or more formats and what must be found in it.</summary>
internal sealed record Case(string Id, CaseKind Kind, string Title, string About, Formats Formats, Document Document)
{
    public IReadOnlyList<Expectation> Expect { get; init; } = [];

    /// <summary>Notices that must be reported; others may be.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Findings that the generator's own arithmetic cannot see (prose, names, codes) are not compared with it.</summary>
    public bool BeyondArithmetic { get; init; }
}
