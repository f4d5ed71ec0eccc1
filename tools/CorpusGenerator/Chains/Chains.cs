using Gouji.CorpusGenerator.Accounts;
using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.CorpusGenerator.Forms;
using Gouji.CorpusGenerator.Writers;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Chains;

/// <summary>Chains of two and three years: budgets that tell last year's figures, and accounts beside the budget that they carried out.</summary>
internal static class Chains
{
    /// <summary>The folder in the corpus.</summary>
    public const string Folder = "chains";

    private const int FirstYear = 2020;

    public static IReadOnlyList<Chain> All { get; } =
    [
        Of("consistent", "Budgets of three years and the accounts of two of them, all of which agree.", "云岭县司法局", static (first, second, third) =>
            [Budget(first), Budget(second), Budget(third), Accounts(first), Accounts(second)]) with { Holds = new Dictionary<string, int> { ["Y-LINK"] = 4, ["Y-BUDLINK"] = 4 } },
        Of("y-link", "A sentence of the second budget tells 9.00 more of basic expenditure for last year than last year's budget does.", "石桥县司法局", static (first, second, _) =>
            [Budget(first), Budget(Earlier(second, "30102", 9.00m))]) with { Finding = ("Y-LINK", "warning", "2021-预算.html") },
        Of("y-budlink", "The accounts tell 3.00 more as the budget of 公务用车运行维护费 than the budget did; their column 预算数 may be the adjusted one, so it is a warning.", "柳川县司法局", static (first, _, _) =>
            [Budget(first), Accounts(first, static planned => Earlier(planned, "30231", 3.00m))]) with { Finding = ("Y-BUDLINK", "warning", "2020-决算.html") },
        Of("trap-restructured", "Last year's figures are those of a body before it took over another, and the budget says so.", "青溪县司法局", static (first, second, _) =>
            [Budget(first), Budget(Doubled(second), "根据机构改革方案，原法律援助中心的职能和人员划入本局。")]) with { Untold = ["Y-LINK"] },
        Of("trap-restated", "Last year's figures were restated after a change of the classification, and the budget says so.", "松原县司法局", static (first, second, _) =>
            [Budget(first), Budget(Doubled(second), "因统计口径调整，上年数按新口径作了相应调整。")]) with { Untold = ["Y-LINK"] },
        Of("trap-scope", "The department with its units in one year, and the body by itself in the next, whose last year is a smaller figure.", "梅岭县司法局", static (first, second, _) =>
            [Budget(first with { Body = first.Body + "（部门）" }), Budget(Halved(second) with { Body = first.Body + "（本级）" })]),
    ];

    /// <summary>Writes all chains.</summary>
    public static void Write(string corpus)
    {
        foreach (var chain in All)
        {
            var folder = Directory.CreateDirectory(Path.Combine(corpus, Folder, chain.Id)).FullName;
            foreach (var (name, document) in chain.Documents)
            {
                File.WriteAllBytes(Path.Combine(folder, name), Bytes(document));
            }
        }
    }

    public static byte[] Bytes(Document document) => HtmlWriter.Write(document, HtmlFlavour.Portal);

    /// <summary>A chain of a body of its own, with the general public budget alone, so that every form of a year has its like in the next.</summary>
    private static Chain Of(string id, string about, string body, Func<Ledger, Ledger, Ledger, IReadOnlyList<(string Name, Document Document)>> documents)
    {
        var first = Bodies.Justice with
        {
            Body = body,
            Year = FirstYear,
            Entries = [.. Bodies.Justice.Entries.Where(static entry => entry.Fund == Fund.GeneralPublicBudget)],
            Plans = [],
        };
        var second = Next(first);
        return new Chain(id, about) { Documents = documents(first, second, Next(second)) };
    }

    private static (string Name, Document Document) Budget(Ledger ledger, string? remark = null)
    {
        var document = DisclosureBuilder.Build(ledger, Forms.Manners.Guizhou, new BuildOptions { Prose = ProseLength.Guizhou });
        if (remark is not null)
        {
            document.Blocks.Add(new Paragraph(remark));
        }

        return (NameOf(ledger, "预算"), document);
    }

    /// <summary>The accounts of a year: what was spent beside what its budget planned.</summary>
    private static (string Name, Document Document) Accounts(Ledger budget, Func<Ledger, Ledger>? change = null)
    {
        var spent = budget with
        {
            Entries = [.. budget.Entries.Select(static (entry, i) => entry with { Amount = Rounded(entry.Amount * (90 + (i * 7 % 10)) / 100m), Prior = entry.Amount, Project = null })],
        };
        return (NameOf(budget, "决算"), AccountsBuilder.Build(change is null ? spent : change(spent), AccountsManners.Shaanxi));
    }

    private static string NameOf(Ledger ledger, string kind) => $"{ledger.Year}-{kind}.html";

    private static Ledger Next(Ledger before) => before with
    {
        Year = before.Year + 1,
        Entries = [.. before.Entries.Select(static (entry, i) => entry with { Prior = entry.Amount, Amount = Rounded(entry.Amount * (95 + (i * 5 % 13)) / 100m) })],
    };

    /// <summary>Another figure of the year before for one item of basic expenditure.</summary>
    private static Ledger Earlier(Ledger ledger, string economic, decimal more)
    {
        var at = ledger.Entries.ToList().FindIndex(entry => entry.Economic == economic && entry.Nature == Nature.Basic);
        return ledger with { Entries = [.. ledger.Entries.Select((entry, i) => i == at ? entry with { Prior = entry.Prior + more } : entry)] };
    }

    private static Ledger Doubled(Ledger ledger) => ledger with { Entries = [.. ledger.Entries.Select(static entry => entry with { Prior = entry.Prior * 2 })] };

    private static Ledger Halved(Ledger ledger) => ledger with
    {
        Entries = [.. ledger.Entries.Select(static entry => entry with { Amount = Rounded(entry.Amount / 2), Prior = Rounded(entry.Prior / 2) })],
    };

    private static decimal Rounded(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
