using Gouji.Model;

namespace Gouji.Extract.Docx;

/// <summary>Counts what a document holds that is printed but cannot be read as text.</summary>
internal sealed class LeftOut
{
    /// <summary>Embedded objects such as a spreadsheet shown as a picture.</summary>
    public int EmbeddedObjects { get; set; }

    /// <summary>Other files that Word takes in when it opens the document (<c>w:altChunk</c>).</summary>
    public int ImportedParts { get; set; }

    /// <summary>Pictures, those that stand for embedded objects included.</summary>
    public int Pictures { get; set; }

    public void NoteIn(List<ReadingNote> notes)
    {
        var pictures = Pictures - EmbeddedObjects;
        if (pictures > 0)
        {
            notes.Add(new ReadingNote("picture", new Message(
                $"文档含{pictures}张图片，图片中的文字和表格未读取。",
                $"The document holds {pictures} pictures; text and tables in them were not read.")));
        }

        if (EmbeddedObjects > 0)
        {
            notes.Add(new ReadingNote("embedded-object", new Message(
                $"文档含{EmbeddedObjects}个嵌入对象（如Excel表格、公式），其内容未读取。",
                $"The document holds {EmbeddedObjects} embedded objects (such as spreadsheets or formulas) whose content was not read.")));
        }

        if (ImportedParts > 0)
        {
            notes.Add(new ReadingNote("imported-part", new Message(
                $"文档引入{ImportedParts}个外部片段，其内容未读取；用Word打开后另存即可读取。",
                $"The document imports {ImportedParts} other parts whose content was not read; open it in Word and save it to have them read.")));
        }
    }
}
