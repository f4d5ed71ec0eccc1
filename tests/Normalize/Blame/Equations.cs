using Gouji.Model;
using Gouji.Normalize.Rules;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;
using Gouji.Normalize.Tests.Rules;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Blame;

/// <summary>Cells and equations without a document around them, in 万元.</summary>
internal static class Equations
{
    public static Rule Rule(string id = "X") => Assert.Single(Rulebook.Parse("test.rules", RuleTexts.Minimal(id)).Rules);

    public static Fact Cell(int row, int column, decimal? value, FactState? state = null) => new()
    {
        Source = FactSource.Table,
        Role = FormRole.B3,
        Title = "",
        RowKind = RowKind.Leaf,
        Item = "",
        State = state ?? (value is null ? FactState.Blank : value == 0 ? FactState.Zero : FactState.Value),
        Stated = value,
        Unit = MoneyUnit.TenThousandYuan,
        Amount = value is { } printed ? Amount.Printed(printed, 2, MoneyUnit.TenThousandYuan) : null,
        Place = new Place { Sha256 = Printed.Sha256, Source = default, Block = 1, Table = 1, Row = row, Column = column },
    };

    /// <summary>whole = part + part + …, decided.</summary>
    public static Equation Sum(Fact whole, params Fact[] parts) => Sum(Rule(), whole, parts);

    public static Equation Sum(Rule rule, Fact whole, params Fact[] parts) => Make(rule, Relation.Equal, "", "", [whole], parts);

    public static Equation Make(Rule rule, Relation relation, string formula, string subject, Fact[] left, Fact[] right)
    {
        var equation = new Equation { Rule = rule, Subject = new Message(subject, subject), Relation = relation, Formula = formula };
        equation.Terms.AddRange(left.Select(static fact => new Term(1, fact, false)));
        equation.Terms.AddRange(right.Select(static fact => new Term(1, fact, true)));
        equation.Decide();
        return equation;
    }
}
