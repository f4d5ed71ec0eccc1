using Gouji.Normalize.Linking;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Linking;

public sealed class ScopeReaderTests
{
    [Theory]
    [InlineData("某县财政局2020年部门预算公开", BodyScope.Department)]
    [InlineData("2021年度某县财政局部门决算", BodyScope.Department)]
    [InlineData("某县财政局2020年单位预算公开", BodyScope.Unit)]
    [InlineData("某县财政局（本级）2020年部门预算", BodyScope.Unit)]
    [InlineData("2022年度某县财政局本级决算", BodyScope.Unit)]
    [InlineData("某县财政局2021年部门（单位）预算公开", BodyScope.NotStated)]
    [InlineData("某县财政局2021年预算公开", BodyScope.NotStated)]
    public void Of_title_saysWhoseFiguresTheyAre(string title, BodyScope scope) =>
        Assert.Equal(scope, ScopeReader.Of(Printed.Document(Printed.Line(title), Printed.Line("部门支出总体情况表")), BodyName.Of("某县财政局")));

    [Fact]
    public void Of_nameThatSaysIt_goesBeforeTheTitle() =>
        Assert.Equal(BodyScope.Unit, ScopeReader.Of(Printed.Document(Printed.Line("某县财政局2020年部门预算公开")), BodyName.Of("某县财政局（本级）")));
}
