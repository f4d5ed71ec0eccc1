using System.Text;
using Gouji.Extract;
using Gouji.Model;
using Gouji.Normalize;
using Gouji.Normalize.Rules;

namespace Gouji.Corpus.Tests;

/// <summary>
/// A file that a broken download cut short accuses nobody: what its totals lack stood in the part that is missing. Formats without text
/// refuse such a file (see <see cref="DamageTests"/>); a text and a page of the web can be read up to the cut.
/// </summary>
public sealed class CutShortTests
{
    private const int Cuts = 12;

    public static TheoryData<string> Sources() =>
        [.. Corpus.Cases.SelectMany(Corpus.SourcesOf).Where(static source => source.EndsWith(".txt", StringComparison.Ordinal) || source.EndsWith(".html", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Check_textCutAnywhere_findsNoErrorThatTheWholeHasNot(string source)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Corpus, source));
        var whole = Errors(text).ToHashSet(StringComparer.Ordinal);
        var random = new Random(source.Length);
        for (var i = 0; i < Cuts; i++)
        {
            // A cut that ends a line cannot be told from the end of a shorter text.
            var cut = text[..random.Next(text.Length / 6, text.Length)].TrimEnd('\n', '\r', '\f');

            Assert.Empty(Errors(cut).Except(whole));
        }
    }

    /// <summary>The rules by which a text has errors; none where it is refused.</summary>
    private static List<string> Errors(string text)
    {
        try
        {
            var content = new DocumentExtractor().Read(new FetchedDocument("cut", Encoding.UTF8.GetBytes(text), new string('0', 64)), TestContext.Current.CancellationToken);
            var checkedOnce = new Reconciler(Rulebook.BuiltIn).Check(new DisclosureRecogniser().Recognise(content));
            return [.. checkedOnce.Findings.Where(static finding => finding.Severity == Severity.Error).Select(static finding => finding.Rule).Distinct()];
        }
        catch (UnreadableDocumentException failure)
        {
            Assert.Equal(UnreadableReason.Damaged, failure.Reason);
            return [];
        }
    }
}
