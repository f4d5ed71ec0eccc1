using Gouji.Model;
using Gouji.Normalize.Rules.BuiltIn;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Blame;

/// <summary>Turns broken equations into findings: one for each root cause, with the cell to blame where it can be told.</summary>
internal sealed class FindingBuilder
{
    private readonly FormIndex _index;
    private readonly IReadOnlyList<Equation> _equations;
    private readonly List<(Finding Finding, int Order)> _findings = [];
    private readonly RoundedAddends _rounding;
    private EquationSystem? _system;
    private Dictionary<(int Table, int Row, int Column), Fact>? _neighbours;

    public FindingBuilder(FormIndex index, IReadOnlyList<Equation> equations)
    {
        _index = index;
        _equations = equations;
        _rounding = new RoundedAddends(index);
    }

    /// <summary>Built where something is broken at all: most documents need none.</summary>
    private EquationSystem System => _system ??= new EquationSystem(_equations, CellsOfEmptyForms());

    private Dictionary<(int Table, int Row, int Column), Fact> Neighbours => _neighbours ??= FactsByPosition();

    private HashSet<Fact> CellsOfEmptyForms()
    {
        var cells = new HashSet<Fact>(ReferenceEqualityComparer.Instance);
        foreach (var form in _index.Disclosure.Forms.Where(static form => form.IsEmpty))
        {
            cells.UnionWith(form.Parts.SelectMany(static part => part.Rows).SelectMany(static row => row.Facts).OfType<Fact>());
        }

        return cells;
    }

    private Dictionary<(int Table, int Row, int Column), Fact> FactsByPosition()
    {
        var facts = new Dictionary<(int Table, int Row, int Column), Fact>(_index.Disclosure.Facts.Count);
        foreach (var fact in _index.Disclosure.Facts)
        {
            if (fact.Place is { Table: { } table, Row: { } row, Column: { } column })
            {
                facts[(table, row, column)] = fact;
            }
        }

        return facts;
    }

    /// <summary>The findings, gravest first, then in the order of the document.</summary>
    public List<Finding> Build(IReadOnlyList<(Rules.Rule Rule, CheckResult Result)> results)
    {
        var broken = _equations.Where(static equation => equation.Verdict == Verdict.Broken).ToList();
        if (broken.Count > 0)
        {
            FindingGroups.Of(broken).ForEach(Explain);
        }

        foreach (var group in _equations.Where(static equation => equation is { Verdict: Verdict.CannotTell, LostRow: not null }).GroupBy(static equation => equation.LostRow!))
        {
            LostCells([.. group]);
        }

        Remark(results);

        return [.. _findings
            .OrderByDescending(static entry => entry.Finding.Severity)
            .ThenBy(static entry => FirstBlock(entry.Finding))
            .ThenBy(static entry => entry.Order)
            .Select(static (entry, i) => entry.Finding with { Number = i + 1 })];
    }

    private static int FirstBlock(Finding finding) => finding.Places.Count == 0 ? int.MaxValue : finding.Places.Min(static place => place.Block);

    private void Explain(List<Equation> group)
    {
        if (group.TrueForAll(IsRounding))
        {
            // No figure is wrong: each was rounded by itself.
            Report(group, [], Causes.Rounding);
            return;
        }

        // Bounds are evidence; the equalities tell which cell it is.
        var equalities = group.FindAll(static equation => equation.Relation != Relation.AtMost && !equation.IsCount);
        var repairs = equalities.Count == 0 ? [] : System.SmallestRepairs(equalities);
        if (repairs.Count == 1 && repairs[0].Count > 1 && Split(group, repairs[0]) is { } parts)
        {
            foreach (var (equations, change) in parts)
            {
                Report(equations, [[change]]);
            }

            return;
        }

        // Three cells that must all be wrong at once blame none of them, where another three would do as well.
        Report(group, repairs.Count > 1 && repairs[0].Count > 2 ? [] : repairs);
    }

    /// <summary>Two wrong cells that no equation sees together are two findings.</summary>
    private static List<(List<Equation> Equations, CellChange Change)>? Split(List<Equation> group, IReadOnlyList<CellChange> repair)
    {
        var parts = repair.Select(static change => (Equations: new List<Equation>(), Change: change)).ToList();
        foreach (var equation in group)
        {
            var owners = parts.FindAll(part => equation.Terms.Exists(term => ReferenceEquals(term.Fact, part.Change.Fact)));
            if (owners.Count != 1)
            {
                return null;
            }

            owners[0].Equations.Add(equation);
        }

        return parts.TrueForAll(static part => part.Equations.Count > 0) ? parts : null;
    }

    private void Report(List<Equation> group, IReadOnlyList<IReadOnlyList<CellChange>> repairs, string? reason = null)
    {
        var primary = group.MinBy(equation => (-(int)SeverityOf(equation), equation.Rule.Order))!;
        var unit = UnitOf(primary);
        var causes = repairs.Select(repair => CauseOf(repair, unit)).ToList();
        var likely = causes.FindIndex(static name => name is not null);
        if (likely > 0)
        {
            // The cell whose figure a slip of the hand explains comes first; that others would do as well is still said.
            repairs = [repairs[likely], .. repairs.Take(likely), .. repairs.Skip(likely + 1)];
        }

        var blames = repairs.Select(repair => BlameOf(repair[0], unit)).ToList();
        var blamed = blames.Count > 0 ? blames[0] : null;
        var cause = reason ?? (likely >= 0 ? causes[likely] : blamed is null && Misplaced(group) ? Causes.BookedElsewhere : null);
        var severity = SeverityOf(primary);
        if (cause == Causes.MissingFigure && severity == Severity.Error)
        {
            severity = Severity.Warning;
        }

        var difference = blamed is { } known ? (known.Stated ?? 0) - known.Expected : unit is null ? primary.Left - primary.Right : (primary.Left - primary.Right) / unit.Value.InYuan();
        Add(new Finding
        {
            Number = 0,
            Rule = primary.Rule.Id,
            Severity = severity,
            Message = FindingText.Describe(group, primary, unit, blamed, blames.Count, repairs.Count > 0 ? repairs[0] : [], cause),
            Stated = blamed?.Stated,
            Expected = blamed?.Expected,
            Difference = difference,
            Unit = unit,
            Blamed = blamed?.Place,
            Cause = cause,
            Alternatives = [.. blames.Skip(1)],
            Checks = [.. group.Select(equation => equation.Check)],
            Places = Places(group),
        }, primary.Rule.Order);
    }

    private Model.Blame BlameOf(CellChange change, MoneyUnit? unit)
    {
        var factor = (unit ?? MoneyUnit.Yuan).InYuan();
        var stated = change.Fact.Amount?.Yuan / factor;
        return new Model.Blame(change.Fact.Place, stated, ((change.Fact.Amount?.Yuan ?? 0) + change.Delta) / factor);
    }

    private string? CauseOf(IReadOnlyList<CellChange> repair, MoneyUnit? unit)
    {
        if (repair.Count > 1)
        {
            return Causes.IsShift(repair) ? Causes.Shifted : null;
        }

        var blame = BlameOf(repair[0], unit);
        return Causes.Of(blame.Stated, blame.Expected, repair[0].Fact, Neighbours);
    }

    /// <summary>True where the differences of one formula over several items cancel: the money is there, under another item.</summary>
    private static bool Misplaced(List<Equation> group) =>
        group.Count > 1 && group.GroupBy(static equation => equation.Formula).All(static formula => formula.Count() > 1 && formula.Sum(static equation => equation.Left - equation.Right) == 0);

    private Severity SeverityOf(Equation equation)
    {
        foreach (var regrade in equation.Rule.Regrades)
        {
            if (regrade.When.Name == Conditions.RoundedAddends ? _rounding.Explain(equation) != regrade.When.Negated : Conditions.Holds(regrade.When, _index))
            {
                return regrade.Severity;
            }
        }

        return equation.Rule.Severity;
    }

    private bool IsRounding(Equation equation) =>
        equation.Rule.Regrades.Any(static regrade => regrade.When is { Name: Conditions.RoundedAddends, Negated: false }) && _rounding.Explain(equation);

    private void LostCells(List<Equation> group)
    {
        var row = group[0].LostRow!;
        var part = group[0].LostPart!;
        var table = _index.Disclosure.Forms.First(form => form.Parts.Contains(part));
        var unit = UnitOf(group[0]);
        var factor = (unit ?? MoneyUnit.Yuan).InYuan();
        var column = group.FindIndex(static equation => equation.LostColumn >= 0);
        decimal? missing = column >= 0 ? (group[column].Left - group[column].Right) / factor : null;
        var header = column >= 0 ? part.Columns[group[column].LostColumn].Header : null;
        var name = FormNames.Row(table, row);
        var figure = missing is { } value ? FindingText.Show(value, unit) : null;
        Add(new Finding
        {
            Number = 0,
            Rule = group.MinBy(static equation => equation.Rule.Order)!.Rule.Id,
            Severity = Severity.Warning,
            Message = new Message(
                $"{name.Zh}在读取时缺少单元格，无法判断该行是否平衡" + (figure is null ? "" : $"；按合计推算，缺少的单元格中“{header}”应为{figure.Zh}") + "。这不一定是发布单位的错误，请对照原件。",
                $"{name.En} lost cells when it was read, so whether it adds up cannot be told" + (figure is null ? "" : $"; by the total, the missing cell of '{header}' is {figure.En}") + ". This need not be an error of the publisher: look at the original."),
            Expected = missing,
            Difference = missing,
            Unit = unit,
            Blamed = column >= 0 ? row.Place with { Column = part.Columns[group[column].LostColumn].GridColumn + 1 } : row.Place,
            Cause = Causes.CellsLost,
            Checks = [.. group.Select(equation => equation.Check)],
            Places = [row.Place, .. Places(group)],
        }, group[0].Rule.Order);
    }

    /// <summary>What built-in checks found, a finding for each wrong figure.</summary>
    private void Remark(IReadOnlyList<(Rules.Rule Rule, CheckResult Result)> results)
    {
        var broken = results.Where(entry => entry.Result.Verdict == Verdict.Broken && !Supports(entry.Rule, entry.Result)).Select(static entry => new BrokenResult(entry.Rule, entry.Result)).ToList();
        if (broken.Count == 0)
        {
            return;
        }

        foreach (var slip in new TextSlips(broken, results.Select(static entry => entry.Result), IsConfirmed).Find())
        {
            if (slip.Broken is [var (rule, result)])
            {
                Remark(rule, result);
            }
            else
            {
                Report(slip);
            }
        }
    }

    /// <summary>Whether an equation between tables in which the cell stands holds.</summary>
    private bool IsConfirmed(Place place) =>
        place.Table is not null && _equations.Any(equation => equation.Verdict is Verdict.Holds or Verdict.HoldsWithinRounding && equation.Terms.Exists(term => term.Fact.Place == place));

    /// <summary>A figure of a sentence that breaks several checks.</summary>
    private void Report(TextSlip slip)
    {
        var (rule, result) = slip.Broken.MinBy(entry => (-(int)SeverityOf(entry.Rule, entry.Result), entry.Rule.Order));
        var figures = slip.Repairs.Select(repair => (Repair: repair, Blame: BlameOf(repair), Cause: repair.IsExact ? CauseOf(repair) : null))
            .OrderBy(static figure => figure.Repair.Fact.Source != FactSource.Text).ThenBy(static figure => figure.Cause is null).ToList();
        var (repair, blamed, cause) = figures[0];
        Add(new Finding
        {
            Number = 0,
            Rule = rule.Id,
            Severity = SeverityOf(rule, result),
            Message = FindingText.Describe(result.Remark!, slip, repair, blamed),
            Stated = blamed.Stated,
            Expected = repair.IsExact ? blamed.Expected : null,
            Difference = repair.IsExact ? blamed.Stated - blamed.Expected : null,
            Unit = repair.Fact.Unit,
            Blamed = blamed.Place,
            Cause = cause,
            Alternatives = [.. figures.Skip(1).Select(static figure => figure.Blame)],
            Checks = [.. slip.Broken.Select(static entry => entry.Result.ToCheck(entry.Rule))],
            Places = [.. slip.Broken.SelectMany(static entry => entry.Result.Places).Append(blamed.Place).Distinct()],
        }, rule.Order);
    }

    private static Model.Blame BlameOf(FigureRepair repair) =>
        new(repair.Fact.Place, repair.Fact.Stated, repair.Value / (repair.Fact.Unit ?? MoneyUnit.Yuan).InYuan());

    private string? CauseOf(FigureRepair repair)
    {
        var blame = BlameOf(repair);
        return Causes.Of(blame.Stated, blame.Expected, repair.Fact, Neighbours);
    }

    private Severity SeverityOf(Rules.Rule rule, CheckResult result)
    {
        var severity = result.AtMost is { } lighter && lighter < rule.Severity ? lighter : rule.Severity;
        foreach (var regrade in rule.Regrades)
        {
            if (Conditions.Holds(regrade.When, _index))
            {
                severity = regrade.Severity;
            }
        }

        return severity;
    }

    private void Remark(Rules.Rule rule, CheckResult result)
    {
        Add(new Finding
        {
            Number = 0,
            Rule = rule.Id,
            Severity = SeverityOf(rule, result),
            Message = result.Remark!,
            Stated = result.Stated,
            Expected = result.Expected,
            Difference = result.Expected is { } expected ? (result.Stated ?? 0) - expected : null,
            Unit = result.Unit,
            Blamed = result.Expected is null ? null : result.Blamed ?? (result.Places.Count == 1 ? result.Places[0] : null),
            Cause = result.Cause,
            Checks = result.Arithmetic is null ? [] : [result.ToCheck(rule)],
            Places = result.Places,
        }, rule.Order);
    }

    /// <summary>
    /// A sentence that contradicts a cell which is blamed, and states what would make the equations hold, is more evidence of the same fault.
    /// </summary>
    private bool Supports(Rules.Rule rule, CheckResult result)
    {
        if (result.Arithmetic is not { Terms: [{ Fact: { Source: FactSource.Text, Amount: { } told } }, { Fact: { Source: FactSource.Table, Amount: { } printed } cell }] })
        {
            return false;
        }

        for (var i = 0; i < _findings.Count; i++)
        {
            var (finding, order) = _findings[i];
            var own = finding.Checks.Where(check => check.Terms.Any(term => ReferenceEquals(term.Fact, cell))).ToList();
            var isBlamed = finding.Blamed == cell.Place || finding.Alternatives.Any(blame => blame.Place == cell.Place);
            if (isBlamed && own.Count > 0 && own.TrueForAll(check => HoldsWith(check, cell, told.Yuan - printed.Yuan)))
            {
                _findings[i] = (finding with { Checks = [.. finding.Checks, result.ToCheck(rule)], Places = [.. finding.Places.Union(result.Places)] }, order);
                return true;
            }
        }

        return false;
    }

    private static bool HoldsWith(Check check, Fact cell, decimal change)
    {
        var difference = check.Difference;
        foreach (var term in check.Terms)
        {
            if (ReferenceEquals(term.Fact, cell))
            {
                difference += (term.Right ? -1 : 1) * term.Coefficient * change;
            }
        }

        return difference is { } left && (Math.Abs(left) <= (check.Slack ?? 0) || (check.AtMost && left <= 0));
    }

    /// <summary>Adds a finding, or joins it to the one that blames the same cell for the same figure: one fault, one finding.</summary>
    private void Add(Finding finding, int order)
    {
        var same = finding.Blamed is null || finding.Cause == Causes.CellsLost || finding.Alternatives.Count > 0
            ? -1
            : _findings.FindIndex(entry => entry.Finding.Blamed == finding.Blamed && entry.Finding.Expected == finding.Expected && entry.Finding.Alternatives.Count == 0);
        if (same < 0)
        {
            _findings.Add((finding, order));
            return;
        }

        var (other, otherOrder) = _findings[same];
        var graver = finding.Severity > other.Severity || (finding.Severity == other.Severity && order < otherOrder);
        var (main, rest) = graver ? (finding, other) : (other, finding);
        _findings[same] = (main with { Checks = [.. main.Checks, .. rest.Checks], Places = [.. main.Places.Union(rest.Places)] }, graver ? order : otherOrder);
    }

    private static List<Place> Places(List<Equation> group)
    {
        var places = new List<Place>();
        foreach (var term in group.SelectMany(static equation => equation.Terms))
        {
            if (term.Fact.State is FactState.Value or FactState.Zero && !places.Contains(term.Fact.Place))
            {
                places.Add(term.Fact.Place);
            }
        }

        return places;
    }

    private static MoneyUnit? UnitOf(Equation equation) => equation.IsCount ? null : equation.Terms.Select(static term => term.Fact.Unit).FirstOrDefault(static unit => unit is not null);
}
