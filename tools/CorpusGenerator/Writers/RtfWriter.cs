using System.Globalization;
using System.Text;
using Gouji.CorpusGenerator.Disclosure;

namespace Gouji.CorpusGenerator.Writers;

/// <summary>Rich Text Format 1.9: each row of a table tells the edges of the cells that it has, so a row that lost its end ends early.</summary>
internal static class RtfWriter
{
    /// <summary>The width of the text on an A4 page in portrait, in twentieths of a point.</summary>
    private const int PageWidth = 9638;

    private static readonly string Borders = string.Concat(new[] { 't', 'l', 'b', 'r' }.Select(side => $"\\clbrdr{side}\\brdrs\\brdrw10"));

    public static byte[] Write(Document document)
    {
        var rtf = new StringBuilder("{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}")
            .Append("{\\stylesheet{\\s0\\f0\\fs24 Normal;}{\\s1\\outlinelevel0\\b\\f0\\fs28 heading 1;}}\n")
            .Append("\\paperw11906\\paperh16838\\margl1134\\margr1134\\margt1134\\margb1134\\uc1\n");
        Block? previous = null;
        foreach (var block in document.Blocks)
        {
            if (block is Paragraph paragraph)
            {
                rtf.Append("\\pard\\plain").Append(StyleOf(paragraph.Style)).Append(' ');
                Append(rtf, paragraph.Text);
                rtf.Append("\\par\n");
            }
            else if (block is Table table)
            {
                // Two tables with nothing between would be one table.
                rtf.Append(previous is Table ? "\\pard\\plain\\s0\\f0\\fs24\\par\n" : "");
                Append(rtf, table);
            }

            previous = block;
        }

        return Encoding.ASCII.GetBytes(rtf.Append("}\n").ToString());
    }

    private static void Append(StringBuilder rtf, Table table)
    {
        var edges = Edges(table);
        foreach (var (number, slots) in table.Layout().Index())
        {
            rtf.Append("\\trowd\\trgaph60\\trleft0").Append(number < table.HeaderRows ? "\\trhdr" : "");
            foreach (var (column, cell, continues) in slots)
            {
                rtf.Append(continues ? "\\clvmrg" : cell.RowSpan > 1 ? "\\clvmgf" : "").Append(Borders);
                rtf.Append(CultureInfo.InvariantCulture, $"\\cellx{edges[column + cell.ColumnSpan]}");
            }

            rtf.Append('\n');
            foreach (var slot in slots)
            {
                rtf.Append("\\pard\\plain\\s0\\intbl\\f0\\fs16 ");
                foreach (var (index, line) in (slot.Continues ? [""] : slot.Cell.Text.Split('\n')).Index())
                {
                    rtf.Append(index > 0 ? "\\par " : "");
                    Append(rtf, line);
                }

                rtf.Append("\\cell\n");
            }

            rtf.Append("\\row\n");
        }
    }

    private static int[] Edges(Table table)
    {
        var weights = ColumnWeights.Of(table);
        var (sum, before) = (weights.Sum(), 0);
        return [0, .. weights.Select(weight => PageWidth * (before += weight) / sum)];
    }

    private static void Append(StringBuilder rtf, string text)
    {
        foreach (var character in text)
        {
            if (character is '\\' or '{' or '}')
            {
                rtf.Append('\\').Append(character);
            }
            else if (character is >= ' ' and <= '~')
            {
                rtf.Append(character);
            }
            else
            {
                rtf.Append(CultureInfo.InvariantCulture, $"\\u{unchecked((short)character)}?");
            }
        }
    }

    private static string StyleOf(ParagraphStyle style) => style switch
    {
        ParagraphStyle.Title => "\\s0\\qc\\b\\f0\\fs36",
        ParagraphStyle.Heading => "\\s1\\outlinelevel0\\b\\f0\\fs28",
        ParagraphStyle.TableTitle => "\\s0\\qc\\b\\f0\\fs24",
        _ => "\\s0\\f0\\fs24",
    };
}
