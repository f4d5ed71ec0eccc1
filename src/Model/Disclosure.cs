namespace Gouji.Model;

/// <summary>Budget or final accounts (预算 / 决算).</summary>
public enum DisclosureKind
{
    /// <summary>Cannot be told.</summary>
    Unknown,

    /// <summary>部门预算.</summary>
    Budget,

    /// <summary>部门决算.</summary>
    FinalAccounts,
}

/// <summary>What the title, headers and tables say about a disclosure as a whole.</summary>
/// <param name="Department">The body that publishes, as printed; null where it is not told.</param>
/// <param name="FiscalYear">The fiscal year; null where it is not told.</param>
/// <param name="Kind">Budget or final accounts.</param>
/// <param name="Unit">The unit of most tables; null where none is declared.</param>
public sealed record DisclosureHeader(string? Department, int? FiscalYear, DisclosureKind Kind, MoneyUnit? Unit);
