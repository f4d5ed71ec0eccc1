using System.Globalization;
using Gouji.CorpusGenerator.Accounts;
using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Cases;

/// <summary>What looks wrong in final accounts to a naive check and is not.</summary>
internal static class AccountsTrapCases
{
    public static IEnumerable<Case> All =>
    [
        Trap("trap-accounts-rounding", "Figures of the ledger are finer than the tables print: totals differ from their parts, and forms from each other, by 0.01.", Formats.Docx, Rounded(AccountsManners.Xinjiang)),
        Addends(),
        Trap("trap-accounts-budget-columns", "年初预算数 and 全年预算数 stand beside 决算数 in the summary; neither budget is what the other tables tell.", Formats.Html,
            AccountsBuilder.Build(AccountsBodies.Construction, AccountsManners.InnerMongolia with { BudgetColumns = true, Numbered = false })),
        Refund(),
        Trap("trap-accounts-empty-forms", "Both fund forms end with their headers, and a note says that there is nothing.", Formats.Html,
            AccountsBuilder.Build(AccountsBodies.Archives, AccountsManners.Guangdong with { EmptyHeaderOnly = true, StateCapitalSpentOnly = false })),
        Trap("trap-accounts-carryover-unsplit", "Opening carryover of the fiscal summary is one figure for all funds, so that no fund alone rolls forward.", Formats.Docx,
            AccountsBuilder.Build(AccountsBodies.Construction, AccountsManners.InnerMongolia with { CarryoverUnsplit = true })),
        Trap("trap-accounts-2018", "Eight forms, 财政拨款收入 in one line with the government funds below it, 其中 below the balances.", Formats.Text,
            AccountsBuilder.Build(AccountsBodies.Disabled with { Year = 2018 }, AccountsManners.Until2018)),
        Continued(),
    ];

    private static Case Trap(string id, string about, Formats formats, Document document) => new(id, CaseKind.Trap, id["trap-".Length..].Replace('-', ' '), about, formats, document);

    /// <summary>The archives with figures to the fen, each printed to two places of 万元.</summary>
    private static Document Rounded(AccountsManner manner) => AccountsBuilder.Build(Finer, manner, rounded: true);

    private static Ledger Finer => AccountsBodies.Archives with
    {
        Entries = [.. AccountsBodies.Archives.Entries.Select((entry, index) => entry with { Amount = entry.Amount + (0.0001m * ((index * 37 % 99) - 49)) })],
    };

    /// <summary>项目支出 and its total were added up from printed items in the table of expenditure, and taken from the ledger in the summary.</summary>
    private static Case Addends()
    {
        var ledger = AccountsBodies.Archives with
        {
            Entries = [.. AccountsBodies.Archives.Entries.Select(entry => entry with { Amount = entry.Amount + (entry.Economic is "30108" or "30109" or "30110" or "30111" or "30113" ? 0.004m : 0m) })],
        };
        var document = AccountsBuilder.Build(ledger, AccountsManners.Xinjiang, rounded: true, prose: false);
        foreach (var column in new[] { "total", "basic" })
        {
            var items = document.Cells.Where(cell => cell.Key is { Form: FormRole.F3, Row.Length: 7 } key && key.Column == column && cell.Text.Length > 0);
            document[$"F3/total/{column}"].Text = items.Sum(cell => decimal.Parse(cell.Text, CultureInfo.InvariantCulture)).ToString("0.00", CultureInfo.InvariantCulture);
        }

        return Trap("trap-accounts-rounded-addends", "The table of expenditure adds up rounded items and the summary rounds the ledger: they differ by 0.02, which no printed figure explains.", Formats.Docx, document) with
        {
            Notices = ["FX-1"],
        };
    }

    private static Case Refund()
    {
        var ledger = AccountsBodies.Archives.Spend("2010502", "30227 -1.36 0");
        return Trap("trap-accounts-refund", "A project took back money that it had spent the year before: its row is negative, and every sum holds with it.", Formats.Docx,
            AccountsBuilder.Build(ledger, AccountsManners.Xinjiang)) with
        {
            Notices = ["F-NEG"],
        };
    }

    /// <summary>The table of expenditure goes on behind a page break: without its header in the first half, with it in the second.</summary>
    private static Case Continued()
    {
        var document = AccountsBuilder.Build(AccountsBodies.College, AccountsManners.Guangdong);
        Break(document, FormRole.F3, 6, header: true);
        Break(document, FormRole.F5, 5, header: false);
        Break(document, FormRole.F6, 12, header: false);
        return Trap("trap-accounts-continued", "Three forms run over a page: one repeats its header, two go on without it, the lanes of basic expenditure among them.", Formats.Docx, document);
    }

    private static void Break(Document document, FormRole role, int after, bool header)
    {
        var table = document.Table(role);
        var rest = new Table(role, table.Title) { Unit = table.Unit, Continues = true };
        var at = table.HeaderRows + after;
        rest.Rows.AddRange(header ? table.Rows.Take(table.HeaderRows) : []);
        rest.Rows.AddRange(table.Rows.Skip(at));
        table.Rows.RemoveRange(at, table.Rows.Count - at);
        document.Blocks.Insert(document.Blocks.IndexOf(table) + 1, rest);
    }
}
