using Gouji.Extract.Geometry;

namespace Gouji.Extract.Ofd;

/// <summary>What an object takes from those around it.</summary>
/// <param name="Matrix">From its surroundings to the page.</param>
/// <param name="Clip">What lets it be seen, on the page.</param>
/// <param name="Draw">Parameters of drawing.</param>
internal sealed record GraphicState(Matrix Matrix, Box Clip, DrawParam Draw)
{
    /// <summary>Whether nothing of it is shown.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether it belongs to the page rather than to the text.</summary>
    public bool IsFurniture { get; init; }

    /// <summary>How much it covers the paper, from 0 to 1.</summary>
    public double Opacity { get; init; } = 1;
}
