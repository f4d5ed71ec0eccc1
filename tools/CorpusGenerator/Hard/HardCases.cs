using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Writers;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Hard;

/// <summary>Small files each of which is hard to read in one way, named by it.</summary>
internal static partial class HardCases
{
    /// <summary>The folder in the corpus.</summary>
    public const string Folder = "hard";

    public static IReadOnlyDictionary<string, Func<byte[]>> All { get; } = new SortedDictionary<string, Func<byte[]>>(StringComparer.Ordinal)
    {
        ["dashed-rules.pdf"] = HardPages.DashedRules,
        ["encrypted.doc"] = () => Patched(DocWriter.Write(Small()), [0xEC, 0xA5], 11, flags => (byte)(flags | 1)),
        ["encrypted.docx"] = () => CompoundFileWriter.Write(("EncryptionInfo", [4, 0, 4, 0, 0x40]), ("EncryptedPackage", new byte[4096])),
        ["encrypted.odt"] = EncryptedOdt,
        ["encrypted.pdf"] = HardPages.Encrypted,
        ["encrypted.zip"] = EncryptedZip,
        ["facing-pages.pdf"] = HardPages.FacingPages,
        ["fast-saved.doc"] = () => DocWriter.Write(Small(), isFastSaved: true),
        ["gbk-names.zip"] = GbkNames,
        ["hidden-sheet.xlsx"] = () => Package.Edit(XlsxWriter.Write(Two()), (name, content) => name == "xl/workbook.xml" ? content.Replace("<sheet name=\"表2\"", "<sheet state=\"hidden\" name=\"表2\"", StringComparison.Ordinal) : content),
        ["html-named.doc"] = () => HtmlWriter.Write(Small(), HtmlFlavour.PortalGbk),
        ["no-outer-border.pdf"] = HardPages.NoOuterBorder,
        ["no-tounicode.pdf"] = HardPages.NoToUnicode,
        ["number-as-text.xlsx"] = () => Package.Edit(XlsxWriter.Write(Small()), (_, content) => Figure().Replace(content, "<c r=\"${at}\" s=\"1\" t=\"inlineStr\"><is><t>${number}</t></is></c>")),
        ["rotated-page.pdf"] = HardPages.RotatedPage,
        ["rowspan-across-pages.pdf"] = HardPages.RowSpanAcrossPages,
        ["word-95.doc"] = () => Patched(Patched(DocWriter.Write(Small()), [0xEC, 0xA5], 2, _ => 0x68), [0xEC, 0xA5], 0, _ => 0xDC),
    };

    /// <summary>Writes all files that are not yet what they should be.</summary>
    public static void Write(string corpus)
    {
        var folder = Directory.CreateDirectory(Path.Combine(corpus, Folder)).FullName;
        foreach (var (name, make) in All)
        {
            var (path, bytes) = (Path.Combine(folder, name), make());
            if (!File.Exists(path) || !Package.IsNameOf(name) || !Package.SameContent(File.ReadAllBytes(path), bytes))
            {
                File.WriteAllBytes(path, bytes);
            }
        }
    }

    private static Document Small() => new("某县财政局2020年部门预算") { Blocks = { new Paragraph("一般公共预算支出情况表"), new Paragraph("单位：万元"), Form("950.64", "194.96", "1145.60") } };

    private static Document Two()
    {
        var document = Small();
        document.Blocks.Add(new Paragraph("部门支出总体情况表"));
        document.Blocks.Add(Form("1.00", "2.00", "3.00"));
        return document;
    }

    private static Table Form(string basic, string project, string total)
    {
        var table = new Table(FormRole.B5, "") { HeaderRows = 2 };
        table.Add([new Cell("科目", rowSpan: 2), new Cell("支出", 3)]);
        table.AddText("合计", "基本支出", "项目支出");
        table.AddText("行政运行", total, basic, project);
        return table;
    }

    private static byte[] EncryptedOdt() => Package.Edit(OdtWriter.Write(Small()), (name, content) => name != "META-INF/manifest.xml" ? content : content.Replace(
        "manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>",
        "manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\" manifest:size=\"9\"><manifest:encryption-data><manifest:algorithm manifest:algorithm-name=\"Blowfish CFB\"/></manifest:encryption-data></manifest:file-entry>",
        StringComparison.Ordinal));

    // Archivers of Chinese Windows write names in GBK and set no flag that says so (APPNOTE 4.4.4, bit 11).
    private static byte[] GbkNames() => Zip(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!, ("预算公开/部门预算.txt", PlainTextWriter.Write(Small())));

    // Bit 0 of the flags, in the head of the member and in the list of members.
    private static byte[] EncryptedZip()
    {
        var zip = Zip(Encoding.UTF8, ("budget.txt", PlainTextWriter.Write(Small())));
        return Patched(Patched(zip, "PK\u0003\u0004"u8.ToArray(), 6, flags => (byte)(flags | 1)), "PK\u0001\u0002"u8.ToArray(), 8, flags => (byte)(flags | 1));
    }

    private static byte[] Zip(Encoding names, params (string Name, byte[] Content)[] members)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (name, content) in members)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Changes one byte behind the first place of some bytes.</summary>
    private static byte[] Patched(byte[] bytes, byte[] mark, int offset, Func<byte, byte> change)
    {
        var at = bytes.AsSpan().IndexOf(mark) + offset;
        bytes[at] = change(bytes[at]);
        return bytes;
    }

    [GeneratedRegex("<c r=\"(?<at>\\w+)\" s=\"4\"><v>(?<number>[^<]*)</v></c>", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Figure();
}
