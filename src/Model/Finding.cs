namespace Gouji.Model;

/// <summary>A contradiction or a remark with its evidence (问题).</summary>
public sealed record Finding
{
    /// <summary>1-based number within the document, in the order of the findings.</summary>
    public required int Number { get; init; }

    /// <summary>The rule that names it best.</summary>
    public required string Rule { get; init; }

    /// <summary>How grave it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What is wrong, with the real figures.</summary>
    public required Message Message { get; init; }

    /// <summary>The figure as printed, in <see cref="Unit"/>; null where no single figure is blamed.</summary>
    public decimal? Stated { get; init; }

    /// <summary>The figure that would make every equation hold, in <see cref="Unit"/>; null where it cannot be told.</summary>
    public decimal? Expected { get; init; }

    /// <summary>Stated minus expected, or left minus right of the first equation, in <see cref="Unit"/>.</summary>
    public decimal? Difference { get; init; }

    /// <summary>Unit of the three figures; null for counts.</summary>
    public MoneyUnit? Unit { get; init; }

    /// <summary>The cell to be changed; null where it cannot be told.</summary>
    public Place? Blamed { get; init; }

    /// <summary>What explains the wrong figure, as a stable name such as <c>digits-swapped</c>; null where nothing does.</summary>
    public string? Cause { get; init; }

    /// <summary>Other cells that would explain it equally well; empty where the blamed cell is the only one.</summary>
    public IReadOnlyList<Blame> Alternatives { get; init; } = [];

    /// <summary>The equations that this finding explains; empty for built-in checks without figures.</summary>
    public IReadOnlyList<Check> Checks { get; init; } = [];

    /// <summary>Where to look: the place of every term, or of the remark.</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];
}

/// <summary>A cell and the value that would make the equations hold.</summary>
/// <param name="Place">The cell.</param>
/// <param name="Stated">What is printed there, in the finding's unit; null for a blank cell.</param>
/// <param name="Expected">What should be, in the finding's unit.</param>
public sealed record Blame(Place Place, decimal? Stated, decimal Expected);
