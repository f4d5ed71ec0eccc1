using Gouji.Model;

namespace Gouji.CorpusGenerator.Figures;

/// <summary>Invented bodies with invented final accounts. The second figure of a line is the budget at the beginning of the year.</summary>
internal static class AccountsBodies
{
    /// <summary>A county bureau that lives on the general public budget alone.</summary>
    public static Ledger Archives { get; } = new Ledger("塔河县档案馆", 2021, "档案接收、保管、利用和地方史志编纂", new Counts(26, 24, 11, 2, ["办公室", "收集指导科", "保管利用科"]))
        .Basic("2010501", false,
            "30101 118.42", "30102 131.07", "30103 9.86", "30107 22.40", "30108 40.31", "30109 20.16", "30110 18.92", "30111 5.04", "30112 1.61", "30113 30.24",
            "30201 7.35 8.00", "30205 0.60", "30206 2.15", "30207 1.80", "30208 9.40", "30211 3.70 5.00", "30213 1.20", "30215 0.35", "30216 0.90", "30217 0.42 1.00", "30228 4.03", "30229 3.02", "30231 3.80 4.00", "30239 14.76", "30299 1.18",
            "30302 7.14", "30305 0.96", "31002 2.30")
        .Spend("2010507", "30226 12.60 14.00", "30202 6.45")
        .Spend("2010508", "30227 18.20", "30231 2.10 2.50")
        .Line("2010507", Nature.Project, Fund.GeneralPublicBudget, true, Standing.Spent, "30227 4.15 0")
        .Line("2010508", Nature.Project, Fund.GeneralPublicBudget, false, Standing.Kept, "30227 3.80 0");

    /// <summary>A municipal bureau with units below it, all three funds, other income and a surplus distributed.</summary>
    public static Ledger Construction { get; } = WithUnits(new Ledger("云溪市住房和城乡建设局", 2022, "住房保障、建筑市场监管和城市建设管理", new Counts(84, 79, 35, 9, ["办公室", "建筑业科", "住房保障科", "城市建设科"]))
        .Basic("2120101", false,
            "30101 402.16", "30102 388.54", "30103 31.20", "30107 156.83", "30108 138.47", "30109 69.24", "30110 66.10", "30111 17.31", "30112 5.54", "30113 118.36",
            "30201 28.40 30.00", "30202 4.60", "30205 2.10", "30206 9.84", "30207 6.72", "30209 33.50", "30211 12.35 18.00", "30213 7.90", "30215 1.16", "30216 3.40", "30217 2.86 4.50", "30226 6.20", "30228 13.85", "30231 18.24 20.00", "30239 58.32", "30299 7.95",
            "30302 26.70", "30309 0.36", "31002 5.60")
        .Spend("2120102", "30227 145.20", "30226 18.60", "30217 0.74 1.50")
        .Spend("2120104", "30231 9.36 10.00", "31013 17.98 0")
        .Line("2120803", Nature.Project, Fund.GovernmentFunds, false, Standing.Spent, "31005 862.40 900.00")
        .Line("2120803", Nature.Project, Fund.GovernmentFunds, true, Standing.Spent, "31005 118.25 0")
        .Line("2120803", Nature.Project, Fund.GovernmentFunds, false, Standing.Kept, "31005 57.60 0")
        .Line("2120801", Nature.Project, Fund.GovernmentFunds, false, Standing.Spent, "30305 240.00 260.00")
        .Line("2230105", Nature.Project, Fund.StateCapitalOperations, false, Standing.Spent, "31204 12.40")
        .Line("2230105", Nature.Project, Fund.StateCapitalOperations, true, Standing.Kept, "31204 1.60")
        .Line("2120102", Nature.Project, Fund.OtherIncome, false, Standing.Spent, "30227 21.35 20.00")
        .Line("2120102", Nature.Project, Fund.OtherIncome, true, Standing.Spent, "30226 3.42 0")
        .Line("2120102", Nature.Project, Fund.OtherIncome, false, Standing.Kept, "30226 6.15 0")
        .Line("2120101", Nature.Basic, Fund.InstitutionalIncome, false, Standing.Spent, "30299 14.80 12.00")
        .Line("2120101", Nature.Basic, Fund.InstitutionalIncome, false, Standing.Distributed, "30299 2.36 0")
        .Line("2120101", Nature.Operating, Fund.OperatingIncome, false, Standing.Spent, "30201 8.72 9.00")
        .Line("2120101", Nature.Basic, Fund.NonFiscalSurplus, false, Standing.Spent, "30299 4.18 0"));

    /// <summary>A school with institutional income, a subsidy from above and money handed up.</summary>
    public static Ledger College { get; } = new Ledger("丹霞市职业技术学校", 2023, "中等职业教育和职业技能培训", new Counts(210, 203, 64, 4, ["办公室", "教务处", "学生处", "总务处"]))
        .Basic("2050204", true,
            "30101 904.35", "30102 211.60", "30107 1012.48", "30108 322.17", "30109 161.08", "30110 171.90", "30112 12.89", "30113 268.44",
            "30201 36.50 40.00", "30202 8.12", "30205 14.30", "30206 41.75", "30207 6.60", "30209 88.00", "30211 9.42", "30213 31.64", "30216 12.05", "30217 0.38 0.80", "30218 22.91", "30226 18.00", "30228 32.22", "30231 6.90 8.00", "30299 15.36",
            "30302 41.28", "30307 3.12", "31002 9.80")
        .Spend("2050204", "31003 186.40 180.00", "30213 64.25")
        .Spend("2050803", "30216 38.60 40.00", "30212 5.86 8.00")
        .Line("2296002", Nature.Project, Fund.GovernmentFunds, false, Standing.Spent, "31003 40.00")
        .Line("2050204", Nature.Basic, Fund.InstitutionalIncome, false, Standing.Spent, "30206 96.48 90.00")
        .Line("2050204", Nature.Basic, Fund.InstitutionalIncome, true, Standing.Spent, "30201 11.27 0")
        .Line("2050204", Nature.Basic, Fund.InstitutionalIncome, false, Standing.Kept, "30201 23.19 0")
        .Line("2050204", Nature.RemittedToSuperior, Fund.InstitutionalIncome, false, Standing.Spent, "39999 6.00")
        .Line("2050204", Nature.Project, Fund.SuperiorSubsidy, false, Standing.Spent, "30305 52.30 50.00");

    /// <summary>A county office, classes with money only.</summary>
    public static Ledger Disabled { get; } = new Ledger("柏林县残疾人联合会", 2020, "残疾人康复、教育、就业和权益保障", new Counts(18, 17, 6, 1, ["办公室", "康复部", "教育就业部"]))
        .Basic("2081107", false,
            "30101 72.60", "30102 61.38", "30103 5.90", "30108 22.35", "30110 11.04", "30112 0.89", "30113 16.76",
            "30201 4.80 5.00", "30206 1.10", "30207 1.35", "30211 2.46", "30215 0.58 0.60", "30216 0.72 1.00", "30217 0.66 0.80", "30228 2.24", "30231 2.90 3.00", "30239 8.40", "30299 0.84",
            "30305 1.20")
        .Spend("2081107", "30305 386.40 390.00", "30215 0.42 0.50", "30216 3.15 3.00")
        .Line("2296003", Nature.Project, Fund.GovernmentFunds, false, Standing.Spent, "30299 18.00")
        .Line("2296003", Nature.Project, Fund.GovernmentFunds, true, Standing.Spent, "30299 2.50 0")
        .Line("2296003", Nature.Project, Fund.GovernmentFunds, true, Standing.Kept, "30299 1.25 0")
        .Line("2081107", Nature.Project, Fund.OtherIncome, false, Standing.Spent, "30305 5.60 0");

    /// <summary>Amounts to the fen, as tables in 元 print them.</summary>
    public static Ledger Volunteers { get; } = new Ledger("上海市浦江区清平街道社区党群服务中心", 2024, "党群服务、志愿服务和社区公益项目", new Counts(22, 21, 3, 1, ["综合科", "服务科"]))
        .Basic("2012902", true,
            "30101 61.824530", "30102 18.330000", "30107 148.276512", "30108 35.418240", "30109 17.709120", "30110 23.243220", "30112 1.106820", "30113 27.890000",
            "30201 6.218340 7", "30206 3.141259", "30207 2.905011", "30209 12.880000", "30216 0.840000", "30228 4.427280", "30229 5.292000", "30299 2.036185",
            "30302 1.488000")
        .Spend("2012999", "30227 86.533920 90", "30226 12.450000")
        .Line("2012999", Nature.Project, Fund.GeneralPublicBudget, false, Standing.Kept, "30227 2.178806 0")
        .Line("2012999", Nature.Project, Fund.OtherIncome, false, Standing.Spent, "30227 4.205517 4");

    /// <summary>Half of the projects and the income from business belong to units below the bureau.</summary>
    private static Ledger WithUnits(Ledger ledger) => ledger with
    {
        Entries = [.. ledger.Entries.Select(entry => entry.Nature != Nature.Basic && entry.Fund != Fund.StateCapitalOperations && entry.Function is "2120803" or "2120104"
            ? entry with { Unit = "云溪市城市建设事务中心" }
            : entry.Fund is Fund.InstitutionalIncome or Fund.OperatingIncome ? entry with { Unit = "云溪市建设工程检测站" } : entry)],
    };
}
