using System.Globalization;

namespace Gouji.Ingest.Store;

/// <summary>Times as the catalogue keeps them: UTC to the millisecond in ISO 8601, so that they sort as text.</summary>
internal static class Utc
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Text(DateTimeOffset time) => time.ToUniversalTime().ToString(Format, CultureInfo.InvariantCulture);

    public static string? Text(DateTimeOffset? time) => time is { } known ? Text(known) : null;

    public static DateTimeOffset Time(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public static DateTimeOffset? TimeOrNull(string? text) => text is null ? null : Time(text);
}
