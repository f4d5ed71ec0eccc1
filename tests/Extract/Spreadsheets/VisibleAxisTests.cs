using CsCheck;
using Gouji.Extract.Spreadsheets;

namespace Gouji.Extract.Tests.Spreadsheets;

public sealed class VisibleAxisTests
{
    [Fact]
    public void PositionOf_anyHiddenRuns_countsTheVisibleOnes() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 5]).Array[0, 6].Sample(runs =>
        {
            var axis = new VisibleAxis([.. runs.Select(run => (run.Item1, run.Item1 + run.Item2))]);
            var position = 1;
            for (var number = 1; number <= 60; number++)
            {
                Assert.Equal(runs.Any(run => number >= run.Item1 && number <= run.Item1 + run.Item2), axis.IsHidden(number));
                Assert.Equal(position, axis.PositionOf(number));
                if (!axis.IsHidden(number))
                {
                    Assert.Equal(number, axis.NumberAt(position++));
                }
            }
        });

    [Theory]
    [InlineData(new[] { 3 }, false, "3")]
    [InlineData(new[] { 3, 4, 5, 9 }, false, "3-5、9")]
    [InlineData(new[] { 2, 27, 28 }, true, "B、AA-AB")]
    public void Describe_numbers_namesRuns(int[] numbers, bool asColumns, string expected) => Assert.Equal(expected, VisibleAxis.Describe(numbers, asColumns));
}
