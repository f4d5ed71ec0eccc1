using System.Globalization;
using Gouji.Extract.Geometry;
using Gouji.Model;

namespace Gouji.Extract.Scans;

/// <summary>Gives pages that are pictures their text where the programs for it are installed, and says what it did.</summary>
/// <param name="find">The programs, or what is missing of them.</param>
internal sealed class PictureText(Func<(ScanPrograms? Programs, Message? Missing)> find)
{
    /// <summary>How many doubtful figures a note names.</summary>
    private const int Named = 12;

    /// <summary>With what is installed on this machine.</summary>
    public static PictureText Installed { get; } = new(static () => (ScanPrograms.Installed(out var missing), missing));

    /// <summary>Recognises the text of pages.</summary>
    /// <returns>Why it was not; null where it was.</returns>
    public Message? Read(ReadOnlyMemory<byte> pdf, IReadOnlyList<Sheet> pages, ReadingLimits limits, CancellationToken cancellationToken)
    {
        if (limits.PicturePages == 0)
        {
            return ScanUnreadable.SwitchedOff;
        }

        if (pages.Count > limits.PicturePages)
        {
            return new Message($"共有{pages.Count}页图片，超过{limits.PicturePages}页的上限", $"There are {pages.Count} pages of pictures, more than the limit of {limits.PicturePages}");
        }

        if (find() is not { Programs: { } programs })
        {
            return find().Missing;
        }

        try
        {
            ScanReader.Read(programs, pdf, pages, cancellationToken);
            return pages.Any(static page => page.Glyphs.Count > 0) ? null : new Message("没有识别出文字", "No text could be recognised");
        }
        catch (UnreadableDocumentException failure) when (failure.Reason == UnreadableReason.NeedsOcr)
        {
            return failure.Text;
        }
    }

    /// <summary>Says which pages were recognised, and names the figures that are doubtful.</summary>
    public static void Note(IReadOnlyList<Sheet> sheets, IReadOnlyList<Block> blocks, List<ReadingNote> notes)
    {
        var pages = sheets.Where(static sheet => sheet.IsRecognised).Select(static sheet => sheet.Number.ToString(CultureInfo.InvariantCulture)).ToList();
        if (pages.Count == 0)
        {
            return;
        }

        notes.Add(new ReadingNote("pages-recognised", new Message(
            $"第{string.Join('、', pages)}页是图片，文字由Tesseract识别（OCR）所得，可能有误，请与原件核对。",
            $"Pages {string.Join(", ", pages)} are pictures; their text was recognised (OCR) by Tesseract and may be wrong; compare with the original.")));
        var (figures, doubtful) = Doubtful(blocks);
        if (doubtful.Count > 0)
        {
            var (restZh, restEn) = doubtful.Count > Named ? ("等", " and others") : ("", "");
            notes.Add(new ReadingNote("figures-doubtful", new Message(
                string.Create(CultureInfo.InvariantCulture, $"识别出的{figures}个表格数字中有{doubtful.Count}个存疑，不作为判错依据：{string.Join('、', doubtful.Take(Named).Select(static cell => cell.Zh))}{restZh}。"),
                string.Create(CultureInfo.InvariantCulture, $"{doubtful.Count} of the {figures} figures recognised in tables are doubtful and speak against nobody: {string.Join(", ", doubtful.Take(Named).Select(static cell => cell.En))}{restEn}."))));
        }
    }

    private static (int Figures, List<Message> Doubtful) Doubtful(IReadOnlyList<Block> blocks)
    {
        var (number, figures, doubtful) = (0, 0, new List<Message>());
        foreach (var table in blocks.OfType<TableBlock>())
        {
            number++;
            foreach (var cell in table.Grid.Cells.Where(_ => table.Recognised))
            {
                if (cell.Text.Any(char.IsAsciiDigit) && (cell.Doubtful || Geometry.Figures.IsFigure(cell.Text)))
                {
                    figures++;
                    if (cell.Doubtful)
                    {
                        doubtful.Add(new Message(
                            string.Create(CultureInfo.InvariantCulture, $"表{number}第{cell.Row + 1}行第{cell.Column + 1}列“{cell.Text}”"),
                            string.Create(CultureInfo.InvariantCulture, $"table {number} row {cell.Row + 1} column {cell.Column + 1} '{cell.Text}'")));
                    }
                }
            }
        }

        return (figures, doubtful);
    }
}
