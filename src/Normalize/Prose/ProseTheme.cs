using Gouji.Model;

namespace Gouji.Normalize.Prose;

/// <summary>What a section of the explanations is about (情况说明各节).</summary>
internal enum ProseTheme
{
    /// <summary>Outside the sections on money.</summary>
    None,

    /// <summary>机构设置及人员情况.</summary>
    Organisation,

    /// <summary>收支预算总体情况.</summary>
    Overview,

    /// <summary>收入预算情况.</summary>
    Income,

    /// <summary>支出预算情况.</summary>
    Expenditure,

    /// <summary>财政拨款收支预算情况.</summary>
    Fiscal,

    /// <summary>一般公共预算当年拨款情况.</summary>
    General,

    /// <summary>一般公共预算基本支出情况.</summary>
    Basic,

    /// <summary>项目支出情况.</summary>
    Projects,

    /// <summary>“三公”经费预算情况.</summary>
    ThreePublic,

    /// <summary>政府性基金预算情况.</summary>
    Funds,

    /// <summary>国有资本经营预算情况.</summary>
    StateCapital,

    /// <summary>机关运行经费.</summary>
    AgencyCost,

    /// <summary>政府采购.</summary>
    Procurement,

    /// <summary>国有资产占用使用.</summary>
    Assets,

    /// <summary>预算绩效.</summary>
    Performance,
}

/// <summary>Tells what a heading announces.</summary>
internal static class ProseThemes
{
    private static readonly (string Word, ProseTheme Theme)[] Words =
    [
        ("名词解释", ProseTheme.None),
        ("三公", ProseTheme.ThreePublic),
        ("机关运行", ProseTheme.AgencyCost),
        ("运行经费", ProseTheme.AgencyCost),
        ("政府采购", ProseTheme.Procurement),
        ("国有资产", ProseTheme.Assets),
        ("绩效", ProseTheme.Performance),
        ("因公出国", ProseTheme.ThreePublic),
        ("公务接待", ProseTheme.ThreePublic),
        ("公务用车购置", ProseTheme.ThreePublic),
        ("国有资本经营", ProseTheme.StateCapital),
        ("政府性基金", ProseTheme.Funds),
        ("基本支出", ProseTheme.Basic),
        ("项目支出", ProseTheme.Projects),
        ("一般公共预算", ProseTheme.General),
        ("财政拨款收支", ProseTheme.Fiscal),
        ("财政拨款收入", ProseTheme.Fiscal),
        ("财政拨款支出", ProseTheme.Fiscal),
        ("收支", ProseTheme.Overview),
        ("收入预算", ProseTheme.Income),
        ("收入决算", ProseTheme.Income),
        ("收入总体", ProseTheme.Income),
        ("收入说明", ProseTheme.Income),
        ("支出预算", ProseTheme.Expenditure),
        ("支出说明", ProseTheme.Expenditure),
        ("支出决算", ProseTheme.Expenditure),
        ("支出总体", ProseTheme.Expenditure),
        ("机构", ProseTheme.Organisation),
        ("人员", ProseTheme.Organisation),
        ("总体情况", ProseTheme.Overview),
        ("部门基本情况", ProseTheme.Organisation),
        ("单位基本情况", ProseTheme.Organisation),
    ];

    /// <summary>How many themes there are.</summary>
    public static readonly int Count = Enum.GetValues<ProseTheme>().Length;

    /// <summary>The theme of a folded heading; null where it names none.</summary>
    public static ProseTheme? Of(string heading)
    {
        if (heading.Contains("收入", StringComparison.Ordinal))
        {
            heading = heading.Replace("收入、支出", "收支", StringComparison.Ordinal).Replace("收入支出", "收支", StringComparison.Ordinal);
        }

        foreach (var (word, theme) in Words)
        {
            if (heading.Contains(word, StringComparison.Ordinal))
            {
                return theme;
            }
        }

        return null;
    }

    /// <summary>The form that a section explains.</summary>
    public static FormRole Form(ProseTheme theme) => theme switch
    {
        ProseTheme.Overview => FormRole.B1,
        ProseTheme.Income => FormRole.B2,
        ProseTheme.Expenditure => FormRole.B3,
        ProseTheme.Fiscal => FormRole.B4,
        ProseTheme.General => FormRole.B5,
        ProseTheme.Basic or ProseTheme.AgencyCost => FormRole.B6,
        ProseTheme.Projects => FormRole.B7,
        ProseTheme.ThreePublic => FormRole.B8,
        ProseTheme.Funds => FormRole.B9,
        ProseTheme.StateCapital => FormRole.B10,
        ProseTheme.Performance => FormRole.B11,
        _ => FormRole.Unknown,
    };
}
