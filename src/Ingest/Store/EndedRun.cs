namespace Gouji.Ingest.Store;

/// <summary>What a run came to, all of the moment at which it ended.</summary>
/// <param name="Report">What was fetched and what was not.</param>
/// <param name="Withdrawn">Documents that are withdrawn by it.</param>
/// <param name="Findings">Findings that are new or resolved by it.</param>
/// <param name="Gaps">Gaps that it opened or closed.</param>
public sealed record EndedRun(RunReport Report, IReadOnlyList<WithdrawalCandidate> Withdrawn, IReadOnlyList<RunFinding> Findings, IReadOnlyList<RunGap> Gaps);
