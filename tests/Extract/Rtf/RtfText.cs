using System.Text;
using Gouji.Extract.Readers;
using Gouji.Model;

namespace Gouji.Extract.Tests.Rtf;

/// <summary>Makes RTF files from raw markup, so that a test shows the very words it is about. Bytes beyond ASCII are written in Latin-1.</summary>
internal static class RtfText
{
    /// <summary>A header as Word writes it for Chinese: Times New Roman and 宋体.</summary>
    public const string Header = "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f13\\fnil\\fcharset134{\\*\\panose 02010600030101010101}\\'cb\\'ce\\'cc\\'e5;}{\\f3\\fcharset2 Symbol;}}"
        + "{\\stylesheet{\\ql Normal;}{\\s1 heading 1;}{\\s2\\outlinelevel1 \\'b1\\'ea;}{\\*\\cs10 Default;}}\n";

    public static byte[] Bytes(string body) => Encoding.Latin1.GetBytes(Header + body + "}");

    public static DocumentContent Read(string body) => ReadBytes(Bytes(body));

    public static DocumentContent ReadBytes(byte[] bytes, ReadingLimits? limits = null) =>
        new RtfReader().Read(new FetchedDocument("test.rtf", bytes, new string('0', 64)), limits ?? new ReadingLimits(), TestContext.Current.CancellationToken);

    /// <summary>A text written in bytes of GBK.</summary>
    public static string Gbk(string text) => string.Concat(
        CodePagesEncodingProvider.Instance.GetEncoding(936)!.GetBytes(text).Select(static b => $"\\'{b:x2}"));

    /// <summary>A row: its definition, then its cells.</summary>
    public static string Row(int[] edges, params string[] cells) => Row(string.Concat(edges.Select(static edge => $"\\cellx{edge}")), cells);

    public static string Row(string definition, params string[] cells) =>
        $"\\trowd\\trleft0{definition}{string.Concat(cells.Select(static cell => $"\\pard\\intbl {cell}\\cell"))}\\row\n";
}
