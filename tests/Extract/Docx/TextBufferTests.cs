using System.Xml;
using Gouji.Extract.Docx;

namespace Gouji.Extract.Tests.Docx;

public sealed class TextBufferTests
{
    [Fact]
    public void Trimmed_ideographicAndNoBreakSpaces_areWhiteSpaceAtTheEndsOnly()
    {
        var text = new TextBuffer();
        text.Append("ab\u3000\u00A0合\u3000计\u00A0\n");

        Assert.Equal("合\u3000计", text.Trimmed(2));
    }

    [Fact]
    public void Insert_inTheMiddle_movesTheRest()
    {
        var text = new TextBuffer();
        text.Append("甲丙");
        text.Insert(1, new string('乙', 1000));

        Assert.Equal("甲" + new string('乙', 1000) + "丙", text.Trimmed(0));
    }

    [Fact]
    public void AppendNode_textLongerThanAnyBuffer_isWhole()
    {
        var expected = string.Concat(Enumerable.Range(0, 40_000).Select(i => $"{i}万元 & "));
        using var reader = XmlReader.Create(new StringReader($"<t>{expected.Replace("&", "&amp;", StringComparison.Ordinal)}</t>"));
        reader.Read();
        var text = new TextBuffer();
        while (reader.Read() && reader.NodeType == XmlNodeType.Text)
        {
            text.AppendNode(reader);
        }

        Assert.Equal(expected.Trim(), text.Trimmed(0));
    }

    [Fact]
    public void TrimSpace_leavesNoBreakSpacesAndWhatStoodBefore()
    {
        var text = new TextBuffer();
        text.Append("a ");
        text.Append(" \n\u00A0b\t ");
        text.TrimSpace(2);

        Assert.True(text.Length == 4 && !text.IsBlank(2) && text.IsBlank(4));
        Assert.Equal("a \u00A0b", text.Trimmed(0));
    }
}
