using Gouji.Model;

namespace Gouji.Normalize;

/// <summary>A figure that is printed and not understood, so that none is lost in silence (未能理解的数字).</summary>
/// <param name="Source">Whether it stands in a table or in prose.</param>
/// <param name="Text">The cell as printed; for prose the words around the figure, which stands in 【】.</param>
/// <param name="Reason">Why it is not understood.</param>
/// <param name="Place">Where it stands.</param>
public sealed record LeftFigure(FactSource Source, string Text, Message Reason, Place Place);
