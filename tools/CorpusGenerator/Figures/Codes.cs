namespace Gouji.CorpusGenerator.Figures;

/// <summary>Names of the classification codes that the corpus uses (政府收支分类科目).</summary>
internal static class Codes
{
    private static readonly string[] Classes =
    [
        "201", "202", "203", "204", "205", "206", "207", "208", "209", "210", "211", "212", "213", "214", "215", "216", "217", "219",
        "220", "221", "222", "223", "224", "227", "229", "230", "231", "232", "233",
    ];

    private static readonly Dictionary<string, string> Function = Read("""
        201 一般公共服务支出
        202 外交支出
        203 国防支出
        204 公共安全支出
        205 教育支出
        206 科学技术支出
        207 文化旅游体育与传媒支出
        208 社会保障和就业支出
        209 社会保险基金支出
        210 卫生健康支出
        211 节能环保支出
        212 城乡社区支出
        213 农林水支出
        214 交通运输支出
        215 资源勘探工业信息等支出
        216 商业服务业等支出
        217 金融支出
        219 援助其他地区支出
        220 自然资源海洋气象等支出
        221 住房保障支出
        222 粮油物资储备支出
        223 国有资本经营预算支出
        224 灾害防治及应急管理支出
        227 预备费
        229 其他支出
        230 转移性支出
        231 债务还本支出
        232 债务付息支出
        233 债务发行费用支出
        234 抗疫特别国债安排的支出
        20103 政府办公厅（室）及相关机构事务
        2010301 行政运行
        2010302 一般行政管理事务
        2010303 机关服务
        20105 统计信息事务
        2010501 行政运行
        2010502 一般行政管理事务
        2010507 专项普查活动
        2010508 统计抽样调查
        20106 财政事务
        2010607 信息化建设
        20108 审计事务
        2010801 行政运行
        2010802 一般行政管理事务
        2010804 审计业务
        2010806 信息化建设
        20129 群众团体事务
        2012902 一般行政管理事务
        2012999 其他群众团体事务支出
        20131 党委办公厅（室）及相关机构事务
        2013101 行政运行
        2013199 其他党委办公厅（室）及相关机构事务支出
        20132 组织事务
        2013202 一般行政管理事务
        20406 司法
        2040601 行政运行
        2040604 基层司法业务
        2040605 普法宣传
        2040607 公共法律服务
        2040610 社区矫正
        20502 普通教育
        2050204 高中教育
        20508 进修及培训
        2050803 培训支出
        20701 文化和旅游
        2070101 行政运行
        2070109 群众文化
        2070199 其他文化和旅游支出
        20703 体育
        2070308 群众体育
        20802 民政管理事务
        2080201 行政运行
        2080202 一般行政管理事务
        2080299 其他民政管理事务支出
        20805 行政事业单位养老支出
        2080501 行政单位离退休
        2080502 事业单位离退休
        2080505 机关事业单位基本养老保险缴费支出
        2080506 机关事业单位职业年金缴费支出
        20811 残疾人事业
        2081107 残疾人生活和护理补贴
        21011 行政事业单位医疗
        2101101 行政单位医疗
        2101102 事业单位医疗
        2101103 公务员医疗补助
        21201 城乡社区管理事务
        2120101 行政运行
        2120102 一般行政管理事务
        2120104 城管执法
        21205 城乡社区环境卫生
        2120501 城乡社区环境卫生
        21208 国有土地使用权出让收入安排的支出
        2120801 征地和拆迁补偿支出
        2120803 城市建设支出
        21303 水利
        2130301 行政运行
        2130306 水利工程运行与维护
        2130311 水资源节约管理与保护
        2130314 防汛
        22001 自然资源事务
        2200101 行政运行
        2200106 自然资源利用与保护
        2200199 其他自然资源事务支出
        22102 住房改革支出
        2210201 住房公积金
        22301 解决历史遗留问题及改革成本支出
        2230105 国有企业退休人员社会化管理补助支出
        22401 应急管理事务
        2240101 行政运行
        2240106 安全监管
        2240108 应急救援
        22960 彩票公益金安排的支出
        2296002 用于社会福利的彩票公益金支出
        2296003 用于体育事业的彩票公益金支出
        """);

    private static readonly Dictionary<string, string> Economic = Read("""
        301 工资福利支出
        30101 基本工资
        30102 津贴补贴
        30103 奖金
        30106 伙食补助费
        30107 绩效工资
        30108 机关事业单位基本养老保险缴费
        30109 职业年金缴费
        30110 职工基本医疗保险缴费
        30111 公务员医疗补助缴费
        30112 其他社会保障缴费
        30113 住房公积金
        30199 其他工资福利支出
        302 商品和服务支出
        30201 办公费
        30202 印刷费
        30205 水费
        30206 电费
        30207 邮电费
        30208 取暖费
        30209 物业管理费
        30211 差旅费
        30212 因公出国（境）费用
        30213 维修（护）费
        30214 租赁费
        30215 会议费
        30216 培训费
        30217 公务接待费
        30218 专用材料费
        30226 劳务费
        30227 委托业务费
        30228 工会经费
        30229 福利费
        30231 公务用车运行维护费
        30239 其他交通费用
        30240 税金及附加费用
        30299 其他商品和服务支出
        303 对个人和家庭的补助
        30301 离休费
        30302 退休费
        30304 抚恤金
        30305 生活补助
        30307 医疗费补助
        30309 奖励金
        30399 其他对个人和家庭的补助
        307 债务利息及费用支出
        30701 国内债务付息
        30702 国外债务付息
        309 资本性支出（基本建设）
        310 资本性支出
        31002 办公设备购置
        31003 专用设备购置
        31005 基础设施建设
        31007 信息网络及软件购置更新
        31013 公务用车购置
        311 对企业补助（基本建设）
        312 对企业补助
        31204 费用补贴
        313 对社会保障基金补助
        399 其他支出
        39907 国家赔偿费用支出
        39999 其他支出
        """);

    /// <summary>The economic classes that the columns of a project table show.</summary>
    public static readonly IReadOnlyList<string> EconomicClasses = ["301", "302", "303", "307", "309", "310", "311", "312", "313", "399"];

    /// <summary>支出功能分类, class level, as the forms of a year list it; 234 was added in the course of 2020.</summary>
    public static IEnumerable<string> ClassesOf(int year) =>
        year > 2020 ? [.. Classes, "234"] : year < 2019 ? Classes.Where(code => code != "224") : Classes;

    /// <summary>The name of a code in the classification of a year: some were renamed in 2019 and 2020.</summary>
    public static string FunctionName(string code, int year) => (code, year) switch
    {
        ("207", < 2019) => "文化体育与传媒支出",
        ("210", < 2019) => "医疗卫生与计划生育支出",
        ("220", < 2019) => "国土海洋气象等支出",
        ("215", < 2020) => "资源勘探信息等支出",
        ("20805", < 2020) => "行政事业单位离退休",
        _ => FunctionName(code),
    };

    public static string FunctionName(string code) => Function.TryGetValue(code, out var name)
        ? name
        : throw new InvalidOperationException($"No name for function code {code}: add it to Codes.");

    /// <summary>The class and section codes of the economic classification under some classes, in order, as a printed form lists them.</summary>
    public static IReadOnlyList<string> EconomicCodes(params string[] classes) =>
        [.. Economic.Keys.Where(code => classes.Contains(code[..3])).Order(StringComparer.Ordinal)];

    public static string EconomicName(string code) => Economic.TryGetValue(code, out var name)
        ? name
        : throw new InvalidOperationException($"No name for economic code {code}: add it to Codes.");

    /// <summary>类、款、项 of a code with their marks, as prose writes them.</summary>
    public static string Marked(string item)
    {
        var className = FunctionName(item[..3]);
        var short3 = className.EndsWith("支出", StringComparison.Ordinal) ? className[..^2] : className;
        return $"{short3}（类）{FunctionName(item[..5])}（款）{FunctionName(item)}（项）";
    }

    private static Dictionary<string, string> Read(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ', 2)).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
}
