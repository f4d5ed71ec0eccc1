using Gouji.Model;

namespace Gouji.Cli.Checking;

/// <summary>What a run adds up to.</summary>
internal sealed class CheckTotals
{
    private readonly long[] _verdicts = new long[Enum.GetValues<Verdict>().Length];
    private readonly long[] _severities = new long[Enum.GetValues<Severity>().Length];

    public long Documents { get; private set; }

    /// <summary>Documents that could not be read or on which a stage failed.</summary>
    public long NotRead { get; private set; }

    /// <summary>Documents that were read and have no table with figures.</summary>
    public long WithoutTables { get; private set; }

    /// <summary>How many documents were not read for each reason, in the order of their codes.</summary>
    public SortedDictionary<string, long> Reasons { get; } = new(StringComparer.Ordinal);

    public long Tables { get; private set; }

    public long Recognised { get; private set; }

    public long Facts { get; private set; }

    /// <summary>Figures in sentences.</summary>
    public long ProseFigures { get; private set; }

    /// <summary>Figures in sentences that are understood.</summary>
    public long ProseFiguresUnderstood { get; private set; }

    public long Equations { get; private set; }

    public long Of(Verdict verdict) => _verdicts[(int)verdict];

    public long Of(Severity severity) => _severities[(int)severity];

    public long Findings => _severities.Sum();

    /// <summary>Disclosures that are expected and not there.</summary>
    public long Gaps { get; private set; }

    /// <summary>Adds what was said across the documents.</summary>
    public void Add(RunLinks links)
    {
        Gaps += links.Gaps.Count;
        foreach (var row in links.Documents)
        {
            Count(row.Document);
        }
    }

    public void Add(CheckedDocument document)
    {
        Documents++;
        if (!document.WasRead)
        {
            NotRead++;
            var code = document.Reasons is [var reason, ..] ? reason.Code : "";
            Reasons[code] = Reasons.GetValueOrDefault(code) + 1;
        }

        WithoutTables += document.Outcome == Outcome.NoTables ? 1 : 0;
        Tables += document.Tables;
        Recognised += document.Recognised;
        Facts += document.Facts.Count;
        ProseFigures += document.ProseFigures;
        ProseFiguresUnderstood += document.ProseFiguresUnderstood;
        Count(document);
    }

    private void Count(CheckedDocument document)
    {
        Equations += document.Checks.Count;
        foreach (var check in document.Checks)
        {
            _verdicts[(int)check.Verdict]++;
        }

        foreach (var finding in document.Findings)
        {
            _severities[(int)finding.Severity]++;
        }
    }

    /// <summary>The exit status of the run.</summary>
    /// <param name="failOn">The least severity that counts; null for none.</param>
    public int Status(Severity? failOn)
    {
        if (failOn is { } least && Enum.GetValues<Severity>().Any(severity => severity >= least && Of(severity) > 0))
        {
            return ExitStatus.Findings;
        }

        return NotRead > 0 ? ExitStatus.Unreadable : ExitStatus.Ok;
    }
}
