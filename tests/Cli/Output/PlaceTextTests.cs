using Gouji.Cli.Output;
using Gouji.Cli.Tests.Support;

namespace Gouji.Cli.Tests.Output;

public sealed class PlaceTextTests
{
    [Fact]
    public void Of_placeInItsOwnDocument_isThePlace() => Assert.Equal(Sample.Cell(5, 11, 6).ToString(), PlaceText.Of(Sample.Cell(5, 11, 6), Sample.Sha));

    [Fact]
    public void Of_rowThatNamesNoOtherDocument_isThePlace() => Assert.Equal(Sample.Cell(5, 11, 6).ToString(), PlaceText.Of(Sample.Cell(5, 11, 6, new string('b', 64)), null));

    [Fact]
    public void Of_placeElsewhere_beginsWithItsDocument()
    {
        var place = Sample.Cell(5, 11, 6, new string('b', 64));
        Assert.Equal($"sha256={new string('b', 64)};{place}", PlaceText.Of(place, Sample.Sha));
        Assert.Equal("sha256=bbbbbbbb;table=5;row=11;column=6", PlaceText.Short(place, Sample.Sha, PlaceText.ShortDigits));
    }

    [Fact]
    public void Short_sentence_isItsParagraph() => Assert.Equal("paragraph=31;offset=14", PlaceText.Short(Sample.Sentence(31, 14), null));
}
