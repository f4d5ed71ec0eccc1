namespace Gouji.Extract.Ofd;

/// <summary>What a colour does to the paper.</summary>
/// <param name="IsWhite">Whether it is white.</param>
/// <param name="Opacity">From 0, not to be seen, to 1.</param>
internal readonly record struct Paint(bool IsWhite, double Opacity)
{
    public static readonly Paint Black = new(false, 1);
}
