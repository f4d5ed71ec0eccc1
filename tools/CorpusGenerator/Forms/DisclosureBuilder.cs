using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.CorpusGenerator.Prose;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Forms;

/// <summary>How much prose a disclosure carries.</summary>
internal enum ProseLength
{
    /// <summary>Duties and the statements on empty tables; no figure at all.</summary>
    Brief,

    /// <summary>The whole explanation, in Xinjiang's ten sections.</summary>
    Xinjiang,

    /// <summary>The whole explanation in 万元, before the tables.</summary>
    National,

    /// <summary>One claim an item before the tables, the rest behind them.</summary>
    Shanghai,

    /// <summary>Each figure beside that of the year before, ahead of the tables.</summary>
    Beijing,

    /// <summary>With 一般性支出 and thousands separators, ahead of the tables.</summary>
    Hunan,

    /// <summary>Items with their codes in brackets, ahead of the tables.</summary>
    Sichuan,

    /// <summary>In 元 ahead of tables in 万元.</summary>
    Guangxi,

    /// <summary>Long paragraphs ahead of the tables.</summary>
    Hebei,

    /// <summary>Ten sections behind the tables, what does not occur left out.</summary>
    Guizhou,

    /// <summary>The general public budget first, everything else behind it, ahead of the tables.</summary>
    Chongqing,

    /// <summary>No paragraph but titles.</summary>
    None,
}

/// <summary>What is left out, added or made from other figures.</summary>
internal sealed record BuildOptions
{
    public ProseLength Prose { get; init; } = ProseLength.Brief;

    /// <summary>True where every project has its performance table.</summary>
    public bool Performance { get; init; }

    /// <summary>Forms built from other figures than the rest of the document.</summary>
    public IReadOnlyDictionary<FormRole, Ledger> Instead { get; init; } = new Dictionary<FormRole, Ledger>();

    public FormRole? Without { get; init; }

    /// <summary>Forms printed in another format of figures than the rest.</summary>
    public IReadOnlyDictionary<FormRole, FigureFormat> Formats { get; init; } = new Dictionary<FormRole, FigureFormat>();

    /// <summary>True where the figures of the ledger are finer than they are printed.</summary>
    public bool Rounded { get; init; }
}

/// <summary>Builds a whole disclosure of a body in the manner of a place.</summary>
internal static class DisclosureBuilder
{
    public static Document Build(Ledger ledger, Manner manner, BuildOptions? options = null)
    {
        options ??= new BuildOptions();
        var document = new Document($"{ledger.Body}{ledger.Year}年部门预算公开") { Rounded = options.Rounded };
        document.Blocks.Add(new Paragraph(document.Title, ParagraphStyle.Title));
        var tree = manner.Balance == BalanceStyle.Tree;
        document.Blocks.AddRange(options.Prose switch
        {
            ProseLength.Brief => BriefOverview(ledger),
            ProseLength.Xinjiang => XinjiangProse.Overview(ledger),
            ProseLength.National => NationalProse.Sections(ledger, manner),
            ProseLength.Shanghai => ShanghaiProse.Before(ledger),
            ProseLength.Beijing => BeijingProse.Sections(ledger),
            ProseLength.Hunan => HunanProse.Sections(ledger),
            ProseLength.Sichuan => SichuanProse.Sections(ledger),
            ProseLength.Guangxi => GuangxiProse.Sections(ledger),
            ProseLength.Hebei => HebeiProse.Sections(ledger),
            ProseLength.Guizhou => GuizhouProse.Overview(ledger),
            ProseLength.Chongqing => ChongqingProse.Sections(ledger),
            _ => [],
        });
        if (tree && options.Prose is ProseLength.Brief or ProseLength.Xinjiang)
        {
            document.Blocks.Add(new Paragraph($"第二部分  {ledger.Year}年部门预算公开表", ParagraphStyle.Heading));
        }

        var number = 0;
        foreach (var form in manner.Forms)
        {
            var ordinal = manner.Ordinal(number++);
            if (form.Role == options.Without)
            {
                continue;
            }

            if (form.Role == FormRole.B11)
            {
                if (options.Performance)
                {
                    document.Blocks.Add(new Paragraph($"{ordinal}{form.Title}", ParagraphStyle.TableTitle));
                    AddPerformance(document, ledger, manner);
                }

                continue;
            }

            var own = options.Formats.TryGetValue(form.Role, out var format)
                ? manner with { Format = format, ThreePublicFormat = format }
                : manner;
            Add(document, form, ordinal, options.Instead.GetValueOrDefault(form.Role, ledger), own);
        }

        document.Blocks.AddRange(options.Prose switch
        {
            ProseLength.Brief => XinjiangProse.FundSection(ledger with { Entries = [.. ledger.Entries.Where(entry => entry.Fund == Fund.GeneralPublicBudget)] }, WithEmptyFunds(ledger, manner)),
            ProseLength.Xinjiang => XinjiangProse.Sections(ledger, manner),
            ProseLength.Shanghai => ShanghaiProse.After(ledger),
            ProseLength.Guizhou => GuizhouProse.Sections(ledger),
            _ => [],
        });
        if (options.Performance && !manner.Forms.Any(form => form.Role == FormRole.B11))
        {
            AddPerformance(document, ledger, manner);
        }

        return document;
    }

    /// <summary>The manner without the fund forms that hold figures: brief prose speaks of empty forms only.</summary>
    private static Manner WithEmptyFunds(Ledger ledger, Manner manner) => manner with
    {
        Forms = [.. manner.Forms.Where(form => (form.Role == FormRole.B9 && ledger.Income(Fund.GovernmentFunds) == 0)
            || (form.Role == FormRole.B10 && ledger.Income(Fund.StateCapitalOperations) == 0))],
    };

    private static IEnumerable<Paragraph> BriefOverview(Ledger ledger) =>
    [
        new Paragraph("第一部分  部门概况", ParagraphStyle.Heading),
        new Paragraph($"{ledger.Body}承担{ledger.Duties}等工作。"),
    ];

    private static void Add(Document document, Form form, string ordinal, Ledger ledger, Manner manner)
    {
        var built = form.Build(ledger, manner);
        var title = manner.YearInTitle ? $"{ledger.Year}年{form.Title}" : form.Title;
        var table = new Table(form.Role, title) { Unit = built.Unit, HeaderRows = built.HeaderRows };
        var (body, unit) = ($"{manner.BodyLabel}：{ledger.Body}", $"单位：{built.Unit.Name()}");
        if (manner.OrdinalApart && ordinal.Length > 0)
        {
            document.Blocks.Add(new Paragraph(ordinal, ParagraphStyle.TableTitle));
            ordinal = "";
        }

        if (manner.TitleInCell)
        {
            var count = built.ColumnCount;
            table.Add(new Cell(ordinal + title, count));
            table.Add(new Cell(body, count - 2), new Cell(""), new Cell(unit));
            table.HeaderRows += 2;
        }
        else
        {
            document.Blocks.Add(new Paragraph(ordinal + title, ParagraphStyle.TableTitle));
            document.Blocks.Add(new Paragraph(body + new string(' ', 32) + unit, ParagraphStyle.UnitLine));
        }

        table.Rows.AddRange(built.Rows);
        document.Blocks.Add(table);
        var empty = built.Rows.SelectMany(row => row.Cells)
            .All(cell => cell.Key is not null ? cell.Amount == 0 : !cell.Text.Any(char.IsAsciiDigit));
        if (manner.Footnote is not null && form.Role != FormRole.B1)
        {
            document.Blocks.Add(new Paragraph(manner.Footnote, ParagraphStyle.Note));
        }
        else if (empty && manner.EmptyNote is not null)
        {
            document.Blocks.Add(new Paragraph(manner.EmptyNote, ParagraphStyle.Note));
        }
    }

    private static void AddPerformance(Document document, Ledger ledger, Manner manner)
    {
        foreach (var plan in ledger.Plans)
        {
            if (manner.Balance != BalanceStyle.Tree && !manner.TitleInCell)
            {
                document.Blocks.Add(new Paragraph(PerformanceForm.Title, ParagraphStyle.TableTitle));
            }

            document.Blocks.Add(PerformanceForm.Build(ledger, manner, plan));
            document.Blocks.Add(new Paragraph(""));
        }
    }
}
