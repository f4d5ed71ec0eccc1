using Gouji.Model;

namespace Gouji.CorpusGenerator.Figures;

/// <summary>
/// One line of planned spending. Every figure of every table and sentence is a sum of such lines, so the tables of one ledger
/// agree with one another by construction.
/// </summary>
/// <param name="Function">功能分类 item, 7 digits.</param>
/// <param name="Nature">Basic or project expenditure.</param>
/// <param name="Fund">The fund that pays.</param>
/// <param name="Economic">经济分类 section, 5 digits.</param>
/// <param name="Amount">This year, in 万元.</param>
/// <param name="Prior">Last year's budget, in 万元.</param>
internal sealed record Entry(string Function, Nature Nature, Fund Fund, string Economic, decimal Amount, decimal Prior)
{
    /// <summary>Name of the project; null for basic expenditure.</summary>
    public string? Project { get; init; }

    /// <summary>The unit that spends; null for the body itself.</summary>
    public string? Unit { get; init; }

    /// <summary>True where last year's carry-over of the fund pays.</summary>
    public bool CarriedOver { get; init; }

    /// <summary>What became of the money in the course of the year; a budget only plans to spend it.</summary>
    public Standing Standing { get; init; }
}

/// <summary>What became of money by the end of the year, as final accounts tell.</summary>
internal enum Standing
{
    /// <summary>Spent.</summary>
    Spent,

    /// <summary>Left at the end of the year (年末结转和结余).</summary>
    Kept,

    /// <summary>Distributed from the surplus (结余分配).</summary>
    Distributed,
}

/// <summary>What a performance table says of a project beside its money.</summary>
/// <param name="Name">Name of the project.</param>
/// <param name="Goal">总体目标.</param>
/// <param name="Output">Quantity indicator and its value, such as <c>调解纠纷件数 ≥320件</c>.</param>
/// <param name="Benefit">Benefit indicator and its value.</param>
/// <param name="Costs">Cost indicators that add up to the project, in 万元; empty to derive one a line of the ledger.</param>
internal sealed record ProjectPlan(string Name, string Goal, string Output, string Benefit, IReadOnlyList<(string Label, decimal Amount)> Costs)
{
    /// <summary>The sign before the cost indicators.</summary>
    public string CostSign { get; init; } = "≤";
}

/// <summary>The people and things that prose counts.</summary>
internal sealed record Counts(int Posts, int InService, int Retired, int Vehicles, IReadOnlyList<string> Offices);

/// <summary>A body's budget of one year, whatever the tables are that show it (预算数据).</summary>
internal sealed record Ledger(string Body, int Year, string Duties, Counts Counts)
{
    public IReadOnlyList<Entry> Entries { get; init; } = [];

    public IReadOnlyList<ProjectPlan> Plans { get; init; } = [];

    /// <summary>Income that is carried forward to the next year, by fund.</summary>
    public IReadOnlyList<(Fund Fund, decimal Amount)> Forward { get; init; } = [];

    /// <summary>政府采购: goods, works and services, in 万元.</summary>
    public (decimal Goods, decimal Works, decimal Services) Procurement { get; init; }

    public decimal Spent => Entries.Sum(entry => entry.Amount);

    public decimal Total => Spent + Forward.Sum(forward => forward.Amount);

    public IReadOnlyList<string> Functions => [.. Entries.Select(entry => entry.Function).Distinct().Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Projects => [.. Entries.Where(entry => entry.Project is not null).Select(entry => entry.Project!).Distinct()];

    /// <summary>Income of a fund this year: what it pays and what it carries forward, without last year's carry-over.</summary>
    public decimal Income(Fund fund) => Entries.Where(entry => entry.Fund == fund && !entry.CarriedOver).Sum(entry => entry.Amount)
        + Forward.Where(forward => forward.Fund == fund).Sum(forward => forward.Amount);

    public decimal CarriedOver => Entries.Where(entry => entry.CarriedOver).Sum(entry => entry.Amount);

    public decimal FiscalIncome => Income(Fund.GeneralPublicBudget) + Income(Fund.GovernmentFunds) + Income(Fund.StateCapitalOperations);

    /// <summary>
    /// Adds basic expenditure. Lines read <c>30101 182.36 190.11</c>: code, this year, last year (the same where it is left
    /// out). Contributions and pensions go to their own function items, the rest to <paramref name="running"/>.
    /// </summary>
    public Ledger Basic(string running, bool institution, params IEnumerable<string> lines) => this with
    {
        Entries = [.. Entries, .. lines.Select(line => line.Split(' ')).Select(parts => new Entry(
            Home(parts[0], running, institution), Nature.Basic, Fund.GeneralPublicBudget, parts[0], Number(parts[1]), Number(parts[^1])))],
    };

    /// <summary>Adds a project with one performance plan. Lines as for basic expenditure.</summary>
    public Ledger Project(string name, string function, Fund fund, string goal, string output, string benefit, params IEnumerable<string> lines) => this with
    {
        Entries = [.. Entries, .. lines.Select(line => line.Split(' ')).Select(parts =>
            new Entry(function, Nature.Project, fund, parts[0], Number(parts[1]), Number(parts[^1])) { Project = name })],
        Plans = Plans.Any(plan => plan.Name == name) ? Plans : [.. Plans, new ProjectPlan(name, goal, output, benefit, [])],
    };

    /// <summary>
    /// Adds money of final accounts that is not basic expenditure of the general public budget. Lines read <c>30227 42.10 40.00</c>:
    /// code, spent, budgeted at the beginning of the year.
    /// </summary>
    public Ledger Line(string function, Nature nature, Fund fund, bool carriedOver, Standing standing, params IEnumerable<string> lines) => this with
    {
        Entries = [.. Entries, .. lines.Select(line => line.Split(' ')).Select(parts => new Entry(function, nature, fund, parts[0], Number(parts[1]), Number(parts[^1]))
        {
            CarriedOver = carriedOver,
            Standing = standing,
        })],
    };

    /// <summary>Adds what a project spent of this year's money of the general public budget.</summary>
    public Ledger Spend(string function, params IEnumerable<string> lines) => Line(function, Nature.Project, Fund.GeneralPublicBudget, false, Standing.Spent, lines);

    /// <summary>A copy in which some entries read differently, for a table that disagrees with the others.</summary>
    public Ledger Change(Func<Entry, bool> which, Func<Entry, Entry> how)
    {
        var changed = Entries.Count(which);
        return changed == 1
            ? this with { Entries = [.. Entries.Select(entry => which(entry) ? how(entry) : entry)] }
            : throw new InvalidOperationException($"{changed} entries of {Body} fit, not one.");
    }

    /// <summary>A copy with more (or less) in the one entry of that economic code (and project).</summary>
    public Ledger Add(string economic, decimal amount, string? project = null) => Change(
        entry => entry.Economic == economic && entry.Project == project,
        entry => entry with { Amount = entry.Amount + amount });

    private static string Home(string economic, string running, bool institution) => economic switch
    {
        "30108" => "2080505",
        "30109" => "2080506",
        "30110" => institution ? "2101102" : "2101101",
        "30111" => "2101103",
        "30113" => "2210201",
        "30301" or "30302" => institution ? "2080502" : "2080501",
        _ => running,
    };

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
