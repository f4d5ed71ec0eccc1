using System.Globalization;
using Gouji.CorpusGenerator.Accounts;
using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.CorpusGenerator.Forms;
using Gouji.CorpusGenerator.Writers;
using Gouji.Model;
using Document = Gouji.CorpusGenerator.Disclosure.Document;

namespace Gouji.Corpus.Tests.Manners;

/// <summary>
/// A disclosure without a fault in a manner that no place has: the habits of the places put together at random, and the amounts of a
/// body changed at random. One seed gives one disclosure.
/// </summary>
internal sealed class RandomDisclosure
{
    private static readonly Manner[] BudgetManners =
    [
        CorpusGenerator.Forms.Manners.Xinjiang, CorpusGenerator.Forms.Manners.Beijing, CorpusGenerator.Forms.Manners.Shanghai, CorpusGenerator.Forms.Manners.Hunan,
        CorpusGenerator.Forms.Manners.Sichuan, CorpusGenerator.Forms.Manners.Guangxi, CorpusGenerator.Forms.Manners.Guizhou, CorpusGenerator.Forms.Manners.Chongqing, CorpusGenerator.Forms.Manners.Hebei,
    ];

    private static readonly AccountsManner[] AccountsPlaces =
    [
        AccountsManners.Xinjiang, AccountsManners.Zhejiang, AccountsManners.InnerMongolia, AccountsManners.Yunnan, AccountsManners.Guangdong, AccountsManners.Shaanxi, AccountsManners.Shanghai,
    ];

    /// <summary>Bodies with the explanation that tells what they have; another would say that there is no fund where there is one.</summary>
    private static readonly (Ledger Body, ProseLength Prose)[] BudgetBodies =
    [
        (Bodies.Justice, ProseLength.Xinjiang), (Bodies.Audit, ProseLength.Beijing), (Bodies.CivilAffairs, ProseLength.Hunan), (Bodies.Water, ProseLength.Sichuan), (Bodies.Culture, ProseLength.Guangxi),
        (Bodies.Logistics, ProseLength.Chongqing), (Bodies.Emergency, ProseLength.Guizhou), (Bodies.Resources, ProseLength.National), (Bodies.School, ProseLength.Brief),
    ];

    private static readonly Ledger[] AccountsLedgers = [AccountsBodies.Archives, AccountsBodies.Construction, AccountsBodies.College, AccountsBodies.Disabled];

    private readonly Random _random;
    private readonly List<string> _habits = [];

    private RandomDisclosure(int seed)
    {
        _random = new Random(seed);
        Document = Coin("accounts") ? Accounts() : Budget();
        (Name, Bytes) = One<Func<(string, byte[])>>("format",
            () => ("source.docx", DocxWriter.Write(Document)),
            () => ("source.html", HtmlWriter.Write(Document, HtmlFlavour.Portal)),
            () => ("source.html", HtmlWriter.Write(Document, HtmlFlavour.Pasted)),
            () => ("source.txt", PlainTextWriter.Write(Document)),
            () => ("source.ofd", OfdWriter.Write(Document)),
            () => ("source.pdf", PdfWriter.Write(Document)),
            () => ("source.doc", DocWriter.Write(Document)),
            () => ("source.odt", OdtWriter.Write(Document)),
            () => ("source.rtf", RtfWriter.Write(Document)),
            () => ("source.xlsx", XlsxWriter.Write(Document)))();
    }

    public Document Document { get; }

    public string Name { get; }

    public byte[] Bytes { get; }

    /// <summary>What was chosen, for the message of a failing test.</summary>
    public string Habits => string.Join("; ", _habits);

    public static RandomDisclosure Of(int seed) => new(seed);

    private Document Budget()
    {
        var place = One("place", BudgetManners);
        var manner = place with
        {
            Forms = [.. Shuffled(place.Forms.Where(static form => form.Role is not (FormRole.B11 or FormRole.Unknown))).Select(form => form with { Title = TitleOf(form) })],
            Ordinal = One<Func<int, string>>("ordinal", static _ => "", static index => $"表{Numerals.Of(index + 1)}：", static index => $"附件{index + 1} ", static index => $"{Numerals.Of(index + 1)}、", static index => $"预算{index + 1:00}表 "),
            OrdinalApart = Coin("ordinal apart"),
            YearInTitle = Coin("year in title"),
            TitleInCell = Coin("title in cell"),
            BodyLabel = One("body", "编制部门", "部门", "单位名称", "填报单位", "预算单位", "部门名称"),
            Codes = One("codes", CodeStyle.ThreeCells, CodeStyle.Joined, CodeStyle.Spaced),
            Hierarchy = Coin("hierarchy"),
            Total = One("total", TotalPlace.LastInName, TotalPlace.LastInCode, TotalPlace.FirstInName, TotalPlace.FirstInCode),
            TotalLabel = One("total label", "合计", "合  计", "总计", "合　计"),
            AllClasses = Coin("all classes"),
            ClassOrdinals = Coin("class ordinals"),
            Serial = Coin("serial"),
            ThreePublic = One("three-public", ThreePublicRows.Single, ThreePublicRows.Labelled),
            Format = Format(),
            ThreePublicFormat = Coin("three-public format") ? Format() : null,
            EmptyNote = One("empty note", "注：本表为空表。", "说明：本部门本年度无此项预算，此表无数据。", "备注：我单位没有该项支出，故公开空表。"),
            Footnote = null,
            BlankRows = One("blank rows", 0, 0, 2, 5),
            Blank = One("blank", "", "", "　"),
        };
        var (body, prose) = One("body", BudgetBodies);
        return DisclosureBuilder.Build(Varied(body), manner, new BuildOptions { Prose = Coin("prose") ? prose : ProseLength.Brief });
    }

    private Document Accounts()
    {
        var place = One("place", AccountsPlaces);
        var manner = place with
        {
            Forms = [.. Shuffled(place.Forms.Where(static form => form.Role != FormRole.Unknown))],
            Codes = One("codes", AccountsCodes.OneCell, AccountsCodes.AcrossThree, AccountsCodes.ThreeCells),
            Hierarchy = Coin("hierarchy"),
            TotalLast = Coin("total last"),
            Numbered = Coin("numbered"),
            TitleInCell = Coin("title in cell"),
            YearInTitle = Coin("year in title"),
            BodyLabel = One("body", "公开部门", "部门", "编制单位", "单位名称"),
            BasicLanes = One("lanes", 2, 3),
            ThreePublic = One("three-public", AccountsThreePublic.BudgetThenActual, AccountsThreePublic.PairsByItem, AccountsThreePublic.ItemsAsRows),
            Format = Format(),
            ThreePublicFormat = Coin("three-public format") ? Format() : null,
            Footnote = One("footnote", null, "注：本表反映本年度收支情况。", "说明：本表金额转换时可能存在尾数误差。"),
            EmptyBlankRow = Coin("empty blank row"),
            AllClasses = Coin("all classes"),
            CarryoverUnsplit = Coin("carryover unsplit"),
        };
        return AccountsBuilder.Build(Varied(One("body", AccountsLedgers)), manner, prose: Coin("prose"));
    }

    /// <summary>The title of the form in the place, or in another that has the same form.</summary>
    private string TitleOf(Form form)
    {
        var titles = BudgetManners.SelectMany(static manner => manner.Forms).Where(other => other.Role == form.Role && other.Build == form.Build).Select(static other => other.Title).Distinct().ToList();
        return titles[_random.Next(titles.Count)];
    }

    private FigureFormat Format() => new(
        One("unit", MoneyUnit.TenThousandYuan, MoneyUnit.TenThousandYuan, MoneyUnit.Yuan),
        2,
        One("zero", "", "0", "0.00", "-", "—"))
    {
        Thousands = Coin("thousands"),
        Trimmed = Coin("trimmed"),
    };

    /// <summary>The body with other amounts: each is multiplied by itself, some are nothing at all.</summary>
    private Ledger Varied(Ledger ledger) => ledger with
    {
        Entries = [.. ledger.Entries.Select(entry => entry with
        {
            Amount = Math.Round(entry.Amount * _random.Next(20, 300) / 100m, 2),
            Prior = Math.Round(entry.Prior * _random.Next(20, 300) / 100m, 2),
        })],
    };

    private List<T> Shuffled<T>(IEnumerable<T> items)
    {
        var list = items.ToArray();
        if (_random.Next(2) == 0)
        {
            _random.Shuffle(list);
        }

        return [.. list];
    }

    private bool Coin(string habit)
    {
        var heads = _random.Next(2) == 0;
        if (heads)
        {
            _habits.Add(habit);
        }

        return heads;
    }

    private T One<T>(string habit, params IReadOnlyList<T> choices)
    {
        var index = _random.Next(choices.Count);
        _habits.Add(string.Create(CultureInfo.InvariantCulture, $"{habit} {index}"));
        return choices[index];
    }
}
