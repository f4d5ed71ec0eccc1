using Gouji.Extract.Geometry;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Gouji.Extract.Pdf;

/// <summary>
/// Runs the operators of a page (ISO 32000-1, 8 and 9) and keeps what a table is made of: glyphs and rules. Colours, curves and pictures
/// are passed over, which makes it several times lighter than building letters and paths.
/// </summary>
internal sealed class PdfCanvas : BaseStreamProcessor<Sheet>, IOperationContext
{
    private readonly Sheet _sheet;
    private readonly PdfReading _reading;
    private readonly PathPen _pen = new();
    private readonly RunOfGlyphs _run;
    private readonly List<bool> _marks = [];
    private readonly Stack<Box> _clips = new();
    private Box _clip;
    private int _artifacts;

    public PdfCanvas(
        int pageNumber,
        IResourceStore resourceStore,
        IPdfTokenScanner pdfScanner,
        IPageContentParser pageContentParser,
        ILookupFilterProvider filterProvider,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        in TransformationMatrix initialMatrix,
        ParsingOptions parsingOptions,
        PdfReading reading)
        : base(pageNumber, resourceStore, pdfScanner, pageContentParser, filterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, parsingOptions)
    {
        var isTurned = rotation.Value % 180 != 0;
        var (width, height) = (cropBox.Bounds.Width, cropBox.Bounds.Height);
        _clip = new Box(0, 0, isTurned ? height : width, isTurned ? width : height);
        _sheet = new Sheet(pageNumber, _clip);
        _reading = reading;
        _run = new RunOfGlyphs(_sheet, reading);
    }

    public override Sheet Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        PageNumber = pageNumberCurrent;
        CloneAllStates();
        ProcessOperations(operations);
        _run.Finish();
        return _sheet;
    }

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        foreach (var operation in operations)
        {
            _reading.Step();
            operation.Run(this);
        }
    }

    void IOperationContext.ShowText(IInputBytes bytes) => Show(Font(), bytes);

    public override void ShowPositionedText(IReadOnlyList<IToken> tokens)
    {
        var pieces = new List<SpacedText.Piece>(tokens.Count);
        foreach (var token in tokens)
        {
            pieces.Add(token is NumericToken number ? new SpacedText.Piece(number.Data, default)
                : new SpacedText.Piece(0, token is HexToken hex ? hex.Memory : ((StringToken)token).GetBytes()));
        }

        Show(pieces);
    }

    /// <summary>Shows strings with the room between them that the content asks for.</summary>
    public void Show(IReadOnlyList<SpacedText.Piece> pieces)
    {
        var (font, state) = (Font(), GetCurrentState().FontState);
        foreach (var (back, codes) in pieces)
        {
            if (back != 0)
            {
                var step = -back / 1000 * state.FontSize;
                var move = font is { IsVertical: true } ? TransformationMatrix.GetTranslationMatrix(0, step) : TransformationMatrix.GetTranslationMatrix(step * (state.HorizontalScaling / 100), 0);
                TextMatrices.TextMatrix = move.Multiply(TextMatrices.TextMatrix);
            }

            if (!codes.IsEmpty)
            {
                Show(font, new MemoryInputBytes(codes));
            }
        }
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        var known = _reading.Known(font, PdfScanner);
        Print(known, known[code], renderingMatrix, textMatrix, transformationMatrix, currentState.FontState.TextRenderingMode);
    }

    public override void PushState()
    {
        base.PushState();
        _clips.Push(_clip);
    }

    public override void PopState()
    {
        base.PopState();
        _clip = _clips.TryPop(out var clip) ? clip : _clip;
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
        var isArtifact = name?.Data == "Artifact";
        _marks.Add(isArtifact);
        _artifacts += isArtifact ? 1 : 0;
    }

    public override void EndMarkedContent()
    {
        if (_marks.Count > 0)
        {
            _artifacts -= _marks[^1] ? 1 : 0;
            _marks.RemoveAt(_marks.Count - 1);
        }
    }

    public override void BeginSubpath() => _pen.Begin();

    public override PdfPoint? CloseSubpath() => _pen.Close() is { } point ? CurrentPosition = new PdfPoint(point.X, point.Y) : null;

    public override void MoveTo(double x, double y) => _pen.Move(Follow(x, y));

    public override void LineTo(double x, double y) => _pen.Line(Follow(x, y));

    public override void BezierCurveTo(double x2, double y2, double x3, double y3) => _pen.Curve(Follow(x3, y3));

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) => _pen.Curve(Follow(x3, y3));

    public override void Rectangle(double x, double y, double width, double height) =>
        _pen.Rectangle(At(x, y), At(x + width, y), At(x + width, y + height), At(x, y + height));

    public override void StrokePath(bool close)
    {
        if (close)
        {
            _pen.Close();
        }

        Stroke();
        ClosePath();
    }

    public override void FillPath(FillingRule fillingRule, bool close)
    {
        Fill();
        ClosePath();
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
        if (close)
        {
            _pen.Close();
        }

        Fill();
        Stroke();
        ClosePath();
    }

    public override void EndPath() => _pen.Clear();

    public override void ClosePath() => _pen.Clear();

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
        if (_pen.Bounds is { } box)
        {
            Narrow(box);
        }
    }

    public override void PaintShading(NameToken shadingName)
    {
        // Colour gradients draw no table.
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule) =>
        Narrow(new Box(rectangle.Left, rectangle.Bottom, rectangle.Right, rectangle.Top));

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) => Picture(xObjectContentRecord.AppliedTransformation);

    protected override void RenderInlineImage(InlineImage inlineImage) => Picture(CurrentTransformationMatrix);

    /// <summary>The font in use; null where the page names none that it has.</summary>
    private KnownFont? Font()
    {
        var state = GetCurrentState().FontState;
        var font = state.FromExtendedGraphicsState ? ActiveExtendedGraphicsStateFont : ResourceStore.GetFont(state.FontName);
        return font is null ? null : _reading.Known(font, PdfScanner);
    }

    /// <summary>
    /// Prints the glyphs of a string of codes, each where the one before it ends (ISO 32000-1, 9.4.4). The library would ask the font for
    /// more than is printed; only what it has to do with fonts that write downwards, or that are missing, is left to it.
    /// </summary>
    private void Show(KnownFont? font, IInputBytes bytes)
    {
        if (font is not { IsVertical: false })
        {
            ShowText(bytes);
            return;
        }

        var current = GetCurrentState();
        var state = current.FontState;
        var (scale, toPage) = (state.HorizontalScaling / 100, current.CurrentTransformationMatrix);
        var rendering = TransformationMatrix.FromValues(state.FontSize * scale, 0, 0, state.FontSize, 0, state.Rise);
        while (bytes.MoveNext())
        {
            var code = font.ReadCode(bytes, out var length);
            var glyph = font[code];
            Print(font, glyph, rendering, TextMatrices.TextMatrix, toPage, state.TextRenderingMode);
            var wordSpacing = code == ' ' && length == 1 ? state.WordSpacing : 0;
            TextMatrices.TextMatrix = TextMatrices.TextMatrix.Translate(((glyph.Width * state.FontSize) + state.CharacterSpacing + wordSpacing) * scale, 0);
        }
    }

    private void Print(KnownFont font, KnownGlyph glyph, in TransformationMatrix rendering, in TransformationMatrix text, in TransformationMatrix toPage, TextRenderingMode mode)
    {
        _reading.Step();
        var start = toPage.Transform(text.Transform(rendering.Transform(new PdfPoint(0, 0))));
        var end = toPage.Transform(text.Transform(rendering.Transform(new PdfPoint(glyph.Width, 0))));
        var top = toPage.Transform(text.Transform(rendering.Transform(new PdfPoint(0, 1))));
        _run.Add(font, glyph, (start.X, start.Y), (end.X, end.Y), (top.X, top.Y), _clip, mode, _artifacts > 0);
    }

    private void Picture(in TransformationMatrix matrix)
    {
        var (a, b) = (matrix.Transform(new PdfPoint(0, 0)), matrix.Transform(new PdfPoint(1, 1)));
        var box = new Box(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.X, b.X), Math.Max(a.Y, b.Y));
        _sheet.AddPicture(box);
        if (RuleShape.OfBox(box) is { } rule)
        {
            Keep(rule);
        }
    }

    private void Stroke()
    {
        var matrix = CurrentTransformationMatrix;
        var width = GetCurrentState().LineWidth * Math.Sqrt(Math.Abs((matrix.A * matrix.D) - (matrix.B * matrix.C)));
        foreach (var (from, to) in _pen.Segments)
        {
            if (RuleShape.OfStroke(from.X, from.Y, to.X, to.Y, width) is { } rule)
            {
                Keep(rule);
            }
        }
    }

    private void Fill()
    {
        foreach (var box in _pen.Boxes)
        {
            if (RuleShape.OfBox(box) is { } rule)
            {
                Keep(rule);
            }
            else if (!IsWhite())
            {
                _sheet.AddShade(box);
            }
        }
    }

    private bool IsWhite()
    {
        var (red, green, blue) = GetCurrentState().CurrentNonStrokingColor?.ToRGBValues() ?? default;
        return red > 0.99 && green > 0.99 && blue > 0.99;
    }

    /// <summary>Keeps what the clipping lets through.</summary>
    private void Keep(in Rule rule)
    {
        if (rule.Within(_clip) is { } seen)
        {
            _reading.Count(_sheet.Rules.Count);
            _sheet.Rules.Add(seen);
        }
    }

    private void Narrow(Box box) => _clip = _clip.Cut(box);

    private (double X, double Y) Follow(double x, double y)
    {
        var point = At(x, y);
        CurrentPosition = new PdfPoint(point.X, point.Y);
        return point;
    }

    private (double X, double Y) At(double x, double y)
    {
        var point = CurrentTransformationMatrix.Transform(new PdfPoint(x, y));
        return (point.X, point.Y);
    }
}
