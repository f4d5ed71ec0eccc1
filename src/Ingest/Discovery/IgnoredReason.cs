namespace Gouji.Ingest.Discovery;

/// <summary>Why a link was not taken.</summary>
public enum IgnoredReason
{
    /// <summary>It has no address: empty, a fragment of the page, a script without one.</summary>
    NoAddress,

    /// <summary>Its address is not http or https: mail, telephone, a path on the author's disk.</summary>
    NotWeb,

    /// <summary>Its address cannot be read as one.</summary>
    Malformed,

    /// <summary>It leads to the page on which it stands.</summary>
    Itself,

    /// <summary>Another link of the page leads to the same address.</summary>
    Duplicate,

    /// <summary>It leads to another site.</summary>
    OtherSite,

    /// <summary>It leads to a picture, style, program or film.</summary>
    Asset,

    /// <summary>No word that is looked for stands in its title.</summary>
    NoWord,

    /// <summary>A word that is excluded stands in its title.</summary>
    ExcludedWord,

    /// <summary>Its title names years, and none of those asked for.</summary>
    OtherYear,

    /// <summary>Its title is wanted, but its address is none of the patterns of detail pages.</summary>
    OtherPattern,

    /// <summary>It leads past the last page of the list.</summary>
    PastLastPage,

    /// <summary>It is a further page of the list that only a script can reach, for its call names no address.</summary>
    ScriptedPage,
}
