using Gouji.Ingest.Network;

namespace Gouji.Ingest.Tests.Network;

public sealed class ReasonPhraseTests
{
    public static TheoryData<string> Reasons => DownloadReasonTests.Reasons;

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Of_eachReason_isAPhraseInBothLanguages(string reason)
    {
        var phrase = ReasonPhrase.Of(reason);
        Assert.NotNull(phrase);
        Assert.Contains(phrase.Zh, static one => one is >= '一' and <= '龥');
        Assert.DoesNotContain(phrase.En, static one => one is >= '一' and <= '龥');
        Assert.Single(Reasons, other => ReasonPhrase.Of(other) == phrase);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not-modified-but-not-held")]
    public void Of_anotherWord_isNone(string? reason) => Assert.Null(ReasonPhrase.Of(reason));
}
