using System.Globalization;
using System.Text;
using CsCheck;
using Gouji.Extract.Pdf;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.MarkedContent;
using UglyToad.PdfPig.Graphics.Operations.TextShowing;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokens;

namespace Gouji.Extract.Tests.Pdf;

public sealed class PlainContentTests
{
    private static readonly string[] PassedOver = ["J", "j", "M", "d", "i", "ri", "G", "K", "RG", "CS", "SC", "SCN", "MP", "DP"];

    [Theory]
    [InlineData("q 1 0 0 1 72.5 -3.25 cm 0 0 10 20 re W* n Q")]
    [InlineData("0 0 m 10 0 l 10 10 l h S 1 2 3 4 5 6 c 1 2 3 4 v 1 2 3 4 y s f F f* B B* b b*")]
    [InlineData("BT /F1 12 Tf 1 0 0 1 50 700 Tm 3 Tr 2 Ts 1 Tc 2 Tw 90 Tz 14 TL (abc) Tj T* 10 20 Td 10 20 TD (x) ' 1 2 (y) \" ET")]
    [InlineData("[(A)-120.5(B)10 20<4E2D>5]TJ []TJ")]
    [InlineData("(\\(\\)\\\\\\n\\101\\7\\0501) Tj () Tj <> Tj <4e2D> Tj")]
    [InlineData("/Artifact <</Type /Pagination /Attached [/Top]>> BDC /P /MC0 BDC /Span BMC EMC EMC EMC")]
    [InlineData("0.5 g 1 0 0 rg 0 0 0 1 k /Cs1 cs 0.2 0.3 0.4 sc 0.2 scn /P1 scn /G0 gs /Im1 Do /Sh1 sh 0.5 w")]
    [InlineData("[3 2] 0 d 1 J 1 j 10 M 0 G 1 0 0 RG 0 0 0 1 K /Cs1 CS 1 SC 1 SCN /Perceptual ri 1 i /M MP /M <</A 1>> DP 7 w")]
    [InlineData("q\r\n1 w\0\tQ%")]
    [InlineData("+5 .5 m -.5 5. l 0.0 -0 l 007 1234567.1234567 l")]
    public void TryParse_plainContent_givesTheOperationsOfTheLibrary(string content)
    {
        if (content.EndsWith('%'))
        {
            Assert.Null(Own(content));
            content = content[..^1];
        }

        Assert.Equal(OfTheLibrary(content), Own(content));
    }

    // What is not written as it should be, or is not known, the library mends in its way.
    [Theory]
    [InlineData("1 0 0 1 72 cm")]
    [InlineData("BI /W 1 /H 1 ID x EI")]
    [InlineData("1-2 0 m")]
    [InlineData("1..2 0 m")]
    [InlineData("12345678901234567890 0 m")]
    [InlineData("(a(b)c) Tj")]
    [InlineData("(a\\\nb) Tj")]
    [InlineData("(\\777) Tj")]
    [InlineData("(\u00FE\u00FFab) Tj")]
    [InlineData("<4E2> Tj")]
    [InlineData("<4E 2D> Tj")]
    [InlineData("<4G> Tj")]
    [InlineData("(abc Tj")]
    [InlineData("/A#42 gs")]
    [InlineData("q unknown Q")]
    [InlineData("[[1] 2] TJ")]
    [InlineData("q\u0001Q")]
    [InlineData("true w")]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 re")]
    public void TryParse_whatIsNotPlain_isLeftToTheLibrary(string content) => Assert.Null(Own(content));

    [Fact]
    public void TryParse_anyNumber_isTheNumberOfTheLibrary() =>
        Gen.Select(Gen.Long[-99_999_999_999, 99_999_999_999], Gen.Int[0, 9]).Sample((digits, places) =>
        {
            var number = Math.Abs(digits).ToString("D11", CultureInfo.InvariantCulture);
            var content = $"{(digits < 0 ? "-" : "")}{number[..^places]}.{number[^places..]} w";
            Assert.Equal(OfTheLibrary(content), Own(content));
        });

    private static List<string>? Own(string content) => new PlainContent(Encoding.Latin1.GetBytes(content)).TryParse() is { } operations ? [.. operations.Select(Told)] : null;

    private static List<string> OfTheLibrary(string content)
    {
        var parser = new PageContentParser(ReflectionGraphicsStateOperationFactory.Instance, new StackDepthGuard(64), true);
        return [.. parser.Parse(1, new MemoryInputBytes(Encoding.Latin1.GetBytes(content)), new PdfReading(default)).Where(static operation => !PassedOver.Contains(operation.Operator)).Select(Told)];
    }

    /// <summary>An operation with its operands, whichever way it holds them; of marked content only the name counts.</summary>
    private static string Told(IGraphicsStateOperation operation) => operation switch
    {
        SpacedText => $"TJ {string.Join(' ', Pieces((SpacedText)operation))}",
        ShowTextsWithPositioning spaced => $"TJ {string.Join(' ', spaced.Array.Select(static token => token is NumericToken number ? Number(number.Data) : Hex(token is HexToken hex ? hex.Bytes.ToArray() : ((StringToken)token).GetBytes())))}",
        BeginMarkedContentWithProperties marked => $"BeginMarkedContent Name={marked.Name.Data}",
        BeginMarkedContent marked => $"BeginMarkedContent Name={marked.Name.Data}",
        ShowText text => $"Tj {Shown(text.Text, text.Bytes)}",
        MoveToNextLineShowText text => $"' {Shown(text.Text, text.Bytes)}",
        MoveToNextLineShowTextWithSpacing text => $"\" {text.WordSpacing} {text.CharacterSpacing} {Shown(text.Text, text.Bytes)}",
        _ => operation.GetType().Name + string.Concat(operation.GetType().GetProperties().Where(static p => p.GetIndexParameters().Length == 0 && !p.PropertyType.IsByRefLike && p.GetMethod!.IsStatic is false)
            .Select(property => $" {property.Name}={Value(property.GetValue(operation))}")),
    };

    private static IEnumerable<string> Pieces(SpacedText text) => text.Pieces.SelectMany(static piece =>
        (piece.Back == 0 ? Array.Empty<string>() : [Number(piece.Back)]).Concat(piece.Codes.IsEmpty ? [] : [Hex(piece.Codes.ToArray())]));

    private static string Value(object? value) => value switch
    {
        double number => Number(number),
        double[] numbers => string.Join(',', numbers.Select(Number)),
        NameToken name => name.Data,
        _ => value?.ToString() ?? "",
    };

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Shown(string? text, ReadOnlyMemory<byte> bytes) => Hex(text is null ? bytes.ToArray() : Encoding.Latin1.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes);
}
