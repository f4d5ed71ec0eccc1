using static Gouji.Extract.Tests.Docx.DocxBuilder;

namespace Gouji.Extract.Tests.Docx;

public sealed class AlternateContentTests
{
    [Fact]
    public void Choice_understood_isTakenWithoutTheFallback() => Is("一", Choice("wps", "一") + Fallback("三"));

    [Fact]
    public void Choices_theFirstUnderstoodIsTaken() => Is("二", Choice("x", "一") + Choice("wps", "二") + Choice("wps", "三") + Fallback("四"));

    [Fact]
    public void Choice_ofAPrivateNamespace_leavesTheFallback() => Is("二", Choice("wps x", "一") + Fallback("二"));

    [Fact]
    public void Choice_withAnUndeclaredPrefix_leavesTheFallback() => Is("二", Choice("nowhere", "一") + Fallback("二"));

    [Fact]
    public void Fallback_alone_isTaken() => Is("二", Fallback("二"));

    [Fact]
    public void Nested_choiceWithinAFallback_isChosenOnItsOwn() =>
        Is("内", Choice("x", "一") + $"<mc:Fallback><mc:AlternateContent>{Choice("wps", "内")}{Fallback("三")}</mc:AlternateContent></mc:Fallback>");

    [Fact]
    public void AroundABlock_isChosenToo() =>
        Assert.Equal(["新"], Drawn.Blocks(ReadBody($"<mc:AlternateContent><mc:Choice Requires=\"wps\">{P("新")}</mc:Choice><mc:Fallback>{P("旧")}</mc:Fallback></mc:AlternateContent><mc:AlternateContent/>")));

    private static string Choice(string requires, string text) => $"<mc:Choice Requires=\"{requires}\">{R(text)}</mc:Choice>";

    private static string Fallback(string text) => $"<mc:Fallback>{R(text)}</mc:Fallback>";

    private static void Is(string expected, string content) =>
        Assert.Equal([$"前{expected}后"], Drawn.Blocks(ReadBody($"<w:p>{R("前")}<mc:AlternateContent>{content}</mc:AlternateContent>{R("后")}</w:p>")));
}
