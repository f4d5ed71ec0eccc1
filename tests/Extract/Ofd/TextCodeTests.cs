using Gouji.Extract.Ofd;

namespace Gouji.Extract.Tests.Ofd;

public sealed class TextCodeTests
{
    [Theory]
    [InlineData("部门", "部门")]
    [InlineData("  部门 ", "  部门 ")]
    [InlineData("\n    部门\n  ", "部门")]
    [InlineData("\r\n  \r\n", "")]
    [InlineData("部\n门", "部门")]
    [InlineData(" 部\n门 ", " 部门 ")]
    public void Printed_indentedElement_isItsTextAlone(string text, string expected) => Assert.Equal(expected, TextCode.Printed(text));
}
