using System.Globalization;
using Gouji.Model;

namespace Gouji.Extract.Geometry;

/// <summary>Remarks on what could not be read of the pages of a document, the same whatever page format they come from.</summary>
internal static class PageNotes
{
    /// <summary>Adds a remark that begins with a count, where there is anything to count.</summary>
    public static void Add(List<ReadingNote> notes, int count, string code, string zh, string en)
    {
        if (count > 0)
        {
            notes.Add(new ReadingNote(code, new Message(
                string.Create(CultureInfo.InvariantCulture, $"{count}{zh}"),
                string.Create(CultureInfo.InvariantCulture, $"{count} {en}"))));
        }
    }

    /// <summary>Adds which pages are pictures, and why they were not recognised where that is known.</summary>
    public static void AddPictures(List<ReadingNote> notes, List<Sheet> sheets, Message? whyNot = null)
    {
        var pictures = sheets.FindAll(static sheet => sheet is { Glyphs.Count: 0, IsPicture: true, IsRecognised: false }).ConvertAll(static sheet => sheet.Number.ToString(CultureInfo.InvariantCulture));
        if (pictures.Count > 0)
        {
            notes.Add(new ReadingNote("pages-without-text", new Message(
                $"第{string.Join('、', pictures)}页是图片，没有文字，未读取；需要先做文字识别（OCR）。" + (whyNot is null ? "" : whyNot.Zh + "。"),
                $"Pages {string.Join(", ", pictures)} are pictures without text and were not read; they need OCR." + (whyNot is null ? "" : $" {whyNot.En}."))));
        }
    }
}
