namespace Gouji.Ingest.Discovery;

/// <summary>How a link was found.</summary>
public enum FoundBy
{
    /// <summary>An anchor or an area of a map.</summary>
    Anchor,

    /// <summary>A frame or iframe.</summary>
    Frame,

    /// <summary>An embed element.</summary>
    Embed,

    /// <summary>An object element, or a param within one.</summary>
    Object,

    /// <summary>A call in an onclick attribute or a javascript: address.</summary>
    OnClick,

    /// <summary>A data attribute such as data-href.</summary>
    DataAttribute,

    /// <summary>The value of an option in a list to choose from.</summary>
    Option,

    /// <summary>The parameter of a viewer (阅读器) that shows a document within a page.</summary>
    Viewer,

    /// <summary>A script: a text in it, or the pages that it counts.</summary>
    Script,

    /// <summary>A record of a list that a script lays out.</summary>
    Record,

    /// <summary>A row of a JSON list.</summary>
    Json,

    /// <summary>A page that sends the reader on at once.</summary>
    Refresh,
}
