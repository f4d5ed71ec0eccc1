using Gouji.Cli.Checking;
using Gouji.Model;

namespace Gouji.Cli.Tests.Support;

/// <summary>One small document with all that the writers must show: totals that hold, that break, and that cannot be told.</summary>
internal static class Sample
{
    public static readonly string Sha = "1a2b3c4d" + new string('0', 56);

    public static readonly DisclosureHeader Header = new("某县财政局", 2020, DisclosureKind.Budget, MoneyUnit.TenThousandYuan);

    public static Place Cell(int table, int row, int column, string? sha = null) => new()
    {
        Sha256 = sha ?? Sha,
        Source = new SourcePosition(null, (table * 100) + row, 2),
        Block = (table * 10) + 1,
        Table = table,
        Row = row,
        Column = column,
        Span = new TextSpan(0, 6),
    };

    public static Place Sentence(int paragraph, int offset) => new()
    {
        Sha256 = Sha,
        Source = new SourcePosition("word/document.xml", 0, 0),
        Block = paragraph,
        Page = 3,
        Span = new TextSpan(offset, 7),
        Box = new PageBox(72m, 700.5m, 120m, 712m),
    };

    public static Fact Money(decimal? stated, FormRole role, string item, Place place, FactState? state = null) => new()
    {
        Source = place.Table is null ? FactSource.Text : FactSource.Table,
        Role = role,
        Title = role == FormRole.B5 ? "一般公共预算支出情况表" : "一般公共预算基本支出情况表",
        RowKind = item == "合计" ? RowKind.Total : RowKind.Leaf,
        FunctionCode = role == FormRole.B5 ? "2013101" : null,
        EconomicCode = role == FormRole.B6 ? "30101" : null,
        Item = item,
        Fund = Fund.GeneralPublicBudget,
        Nature = Nature.Basic,
        State = state ?? (stated is null ? FactState.Blank : stated == 0m ? FactState.Zero : FactState.Value),
        Stated = stated,
        Unit = MoneyUnit.TenThousandYuan,
        Amount = stated is { } figure ? Amount.Printed(figure, figure.Scale, MoneyUnit.TenThousandYuan) : null,
        Place = place,
    };

    public static readonly Fact Basic = Money(950.64m, FormRole.B5, "行政运行", Cell(5, 11, 6));

    public static readonly Fact Project = Money(194.96m, FormRole.B5, "专项, “维修”", Cell(5, 12, 6)) with { Nature = Nature.Project, Project = "维修\"一\"" };

    public static readonly Fact Total = Money(1145.60m, FormRole.B5, "合计", Cell(5, 13, 6));

    public static readonly Fact Detail = Money(950.46m, FormRole.B6, "合计", Cell(6, 3, 4));

    public static readonly Fact Blank = Money(null, FormRole.B6, "奖金", Cell(6, 4, 4));

    public static readonly Fact Dash = Money(null, FormRole.B6, "=SUM(A1)", Cell(6, 5, 4), FactState.Dash);

    public static readonly Fact Said = Money(1145.6m, FormRole.Unknown, "支出", Sentence(31, 14)) with { Title = "预算情况\n说明" };

    public static readonly Fact Staff = Said with { Item = "编制人数", Measure = Measure.Count, Stated = 12m, Unit = null, Amount = null };

    public static readonly Check Sum = new()
    {
        Rule = "R-B5-SUM",
        Subject = new Message("行政运行", "行政运行"),
        Verdict = Verdict.Holds,
        Left = 11456000m,
        Right = 11456000.00m,
        Slack = 150.0m,
        Terms = [new Term(1m, Basic, false), new Term(1m, Project, false), new Term(1m, Total, true)],
    };

    public static readonly Check Broken = new()
    {
        Rule = "X-BASIC",
        Subject = new Message("合计", "total"),
        Verdict = Verdict.Broken,
        Left = 9506400.00m,
        Right = 9504600.00m,
        Slack = 0m,
        Terms = [new Term(1m, Basic, false), new Term(1m, Detail, true)],
    };

    public static readonly Check Unknown = new()
    {
        Rule = "X-YEAR",
        Subject = new Message("", ""),
        Verdict = Verdict.CannotTell,
        Reason = new Message("没有上年数", "the previous year is not stated, \"B5\" has no such column"),
    };

    public static readonly Finding Finding = new()
    {
        Number = 1,
        Rule = "X-BASIC",
        Severity = Severity.Error,
        Message = new Message("基本支出应为950.64，基本支出表合计为950.46", "basic expenditure is 950.64, its detail adds up to 950.46"),
        Stated = 950.46m,
        Expected = 950.6400m,
        Difference = -0.18m,
        Unit = MoneyUnit.TenThousandYuan,
        Blamed = Detail.Place,
        Cause = "digits-swapped",
        Checks = [Broken],
        Places = [Basic.Place, Detail.Place],
    };

    public static readonly Finding Remark = new()
    {
        Number = 2,
        Rule = "Z-TITLE",
        Severity = Severity.Notice,
        Message = new Message("标题有误", "the title is wrong"),
        Alternatives = [new Blame(Basic.Place, 950.64m, 951m)],
        Places = [Said.Place],
    };

    public static CheckedContent Content { get; } = new(
        "docx", Header, 2, 1, [Basic, Project, Total, Detail, Blank, Dash, Said, Staff], [Sum, Broken, Unknown], [Finding, Remark], []);

    public static CheckedDocument Document { get; } = new()
    {
        Document = "data/a.docx",
        Path = "data/a.docx",
        Outcome = Outcome.Checked,
        Sha256 = Sha,
        Bytes = 1234,
        Format = Content.Format,
        Header = Header,
        Tables = Content.TableCount,
        Recognised = Content.RecognisedCount,
        Facts = Content.Facts,
        Checks = Content.Checks,
        Findings = Content.Findings,
        ElapsedMilliseconds = 17,
    };
}
