using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.CorpusGenerator.Forms;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Cases;

/// <summary>Missing forms, claims of emptiness, wrong codes and names, template residue.</summary>
internal static class PresenceCases
{
    public static IEnumerable<Case> All =>
    [
        new("z-tables", CaseKind.Planted, "Z-TABLES: the fiscal balance is missing", "表四 财政拨款收支总体情况表 is not published; the ordinals leave a gap.", Formats.Docx,
            DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang, new BuildOptions { Without = FormRole.B4 }))
        {
            Expect = [Expectation.Error("Z-TABLES").OrAs("warning")],
            BeyondArithmetic = true,
        },
        new("z-empty-claim", CaseKind.Planted, "Z-EMPTY: a table with figures is called empty", "注：本表为空表。 stands under a government funds table of 4400.00.", Formats.Html,
            DisclosureBuilder.Build(Bodies.Resources, Manners.Beijing).InsertParagraph("注：本表为空表。", FormRole.B9))
        {
            Expect = [Expectation.Warning("Z-EMPTY").Or("N-FUND")],
        },
        new("z-empty-silent", CaseKind.Planted, "Z-EMPTY: an empty table without a word", "The government funds table has no figure, no note and no sentence about it.", Formats.Docx,
            DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang with { Footnote = null, EmptyNote = null }, new BuildOptions { Prose = ProseLength.None }))
        {
            Expect = [Expectation.Warning("Z-EMPTY")],
        },
        new("k-code-invalid", CaseKind.Planted, "K-CODE: an economic code that does not exist", "公用经费 carries the code 30232 办公设备维护费, which no edition of the classification has.", Formats.Docx,
            DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang).Relabel("B6/30213/total", 1, "32").Relabel("B6/30213/total", 2, "办公设备维护费"))
        {
            Expect = [Expectation.Error("K-CODE").Or("K-NAME").OrAs("warning")],
            BeyondArithmetic = true,
        },
        new("k-code-stale-name", CaseKind.Planted, "K-CODE: a class under its name of before 2019", "The balance of 2020 calls class 210 医疗卫生与计划生育支出.", Formats.Text,
            DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang).Reword("210 卫生健康支出", "210 医疗卫生与计划生育支出", FormRole.B1))
        {
            Expect = [Expectation.Warning("K-CODE").Or("K-NAME").OrAs("error")],
        },
        new("z-place-in-cell", CaseKind.Planted, "Z-PLACE: a placeholder left in a cell", "The name of a project in the project table is XX专项经费.", Formats.Docx,
            DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang).Reword("普法宣传经费", "XX专项经费", FormRole.B7))
        {
            Expect = [Expectation.Warning("Z-PLACE")],
        },
        new("z-title", CaseKind.Planted, "Z-TITLE: another body in the header of one table", "The header of the expenditure table names 云岭县公安局 where all others name 云岭县司法局.", Formats.Html, OtherHeader())
        {
            Notices = ["Z-TITLE"],
        },
    ];

    private static Document OtherHeader()
    {
        var document = DisclosureBuilder.Build(Bodies.Justice, Manners.Xinjiang);
        var header = (Paragraph)document.Blocks[document.Blocks.IndexOf(document.Table(FormRole.B3)) - 1];
        header.Text = header.Text.Replace(Bodies.Justice.Body, "云岭县公安局", StringComparison.Ordinal);
        return document;
    }
}
