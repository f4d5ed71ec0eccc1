using System.Globalization;
using System.Text;
using CsCheck;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Tests.Text;

public class FoldTests
{
    [Theory]
    [InlineData("合  计", "合计")]
    [InlineData("项\u3000 目\u00A0支\u2002出\r\n", "项目支出")]
    [InlineData("\uFEFF收\u200B入", "收入")]
    [InlineData("“三公”经费", "三公经费")]
    [InlineData("\"三公\"经费", "三公经费")]
    [InlineData("‘三公’经费", "三公经费")]
    [InlineData("「三公」经费", "三公经费")]
    [InlineData("维修（护）费", "维修(护)费")]
    [InlineData("维修〔护〕费", "维修(护)费")]
    [InlineData("维修【护】费", "维修(护)费")]
    [InlineData("维修［护］费", "维修(护)费")]
    [InlineData("２０１３１０１", "2013101")]
    [InlineData("单位：万元", "单位:万元")]
    [InlineData("９８．９６％", "98.96%")]
    [InlineData("部⻔", "部门")]
    [InlineData("⻋辆", "车辆")]
    [InlineData("财政专⼾", "财政专户")]
    [InlineData("⽀出", "支出")]
    [InlineData("財政撥款預算總計", "财政拨款预算总计")]
    [InlineData("乾县、於潜", "乾县、於潜")]
    [InlineData("ＡＢｃ", "ABc")]
    [InlineData("①办公费", "1办公费")]
    [InlineData("", "")]
    [InlineData("\u3000\u3000", "")]
    public void Key_differentSpellings_giveOne(string printed, string expected) => Assert.Equal(expected, Fold.Key(printed));

    [Theory]
    [InlineData("一般公共服务支出")]
    [InlineData("201一般公共服务支出")]
    [InlineData("维修(护)费")]
    [InlineData("《办法》、。—")]
    [InlineData("é")]
    public void Key_alreadyFolded_isTheSameString(string folded) => Assert.Same(folded, Fold.Key(folded));

    [Fact]
    public void Key_loneSurrogate_becomesTheReplacementCharacter() => Assert.Equal("合\uFFFD计", Fold.Key("合\uD800 计"));

    [Fact]
    public void Key_markFreedByARemovedSpace_isComposed() => Assert.Equal("é", Fold.Key("e\u200B\u0301"));

    [Fact]
    public void Key_characterBeyondTheBasicPlane_stays() => Assert.Equal("𠮷A", Fold.Key("𠮷 Ａ"));

    [Fact]
    public void Key_longText_isFoldedWhole() => Assert.Equal(new string('合', 2000), Fold.Key(string.Concat(Enumerable.Repeat("合 ", 2000))));

    [Fact]
    public void Key_foldedTwice_isFoldedOnce() => AnyText.Sample(static text =>
    {
        var key = Fold.Key(text);
        Assert.Same(key, Fold.Key(key));
    });

    [Fact]
    public void Key_anyText_holdsNoSpaceQuoteOrFullWidthForm() => AnyText.Sample(static text =>
    {
        var key = Fold.Key(text);
        Assert.DoesNotContain(key, static c => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF' or '"' or '\'' or '“' or '”' or (>= '！' and <= '～'));
        Assert.True(key.IsNormalized(NormalizationForm.FormKC));
    });

    [Fact]
    public void Key_withoutAllocation_agreesWithTheTablesOfUnicode() => PlainText.Sample(static text =>
    {
        Span<char> room = new char[text.Length];
        Assert.True(Fold.TryKey(text, room, out var written));
        // A combining mark that is no compatibility form sends the same text the long way.
        Assert.Equal(Fold.Key(text + "\u20DD"), new string(room[..written]) + "\u20DD");
    });

    [Fact]
    public void Key_underAnotherCulture_isTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal("(I)办公费1", Fold.Key("（Ｉ）办公费 １"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("  合   计 ", "合 计")]
    [InlineData("上级\n\n专项\u3000收入", "上级 专项 收入")]
    [InlineData("\u3000", "")]
    [InlineData("a\u200Bb\uFEFF", "ab")]
    [InlineData(" \u200B合", "合")]
    [InlineData("“三公”（２０２０）", "“三公”（２０２０）")]
    public void Spaces_runs_becomeOneSpace(string printed, string expected) => Assert.Equal(expected, Fold.Spaces(printed));

    [Fact]
    public void Spaces_tidyText_isTheSameString()
    {
        const string Tidy = "表一 部门收支总体情况表";
        Assert.Same(Tidy, Fold.Spaces(Tidy));
    }

    [Fact]
    public void Spaces_foldedTwice_isFoldedOnce() => AnyText.Sample(static text =>
    {
        var tidy = Fold.Spaces(text);
        Assert.Same(tidy, Fold.Spaces(tidy));
    });

    [Fact]
    public void Spaces_anyText_hasTheKeyOfTheText() => AnyText.Sample(static text => Assert.Equal(Fold.Key(text), Fold.Key(Fold.Spaces(text))));

    /// <summary>Characters of documents, of every compatibility form, and of nothing at all, lone surrogates included.</summary>
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.OneOf("合计支出（）()“”\"' \u3000\u00A0\u200B\uFEFF\n０９．％⻔⼾⿈戶預於〔〕【】①㎡㈠e\u0301\u00A8ﷺ\uD842\uDFB7".ToCharArray()),
        Gen.Char,
        Gen.Char['\u2E80', '\u2FDF'],
        Gen.Char['\uF900', '\uFFEF']).Array[0, 40].Select(static chars => new string(chars));

    private static readonly Gen<string> PlainText = Gen.OneOf(
        Gen.Char['\u0020', '\u007E'],
        Gen.Char['\u3000', '\u3011'],
        Gen.Char['\u4E00', '\u9FFF'],
        Gen.Char['！', '～'],
        Gen.OneOf("\u00A0\u2003\u200B\uFEFF‘’“”—·⻔⻋戶預〔〕".ToCharArray())).Array[0, 40].Select(static chars => new string(chars));
}
