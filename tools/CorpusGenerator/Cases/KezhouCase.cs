using Gouji.CorpusGenerator.Disclosure;
using static Gouji.CorpusGenerator.Cases.Expectation;
using static Gouji.CorpusGenerator.Cases.KezhouTables;

namespace Gouji.CorpusGenerator.Cases;

/// <summary>A published budget of 2020 in every format: its titles, codes and figures, its sentences written anew.</summary>
internal static class KezhouCase
{
    private const string Footnote = "备注：无内容应公开空表并说明情况。";

    public static Case Example => new("kezhou-2020", CaseKind.Example, "克州党委办公室2020年部门预算",
        "The figures of a real disclosure with every defect it has, in every format with the same cells; the wording is our own.",
        Formats.Docx | Formats.Html | Formats.Ofd | Formats.Text | Formats.Pdf | Formats.Odt | Formats.Rtf | Formats.Xlsx | Formats.Doc, Build())
    {
        BeyondArithmetic = true,
        Expect =
        [
            // The detail row of the income table: cut short, and one item where the expenditure tables have two. A workbook has blanks where cells were lost, and
            // both come to one finding.
            Error("R-ROW-B2", "1157.60", "1145.60").Or("R-COL").OrAs("warning").UpTo(2),
            Error("X-MIRROR", "1157.60", "950.64").Or("R-ROW-B2").OrAs("warning").UpTo(4),
            Error("K-CODE", "33.03").Or("K-NAME").OrAs("warning"),
            Warning("R-B8-MULTI"),
            Error("X-SG-PROJ", "85.00", "80.00").OrAs("warning"),
            Warning("P-SG", "40").UpTo(2),
            Warning("P-FISC", "206.96", "194.96"),
            Warning("N-PROJ").OrAs("error"),
            // Prose against tables.
            Error("N-ITEM", "1145.60", "950.64").Or("N-AMT"),
            Error("N-COVER", "194.96").OrAs("warning").Or("N-ITEM"),
            Warning("N-SCALE", "950.64", "1145.60").Or("N-AMT"),
            Warning("K-NAME").UpTo(3).Or("K-CODE").InProse(),
            // Prose against itself.
            Error("N-REP", "153.07", "143.07").OrAs("warning"),
            Error("Y-RATE", "15.05").Blame("15.05", "13.08"),
            Error("Y-RATE", "15.54").Blame("15.54", "13.45"),
            Error("Y-RATE", "7.83").Blame("7.83", "7.26"),
            Warning("Y-BAL").Or("Y-SUM").OrAs("error").UpTo(2),
            Warning("Y-SAME", "178.03"),
            Error("N-CAR", "808.81").UpTo(2),
            Error("Z-BLANKNUM", "93.39").Or("N-PROC").Blame(null, "186.39").InProse(),
            Error("Z-BLANKNUM").Or("N-CAR").Blame(null, "25").InProse(),
            Warning("Z-PLACE").UpTo(4).InProse(),
        ],
        Notices = ["R-DUP", "Z-TITLE", "P-DIR"],
    };

    private static Document Build()
    {
        var document = new Document("克州党委办公室2020年部门预算公开");
        Prose("第一部分   克州党委办公室部门单位概况", "　  一、主要职能",
            "克州党委办公室的主要职能为：服务州党委中心工作，承办会议会务、公文处理和公务接待，负责信息报送与督促检查。",
            "　  二、机构设置及人员情况",
            "克州党委办公室下设14个处室，分别为：秘书一科、秘书二科、组织人事科、督查科、常委会办公室、综合科、信息科、公文处理科、法规科、翻译科、行政财务科、国安科、后勤服务中心（文印中心）、专线局。",
            "编制79人，实有84人，其中：在职57人，减少7人； 退休27人，增加或减少0人；离休0人，减少2人。", "",
            "第二部分  2020年部门预算公开表");
        Plain("表一：", "编制部门", Balance(), footnote: false);
        Prose("");
        Plain("表二：", "填报部门", Income());
        Plain("表三：", "编制部门", Expenditure());
        Plain("表四：", "编制部门", FiscalBalance());
        InCells("表五：", GeneralPublic());
        InCells("表六：", Basic());
        InCells("表七：", Projects());
        Plain("表八：", "编制单位", ThreePublicExpenses());
        Plain("表九：", "编制单位", Funds());
        document.Blocks.AddRange(KezhouProse.Sections.Select(text => new Paragraph(text)));
        foreach (var table in KezhouProse.Performance)
        {
            document.Blocks.Add(table);
            Prose("");
        }

        document.Blocks.AddRange(KezhouProse.Glossary.Select(text => new Paragraph(text)));
        return document;

        void Prose(params string[] texts) => document.Blocks.AddRange(texts.Select(text => new Paragraph(text)));

        void Plain(string ordinal, string label, Table table, bool footnote = true)
        {
            document.Blocks.Add(new Paragraph(ordinal));
            document.Blocks.Add(new Paragraph(table.Title, ParagraphStyle.TableTitle));
            document.Blocks.Add(new Paragraph($"{label}：{Body}                                    单位：万元"));
            document.Blocks.Add(table);
            if (footnote)
            {
                document.Blocks.Add(new Paragraph(Footnote));
            }
        }

        void InCells(string ordinal, Table table)
        {
            document.Blocks.Add(new Paragraph(ordinal));
            document.Blocks.Add(table);
            document.Blocks.Add(new Paragraph(Footnote));
        }
    }
}
