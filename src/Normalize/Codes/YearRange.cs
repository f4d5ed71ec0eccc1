using System.Globalization;

namespace Gouji.Normalize.Codes;

/// <summary>Fiscal years from one to another, both included; null is an open end.</summary>
/// <param name="From">The first year.</param>
/// <param name="To">The last year.</param>
internal readonly record struct YearRange(int? From, int? To)
{
    /// <summary>Whether both ends are open.</summary>
    public bool IsAlways => From is null && To is null;

    /// <summary>Whether a fiscal year lies within.</summary>
    public bool Contains(int year) => !(year < From) && !(year > To);

    /// <summary>Whether all of another range lies within.</summary>
    public bool Contains(YearRange other) =>
        (From is null || other.From >= From) && (To is null || other.To <= To);

    /// <summary>Whether a year lies within both.</summary>
    public bool Overlaps(YearRange other) => !(From > other.To) && !(To < other.From);

    /// <inheritdoc/>
    public override string ToString() => From == To && From is not null
        ? string.Create(CultureInfo.InvariantCulture, $"{From}")
        : string.Create(CultureInfo.InvariantCulture, $"{From}–{To}");
}
