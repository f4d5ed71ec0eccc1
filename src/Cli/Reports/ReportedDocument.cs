using System.Globalization;

namespace Gouji.Cli.Reports;

/// <summary>A row of documents.csv with what the other files say of the document.</summary>
internal sealed class ReportedDocument(Func<string, string> field)
{
    private const string Inner = "!/";

    private readonly List<(long Offset, int Length)> _findings = [];

    public string Name { get; } = field("document");

    public string Path { get; } = field("path");

    public string Sha256 { get; } = field("sha256");

    public string Format { get; } = field("format");

    public string Department { get; } = field("department");

    public string FiscalYear { get; } = field("fiscal_year");

    public string Kind { get; } = field("kind");

    public string Outcome { get; } = field("outcome");

    public string Reason { get; } = field("reason");

    public string Twin { get; } = field("twin");

    public long Tables { get; } = Number(field("tables"));

    public long Recognised { get; } = Number(field("recognised"));

    public long Facts { get; } = Number(field("facts"));

    public long ProseFigures { get; } = Number(field("prose_figures"));

    public long ProseUnderstood { get; } = Number(field("prose_understood"));

    /// <summary>Its equations by verdict.</summary>
    public VerdictTally Verdicts { get; } = new()
    {
        Holds = Number(field("held")),
        Rounding = Number(field("rounding")),
        Broken = Number(field("broken")),
        CannotTell = Number(field("cannot_tell")),
    };

    public long Errors { get; private set; }

    public long Warnings { get; private set; }

    public long Notices { get; private set; }

    /// <summary>Figures that are printed and were not understood.</summary>
    public long Unread { get; set; }

    /// <summary>Whether the document was read.</summary>
    public bool WasRead => Outcome is "checked" or "no_tables";

    /// <summary>Whether pages of it are pictures whose text was recognised.</summary>
    public bool WasRecognised => Reason.Contains("pages-recognised:", StringComparison.Ordinal);

    /// <summary>Where its findings stand in findings.jsonl, in bytes.</summary>
    public IReadOnlyList<(long Offset, int Length)> Findings => _findings;

    /// <summary>What the ids of its findings begin with; null where it has none.</summary>
    public string? FindingPrefix { get; private set; }

    /// <summary>The file that holds it: the archive, where it is a member of one.</summary>
    public string FilePath => Path.IndexOf(Inner, StringComparison.Ordinal) is >= 0 and var inner ? Path[..inner] : Path;

    /// <summary>Whether it is a member of an archive.</summary>
    public bool IsMember => FilePath.Length < Path.Length;

    /// <summary>Takes a finding.</summary>
    public void Add(string id, long offset, int length, string severity)
    {
        FindingPrefix ??= id[..Math.Max(0, id.LastIndexOf('-'))];
        _findings.Add((offset, length));
        Errors += severity == "error" ? 1 : 0;
        Warnings += severity == "warning" ? 1 : 0;
        Notices += severity == "notice" ? 1 : 0;
    }

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>A row of gaps.csv.</summary>
internal sealed class ReportedGap(Func<string, string> field)
{
    public string Department { get; } = field("department");

    public string FiscalYear { get; } = field("fiscal_year");

    public string Kind { get; } = field("kind");

    public string WhyZh { get; } = field("why_zh");

    public string WhyEn { get; } = field("why_en");
}

/// <summary>How many equations came to which verdict.</summary>
internal sealed class VerdictTally
{
    public long Holds { get; set; }

    public long Rounding { get; set; }

    public long Broken { get; set; }

    public long CannotTell { get; set; }

    public long All => Holds + Rounding + Broken + CannotTell;

    /// <summary>Counts one by its word in checks.csv.</summary>
    public void Add(string verdict)
    {
        switch (verdict)
        {
            case "holds":
                Holds++;
                break;
            case "holds_within_rounding":
                Rounding++;
                break;
            case "broken":
                Broken++;
                break;
            default:
                CannotTell++;
                break;
        }
    }
}
