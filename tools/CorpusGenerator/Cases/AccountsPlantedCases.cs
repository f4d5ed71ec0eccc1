using Gouji.CorpusGenerator.Accounts;
using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.Model;
using static Gouji.CorpusGenerator.Cases.Planting;

namespace Gouji.CorpusGenerator.Cases;

/// <summary>One thing wrong in consistent final accounts, a case for each rule of theirs.</summary>
internal static class AccountsPlantedCases
{
    public static IEnumerable<Case> All =>
    [
        Misprint("f1-inc", "F1-INC", "F1/carryover/income", "132.27", "年初结转和结余 of the summary has two digits swapped, so that the income side does not close.",
            Formats.Docx, Swapped("F1/carryover/income", "123.27", Construction(AccountsManners.InnerMongolia))),
        Misprint("f1-exp", "F1-EXP", "F1/212/spent", "2762.62", "城乡社区支出 of the summary differs from the table of expenditure and from 本年支出合计.",
            Formats.Html, Construction(AccountsManners.Zhejiang)),
        Misprint("row-f2", "R-ROW-F2", "F2/2120102/other", "72.50", "其他收入 of one item is not what the row leaves for it.",
            Formats.Docx, Construction(AccountsManners.Zhejiang)),
        Misprint("row-f3", "R-ROW-F3", "F3/2050204/project", "320.95", "项目支出 of one item has two digits swapped.",
            Formats.Text, College(AccountsManners.Yunnan)),
        Misprint("row-f5", "R-ROW-F5", "F5/2010508/project", "2.03", "项目支出 of one item is printed ten times too small.",
            Formats.Docx, AccountsBuilder.Build(AccountsBodies.Archives, AccountsManners.Xinjiang), "ten-times-too-small"),
        Misprint("row-f7", "R-ROW-F7", "F7/actual/operation", "26.70", "公务用车运行维护费 of the accounts has two digits swapped.",
            Formats.Html, Construction(AccountsManners.Zhejiang)),
        Misprint("y-budact-column", "Y-BUDACT", "F7/actual/operation%", "68.25", "完成预算% of one item has two digits swapped.",
            Formats.Docx, College(AccountsManners.Yunnan)),
        Misprint("f-col", "F-COL", "F3/total/basic", "3517.01", "基本支出 in the row of totals has two digits swapped.",
            Formats.Html, AccountsBuilder.Build(AccountsBodies.College, AccountsManners.Guangdong, prose: false)),
        Misprint("f-hier-section", "F-HIER", "F5/20502/project", "205.65", "A section row differs from the item below it and from its class.",
            Formats.Html, College(AccountsManners.Guangdong)),
        Misprint("f-hier-economic", "F-HIER", "F6/302/total", "344.51", "The class row 302 differs from its sections in the lanes of basic expenditure.",
            Formats.Text, College(AccountsManners.Yunnan)),
        Misprint("f4-sum", "F4-SUM", "F4/212/fund", "1220.56", "政府性基金 of one class differs from the total of its row and of its column.",
            Formats.Docx, Construction(AccountsManners.InnerMongolia)),
        FundRoll(),
        Misprint("f6-cls", "F6-CLS", "F6/public/total", "219.99", "公用经费合计 differs from its classes.",
            Formats.Html, Construction(AccountsManners.Zhejiang)),
        Misprint("f8-roll", "F8-ROLL", "F8/2296003/closing", "2.15", "年末结转和结余 of one item does not follow from its roll-forward.",
            Formats.Text, AccountsBuilder.Build(AccountsBodies.Disabled, AccountsManners.Shaanxi)),
        Summary(),
        Fiscal(),
        ThreePublicPart(),
        ByUnit(),
        BlankTotal(),
        MissingForm(),
        SilentEmptyForm(),
    ];

    private static Document Construction(AccountsManner manner) => AccountsBuilder.Build(AccountsBodies.Construction, manner);

    private static Document College(AccountsManner manner) => AccountsBuilder.Build(AccountsBodies.College, manner);

    /// <summary>More (or less) in one item of basic expenditure.</summary>
    private static Ledger Basic(Ledger ledger, string economic, decimal amount) =>
        ledger.Change(entry => entry.Economic == economic && entry.Nature == Nature.Basic, entry => entry with { Amount = entry.Amount + amount });

    private static Document Swapped(string key, string expected, Document document) => document[key].Text == expected
        ? document
        : throw new InvalidOperationException($"{key} reads {document[key].Text}, not {expected}.");

    /// <summary>The money of two funds is exchanged in the fiscal summary: each row and column closes, the funds do not.</summary>
    private static Case FundRoll()
    {
        var document = Construction(AccountsManners.InnerMongolia);
        document.Misprint("F4/gpb/income", "1835.18").Misprint("F4/soe/income", "12.90");
        return Disagreement("f4-fund", "Income of two funds: half a ten thousand yuan of the general public budget is booked to state capital operations, so that neither fund rolls forward.", Formats.Docx, document, Expectation.Error("F4-FUND", "1835.18", "12.90").UpTo(2));
    }

    /// <summary>The summary was made before a late entry: its own sums close, and so do those of the other tables.</summary>
    private static Case Summary()
    {
        var early = AccountsBodies.Disabled.Change(entry => entry.Fund == Fund.OtherIncome, entry => entry with { Amount = 6.50m });
        var document = AccountsBuilder.Build(AccountsBodies.Disabled, AccountsManners.Shaanxi, prose: false, instead: new Dictionary<FormRole, Ledger> { [FormRole.F1] = early });
        return Disagreement("fx-1", "The summary tells 其他收入 and its spending 0.90 higher than the tables of income and expenditure do.", Formats.Html, document,
            Expectation.Error("FX-1", "632.64", "631.74").UpTo(2));
    }

    private static Case Fiscal()
    {
        var other = AccountsBodies.Archives.Change(entry => entry.Economic == "30226", entry => entry with { Amount = entry.Amount + 1.20m });
        var document = AccountsBuilder.Build(AccountsBodies.Archives, AccountsManners.Xinjiang, instead: new Dictionary<FormRole, Ledger> { [FormRole.F5] = other });
        return Disagreement("fx-2", "The form of the general public budget tells 1.20 more of project expenditure than the fiscal summary.", Formats.Docx, document, Expectation.Error("FX-2"));
    }

    private static Case ThreePublicPart()
    {
        var shifted = Basic(Basic(AccountsBodies.Archives, "30231", 5.00m), "30239", -5.00m);
        var document = AccountsBuilder.Build(AccountsBodies.Archives, AccountsManners.Xinjiang, instead: new Dictionary<FormRole, Ledger> { [FormRole.F6] = shifted });
        return Disagreement("fx-3", "公务用车运行维护费 of basic expenditure is more than that of the 三公 form, which holds project expenditure too.", Formats.Docx, document,
            Expectation.Error("FX-3", "8.80", "5.90"));
    }

    /// <summary>The table by unit that stands before the one by item.</summary>
    private static Case ByUnit() => Misprint("row-f3-by-unit", "R-ROW-F3", "F3/unit:云溪市建设工程检测站/basic", "18.40",
        "基本支出 of one unit is misprinted in the table by unit, the first of two tables of expenditure.", Formats.Html, Construction(AccountsManners.Zhejiang));

    private static Case BlankTotal()
    {
        var document = College(AccountsManners.Guangdong).Misprint("F5/total/basic", "");
        return new("f-blank", CaseKind.Planted, "F-BLANK: F5/total/basic", "基本支出 in the row of totals is left blank.", Formats.Html, document)
        {
            Expect = [Expectation.Error("F-BLANK").In(document).OrAs("warning")],
        };
    }

    private static Case MissingForm()
    {
        var manner = AccountsManners.Guangdong with { Forms = [.. AccountsManners.Guangdong.Forms.Where(form => form.Role != FormRole.F8)] };
        var document = AccountsBuilder.Build(AccountsBodies.Archives, manner);
        return new("z-tables-accounts", CaseKind.Planted, "Z-TABLES: the form of the government funds is left out",
            "The final accounts have no form of the government funds, though a form without data is to be published empty.", Formats.Html, document)
        {
            Expect = [Expectation.Warning("Z-TABLES")],
        };
    }

    private static Case SilentEmptyForm()
    {
        var document = AccountsBuilder.Build(AccountsBodies.Archives, AccountsManners.Xinjiang);
        document.Blocks.RemoveAll(block => block is Paragraph { Text: var text } && text == AccountsManners.Xinjiang.EmptyNote);
        return new("z-empty-accounts", CaseKind.Planted, "Z-EMPTY: two empty forms without a word", "Both fund forms are empty, and neither a note nor the prose says so.", Formats.Docx, document)
        {
            Expect = [Expectation.Warning("Z-EMPTY") with { Count = 2, AtMost = 2 }],
        };
    }
}
