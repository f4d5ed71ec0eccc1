using System.Text;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.ClippingPaths;
using UglyToad.PdfPig.Graphics.Operations.General;
using UglyToad.PdfPig.Graphics.Operations.MarkedContent;
using UglyToad.PdfPig.Graphics.Operations.PathConstruction;
using UglyToad.PdfPig.Graphics.Operations.PathPainting;
using UglyToad.PdfPig.Graphics.Operations.SpecialGraphicsState;
using UglyToad.PdfPig.Graphics.Operations.TextObjects;
using UglyToad.PdfPig.Graphics.Operations.TextPositioning;
using UglyToad.PdfPig.Graphics.Operations.TextShowing;
using UglyToad.PdfPig.Graphics.Operations.TextState;
using UglyToad.PdfPig.Tokens;

namespace Gouji.Extract.Pdf;

/// <summary>
/// Makes operations of content whose every operator is known and has the operands that it should have (ISO 32000-1, annex A). Operators
/// that change nothing of what is read, such as the colours of lines, are passed over.
/// </summary>
internal ref struct PlainContent(ReadOnlySpan<byte> bytes)
{
    /// <summary>More than any operator has.</summary>
    private const int MostOperands = 20;

    // Operands as they stand, three bits for the kind of each: 0x9 are two numbers.
    private const ulong Number = 1;
    private const ulong Name = 2;
    private const ulong Text = 3;
    private const ulong List = 4;
    private const ulong Dictionary = 5;

    private readonly List<IGraphicsStateOperation> _operations = [];
    private readonly double[] _numbers = new double[MostOperands];
    private ContentScanner _scanner = new(bytes);
    private ulong _operands;
    private int _operandCount;
    private int _numberCount;
    private NameToken? _name;
    private byte[] _text = [];
    private List<SpacedText.Piece> _pieces = [];

    /// <summary>The operations in order; null where the content is not plain.</summary>
    public IReadOnlyList<IGraphicsStateOperation>? TryParse()
    {
        while (true)
        {
            switch (_scanner.Next())
            {
                case ContentPart.End:
                    return _operations;
                case ContentPart.Operator when IsPassedOver(_scanner.Word):
                    Forget();
                    break;
                case ContentPart.Operator when Operation(_scanner.Word) is { } operation:
                    _operations.Add(operation);
                    Forget();
                    break;
                case ContentPart.Number when _operandCount < MostOperands:
                    _numbers[_numberCount++] = _scanner.Number;
                    Take(Number);
                    break;
                case ContentPart.Name when _operandCount < MostOperands:
                    _name ??= NameToken.Create(Encoding.ASCII.GetString(_scanner.Word));
                    Take(Name);
                    break;
                case ContentPart.Text when _operandCount < MostOperands:
                    _text = _scanner.Text;
                    Take(Text);
                    break;
                case ContentPart.Dictionary when _operandCount < MostOperands:
                    Take(Dictionary);
                    break;
                case ContentPart.ListBegin when _operandCount < MostOperands && TryList():
                    Take(List);
                    break;
                default:
                    return null;
            }
        }
    }

    private static bool IsPassedOver(ReadOnlySpan<byte> name) => Key(name) is
        'J' or 'j' or 'M' or 'd' or 'i' or (('r' << 8) | 'i')
        or 'G' or 'K' or (('R' << 8) | 'G') or (('C' << 8) | 'S') or (('S' << 8) | 'C') or (('S' << 16) | ('C' << 8) | 'N')
        or (('M' << 8) | 'P') or (('D' << 8) | 'P');

    /// <summary>The letters of an operator in one number; 0 where it has more than any has.</summary>
    private static int Key(ReadOnlySpan<byte> name) => name switch
    {
        [var a] => a,
        [var a, var b] => (a << 8) | b,
        [var a, var b, var c] => (a << 16) | (b << 8) | c,
        _ => 0,
    };

    private readonly IGraphicsStateOperation? Operation(ReadOnlySpan<byte> name)
    {
        var n = _numbers;
        return (Key(name), _operands) switch
        {
            ((('T' << 8) | 'j'), Text) => new ShowText(_text),
            ((('T' << 8) | 'J'), List) => new SpacedText(_pieces),
            ('\'', Text) => new MoveToNextLineShowText(_text),
            ('"', 0x4B) => new MoveToNextLineShowTextWithSpacing(n[0], n[1], _text),
            ((('B' << 8) | 'T'), 0) => BeginText.Value,
            ((('E' << 8) | 'T'), 0) => EndText.Value,
            ((('T' << 8) | 'f'), 0x11) => new SetFontAndSize(_name!, n[0]),
            ((('T' << 8) | 'm'), 0x9249) => new SetTextMatrix(n[..6]),
            ((('T' << 8) | 'd'), 0x9) => new MoveToNextLineWithOffset(n[0], n[1]),
            ((('T' << 8) | 'D'), 0x9) => new MoveToNextLineWithOffsetSetLeading(n[0], n[1]),
            ((('T' << 8) | '*'), 0) => MoveToNextLine.Value,
            ((('T' << 8) | 'c'), Number) => new SetCharacterSpacing(n[0]),
            ((('T' << 8) | 'w'), Number) => new SetWordSpacing(n[0]),
            ((('T' << 8) | 'z'), Number) => new SetHorizontalScaling(n[0]),
            ((('T' << 8) | 'L'), Number) => new SetTextLeading(n[0]),
            ((('T' << 8) | 's'), Number) => new SetTextRise(n[0]),
            ((('T' << 8) | 'r'), Number) => new SetTextRenderingMode(new NumericToken(n[0]).Int),
            ('q', 0) => Push.Value,
            ('Q', 0) => Pop.Value,
            ((('c' << 8) | 'm'), 0x9249) => new ModifyCurrentTransformationMatrix(n[..6]),
            ((('g' << 8) | 's'), Name) => new SetGraphicsStateParametersFromDictionary(_name!),
            ((('D' << 8) | 'o'), Name) => new InvokeNamedXObject(_name!),
            ((('s' << 8) | 'h'), Name) => new PaintShading(_name!),
            ('w', Number) => new SetLineWidth(n[0]),
            ((('B' << 16) | ('M' << 8) | 'C'), Name) => new BeginMarkedContent(_name!),
            ((('B' << 16) | ('D' << 8) | 'C'), 0x12 or 0x15) => new BeginMarkedContent(_name!),
            ((('E' << 16) | ('M' << 8) | 'C'), 0) => EndMarkedContent.Value,
            _ => Path(Key(name)) ?? Colour(Key(name)),
        };
    }

    private readonly IGraphicsStateOperation? Path(int key)
    {
        var n = _numbers;
        return (key, _operands) switch
        {
            ('m', 0x9) => new BeginNewSubpath(n[0], n[1]),
            ('l', 0x9) => new AppendStraightLineSegment(n[0], n[1]),
            ('c', 0x9249) => new AppendDualControlPointBezierCurve(n[0], n[1], n[2], n[3], n[4], n[5]),
            ('v', 0x249) => new AppendStartControlPointBezierCurve(n[0], n[1], n[2], n[3]),
            ('y', 0x249) => new AppendEndControlPointBezierCurve(n[0], n[1], n[2], n[3]),
            ((('r' << 8) | 'e'), 0x249) => new AppendRectangle(n[0], n[1], n[2], n[3]),
            ('h', 0) => CloseSubpath.Value,
            ('S', 0) => StrokePath.Value,
            ('s', 0) => CloseAndStrokePath.Value,
            ('f', 0) => FillPathNonZeroWinding.Value,
            ('F', 0) => FillPathNonZeroWindingCompatibility.Value,
            ((('f' << 8) | '*'), 0) => FillPathEvenOddRule.Value,
            ('B', 0) => FillPathNonZeroWindingAndStroke.Value,
            ((('B' << 8) | '*'), 0) => FillPathEvenOddRuleAndStroke.Value,
            ('b', 0) => CloseFillPathNonZeroWindingAndStroke.Value,
            ((('b' << 8) | '*'), 0) => CloseFillPathEvenOddRuleAndStroke.Value,
            ('n', 0) => EndPath.Value,
            ('W', 0) => ModifyClippingByNonZeroWindingIntersect.Value,
            ((('W' << 8) | '*'), 0) => ModifyClippingByEvenOddIntersect.Value,
            _ => null,
        };
    }

    /// <summary>Of colours those of areas alone tell something: whether a box is white.</summary>
    private readonly IGraphicsStateOperation? Colour(int key)
    {
        var n = _numbers;
        return (key, _operands) switch
        {
            ('g', Number) => new SetNonStrokeColorDeviceGray(n[0]),
            ((('r' << 8) | 'g'), 0x49) => new SetNonStrokeColorDeviceRgb(n[0], n[1], n[2]),
            ('k', 0x249) => new SetNonStrokeColorDeviceCmyk(n[0], n[1], n[2], n[3]),
            ((('c' << 8) | 's'), Name) => new SetNonStrokeColorSpace(_name!),
            ((('s' << 8) | 'c'), Number or 0x9 or 0x49 or 0x249) => new SetNonStrokeColor(n[.._numberCount]),
            ((('s' << 16) | ('c' << 8) | 'n'), Number or 0x9 or 0x49 or 0x249) => new SetNonStrokeColorAdvanced(n[.._numberCount]),
            ((('s' << 16) | ('c' << 8) | 'n'), Name) => new SetNonStrokeColorAdvanced([], _name!),
            _ => null,
        };
    }

    private void Take(ulong kind)
    {
        _operands = (_operands << 3) | kind;
        _operandCount++;
    }

    private void Forget() => (_operands, _operandCount, _numberCount, _name) = (0, 0, 0, null);

    /// <summary>Takes a list of numbers and strings, as TJ has it.</summary>
    private bool TryList()
    {
        _pieces = [];
        var back = 0.0;
        while (true)
        {
            switch (_scanner.Next())
            {
                case ContentPart.Number:
                    // Each step is taken by itself, as the library does: their sum might differ in the last digit.
                    AddStep(back);
                    back = _scanner.Number;
                    break;
                case ContentPart.Text:
                    _pieces.Add(new SpacedText.Piece(back, _scanner.Text));
                    back = 0;
                    break;
                case ContentPart.ListEnd:
                    AddStep(back);
                    return true;
                default:
                    return false;
            }
        }
    }

    private readonly void AddStep(double back)
    {
        if (back != 0)
        {
            _pieces.Add(new SpacedText.Piece(back, default));
        }
    }
}
