namespace Gouji.Normalize.Codes;

/// <summary>Which classification of the 政府收支分类科目 a code belongs to.</summary>
internal enum ClassificationKind
{
    /// <summary>支出功能分类: class of 3 digits, section of 5, item of 7; begins with 2.</summary>
    Function,

    /// <summary>部门预算支出经济分类: class of 3 digits, section of 5; begins with 3.</summary>
    Economic,

    /// <summary>政府预算支出经济分类: class of 3 digits, section of 5; begins with 5.</summary>
    GovernmentEconomic,
}
