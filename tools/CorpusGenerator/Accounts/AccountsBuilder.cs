using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.CorpusGenerator.Forms;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Accounts;

/// <summary>Builds the final accounts of a body in the manner of a place.</summary>
internal static class AccountsBuilder
{
    /// <summary>The document; tables whose form is in <paramref name="instead"/> are built from other figures.</summary>
    public static Document Build(Ledger ledger, AccountsManner manner, bool rounded = false, bool prose = true, IReadOnlyDictionary<FormRole, Ledger>? instead = null)
    {
        var document = new Document($"{ledger.Body}{ledger.Year}年度部门决算") { Rounded = rounded };
        document.Blocks.Add(new Paragraph(document.Title, ParagraphStyle.Title));
        document.Blocks.AddRange(AccountsProse.Before(ledger));
        foreach (var form in manner.Forms)
        {
            Add(document, form, instead?.GetValueOrDefault(form.Role) ?? ledger, manner);
        }

        document.Blocks.AddRange(prose ? AccountsProse.After(ledger) : []);
        return document;
    }

    private static void Add(Document document, AccountsForm form, Ledger ledger, AccountsManner manner)
    {
        var built = form.Build(ledger, manner);
        var title = manner.YearInTitle ? $"{ledger.Year}年度{form.Title}" : form.Title;
        var table = new Table(form.Role, title) { Unit = built.Unit, HeaderRows = built.HeaderRows };
        var (body, unit) = ($"{manner.BodyLabel}：{ledger.Body}", $"单位：{built.Unit.Name()}");
        if (manner.TitleInCell)
        {
            var count = built.ColumnCount;
            table.Add(new Cell(title, count));
            table.Add(new Cell("", count - 1), new Cell(form.Number));
            table.Add(new Cell(body, count - 1), new Cell($"金额{unit}"));
            table.HeaderRows += 3;
        }
        else
        {
            document.Blocks.Add(new Paragraph(title, ParagraphStyle.TableTitle));
            if (form.Number.Length > 0)
            {
                document.Blocks.Add(new Paragraph(form.Number, ParagraphStyle.UnitLine));
            }

            document.Blocks.Add(new Paragraph(body + new string(' ', 24) + unit, ParagraphStyle.UnitLine));
        }

        table.Rows.AddRange(built.Rows);
        document.Blocks.Add(table);
        var empty = form.Role != FormRole.Unknown && table.Rows.SelectMany(row => row.Cells).All(cell => cell.Key is null || cell.Amount == 0);
        if (empty)
        {
            document.Blocks.Add(new Paragraph(manner.EmptyNote, ParagraphStyle.Note));
        }
        else if (manner.Footnote is { } note)
        {
            document.Blocks.Add(new Paragraph(note, ParagraphStyle.Note));
        }
    }
}
