using Gouji.Ingest.Network;

namespace Gouji.Ingest.Tests.Network;

public sealed class HttpDateTests
{
    private static readonly DateTimeOffset Now = new(2020, 2, 12, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("120", 120)]
    [InlineData("999999", 3600)]
    [InlineData("99999999999999", 3600)]
    [InlineData("Wed, 12 Feb 2020 08:00:30 GMT", 30)]
    [InlineData("Wed, 12 Feb 2020 07:00:00 GMT", 0)]
    [InlineData("Wed, 12 Feb 2025 07:00:00 GMT", 3600)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void RetryAfter_secondsOrDate_isTheWait(string? value, int? seconds) =>
        Assert.Equal(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null, HttpDate.RetryAfter(value, Now, TimeSpan.FromHours(1)));

    [Theory]
    [InlineData("Wed, 12 Feb 2020 08:00:00 GMT")]
    [InlineData("Wednesday, 12-Feb-20 08:00:00 GMT")]
    [InlineData("Wed Feb 12 08:00:00 2020")]
    public void Parse_eachFormOfTheStandard_isRead(string value) => Assert.Equal(Now, HttpDate.Parse(value));

    [Fact]
    public void Format_anyZone_isGmt() => Assert.Equal("Wed, 12 Feb 2020 08:00:00 GMT", HttpDate.Format(Now.ToOffset(TimeSpan.FromHours(8))));
}
