namespace Gouji.Normalize.Codes;

/// <summary>How a printed name stands to the official name of its code.</summary>
internal enum NameMatchKind
{
    /// <summary>Not told: the code or its name in the year is unknown or not confirmed, and the printed name is not it.</summary>
    NotTold,

    /// <summary>Letter for letter.</summary>
    Same,

    /// <summary>The same name in other spelling: spaces, brackets, a leading code or ordinal, a trailing 支出, 采购 for 购置.</summary>
    Variant,

    /// <summary>The name that the code has in other years.</summary>
    StaleName,

    /// <summary>Another name.</summary>
    Different,
}

/// <summary>A printed name compared with the official one.</summary>
/// <param name="Kind">The outcome.</param>
/// <param name="OfficialName">The official name; null where it is not told.</param>
/// <param name="Years">For <see cref="NameMatchKind.StaleName"/> the years in which the printed name was right.</param>
internal readonly record struct NameMatch(NameMatchKind Kind, string? OfficialName = null, YearRange? Years = null);
