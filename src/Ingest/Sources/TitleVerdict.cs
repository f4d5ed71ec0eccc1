namespace Gouji.Ingest.Sources;

/// <summary>What a filter says about a title.</summary>
public enum TitleVerdict
{
    /// <summary>The title is wanted.</summary>
    Wanted,

    /// <summary>None of the words looked for stands in it.</summary>
    NoWord,

    /// <summary>A word that excludes it stands in it.</summary>
    Excluded,

    /// <summary>It names years, and none of those asked for.</summary>
    OtherYear,
}
