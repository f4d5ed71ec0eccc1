using Gouji.Model;

namespace Gouji.Normalize.Linking;

/// <summary>A disclosure that is not among the documents though siblings of its body published theirs (缺口).</summary>
/// <param name="Body">The body as printed in one of its documents.</param>
/// <param name="FiscalYear">The fiscal year.</param>
/// <param name="Kind">Budget or final accounts.</param>
/// <param name="Why">Why it is expected.</param>
public sealed record Gap(string Body, int FiscalYear, DisclosureKind Kind, Message Why);
