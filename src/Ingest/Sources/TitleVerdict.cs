namespace Gouji.Ingest.Sources;

/// <summary>What a filter says about a title; of several titles of one thing, the first in this order is what counts.</summary>
public enum TitleVerdict
{
    /// <summary>The title is wanted.</summary>
    Wanted,

    /// <summary>It names years, and none of those asked for.</summary>
    OtherYear,

    /// <summary>A word that excludes it stands in it.</summary>
    Excluded,

    /// <summary>None of the words looked for stands in it.</summary>
    NoWord,
}
