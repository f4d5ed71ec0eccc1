namespace Gouji.Extract.Rtf;

/// <summary>What text in a group is good for.</summary>
internal enum RtfDestination
{
    /// <summary>It is printed.</summary>
    Body,

    /// <summary>It is the label of a list item.</summary>
    Label,

    /// <summary>Only groups within it may hold text: the frame of a shape.</summary>
    Frame,

    /// <summary>The first of its groups is for old readers, the second for those that know Unicode.</summary>
    Alternatives,

    /// <summary>The font table.</summary>
    Fonts,

    /// <summary>The style sheet.</summary>
    Styles,
}

/// <summary>What a group inherits from the group around it and gives back at its end.</summary>
internal record struct RtfState
{
    public RtfDestination Destination { get; set; }

    public bool Hidden { get; set; }

    public bool Deleted { get; set; }

    public int Font { get; set; }

    /// <summary>Font for East Asian text beside <see cref="Font"/>; null where none was named.</summary>
    public int? AsianFont { get; set; }

    /// <summary>Whether the next associated font is the East Asian one.</summary>
    public bool NamesAsian { get; set; }

    /// <summary>Characters to skip behind a Unicode character.</summary>
    public int Skips { get; set; }

    public bool InTable { get; set; }

    /// <summary>Nesting of tables as the paragraph says; 0 where it does not.</summary>
    public int Nesting { get; set; }

    /// <summary>0-based level of the outline; null where the paragraph has none of its own.</summary>
    public int? Outline { get; set; }

    public int Style { get; set; }

    /// <summary>0-based level of the list.</summary>
    public int ListLevel { get; set; }

    public RtfRow? Row { get; set; }
}
