using System.Text.Json.Serialization;
using Gouji.Model;
using Gouji.Normalize.Prose;
using Gouji.Normalize.Rules.Evaluation;

namespace Gouji.Normalize.Linking;

/// <summary>
/// What is kept of a document so that it can be compared with others: whose it is and its few dozen figures that other documents repeat,
/// with their places. Nothing else of the document stays in memory.
/// </summary>
public sealed record LinkRecord
{
    /// <summary>No body has that much money.</summary>
    private const decimal MostYuan = 1_000_000_000_000_000_000m;

    /// <summary>The document as given.</summary>
    public string Document { get; init; } = "";

    /// <summary>Department, fiscal year, kind and unit as read.</summary>
    public required DisclosureHeader Header { get; init; }

    /// <summary>SHA-256 of the document.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Its format; the same disclosure often comes in two.</summary>
    public required string Format { get; init; }

    /// <summary>The body.</summary>
    [JsonIgnore]
    public BodyName Body => field ??= BodyName.Of(Header.Department ?? "");

    /// <summary>The documents that this one is compared with are of its family: of its place, or of its home where its name holds no place.</summary>
    [JsonIgnore]
    public string Family => Body.Place.Length > 0 ? Body.Place : "\n" + DocumentHome.Of(Document);

    /// <summary>The scope of its figures.</summary>
    public required BodyScope Scope { get; init; }

    /// <summary>The fiscal year.</summary>
    public required int FiscalYear { get; init; }

    /// <summary>Budget or final accounts.</summary>
    public required DisclosureKind Kind { get; init; }

    /// <summary>Whether its sentences speak of restructuring, so that years may not compare.</summary>
    public bool SpeaksOfRestructuring { get; init; }

    /// <summary>The figures that other documents repeat, or that repeat others.</summary>
    public required IReadOnlyList<LinkFigure> Figures { get; init; }

    /// <summary>Keys of the bodies that its forms list as units of it.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Takes what is to be kept out of a disclosure; null where body, year or kind are not told, so that it cannot be linked.</summary>
    public static LinkRecord? Of(Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        if (disclosure.Header is not { Department: { } department, FiscalYear: { } year, Kind: not DisclosureKind.Unknown and var kind })
        {
            return null;
        }

        var body = BodyName.Of(department);
        if (body.Key.Length < 2)
        {
            return null;
        }

        // Of several sets of tables in one file nobody can say which is that of the body; that it published is known all the same.
        var isOfOneBody = SeveralSetsDoubts.Of(disclosure) is null;
        var tables = TableFigures.Of(disclosure);
        return new LinkRecord
        {
            Header = disclosure.Header,
            Sha256 = disclosure.Content.Sha256,
            Format = disclosure.Content.Format,
            Scope = ScopeReader.Of(disclosure.Content, body),
            FiscalYear = year,
            Kind = kind,
            SpeaksOfRestructuring = SpeaksOfRestructuringOutsideTheGlossary(disclosure.Prose),
            Figures = [.. tables.Values.OfType<LinkFigure>().Concat(ProseFigures.Of(disclosure, year, tables)).Where(figure => isOfOneBody && IsWithinReach(figure.Fact) && IsWithinReach(figure.Change) && !IsDoubtful(disclosure, figure))],
            Units = [.. disclosure.Forms.SelectMany(static form => form.Parts).SelectMany(static part => part.Rows)
                .Select(static row => row.Body).OfType<string>().Select(static name => BodyName.Of(name).Key).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>Digits run together can make a figure too large to add up; no other document repeats it.</summary>
    private static bool IsWithinReach(Fact? fact) => fact?.Amount is not { } amount || Math.Abs(amount.Yuan) <= MostYuan;

    /// <summary>A figure that was recognised in a picture, and not surely, is compared with no other document.</summary>
    private static bool IsDoubtful(Disclosure disclosure, LinkFigure figure) =>
        RecognitionDoubts.IsDoubtful(disclosure.Content, figure.Fact.Place) || (figure.Change is { } change && RecognitionDoubts.IsDoubtful(disclosure.Content, change.Place));

    private static bool SpeaksOfRestructuringOutsideTheGlossary(Explanations prose)
    {
        var glossary = false;
        foreach (var line in prose.Lines.Select(static paragraph => paragraph.Line))
        {
            if (line.Text.Length <= 30)
            {
                glossary = line.Text.Contains("名词解释", StringComparison.Ordinal) || (glossary && !line.Text.StartsWith('第'));
            }

            if (!glossary && LinkWords.SpeaksOfRestructuring(line.Text))
            {
                return true;
            }
        }

        return false;
    }
}
