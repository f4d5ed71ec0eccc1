using Gouji.Normalize.Linking;

namespace Gouji.Normalize.Tests.Linking;

public sealed class DocumentHomeTests
{
    [Theory]
    [InlineData("data/某县/2019年部门预算/a.doc", "data/某县")]
    [InlineData("data/某县/2020年度决算/a.doc", "data/某县")]
    [InlineData("data/2020/某县-2020/a.doc", "data/某县")]
    [InlineData("data/2019.zip!/a.doc", "data")]
    [InlineData("data/budget_2019/a.doc", "data")]
    [InlineData("a.doc", "")]
    public void Of_foldersThatTellOnlyTheYear_areTheSameHome(string document, string home) => Assert.Equal(home, DocumentHome.Of(document));

    [Fact]
    public void Of_otherPlace_isAnotherHome() => Assert.NotEqual(DocumentHome.Of("甲县/2019/a.doc"), DocumentHome.Of("乙县/2019/a.doc"));
}
