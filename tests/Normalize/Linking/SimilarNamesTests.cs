using Gouji.Normalize.Linking;

namespace Gouji.Normalize.Tests.Linking;

public sealed class SimilarNamesTests
{
    [Theory]
    [InlineData("克州党委办公室", "克州党委办公厅", true)]
    [InlineData("某县卫生和计划生育委员会", "某县卫生健康委员会", false)]
    [InlineData("某县文化体育局", "某县文化体育广播电视局", false)]
    [InlineData("某县文化体育广播影视局", "某县文化体育广播电视局", true)]
    [InlineData("某县国土资源局", "某县国土资源局分局", true)]
    [InlineData("某县财政局", "某县民政局", false)]
    [InlineData("甲河县人民政府办公室", "乙河县人民政府办公室", false)]
    [InlineData("某县财政局", "某县财政局（本级）", false)]
    public void Are_namesOfOnePlaceThatHardlyDiffer_areSimilar(string one, string other, bool similar)
    {
        Assert.Equal(similar, SimilarNames.Are(BodyName.Of(one), BodyName.Of(other)));
        Assert.Equal(similar, SimilarNames.Are(BodyName.Of(other), BodyName.Of(one)));
    }
}
