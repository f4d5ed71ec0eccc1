using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Prose;
using Gouji.Normalize.Rules.BuiltIn;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Rules.Evaluation;

/// <summary>The forms of one disclosure by role, and what rules ask of them more than once.</summary>
internal sealed class FormIndex
{
    private static readonly int Roles = Enum.GetValues<FormRole>().Length;

    private readonly FormTable?[] _first = new FormTable?[Roles];
    private readonly List<FormTable>?[] _all = new List<FormTable>?[Roles];
    private readonly bool?[] _mayHoldMoney = new bool?[Roles];
    private Dictionary<string, string>? _projectMatches;

    public FormIndex(Disclosure disclosure)
    {
        Disclosure = disclosure;
        foreach (var form in disclosure.Forms)
        {
            (_all[(int)form.Role] ??= []).Add(form);
            if (form.Role != FormRole.Unknown)
            {
                ref var first = ref _first[(int)form.Role];

                // By items before by units where a form is printed twice.
                if (first is null || (!IsCoded(first) && IsCoded(form)))
                {
                    first = form;
                }
            }
        }
    }

    public Disclosure Disclosure { get; }

    /// <summary>Wholes of sentences with all of their parts.</summary>
    public IReadOnlyList<(Claim Whole, List<Claim> Parts)> ToldStructures => field ??= [.. ProseSumChecks.Structures(Disclosure.Prose)];

    /// <summary>收支总预算 with the income, and with the expenditure, that its section lists.</summary>
    public IReadOnlyList<(Claim Whole, List<Claim> Parts)> ToldOverviews => field ??= [.. ProseSumChecks.Overviews(Disclosure.Prose)];

    /// <summary>The form of that role that speaks for it; null where there is none.</summary>
    public FormTable? First(FormRole role) => _first[(int)role];

    /// <summary>All forms of that role in reading order.</summary>
    public IReadOnlyList<FormTable> All(FormRole role) => _all[(int)role] ?? (IReadOnlyList<FormTable>)[];

    /// <summary>
    /// Whether a form that is not in the document could hold money: not where the summaries are there and state none of its fund.
    /// </summary>
    public bool MayHoldMoney(FormRole missing) => _mayHoldMoney[(int)missing] ??= StatesMoneyOf(missing);

    private bool StatesMoneyOf(FormRole missing)
    {
        Fund? fund = missing switch
        {
            FormRole.B9 => Fund.GovernmentFunds,
            FormRole.B10 => Fund.StateCapitalOperations,
            _ => null,
        };
        if (fund is null || (First(FormRole.B1) is null && First(FormRole.B4) is null))
        {
            return true;
        }

        return Disclosure.Facts.Any(fact => fact.Source == FactSource.Table && fact.Fund == fund && fact.State == FactState.Value && fact.Role is FormRole.B1 or FormRole.B2 or FormRole.B4);
    }

    /// <summary>True where the rows of a form carry function codes of items.</summary>
    public static bool IsCoded(FormTable form)
    {
        foreach (var part in form.Parts)
        {
            foreach (var row in part.Rows)
            {
                if (row.FunctionCode is { Length: 7 } or { Length: 5 } || row.EconomicCode is { Length: 5 })
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// The name under which a project of the performance forms stands in the project form: the same name, or the only one that contains
    /// it or is contained, or the only one left of the same amount. Null where none is.
    /// </summary>
    public string? ProjectInForm(string project)
    {
        _projectMatches ??= MatchProjects();
        return _projectMatches.GetValueOrDefault(project);
    }

    /// <summary>Rows of the project form that are projects.</summary>
    public IEnumerable<FormRow> ProjectRows()
    {
        if (First(FormRole.B7)?.Part("") is not { } part)
        {
            yield break;
        }

        foreach (var row in part.Rows)
        {
            if (row.Kind == RowKind.Leaf && !row.OfWhich)
            {
                yield return row;
            }
        }
    }

    public static string NameOf(FormRow row) => row.Project ?? row.Label;

    private Dictionary<string, string> MatchProjects()
    {
        var matches = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = ProjectRows().Select(NameOf).Distinct(StringComparer.Ordinal).ToList();
        var keys = names.ToDictionary(static name => name, static name => FoldedText.Letters(Fold.Key(name)), StringComparer.Ordinal);
        var free = new List<string>(names);
        var wanted = All(FormRole.B11).Select(static form => form.Project).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        Match(static (wanted, name) => wanted == name);
        Match(static (wanted, name) => name.Contains(wanted, StringComparison.Ordinal) || wanted.Contains(name, StringComparison.Ordinal));
        foreach (var project in wanted.Where(project => !matches.ContainsKey(project)).ToList())
        {
            var amount = AmountOfTarget(project);
            var same = free.Where(name => amount is not null && AmountInForm(name) == amount).ToList();
            if (same.Count == 1)
            {
                matches[project] = same[0];
                free.Remove(same[0]);
            }
        }

        return matches;

        void Match(Func<string, string, bool> fits)
        {
            foreach (var project in wanted)
            {
                if (matches.ContainsKey(project))
                {
                    continue;
                }

                var key = FoldedText.Letters(Fold.Key(project));
                var candidates = free.Where(name => fits(key, keys[name])).ToList();
                if (candidates.Count == 1)
                {
                    matches[project] = candidates[0];
                    free.Remove(candidates[0]);
                }
            }
        }
    }

    private decimal? AmountOfTarget(string project) =>
        All(FormRole.B11).FirstOrDefault(form => form.Project == project)?.Parts[0].Rows[0].Facts[0]?.Amount?.Yuan;

    private decimal? AmountInForm(string name)
    {
        var part = First(FormRole.B7)!.Part("")!;
        var total = part.ColumnOf("total");
        decimal? sum = null;
        foreach (var row in ProjectRows())
        {
            if (total >= 0 && NameOf(row) == name && row.Facts[total]?.Amount is { } amount)
            {
                sum = (sum ?? 0) + amount.Yuan;
            }
        }

        return sum;
    }
}
