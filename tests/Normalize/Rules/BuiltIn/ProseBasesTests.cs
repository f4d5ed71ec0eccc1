using Gouji.Model;
using Gouji.Normalize.Rules.BuiltIn;

namespace Gouji.Normalize.Tests.Rules.BuiltIn;

public sealed class ProseBasesTests
{
    [Theory]
    [InlineData("上年", "上年预算数", DisclosureKind.Budget, true)]
    [InlineData("2019年", "2019年预算", DisclosureKind.Budget, true)]
    [InlineData("上年", "上年执行数", DisclosureKind.Budget, false)]
    [InlineData("上年预算", "上年决算", DisclosureKind.Budget, false)]
    [InlineData("上年", "上年决算数", DisclosureKind.FinalAccounts, true)]
    [InlineData("上年", "年初预算数", DisclosureKind.FinalAccounts, false)]
    [InlineData("年初预算数", "调整预算数", DisclosureKind.FinalAccounts, false)]
    [InlineData("2019年", "2018年", DisclosureKind.Budget, false)]
    [InlineData("2019年", "上年", DisclosureKind.Budget, true)]
    [InlineData("上年", "上年预算", DisclosureKind.Unknown, false)]
    public void Same_wordsOfABase_areComparedByWhatTheyMean(string one, string other, DisclosureKind kind, bool same) =>
        Assert.Equal(same, ProseBases.Same(one, other, kind));
}
