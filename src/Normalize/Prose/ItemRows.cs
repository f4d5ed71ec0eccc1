using Gouji.Model;
using Gouji.Normalize.Codes;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Prose;

/// <summary>The rows of an expenditure form that a sentence speaks of.</summary>
/// <param name="Code">The code of the level that is named.</param>
/// <param name="Form">The form.</param>
/// <param name="Rows">The leaf rows of that code.</param>
/// <param name="Cells">Their amounts.</param>
internal sealed record ItemMatch(string Code, FormTable Form, IReadOnlyList<FormRow> Rows, IReadOnlyList<Fact> Cells);

/// <summary>Finds the rows that a sentence names by class, section and item.</summary>
internal static class ItemRows
{
    private static readonly FormRole[] General = [FormRole.B5, FormRole.B9, FormRole.B10];
    private static readonly FormRole[] GeneralAccounts = [FormRole.F5, FormRole.F8, FormRole.F9];
    private static readonly FormRole[] Funds = [FormRole.B9];
    private static readonly FormRole[] FundsAccounts = [FormRole.F8];
    private static readonly FormRole[] All = [FormRole.B3];
    private static readonly FormRole[] AllAccounts = [FormRole.F3];

    /// <summary>The forms whose rows the section of a claim may describe, the likeliest first.</summary>
    public static IReadOnlyList<FormRole> FormsOf(Claim claim) => (claim.Section.Theme, claim.IsOfAccounts) switch
    {
        (ProseTheme.General, false) => General,
        (ProseTheme.General, true) => GeneralAccounts,
        (ProseTheme.Funds, false) => Funds,
        (ProseTheme.Funds, true) => FundsAccounts,
        (ProseTheme.Expenditure, false) => All,
        (ProseTheme.Expenditure, true) => AllAccounts,
        _ => [],
    };

    /// <summary>
    /// The rows that a claim names in the forms that its section describes; null where none has the name. <paramref name="ambiguous"/> where
    /// several items have it.
    /// </summary>
    public static ItemMatch? Find(IReadOnlyList<FormTable> forms, Claim claim, int? year, out bool ambiguous)
    {
        if (claim.Rows is not { } rows)
        {
            var found = Find(forms, FormsOf(claim), claim.Item!, year, out ambiguous);
            claim.Rows = rows = (found, ambiguous);
        }

        ambiguous = rows.IsAmbiguous;
        return rows.Match;
    }

    /// <summary>The rows that an item names; null where none has the name. <paramref name="ambiguous"/> where several items have it.</summary>
    public static ItemMatch? Find(IReadOnlyList<FormTable> forms, IReadOnlyList<FormRole> roles, ItemReference item, int? year, out bool ambiguous)
    {
        ambiguous = false;
        foreach (var role in roles)
        {
            if (Find(forms, role, item, year, ref ambiguous) is { } match)
            {
                return match;
            }
        }

        return null;
    }

    /// <summary>The rows that have money and are no sums, with the place of their amounts.</summary>
    public static IEnumerable<FormRow> Leaves(FormPart part) =>
        part.Rows.Where(static row => row is { Kind: RowKind.Leaf, OfWhich: false, FunctionCode.Length: 5 or 7 });

    /// <summary>The form of a role whose rows are items; null where there is none or several.</summary>
    public static FormTable? Form(IReadOnlyList<FormTable> forms, FormRole role)
    {
        FormTable? found = null;
        foreach (var form in forms)
        {
            if (form.Role == role && form.Part("") is { } part && part.ColumnOf("total") >= 0 && Leaves(part).Any())
            {
                if (found is not null)
                {
                    return null;
                }

                found = form;
            }
        }

        return found;
    }

    /// <summary>The name of a row without its code and without the section in brackets that tells it apart, as a key.</summary>
    public static string Key(string label) => FoldedText.Letters(NameKey.Of(NameKey.WithoutLastBracket(Fold.Key(label)).ToString()));

    private static ItemMatch? Find(IReadOnlyList<FormTable> forms, FormRole role, ItemReference item, int? year, ref bool ambiguous)
    {
        if (Form(forms, role) is not { } form)
        {
            return null;
        }

        var part = form.Part("")!;
        var rows = Leaves(part).ToList();
        var codes = rows.Select(row => row.FunctionCode!.Length >= item.Level ? row.FunctionCode[..item.Level] : row.FunctionCode).Distinct(StringComparer.Ordinal).ToList();
        var named = item.Code.Length == item.Level ? codes.FindAll(code => code == item.Code)
            : codes.FindAll(code => IsNamed(part, code, item.Name, item.Level, year));
        if (named.Count > 1 && item.Level == 7 && item.Section.Length > 0)
        {
            named = Narrowed(part, named, item.Section, 5, year);
        }

        if (named.Count > 1 && item.Level > 3 && item.Class.Length > 0)
        {
            named = Narrowed(part, named, item.Class, 3, year);
        }

        if (named.Count != 1)
        {
            ambiguous |= named.Count > 1;
            return null;
        }

        var column = part.ColumnOf("total");
        var own = rows.FindAll(row => row.FunctionCode!.StartsWith(named[0], StringComparison.Ordinal));
        var cells = own.Select(row => row.Facts[column]).OfType<Fact>().Where(static fact => fact.Amount is not null).ToList();
        return cells.Count == 0 || own.Exists(row => row.LostCells || row.HasUnread) ? null : new ItemMatch(named[0], form, own, cells);
    }

    /// <summary>Those whose class or section has that name: by the code list or by the form itself; failing both, those that begin like it.</summary>
    private static List<string> Narrowed(FormPart part, List<string> codes, string name, int level, int? year)
    {
        var exact = codes.FindAll(code => IsNamed(part, code[..level], name, level, year));
        return exact.Count > 0 ? exact : codes.FindAll(code => BeginsLike(code[..level], name, year));
    }

    private static bool IsNamed(FormPart part, string code, string name, int level, int? year)
    {
        if (level < 7 || code.Length < 7)
        {
            if (ClassificationCodes.Instance.Match(ClassificationKind.Function, code, name, year).Kind is NameMatchKind.Same or NameMatchKind.Variant or NameMatchKind.StaleName)
            {
                return true;
            }
        }

        var key = Key(name);
        return part.Rows.Any(row => row.FunctionCode == code && Key(row.Label) == key);
    }

    /// <summary>Sections are named loosely; what they begin with tells them apart.</summary>
    private static bool BeginsLike(string code, string name, int? year)
    {
        if (ClassificationCodes.Instance.NameOf(ClassificationKind.Function, code, year) is not { } official)
        {
            return true;
        }

        var letters = FoldedText.Letters(Fold.Key(official));
        var common = Math.Min(4, Math.Min(letters.Length, name.Length));
        return letters.AsSpan(0, common).SequenceEqual(name.AsSpan(0, common));
    }
}
