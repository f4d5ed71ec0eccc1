using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gouji.Model;

namespace Gouji.Corpus.Tests;

/// <summary>Every figure can be opened at its place: in the table, and in the file itself.</summary>
public sealed partial class PlaceInvariantTests
{
    [Theory]
    [MemberData(nameof(Corpus.AllSources), MemberType = typeof(Corpus))]
    public void Fact_place_leadsToItsFigure(string source)
    {
        var read = Corpus.Source(source);
        var lines = SourceText.Raw(read).Split('\n');
        var missed = 0;
        Assert.NotEmpty(read.Disclosure.Facts);
        Assert.All(read.Disclosure.Facts, fact =>
        {
            var text = read.TextAt(fact.Place);
            switch (fact.State)
            {
                case FactState.Zero when fact is { Source: FactSource.Text, Measure: Measure.Change } && !text.Any(char.IsDigit):
                    // 持平 and the like state a change of nothing in words.
                    Assert.Matches(NoChange(), text);
                    Assert.Equal(0m, fact.Stated);
                    break;
                case FactState.Value or FactState.Zero:
                    // In a sentence the word before the figure gives its sign.
                    Assert.Equal(fact.Source == FactSource.Text ? Math.Abs(fact.Stated!.Value) : fact.Stated, Figure(text));
                    Assert.Equal(fact.State == FactState.Zero, fact.Stated == 0m);
                    missed += StandsInFile(read, lines, fact.Place, text) ? 0 : 1;
                    break;
                case FactState.Dash:
                    Assert.Null(fact.Stated);
                    Assert.DoesNotContain(text, char.IsDigit);
                    Assert.NotEqual("", text);
                    break;
                default:
                    Assert.Null(fact.Stated);
                    Assert.Equal("", text.Trim());
                    break;
            }
        });
        Assert.Equal(KnownGaps.PlacesBeforeTheFigure.GetValueOrDefault(source), missed);
    }

    [Theory]
    [MemberData(nameof(Corpus.AllSources), MemberType = typeof(Corpus))]
    public void Finding_places_existInTheDocument(string source)
    {
        var read = Corpus.Source(source);
        var places = read.Reconciliation.Findings.SelectMany(static finding => finding.Places
            .Concat(finding.Blamed is { } blamed ? [blamed] : [])
            .Concat(finding.Alternatives.Select(static other => other.Place))
            .Concat(finding.Checks.SelectMany(static check => check.Terms).Select(static term => term.Fact.Place)));
        Assert.All(places, place =>
        {
            Assert.Equal(read.Content.Sha256, place.Sha256);
            _ = read.TextAt(place);
            var block = read.Content.Blocks[place.Block - 1];
            Assert.Equal(place.Table is null, block is Paragraph);
            if (place.Table is { } table)
            {
                Assert.Same(read.Tables[table - 1], block);
            }
        });
    }

    [GeneratedRegex("^(持平|一致|相同|无变化|没有变化|无增减|无增减变化)$")]
    private static partial Regex NoChange();

    /// <summary>The value of a printed figure.</summary>
    private static decimal Figure(string text)
    {
        // Spaces within a figure are none of it.
        var match = Printed().Match(string.Concat(text.Normalize(NormalizationForm.FormKC).Where(static c => !char.IsWhiteSpace(c))));
        Assert.True(match.Success, $"“{text}” holds no figure");
        return decimal.Parse(match.Value.Replace(",", "", StringComparison.Ordinal).Replace('−', '-'), NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Whether the figure stands in the file at the line and character of its place. Within a paragraph, and behind a line break in a cell,
    /// the file leads to the beginning of the text only.
    /// </summary>
    private static bool StandsInFile(CheckedSource read, string[] lines, Place place, string text)
    {
        switch (read.Content.Format)
        {
            case "ofd" or "pdf":
                // Lines and characters count on the page, as a person would; the file has neither.
                Assert.StartsWith("page ", place.Source.Part, StringComparison.Ordinal);
                return true;
            case "xls" or "xlsx":
                // The sheet, the row and the column.
                Assert.Matches("^(表|说明)[0-9]+$", place.Source.Part);
                return true;
            case "doc" or "rtf":
                // The paragraph, and the character in it: the file has its characters in codes.
                Assert.Null(place.Source.Part);
                return true;
        }

        Assert.Equal(read.Content.Format switch { "docx" => "word/document.xml", "odt" => "content.xml", _ => null }, place.Source.Part);
        if (place.Table is not { } table || read.Cell(table, place).Text.AsSpan(0, place.Span.Start).Contains('\n'))
        {
            return true;
        }

        return lines[place.Source.Line - 1].AsSpan(place.Source.Character - 1).StartsWith(text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"[-−]?[0-9][0-9,]*(?:\.[0-9]+)?")]
    private static partial Regex Printed();
}
