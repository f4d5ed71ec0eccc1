namespace Gouji.Normalize.Codes;

/// <summary>What a code is called in some fiscal years: one line of the data.</summary>
/// <param name="Code">3, 5 or 7 digits.</param>
/// <param name="Name">The official name (科目名称).</param>
/// <param name="Years">The fiscal years for which code and name are listed. Other years are not thereby excluded.</param>
/// <param name="Confirmed">Whether a source confirms it. What is not confirmed never backs a finding.</param>
/// <param name="Note">Where it needs a remark; empty otherwise.</param>
internal sealed record CodeName(string Code, string Name, YearRange Years, bool Confirmed, string Note);

/// <summary>
/// Numbers of which the list is complete for some years: one that is not listed for such a year certainly does not exist in it.
/// Only from this, never from a missing line alone, is it concluded that a code is wrong.
/// </summary>
/// <param name="First">The first code of the range.</param>
/// <param name="Last">The last, with as many digits.</param>
/// <param name="Years">The years for which the list is complete.</param>
internal sealed record ClosedRange(string First, string Last, YearRange Years)
{
    /// <summary>Whether the range says that an unlisted code does not exist in the year; null asks for every year.</summary>
    public bool Excludes(ReadOnlySpan<char> code, int? year) =>
        code.Length == First.Length
        && code.CompareTo(First, StringComparison.Ordinal) >= 0
        && code.CompareTo(Last, StringComparison.Ordinal) <= 0
        && (year is { } asked ? Years.Contains(asked) : Years.IsAlways);
}
