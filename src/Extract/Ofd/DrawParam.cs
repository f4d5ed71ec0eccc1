namespace Gouji.Extract.Ofd;

/// <summary>How lines and areas are painted (CT_DrawParam, GB/T 33190 8.2); what is null comes from the one it is relative to.</summary>
internal sealed record DrawParam(string? Relative, double? LineWidth, Paint? Fill, Paint? Stroke)
{
    /// <summary>The width of a line where nothing else is said, in millimetres.</summary>
    public const double UsualWidth = 0.353;

    public static readonly DrawParam None = new(null, null, null, null);

    /// <summary>This one, and where it says nothing the other.</summary>
    public DrawParam Over(DrawParam under) => new(null, LineWidth ?? under.LineWidth, Fill ?? under.Fill, Stroke ?? under.Stroke);
}
