using System.Globalization;
using System.Net.Http.Headers;

namespace Gouji.Ingest.Network;

/// <summary>Dates in headers (RFC 9110 §5.6.7).</summary>
internal static class HttpDate
{
    public static DateTimeOffset? Parse(string? value) =>
        RetryConditionHeaderValue.TryParse(value, out var parsed) && parsed.Date is { } date ? date : null;

    public static string Format(DateTimeOffset date) => date.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);

    /// <summary>How long a Retry-After asks to wait, as seconds or as a date; null where it says neither.</summary>
    public static TimeSpan? RetryAfter(string? value, DateTimeOffset now, TimeSpan longest)
    {
        if (!RetryConditionHeaderValue.TryParse(value, out var parsed))
        {
            // More seconds than a number holds are still seconds.
            return value?.Trim() is { Length: > 9 } digits && digits.All(char.IsAsciiDigit) ? longest : null;
        }

        var wait = parsed.Delta ?? parsed.Date - now ?? TimeSpan.Zero;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > longest ? longest : wait;
    }
}
