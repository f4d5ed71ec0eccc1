using Gouji.Normalize.Blame;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;
using static Gouji.Normalize.Tests.Blame.Equations;

namespace Gouji.Normalize.Tests.Blame;

public sealed class FindingGroupsTests
{
    [Fact]
    public void Of_equationsThatShareACell_areOneGroup()
    {
        var shared = Cell(1, 1, 10m);
        Assert.Equal([[0, 1], [2]], Groups(Sum(Cell(1, 2, 11m), shared), Sum(Cell(2, 1, 12m), shared), Sum(Rule("Y"), Cell(5, 1, 1m), Cell(5, 2, 2m))));
    }

    [Fact]
    public void Of_equationsJoinedOverAThird_areOneGroup()
    {
        var (one, other) = (Cell(1, 1, 10m), Cell(2, 2, 20m));
        Assert.Equal([[0, 1, 2]], Groups(Sum(Cell(1, 2, 11m), one), Sum(Rule("Y"), Cell(2, 1, 22m), other), Sum(Rule("Z"), one, other)));
    }

    [Fact]
    public void Of_equationsThatShareABlankCell_areNotJoined()
    {
        var blank = Cell(1, 1, null);
        Assert.Equal([[0], [1]], Groups(Sum(Rule("A"), Cell(1, 2, 11m), blank), Sum(Rule("B"), Cell(2, 1, 12m), blank)));
    }

    [Fact]
    public void Of_differencesOfOneFormulaThatCancel_areOneGroup()
    {
        var rule = Rule("X-MIRROR");
        Assert.Equal([[0, 1]], Groups(
            Make(rule, Relation.Equal, "B2[item] = B3[item]", "item 2013101", [Cell(1, 1, 30m)], [Cell(5, 1, 10m)]),
            Make(rule, Relation.Equal, "B2[item] = B3[item]", "item 2013199", [Cell(2, 1, 0m)], [Cell(6, 1, 20m)])));
    }

    [Fact]
    public void Of_differencesOfOneFormulaThatDoNotCancel_areApart()
    {
        var rule = Rule("X-MIRROR");
        Assert.Equal([[0], [1]], Groups(
            Make(rule, Relation.Equal, "B2[item] = B3[item]", "item 2013101", [Cell(1, 1, 30m)], [Cell(5, 1, 10m)]),
            Make(rule, Relation.Equal, "B2[item] = B3[item]", "item 2013199", [Cell(2, 1, 0m)], [Cell(6, 1, 21m)])));
    }

    [Fact]
    public void Of_boundsOfOneRule_areOneGroup()
    {
        var rule = Rule("X-SG-PROJ");
        Assert.Equal([[0, 1]], Groups(
            Make(rule, Relation.AtMost, "a", "", [Cell(1, 1, 30m)], [Cell(5, 1, 10m)]),
            Make(rule, Relation.AtMost, "b", "", [Cell(2, 1, 30m)], [Cell(6, 1, 20m)])));
    }

    [Fact]
    public void Of_boundAndEquality_stayApartThoughTheyShareACell()
    {
        var shared = Cell(1, 1, 30m);
        Assert.Equal([[0], [1]], Groups(
            Make(Rule("A"), Relation.AtMost, "a", "", [shared], [Cell(5, 1, 10m)]),
            Make(Rule("B"), Relation.Equal, "b", "", [shared], [Cell(6, 1, 20m)])));
    }

    [Fact]
    public void Of_nothing_isNothing() => Assert.Empty(Groups());

    private static List<List<int>> Groups(params Equation[] broken) =>
        FindingGroups.Of(broken).ConvertAll(group => group.ConvertAll(equation => Array.IndexOf(broken, equation)));
}
