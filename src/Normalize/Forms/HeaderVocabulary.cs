using System.Collections.Concurrent;
using Gouji.Model;

namespace Gouji.Normalize.Forms;

/// <summary>
/// The words of column headers and of row labels, in the order in which they are tried; the first that the folded text contains
/// gives the meaning. A local variant of a header is one more line here.
/// </summary>
internal static class HeaderVocabulary
{
    private const int MostRemembered = 4096;
    private const int LongestRemembered = 40;

    private static readonly ConcurrentDictionary<string, ColumnMeaning> Remembered = new(StringComparer.Ordinal);

    private static readonly ColumnMeaning Total = new(ColumnKind.Figure, "total", ColumnFamily.Whole);

    private static readonly (string Word, ColumnMeaning Meaning)[] Labels =
    [
        ("序号", new(ColumnKind.Ordinal)),
        ("行次", new(ColumnKind.Ordinal)),
        ("栏次", new(ColumnKind.Ordinal)),
        ("备注", new(ColumnKind.Remark)),
        ("单位代码", new(ColumnKind.BodyCode)),
        ("单位编码", new(ColumnKind.BodyCode)),
        ("部门代码", new(ColumnKind.BodyCode)),
        ("部门编码", new(ColumnKind.BodyCode)),
        ("项目编码", new(ColumnKind.Ordinal)),
        ("项目代码", new(ColumnKind.Ordinal)),
        ("项目分类", new(ColumnKind.Ordinal)),
        ("项目类别", new(ColumnKind.Ordinal)),
        ("项目类型", new(ColumnKind.Ordinal)),
        ("项目单位", new(ColumnKind.Ordinal)),
        ("编码", new(ColumnKind.Code)),
        ("代码", new(ColumnKind.Code)),
        ("项目名称", new(ColumnKind.Project)),
        ("科目名称", new(ColumnKind.Name)),
        ("单位名称", new(ColumnKind.Body)),
        ("部门名称", new(ColumnKind.Body)),
        ("预算单位", new(ColumnKind.Body)),
    ];

    private static readonly (string Word, ColumnMeaning Meaning)[] Figures =
    [
        ("机关运行经费", Beside("agency-cost")),
        ("机构运行经费", Beside("agency-cost")),
        ("因公出国", ThreePublic("travel")),
        ("出国境", ThreePublic("travel")),
        ("购置及运行", ThreePublic("vehicles")),
        ("购置和运行", ThreePublic("vehicles")),
        ("购置与运行", ThreePublic("vehicles")),
        ("购置运行", ThreePublic("vehicles")),
        ("公务用车费", ThreePublic("vehicles")),
        ("用车购置", ThreePublic("purchase")),
        ("车辆购置", ThreePublic("purchase")),
        ("用车运行", ThreePublic("operation")),
        ("车辆运行", ThreePublic("operation")),
        ("公务接待", ThreePublic("reception")),
        ("人员类", new(ColumnKind.Figure, "personnel", ColumnFamily.Cost, Nature: Nature.Personnel)),
        ("运转类公用", new(ColumnKind.Figure, "public", ColumnFamily.Cost, Nature: Nature.Public)),
        ("公用经费运转类", new(ColumnKind.Figure, "public", ColumnFamily.Cost, Nature: Nature.Public)),
        ("运转类", new(ColumnKind.Figure, "running", ColumnFamily.Nature)),
        ("特定目标类", new(ColumnKind.Figure, "target", ColumnFamily.Nature, Nature: Nature.Project)),
        ("专项业务经费", new(ColumnKind.Figure, "project", ColumnFamily.Nature, Nature: Nature.Project)),
        ("人员经费", new(ColumnKind.Figure, "personnel", ColumnFamily.Cost, Nature: Nature.Personnel)),
        ("公用经费", new(ColumnKind.Figure, "public", ColumnFamily.Cost, Nature: Nature.Public)),
        ("机关工资福利支出", Economic("501")),
        ("机关商品和服务支出", Economic("502")),
        ("机关资本性支出一", Economic("503")),
        ("机关资本性支出二", Economic("504")),
        ("对事业单位经常性补助", Economic("505")),
        ("对事业单位资本性补助", Economic("506")),
        ("工资福利支出", Economic("301")),
        ("商品和服务支出", Economic("302")),
        ("商品服务支出", Economic("302")),
        ("对个人和家庭的补助", Economic("303")),
        ("对个人和家庭补助", Economic("303")),
        ("债务利息及费用", Economic("307")),
        ("债务利息支出", Economic("307")),
        ("资本性支出基本建设", Economic("309")),
        ("资本性支出", Economic("310")),
        ("对企业补助基本建设", Economic("311")),
        ("对企业补助", Economic("312")),
        ("对企业资本性支出", Economic("508")),
        ("对社会保障基金补助", Economic("313")),
        ("对社会保险基金补助", Economic("313")),
        ("上缴上级", new(ColumnKind.Figure, "remitted", ColumnFamily.Nature, Nature: Nature.RemittedToSuperior)),
        ("对附属单位补助", new(ColumnKind.Figure, "subsidy", ColumnFamily.Nature, Nature: Nature.AffiliateSubsidy)),
        ("经营支出", new(ColumnKind.Figure, "operating-cost", ColumnFamily.Nature, Nature: Nature.Operating)),
        ("基本支出", new(ColumnKind.Figure, "basic", ColumnFamily.Nature, Nature: Nature.Basic)),
        ("项目支出", new(ColumnKind.Figure, "project", ColumnFamily.Nature, Nature: Nature.Project)),
        ("事业基金", Source("surplus", Fund.NonFiscalSurplus)),
        ("非财政拨款结余", Source("surplus", Fund.NonFiscalSurplus)),
        ("专用结余", Source("surplus", Fund.NonFiscalSurplus)),
        ("上年结转", Source("carryover", Fund.Carryover)),
        ("上年结余", Source("carryover", Fund.Carryover)),
        ("年初结转", Source("carryover", Fund.Carryover)),
        ("年初结余", Source("carryover", Fund.Carryover)),
        ("结转结余", Source("carryover", Fund.Carryover)),
        ("上级专项", Source("special", Fund.SuperiorSpecial)),
        ("上级补助", Source("superior", Fund.SuperiorSubsidy)),
        ("附属单位", Source("affiliate", Fund.AffiliateRemittance)),
        ("经营收入", Source("operating", Fund.OperatingIncome)),
        ("事业收入", Source("institution", Fund.InstitutionalIncome)),
        ("财政专户", Source("account", Fund.SpecialAccount)),
        ("教育收费", Source("account", Fund.SpecialAccount)),
        ("政府性基金", Source("govfund", Fund.GovernmentFunds)),
        ("国有资本", Source("soe", Fund.StateCapitalOperations)),
        ("国资预算", Source("soe", Fund.StateCapitalOperations)),
        ("一般公共预算", Source("gpb", Fund.GeneralPublicBudget)),
        ("公共财政预算", Source("gpb", Fund.GeneralPublicBudget)),
        ("单位资金", Source("nonfiscal", Fund.NonFiscal)),
        ("自有资金", Source("nonfiscal", Fund.NonFiscal)),
        ("其他资金", Source("nonfiscal", Fund.NonFiscal)),
        ("其他收入", Source("other", Fund.OtherIncome)),
        ("财政拨款", Source("fiscal", Fund.FiscalAppropriation)),
    ];

    private static readonly string[] WholeWords = ["合计", "总计", "小计", "金额", "预算数", "执行数", "决算数", "年初预算", "预算安排", "总额"];

    /// <summary>What a header cell means by itself; Unknown kind where no word fits. The few texts that headers are made of are remembered.</summary>
    public static ColumnMeaning Classify(string folded)
    {
        if (Remembered.TryGetValue(folded, out var known))
        {
            return known;
        }

        var meaning = Find(folded);
        if (folded.Length <= LongestRemembered && Remembered.Count < MostRemembered)
        {
            Remembered.TryAdd(folded, meaning);
        }

        return meaning;
    }

    private static ColumnMeaning Find(string folded)
    {
        switch (folded)
        {
            case "类" or "款" or "项":
                return new ColumnMeaning(ColumnKind.Code);
            case "名称" or "科目" or "项目" or "功能分类" or "经济分类" or "支出" or "收入" or "预算科目" or "支出功能分类" or "支出经济分类":
                return new ColumnMeaning(ColumnKind.Name);
            case "单位" or "部门":
                return new ColumnMeaning(ColumnKind.Body);
            case "小计":
                return Total;
            case "购置费" or "购置":
                return ThreePublic("purchase");
            case "运行费" or "运行维护费" or "运行":
                return ThreePublic("operation");
            case "会议费":
                return Beside("meeting");
            case "培训费":
                return Beside("training");
            case "其他支出":
                return Economic("399");
        }

        foreach (var (word, meaning) in Labels)
        {
            if (folded.Contains(word, StringComparison.Ordinal))
            {
                return meaning;
            }
        }

        foreach (var (word, meaning) in Figures)
        {
            if (folded.Contains(word, StringComparison.Ordinal))
            {
                return meaning;
            }
        }

        foreach (var word in WholeWords)
        {
            if (folded.Contains(word, StringComparison.Ordinal))
            {
                return Total;
            }
        }

        return folded.EndsWith("科目", StringComparison.Ordinal) || folded.EndsWith("分类", StringComparison.Ordinal)
            ? new ColumnMeaning(ColumnKind.Name)
            : new ColumnMeaning(ColumnKind.Unknown);
    }

    /// <summary>The source of funds or the balance that a row label of the income side names; null where no word fits.</summary>
    public static ColumnMeaning? Source(string folded)
    {
        // 上年财政拨款结转 is carryover, whatever fund it names.
        if ((folded.Contains("结转", StringComparison.Ordinal) || folded.Contains("结余", StringComparison.Ordinal))
            && (folded.Contains("上年", StringComparison.Ordinal) || folded.Contains("年初", StringComparison.Ordinal) || folded.Contains("以前年度", StringComparison.Ordinal))
            && !folded.Contains("非财政拨款结余", StringComparison.Ordinal))
        {
            return Source("carryover", Fund.Carryover);
        }

        foreach (var (word, meaning) in Figures)
        {
            if (meaning.Family == ColumnFamily.Fund && folded.Contains(word, StringComparison.Ordinal))
            {
                return meaning;
            }
        }

        return null;
    }

    /// <summary>The “三公” item that a label names; null where no word fits.</summary>
    public static ColumnMeaning? ThreePublicItem(string folded)
    {
        var meaning = Classify(StripOrdinal(folded));
        return meaning.Family is ColumnFamily.ThreePublic or ColumnFamily.Beside ? meaning : null;
    }

    /// <summary>True for 合计, 总计, 收入总计, 本单位合计 and their like.</summary>
    public static bool IsTotalLabel(string letters)
    {
        var stem = StripOrdinal(letters);
        if (stem.EndsWith("合计数", StringComparison.Ordinal))
        {
            stem = stem[..^1];
        }

        return (stem.EndsWith("合计", StringComparison.Ordinal) || stem.EndsWith("总计", StringComparison.Ordinal))
            && stem[..^2] is "" or "总" or "部门" or "单位" or "本部门" or "本单位" or "全部" or "全部门" or "本表" or "收入" or "支出" or "本年" or "本年收入" or "本年支出"
                or "收入预算" or "支出预算" or "预算" or "收支" or "资金" or "项目" or "各项";
    }

    /// <summary>True for 小计 and every label that ends so.</summary>
    public static bool IsSubtotalLabel(string letters) => letters.EndsWith("小计", StringComparison.Ordinal);

    /// <summary>The text without a leading 一、 （一） 1. （1） 其中：.</summary>
    public static string StripOrdinal(string folded)
    {
        var level = OrdinalLevel(folded, out var length);
        return level == 0 ? folded : folded[length..];
    }

    /// <summary>Depth of a leading ordinal: 1 一、 2 （一） 3 1. 4 （1） 9 其中; 0 where there is none.</summary>
    public static int OrdinalLevel(string folded, out int length)
    {
        length = 0;
        if (folded.StartsWith("其中", StringComparison.Ordinal))
        {
            length = folded.Length > 2 && folded[2] is ':' or '：' ? 3 : 2;
            return 9;
        }

        var bracket = folded.Length > 0 && folded[0] is '(' or '（';
        var i = bracket ? 1 : 0;
        var begin = i;
        while (i < folded.Length && folded[i] is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '百')
        {
            i++;
        }

        var chinese = i > begin;
        while (!chinese && i < folded.Length && i - begin < 2 && char.IsAsciiDigit(folded[i]))
        {
            i++;
        }

        if (i == begin || i >= folded.Length)
        {
            return 0;
        }

        if (bracket)
        {
            if (folded[i] is not (')' or '）'))
            {
                return 0;
            }

            length = i + 1;
            return chinese ? 2 : 4;
        }

        if (folded[i] is not ('、' or '.' or '．' or ',' or '，') || (!chinese && i + 1 < folded.Length && char.IsAsciiDigit(folded[i + 1])))
        {
            return 0;
        }

        length = i + 1;
        return chinese ? 1 : 3;
    }

    private static ColumnMeaning ThreePublic(string key) => new(ColumnKind.Figure, key, ColumnFamily.ThreePublic);

    private static ColumnMeaning Beside(string key) => new(ColumnKind.Figure, key, ColumnFamily.Beside);

    private static ColumnMeaning Economic(string code) => new(ColumnKind.Figure, code, ColumnFamily.Economic);

    private static ColumnMeaning Source(string key, Fund fund) => new(ColumnKind.Figure, key, ColumnFamily.Fund, fund);
}
