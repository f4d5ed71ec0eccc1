using System.Collections.Concurrent;
using System.Globalization;
using Gouji.Model;
using Gouji.Normalize;
using Gouji.Normalize.Rules;

namespace Gouji.Corpus.Tests.Mutations;

/// <summary>
/// Slips of the hand in the sentences of consistent documents are found. What counts is every slip that an equation evaluated in the
/// untouched document would notice; a slip within its rounding, or in a figure that no equation has, is reported apart.
/// A slip that is found is told once: there are no more findings than wrong figures.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int PerDocument = 240;
    private const double Least = 0.99;
    private const double LeastToldOnce = 0.99;
    private const double LeastToldOnceInPairs = 0.95;

    private static readonly DisclosureRecogniser Recogniser = new();
    private static readonly Reconciler Reconciler = new(Rulebook.BuiltIn);

    [Fact]
    public void Check_slipThatAnIdentityCovers_isNamed()
    {
        var tally = new ConcurrentBag<Slip>();
        var missed = new ConcurrentBag<string>();
        var scattered = new ConcurrentBag<string>();
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
                var findings = Reconciler.Check(Recogniser.Recognise(mutation.In(read.Content))).Findings.Where(finding => !before.Contains((finding.Rule, finding.Message.Zh)) && mutation.IsNamedBy(finding)).ToList();
                tally.Add(new Slip(mutation.Kind, noticed, findings.Count, mutation.Starts.Count));
                if (noticed && findings.Count == 0)
                {
                    missed.Add($"{source} {mutation.Kind} at {string.Join(", ", mutation.Starts)}: {mutation.Text}");
                }
                else if (findings.Count > mutation.Starts.Count)
                {
                    scattered.Add($"{source} {mutation.Kind} at {string.Join(", ", mutation.Starts)} as {string.Join(", ", findings.Select(static finding => finding.Rule))}: {mutation.Text}");
                }
            });
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{inEquations} of {figures} figures of sentences are in an equation"));
        foreach (var kind in tally.GroupBy(static one => one.Kind).OrderBy(static kind => kind.Key))
        {
            var covered = kind.Where(static one => one.Noticed).ToList();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{kind.Key,-14} {covered.Count(static one => one.Found),5} of {covered.Count,5} found ({Share(covered),7:P2}), {ShareToldOnce(covered),7:P2} of them once; {kind.Count() - covered.Count,4} beyond every equation, {kind.Count(static one => !one.Noticed && one.Found)} of them found"));
        }

        foreach (var one in scattered.Order(StringComparer.Ordinal))
        {
            output.WriteLine(one);
        }

        var all = tally.Where(static one => one.Noticed).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"all",-14} {all.Count(static one => one.Found),5} of {all.Count,5} found ({Share(all),7:P2}), {ShareToldOnce(all),7:P2} of them once"));
        foreach (var one in missed.Order(StringComparer.Ordinal))
        {
            output.WriteLine(one);
        }

        Assert.True(all.Count > 1500, $"only {all.Count} slips were drawn");
        Assert.True(Share(all) >= Least, string.Create(CultureInfo.InvariantCulture, $"{Share(all):P2} of the slips are found; missed:\n{string.Join('\n', missed.Order(StringComparer.Ordinal).Take(40))}"));
        Assert.All(all.GroupBy(static one => one.Kind), static kind => Assert.True(
            ShareToldOnce([.. kind]) >= (kind.Key == MutationKind.Order ? LeastToldOnceInPairs : LeastToldOnce),
            string.Create(CultureInfo.InvariantCulture, $"{ShareToldOnce([.. kind]):P2} of the slips of kind {kind.Key} are told once")));
    }

    private static double Share(List<Slip> slips) => Share([.. slips.Where(static slip => slip.Found)], slips.Count);

    /// <summary>Of the slips that are found, those that have no more findings than wrong figures.</summary>
    private static double ShareToldOnce(List<Slip> slips) => Share([.. slips.Where(static slip => slip.Found && slip.ToldOnce)], slips.Count(static slip => slip.Found));

    private static double Share(List<Slip> slips, int of) => of == 0 ? 1 : (double)slips.Count / of;

    /// <summary>What became of a slip.</summary>
    private readonly record struct Slip(MutationKind Kind, bool Noticed, int Findings, int Figures)
    {
        public bool Found => Findings > 0;

        public bool ToldOnce => Findings <= Figures;
    }
}
