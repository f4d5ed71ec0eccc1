using System.Text;
using System.Text.Json;
using Gouji.Cli.Checking;
using Gouji.Cli.Output;
using Gouji.Cli.Tests.Support;
using Gouji.Model;

namespace Gouji.Cli.Tests.Output;

public sealed class FolderWriterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Documents_readAndUnreadable_areOneRowEach()
    {
        Write(Sample.Document, new CheckedDocument
        {
            Document = "b.doc",
            Path = "b.doc",
            Outcome = Outcome.Unreadable,
            Reasons = [new Reason("damaged", new Message("坏了", "The file is cut short;\n download it again."))],
            Bytes = 12,
        });
        Assert.Equal(
            """
            document,path,sha256,format,bytes,department,fiscal_year,kind,unit,outcome,reason,tables,recognised,facts,equations,held,rounding,broken,cannot_tell,findings,elapsed_ms,prose_figures,prose_understood,twin
            data/a.docx,data/a.docx,1a2b3c4d00000000000000000000000000000000000000000000000000000000,docx,1234,某县财政局,2020,budget,万元,checked,,2,1,8,3,1,0,1,1,2,17,0,0,
            b.doc,b.doc,,,12,,,unknown,,unreadable,damaged: The file is cut short; download it again.,0,0,0,0,0,0,0,0,0,0,0,0,

            """,
            Text("documents.csv"));
    }

    [Fact]
    public void Records_everyStateOfACell_isKept()
    {
        Write(Sample.Document);
        Assert.Equal(
            """"
            document,department,fiscal_year,kind,source,role,title,row_kind,function_code,economic_code,item,project,fund,nature,measure,state,stated,unit,amount_yuan,half_place_yuan,place,reason,doubtful
            data/a.docx,某县财政局,2020,budget,table,B5,一般公共预算支出情况表,leaf,2013101,,行政运行,,general_public_budget,basic,this_year,value,950.64,万元,9506400,50,table=5;row=11;column=6;line=511;char=2;length=6,,false
            data/a.docx,某县财政局,2020,budget,table,B5,一般公共预算支出情况表,leaf,2013101,,"专项, “维修”","维修""一""",general_public_budget,project,this_year,value,194.96,万元,1949600,50,table=5;row=12;column=6;line=512;char=2;length=6,,false
            data/a.docx,某县财政局,2020,budget,table,B5,一般公共预算支出情况表,total,2013101,,合计,,general_public_budget,basic,this_year,value,1145.60,万元,11456000,50,table=5;row=13;column=6;line=513;char=2;length=6,,false
            data/a.docx,某县财政局,2020,budget,table,B6,一般公共预算基本支出情况表,total,,30101,合计,,general_public_budget,basic,this_year,value,950.46,万元,9504600,50,table=6;row=3;column=4;line=603;char=2;length=6,,false
            data/a.docx,某县财政局,2020,budget,table,B6,一般公共预算基本支出情况表,leaf,,30101,奖金,,general_public_budget,basic,this_year,blank,,万元,,,table=6;row=4;column=4;line=604;char=2;length=6,,false
            data/a.docx,某县财政局,2020,budget,table,B6,一般公共预算基本支出情况表,leaf,,30101,=SUM(A1),,general_public_budget,basic,this_year,dash,,万元,,,table=6;row=5;column=4;line=605;char=2;length=6,,false
            data/a.docx,某县财政局,2020,budget,text,unknown,"预算情况
            说明",leaf,,,支出,,general_public_budget,basic,this_year,value,1145.6,万元,11456000,500,page=3;paragraph=31;part=word/document.xml;line=0;char=0;offset=14;length=7,,false
            data/a.docx,某县财政局,2020,budget,text,unknown,"预算情况
            说明",leaf,,,编制人数,,general_public_budget,basic,count,value,12,,,,page=3;paragraph=31;part=word/document.xml;line=0;char=0;offset=14;length=7,,false

            """",
            Text("records.csv"));
    }

    [Fact]
    public void Records_figureThatMayBeMisread_saysSo()
    {
        Write(Sample.Document with { Doubtful = new HashSet<Place> { Sample.Document.Facts[1].Place } });
        Assert.Equal([",false", ",true", ",false"], Text("records.csv").Split('\n')[1..4].Select(static row => row[row.LastIndexOf(',')..]));
    }

    [Fact]
    public void Checks_heldBrokenAndUntold_areOneRowEach()
    {
        Write(Sample.Document);
        Assert.Equal(
            """"
            document,rule,verdict,left,right,difference,slack,terms
            data/a.docx,R-B5-SUM,holds,11456000,11456000,0,150,950.64 [table=5;row=11;column=6] + 194.96 [table=5;row=12;column=6] = 1145.60 [table=5;row=13;column=6]
            data/a.docx,X-BASIC,broken,9506400,9504600,1800,0,950.64 [table=5;row=11;column=6] = 950.46 [table=6;row=3;column=4]
            data/a.docx,X-YEAR,cannot_tell,,,,,"the previous year is not stated, ""B5"" has no such column"

            """",
            Text("checks.csv"));
    }

    [Fact]
    public void Findings_withAndWithoutFigures_areOneRowEach()
    {
        Write(Sample.Document);
        Assert.Equal(
            """"
            finding,document,department,fiscal_year,rule,severity,message_zh,message_en,stated,expected,difference,unit,blamed_place,cause,ambiguous,places
            1a2b3c4d-1,data/a.docx,某县财政局,2020,X-BASIC,error,基本支出应为950.64，基本支出表合计为950.46,"basic expenditure is 950.64, its detail adds up to 950.46",950.46,950.64,-0.18,万元,table=6;row=3;column=4;line=603;char=2;length=6,digits-swapped,false,table=5;row=11;column=6;line=511;char=2;length=6 | table=6;row=3;column=4;line=603;char=2;length=6
            1a2b3c4d-2,data/a.docx,某县财政局,2020,Z-TITLE,notice,标题有误,the title is wrong,,,,,,,true,page=3;paragraph=31;part=word/document.xml;line=0;char=0;offset=14;length=7

            """",
            Text("findings.csv"));
    }

    [Fact]
    public void Csv_everyFile_beginsWithTheMarkThatExcelNeeds()
    {
        Write();
        foreach (var name in new[] { "documents.csv", "records.csv", "checks.csv", "findings.csv" })
        {
            Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(_folder[name])[..3]);
        }
    }

    [Fact]
    public void RecordsJson_hasTheColumnsOfTheCsvInTheirOrder()
    {
        Write(Sample.Document);
        var lines = File.ReadAllLines(_folder["records.jsonl"]);
        Assert.Equal(Sample.Document.Facts.Count, lines.Length);
        using var first = JsonDocument.Parse(lines[0]);
        Assert.Equal(Rows.RecordColumns, first.RootElement.EnumerateObject().Select(static property => property.Name));
        Assert.Contains("\"stated\":950.64,\"unit\":\"万元\",\"amount_yuan\":9506400,\"half_place_yuan\":50,", lines[0]);
        Assert.Contains("\"place\":{\"text\":\"page=3;paragraph=31;part=word/document.xml;line=0;char=0;offset=14;length=7\",\"page\":3,\"block\":31,\"part\":\"word/document.xml\",\"line\":0,\"char\":0,\"offset\":14,\"length\":7,\"box\":[72,700.5,120,712]}", lines[6]);
    }

    [Fact]
    public void FindingsJson_holdsTheRuleAndEveryTerm()
    {
        Write(Sample.Document);
        using var finding = JsonDocument.Parse(File.ReadAllLines(_folder["findings.jsonl"])[0]);
        var root = finding.RootElement;
        Assert.Equal(Rows.FindingColumns, root.EnumerateObject().Select(static property => property.Name).Take(Rows.FindingColumns.Length));
        Assert.Equal("财预〔2016〕143号", root.GetProperty("authority").GetString());
        var equation = root.GetProperty("equations")[0];
        Assert.Equal(1800m, equation.GetProperty("difference").GetDecimal());
        Assert.Equal(["left", "right"], equation.GetProperty("terms").EnumerateArray().Select(static term => term.GetProperty("side").GetString()));
        Assert.Equal(950.46m, equation.GetProperty("terms")[1].GetProperty("stated").GetDecimal());
    }

    [Fact]
    public void Columns_ofEveryKindOfRow_areWrittenInTheOrderOfTheHeading()
    {
        var names = new NamedColumns();
        Rows.Document(names, Sample.Document);
        Assert.Equal(Rows.DocumentColumns, names.Take());
        Rows.Record(names, Sample.Document, Sample.Basic);
        Assert.Equal(Rows.RecordColumns, names.Take());
        Rows.Check(names, Sample.Document, Sample.Sum);
        Assert.Equal(Rows.CheckColumns, names.Take());
        Rows.Finding(names, Sample.Document, Sample.Finding, "");
        Assert.Equal(Rows.FindingColumns, names.Take());
    }

    private void Write(params CheckedDocument[] documents)
    {
        using var folder = OutputFolder.Open(_folder.Path);
        using var writer = new FolderWriter(folder, [FakeStages.Basic]);
        foreach (var document in documents)
        {
            using var rows = writer.Prepare(document);
            writer.Write(document, rows);
        }

        writer.Complete();
    }

    private string Text(string name) => new UTF8Encoding(true).GetString(File.ReadAllBytes(_folder[name])[3..]);

    private sealed class NamedColumns : RowWriter
    {
        private readonly List<string> _names = [];

        public List<string> Take()
        {
            var names = _names.ToList();
            _names.Clear();
            return names;
        }

        public override void BeginRow()
        {
        }

        public override void EndRow()
        {
        }

        public override void Text(string column, string? value) => _names.Add(column);

        public override void Number(string column, decimal? value) => _names.Add(column);

        public override void Count(string column, long? value) => _names.Add(column);

        public override void Flag(string column, bool value) => _names.Add(column);

        public override void Place(string column, Place? value) => _names.Add(column);

        public override void Places(string column, IReadOnlyList<Place> values) => _names.Add(column);
    }
}
