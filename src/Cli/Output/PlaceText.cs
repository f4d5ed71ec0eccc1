using Gouji.Model;

namespace Gouji.Cli.Output;

/// <summary>Places as text. A place in another document than that of its row begins with the SHA-256 of that document.</summary>
internal static class PlaceText
{
    /// <summary>Digits of a SHA-256 by which people know a document.</summary>
    public const int ShortDigits = 8;

    private const int AllDigits = 64;

    /// <summary>The whole place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="ofDocument">SHA-256 of the document that the row is about; null where no row names a place elsewhere.</param>
    /// <param name="digits">How many digits of the other document's SHA-256 are shown.</param>
    public static string Of(Place place, string? ofDocument, int digits = AllDigits) => Elsewhere(place, ofDocument, digits) + place;

    /// <summary>The place without what only a program needs.</summary>
    public static string Short(Place place, string? ofDocument, int digits = AllDigits) => Elsewhere(place, ofDocument, digits) + (place.Table is { } table
        ? $"table={Figures.Text(table)};row={Figures.Text(place.Row ?? 0)};column={Figures.Text(place.Column ?? 0)}"
        : $"paragraph={Figures.Text(place.Block)};offset={Figures.Text(place.Span.Start)}");

    /// <summary>Whether a place is in another document than that of its row.</summary>
    public static bool IsElsewhere(Place place, string? ofDocument) => ofDocument is not null && place.Sha256 != ofDocument;

    private static string Elsewhere(Place place, string? ofDocument, int digits) =>
        IsElsewhere(place, ofDocument) ? $"sha256={place.Sha256[..Math.Min(digits, place.Sha256.Length)]};" : "";
}
