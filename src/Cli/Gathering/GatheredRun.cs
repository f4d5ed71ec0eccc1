using Gouji.Ingest.Store;
using Gouji.Model;

namespace Gouji.Cli.Gathering;

/// <summary>All that a run did.</summary>
/// <param name="Run">The run.</param>
/// <param name="Report">What was fetched and what was not.</param>
/// <param name="Withdrawn">Documents that are withdrawn by it.</param>
/// <param name="AtTheirLimit">Sources of which something was left to a later run.</param>
/// <param name="Findings">Findings that are new or resolved by it, those of comparisons across documents among them.</param>
/// <param name="Gaps">Disclosures that are expected and not there, as far as it opened or closed such gaps.</param>
internal sealed record GatheredRun(
    CatalogRun Run,
    RunReport Report,
    IReadOnlyList<WithdrawalCandidate> Withdrawn,
    IReadOnlyCollection<string> AtTheirLimit,
    IReadOnlyList<RunFinding> Findings,
    IReadOnlyList<RunGap> Gaps)
{
    /// <summary>Documents of the run that could not be read; 0 where none was to be.</summary>
    public long NotRead { get; init; }

    /// <summary>What a run came to, with what the catalogue does not know of it.</summary>
    public static GatheredRun Of(CatalogRun run, EndedRun ended, IReadOnlyCollection<string> atTheirLimit, long notRead) =>
        new(run, ended.Report, [.. ended.Withdrawn.Where(static one => one.IsDocument)], atTheirLimit, ended.Findings, ended.Gaps) { NotRead = notRead };

    public IEnumerable<RunDocument> New => Report.Documents.Where(static one => one.Previous is null);

    public IEnumerable<RunDocument> Changed => Report.Documents.Where(static one => one.Previous is not null);

    public IEnumerable<RunTrouble> Failed => Report.Troubles.Where(static one => one.State == AddressState.Failed);

    public IEnumerable<RunTrouble> Blocked => Report.Troubles.Where(static one => one.State == AddressState.Blocked);

    public IEnumerable<SourceTally> DriedUp => Report.Sources.Where(static source => source.HasDriedUp);

    /// <summary>Hosts that are left to the next run.</summary>
    public IReadOnlyList<RestingHost> Resting => Report.Resting;

    public IEnumerable<RunFinding> NewFindings => Findings.Where(static one => one.IsNew);

    public IEnumerable<RunFinding> ResolvedFindings => Findings.Where(static one => !one.IsNew);

    public IEnumerable<RunGap> NewGaps => Gaps.Where(static one => one.IsNew);

    public IEnumerable<RunGap> ClosedGaps => Gaps.Where(static one => !one.IsNew);

    /// <summary>
    /// Whether anything is worth a person's notice: something changed, an address broke that did not before, or a source or host is out of
    /// order.
    /// </summary>
    public bool IsNews => Report.Documents.Count > 0 || Withdrawn.Count > 0 || Report.Missing.Count > 0 || Findings.Count > 0 || Gaps.Count > 0
        || Report.Troubles.Any(static one => one.IsNew) || DriedUp.Any() || Resting.Count > 0;

    /// <summary>The exit status.</summary>
    /// <param name="failOn">The least severity of new findings that counts; null for none.</param>
    public int Status(Severity? failOn)
    {
        if (DriedUp.Any())
        {
            return ExitStatus.Failed;
        }

        if (failOn is { } least && NewFindings.Any(one => Enum.Parse<Severity>(one.Finding.Severity, ignoreCase: true) >= least))
        {
            return ExitStatus.Findings;
        }

        return Report.Troubles.Count > 0 || Report.Due > 0 || NotRead > 0 ? ExitStatus.Unreadable : ExitStatus.Ok;
    }
}
