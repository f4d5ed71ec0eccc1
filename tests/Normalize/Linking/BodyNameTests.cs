using Gouji.Normalize.Linking;

namespace Gouji.Normalize.Tests.Linking;

public sealed class BodyNameTests
{
    [Theory]
    [InlineData("克孜勒苏柯尔克孜自治州党委办公室", "克州党委办公室")]
    [InlineData("新疆维吾尔自治区克孜勒苏柯尔克孜自治州财政局", "克州财政局")]
    [InlineData("新疆克州财政局", "克州财政局")]
    [InlineData("新疆维吾尔自治区克州财政局", "克州财政局")]
    [InlineData("湖南省长沙市财政局", "湖南长沙市财政局")]
    [InlineData("中国共产党克孜勒苏柯尔克孜自治州委员会办公室", "中共克州委员会办公室")]
    [InlineData("某 县　财政局", "某县财政局")]
    [InlineData("105001-某县财政局", "某县财政局")]
    [InlineData("[105]某县财政局", "某县财政局")]
    [InlineData("第二部分某县财政局", "某县财政局")]
    [InlineData("某县财政局（本级）", "某县财政局")]
    [InlineData("某县财政局〔汇总〕", "某县财政局")]
    [InlineData("某县财政局部门（单位）", "某县财政局")]
    public void Key_ofOneBody_isTheSame(string printed, string key) => Assert.Equal(key, BodyName.Of(printed).Key);

    [Theory]
    [InlineData("某县人民政府办公室", "某县人民政府办")]
    [InlineData("湖南长沙市财政局", "长沙市财政局")]
    [InlineData("海南州财政局", "海南省财政厅")]
    [InlineData("吉林省吉林市财政局", "吉林市财政局")]
    [InlineData("新疆生产建设兵团财政局", "新疆财政局")]
    public void Key_ofOtherNames_isAnother(string one, string other) => Assert.NotEqual(BodyName.Of(one).Key, BodyName.Of(other).Key);

    [Theory]
    [InlineData("某县财政局", BodyScope.NotStated)]
    [InlineData("某县财政局（部门）", BodyScope.Department)]
    [InlineData("某县财政局部门", BodyScope.Department)]
    [InlineData("某县财政局（汇总）", BodyScope.Department)]
    [InlineData("某县财政局（本级）", BodyScope.Unit)]
    [InlineData("某县财政局本级", BodyScope.Unit)]
    [InlineData("某县财政局（机关）", BodyScope.Unit)]
    [InlineData("某县财政局（单位）", BodyScope.Unit)]
    [InlineData("某县财政局部门（单位）", BodyScope.NotStated)]
    public void Scope_wordsBehindTheName_areKeptApart(string printed, BodyScope scope) => Assert.Equal(scope, BodyName.Of(printed).Scope);

    [Theory]
    [InlineData("克孜勒苏柯尔克孜自治州阿图什市财政局", "克州阿图什市", "财政局")]
    [InlineData("中共上海市普陀区委社会工作部", "上海普陀区", "委社会工作部")]
    [InlineData("湖南省财政厅", "湖南", "财政厅")]
    [InlineData("歙县财政局", "歙县", "财政局")]
    [InlineData("某市城市管理局", "", "某市城市管理局")]
    [InlineData("长沙市城市管理局", "长沙市", "城市管理局")]
    [InlineData("吉林市财政局", "吉林市", "财政局")]
    [InlineData("巴州区财政局", "", "巴州区财政局")]
    [InlineData("财政局", "", "财政局")]
    [InlineData("市场监督管理局", "", "市场监督管理局")]
    [InlineData("全县统计局", "", "全县统计局")]
    [InlineData("经济开发区管理委员会", "", "经济开发区管理委员会")]
    [InlineData("新疆生产建设兵团财政局", "新疆生产建设兵团", "财政局")]
    public void Place_leadingPlaces_areTakenAndNothingElse(string printed, string place, string stem) =>
        Assert.Equal((place, stem), (BodyName.Of(printed).Place, BodyName.Of(printed).Stem));

    [Fact]
    public void Abbreviations_list_namesEachPlaceOnce()
    {
        Assert.Equal(61, PlaceNames.All.Count);
        Assert.Equal(30, PlaceNames.All.Count(static place => place.Full.EndsWith("自治州", StringComparison.Ordinal)));
        Assert.Equal(PlaceNames.All.Count, PlaceNames.All.Select(static place => place.Short).Distinct().Count());
        Assert.Equal(PlaceNames.All.Count, PlaceNames.All.Select(static place => place.Full).Distinct().Count());
        Assert.All(PlaceNames.All, static place => Assert.Equal(place.Short, BodyName.Of(place.Full).Place));
    }
}
