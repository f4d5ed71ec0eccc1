using Gouji.Model;

namespace Gouji.Normalize.Rules.Evaluation;

/// <summary>Which funds the project form covers.</summary>
internal enum ProjectScope
{
    /// <summary>All funds: it details project expenditure of B3.</summary>
    AllFunds,

    /// <summary>The general public budget: it details project expenditure of B5.</summary>
    GeneralPublicBudget,

    /// <summary>All fiscal appropriation: B5, B9 and B10 together.</summary>
    FiscalAppropriation,
}

/// <summary>Tells the scope of the project form: the total that it equals tells; where it equals none, the title.</summary>
internal static class ProjectScopes
{
    public static ProjectScope Of(FormIndex index)
    {
        var form = index.First(FormRole.B7);
        var title = form is { ScopeIsGeneralPublicBudget: true } ? ProjectScope.GeneralPublicBudget : ProjectScope.AllFunds;
        if (Total(index, FormRole.B7, "total") is not { } projects)
        {
            return title;
        }

        var all = Total(index, FormRole.B3, "project");
        var general = Total(index, FormRole.B5, "project");
        if (title == ProjectScope.GeneralPublicBudget && general == projects)
        {
            return title;
        }

        return all == projects ? ProjectScope.AllFunds
            : general == projects ? ProjectScope.GeneralPublicBudget
            : general + (Total(index, FormRole.B9, "project") ?? 0) + (Total(index, FormRole.B10, "project") ?? 0) == projects ? ProjectScope.FiscalAppropriation
            : title;
    }

    private static decimal? Total(FormIndex index, FormRole role, string column)
    {
        if (index.First(role)?.Part("") is not { Total: { } total } part)
        {
            return null;
        }

        var at = part.ColumnOf(column);
        return at < 0 ? null : total.Facts[at]?.Amount?.Yuan;
    }
}
