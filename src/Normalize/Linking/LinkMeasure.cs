namespace Gouji.Normalize.Linking;

/// <summary>Which figure of a thing a document states, as far as another document states it too.</summary>
public enum LinkMeasure
{
    /// <summary>本年预算数 of a budget, 决算数 of final accounts: what later documents repeat.</summary>
    ThisYear,

    /// <summary>上年预算数: that of last year's budget.</summary>
    PreviousBudget,

    /// <summary>上年决算数: that of last year's final accounts.</summary>
    PreviousAccounts,

    /// <summary>上年执行数: nearly that of last year's final accounts, but told before they were closed.</summary>
    PreviousExecuted,

    /// <summary>上年数 without a word on which.</summary>
    PreviousUnnamed,

    /// <summary>年初预算数 of final accounts: that of the year's budget.</summary>
    InitialBudget,

    /// <summary>预算数 of final accounts without a word on which; the adjusted budget may be meant.</summary>
    SomeBudget,
}
