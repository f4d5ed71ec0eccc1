using System.Text;
using CsCheck;
using Gouji.Ingest.Network;

namespace Gouji.Ingest.Tests.Network;

public sealed class FileNamesTests
{
    private static readonly string[] Pieces =
    [
        "/", "\\", "..", ".", " ", "con", "COM1", "nul", ".doc", ".PDF", "部门预算", "😀", "\uD83D", "\0", "\u202E", "\u00A0", "预", "a", new string('算', 60),
    ];

    private static readonly Gen<string> Hostile =
        Gen.OneOf(Gen.Char.Select(static one => one.ToString()), Gen.Int[0, Pieces.Length - 1].Select(static i => Pieces[i])).Array[0, 12].Select(string.Concat);

    [Fact]
    public void Sanitise_anything_isOneSegmentThatFits() => Hostile.Sample(static name =>
    {
        if (FileNames.Sanitise(name) is not { } clean)
        {
            return;
        }

        Assert.NotEmpty(clean);
        Assert.True(Encoding.UTF8.GetByteCount(clean) <= FileNames.MaximumBytes);
        Assert.Equal(-1, clean.IndexOfAny(['/', '\\', ':', '*', '?', '"', '<', '>', '|', '\0', '\n', '\r', '\u202E']));
        Assert.Equal(clean, Path.GetFileName(clean));
        Assert.False(clean[0] == '.' || clean[^1] == '.');
    });

    [Fact]
    public void Sanitise_twice_changesNothingMore() => Hostile.Sample(static name =>
    {
        if (FileNames.Sanitise(name) is { } clean)
        {
            Assert.Equal(clean, FileNames.Sanitise(clean));
        }
    });

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\fakepath\2020年部门预算.doc", "2020年部门预算.doc")]
    [InlineData("a:b*c?.doc", "a_b_c_.doc")]
    [InlineData("CON.doc", "_CON.doc")]
    [InlineData("com1", "_com1")]
    [InlineData("nul .txt", "_nul .txt")]
    [InlineData("contract.doc", "contract.doc")]
    [InlineData(" .hidden.doc. ", "hidden.doc")]
    [InlineData("exe\u202Ecod.exe", "execod.exe")]
    [InlineData("表\t一\r\n.doc", "表一.doc")]
    [InlineData("2020年度XX局（本级）预算公开.xlsx", "2020年度XX局（本级）预算公开.xlsx")]
    public void Sanitise_name_keepsWhatIsHarmless(string name, string expected) => Assert.Equal(expected, FileNames.Sanitise(name));

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a/")]
    [InlineData(" . ")]
    public void Sanitise_nothingLeft_isNull(string name) => Assert.Null(FileNames.Sanitise(name));

    [Fact]
    public void Sanitise_longName_keepsItsEndingAndWholeCharacters()
    {
        var clean = FileNames.Sanitise(new string('算', 100) + ".docx");
        Assert.Equal(new string('算', 65) + ".docx", clean);
    }

    [Fact]
    public void Sanitise_longNameThatShrinksToAReservedWord_isNotReserved() =>
        Assert.Equal("_con.doc", FileNames.Sanitise("con" + new string(' ', 300) + "x.doc"));
}
