using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Gouji.CorpusGenerator.Figures;
using Gouji.Extract;
using Gouji.Model;
using Gouji.Normalize;
using Gouji.Normalize.Rules;

namespace Gouji.Corpus.Tests.Manners;

/// <summary>
/// Disclosures without a fault in manners that no place has: nothing may be reported, and every form must be recognised.
/// <c>GOUJI_MANNERS</c> tells how many; 400 unless told.
/// </summary>
public sealed class AnyMannerTests(ITestOutputHelper output)
{
    private static readonly DocumentExtractor Extractor = new();
    private static readonly DisclosureRecogniser Recogniser = new();
    private static readonly Reconciler Reconciler = new(Rulebook.BuiltIn);

    [Fact]
    public void Check_faultlessDisclosureInAnyManner_reportsNothing()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("GOUJI_MANNERS") ?? "400", CultureInfo.InvariantCulture);
        var wrong = new ConcurrentBag<(int Seed, string Problem)>();
        var faulty = 0;
        Parallel.For(0, count, seed =>
        {
            var made = RandomDisclosure.Of(seed);

            // A manner without a column for a fund that the body has makes a document with a fault.
            if (ConsistencyCheck.Broken(made.Document).Count > 0)
            {
                Interlocked.Increment(ref faulty);
            }
            else if (Problem(made) is { Length: > 0 } problem)
            {
                wrong.Add((seed, $"{seed}: {problem}\n    {made.Habits}"));
            }
        });
        output.WriteLine($"{count - faulty} of {count} disclosures are without a fault");
        Assert.True(5 * faulty < count, $"{faulty} of {count} disclosures are at fault themselves");
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.OrderBy(static one => one.Seed).Select(static one => one.Problem)));
    }

    private static string Problem(RandomDisclosure made)
    {
        var disclosure = Recogniser.Recognise(Extractor.Read(new FetchedDocument(made.Name, made.Bytes, Convert.ToHexStringLower(SHA256.HashData(made.Bytes)))));
        var problems = Reconciler.Check(disclosure).Findings.Where(static finding => finding.Severity > Severity.Notice).Select(static finding => finding.Rule + " " + finding.Message.En).ToList();
        var (expected, found) = (Roles(made.Document.Tables.Select(static table => table.Role)), Roles(disclosure.Forms.Select(static form => form.Role)));
        if (expected != found)
        {
            problems.Insert(0, $"forms {expected} are read as {found}");
        }

        return string.Join("\n    ", problems);
    }

    private static string Roles(IEnumerable<FormRole> roles) => string.Join(' ', roles.Where(static role => role != FormRole.Unknown));
}
