using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;

namespace Gouji.Extract.Pdf;

/// <summary>Strings of codes with the room between them: the operator TJ (ISO 32000-1, 9.4.3).</summary>
/// <param name="pieces">In the order in which they are shown.</param>
internal sealed class SpacedText(IReadOnlyList<SpacedText.Piece> pieces) : IGraphicsStateOperation
{
    /// <inheritdoc cref="SpacedText"/>
    public IReadOnlyList<Piece> Pieces => pieces;

    public string Operator => "TJ";

    public void Run(IOperationContext operationContext) => ((PdfCanvas)operationContext).Show(pieces);

    /// <summary>Only what is read is run; nothing is written.</summary>
    public void Write(Stream stream) => throw new NotSupportedException();

    /// <summary>A step back, in thousandths of the size of the font, and what is shown after it.</summary>
    public readonly record struct Piece(double Back, ReadOnlyMemory<byte> Codes);
}
