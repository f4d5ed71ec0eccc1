using System.Collections.Concurrent;
using System.Globalization;
using Gouji.Model;
using Gouji.Normalize;
using Gouji.Normalize.Rules;

namespace Gouji.Corpus.Tests.Mutations;

/// <summary>
/// Slips of the hand in the sentences of consistent documents are found. What counts is every slip that an equation evaluated in the
/// untouched document would notice; a slip within its rounding, or in a figure that no equation has, is reported apart.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int PerDocument = 240;
    private const double Least = 0.99;

    private static readonly DisclosureRecogniser Recogniser = new();
    private static readonly Reconciler Reconciler = new(Rulebook.BuiltIn);

    [Fact]
    public void Check_slipThatAnIdentityCovers_isNamed()
    {
        var tally = new ConcurrentBag<(MutationKind Kind, bool Noticed, bool Found)>();
        var missed = new ConcurrentBag<string>();
        var (figures, inEquations) = (0, 0);
        foreach (var source in Corpus.Cases.Where(static name => Corpus.Case(name).Kind == "consistent").Select(static name => Corpus.FirstOf(name)))
        {
            var read = Corpus.Source(source);
            var identities = new Identities(read.Reconciliation);
            figures += read.Disclosure.Facts.Count(static fact => fact.Source == FactSource.Text);
            inEquations += identities.Covered.Count();
            var before = read.Reconciliation.Findings.Select(static finding => (finding.Rule, finding.Message.Zh)).ToHashSet();
            Parallel.ForEach(new Mutations(read, identities, 2020).Draw(PerDocument).ToList(), mutation =>
            {
                var noticed = identities.Notice(mutation.Values);
                var found = Reconciler.Check(Recogniser.Recognise(mutation.In(read.Content))).Findings.Any(finding => !before.Contains((finding.Rule, finding.Message.Zh)) && mutation.IsNamedBy(finding));
                tally.Add((mutation.Kind, noticed, found));
                if (noticed && !found)
                {
                    missed.Add($"{source} {mutation.Kind} at {string.Join(", ", mutation.Starts)}: {mutation.Text}");
                }
            });
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{inEquations} of {figures} figures of sentences are in an equation"));
        foreach (var kind in tally.GroupBy(static one => one.Kind).OrderBy(static kind => kind.Key))
        {
            var covered = kind.Where(static one => one.Noticed).ToList();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{kind.Key,-14} {covered.Count(static one => one.Found),5} of {covered.Count,5} found ({Share(covered),7:P2}); {kind.Count() - covered.Count,4} beyond every equation, {kind.Count(static one => !one.Noticed && one.Found)} of them found"));
        }

        var all = tally.Where(static one => one.Noticed).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"all",-14} {all.Count(static one => one.Found),5} of {all.Count,5} found ({Share(all),7:P2})"));
        foreach (var one in missed.Order(StringComparer.Ordinal))
        {
            output.WriteLine(one);
        }

        Assert.True(all.Count > 1500, $"only {all.Count} slips were drawn");
        Assert.True(Share(all) >= Least, string.Create(CultureInfo.InvariantCulture, $"{Share(all):P2} of the slips are found; missed:\n{string.Join('\n', missed.Order(StringComparer.Ordinal).Take(40))}"));
    }

    private static double Share(List<(MutationKind Kind, bool Noticed, bool Found)> slips) => slips.Count == 0 ? 1 : (double)slips.Count(static slip => slip.Found) / slips.Count;
}
