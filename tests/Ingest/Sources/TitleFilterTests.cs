using CsCheck;
using Gouji.Ingest.Sources;

namespace Gouji.Ingest.Tests.Sources;

public sealed class TitleFilterTests
{
    [Theory]
    [InlineData("某市财政局2024年部门预算公开", TitleVerdict.Wanted)]
    [InlineData("某市财政局 2023 年度部门决 算", TitleVerdict.Wanted)]
    [InlineData("“三公”经费公开", TitleVerdict.Wanted)]
    [InlineData("关于举办运动会的通知", TitleVerdict.NoWord)]
    [InlineData("", TitleVerdict.NoWord)]
    [InlineData("2024年部门预…", TitleVerdict.Wanted)]
    [InlineData("某局2024年部门...", TitleVerdict.Wanted)]
    [InlineData("某局2024年度……", TitleVerdict.Wanted)]
    [InlineData("某局二〇二四年度部门……", TitleVerdict.Wanted)]
    [InlineData("某局2024年工作总…", TitleVerdict.NoWord)]
    [InlineData("2024年部门预", TitleVerdict.NoWord)]
    public void Judge_words_decide(string title, TitleVerdict expected) => Assert.Equal(expected, new TitleFilter().Judge(title));

    [Theory]
    [InlineData("2024年部门预算", TitleVerdict.Wanted)]
    [InlineData("２０２４年部门预算", TitleVerdict.Wanted)]
    [InlineData("二〇二四年部门预算", TitleVerdict.Wanted)]
    [InlineData("二○二二年部门预算", TitleVerdict.OtherYear)]
    [InlineData("2022年部门预算", TitleVerdict.OtherYear)]
    [InlineData("2023年决算及2024年预算", TitleVerdict.Wanted)]
    [InlineData("部门预算", TitleVerdict.Wanted)]
    [InlineData("2022年部门决算（2024-02-05）", TitleVerdict.OtherYear)]
    [InlineData("部门决算 2022年3月1日", TitleVerdict.Wanted)]
    [InlineData("2022年工作总结", TitleVerdict.NoWord)]
    [InlineData("预算编号120245", TitleVerdict.Wanted)]
    [InlineData("2024年预算绩效", TitleVerdict.Excluded)]
    public void Judge_years_decide(string title, TitleVerdict expected) =>
        Assert.Equal(expected, new TitleFilter { Years = [2024, 2025], Exclude = ["绩效"] }.Judge(title));

    [Fact]
    public void Judge_noWordsAskedFor_wantsAll() => Assert.Equal(TitleVerdict.Wanted, new TitleFilter { Include = [] }.Judge("市教育局"));

    [Fact]
    public void Judge_anyText_isJudged() =>
        Gen.String.Sample(title => Enum.IsDefined(new TitleFilter { Years = [2024] }.Judge(title)));
}
