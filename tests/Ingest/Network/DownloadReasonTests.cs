using System.Reflection;
using Gouji.Ingest.Network;

namespace Gouji.Ingest.Tests.Network;

public sealed class DownloadReasonTests
{
    public static TheoryData<string> Reasons => [.. All];

    private static IEnumerable<string> All =>
        typeof(DownloadReason).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static one => (string)one.GetRawConstantValue()!);

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Text_ofEachReason_namesTheMatterInBothLanguages(string reason)
    {
        var text = DownloadReason.Text(reason, "a.gov.cn");
        Assert.Contains("a.gov.cn", text.Zh, StringComparison.Ordinal);
        Assert.Contains("a.gov.cn", text.En, StringComparison.Ordinal);
        Assert.Contains(text.Zh, static one => one is >= '一' and <= '龥');
        Assert.DoesNotContain(text.En, static one => one is >= '一' and <= '龥');
        Assert.Matches("^[a-z]+(-[a-z]+)*$", reason);
    }

    [Fact]
    public void Reasons_areDistinct() => Assert.Equal(All.Count(), All.Distinct().Count());
}
