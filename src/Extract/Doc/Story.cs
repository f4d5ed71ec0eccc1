using Gouji.Extract.Docx;
using Gouji.Model;

namespace Gouji.Extract.Doc;

/// <summary>What one text of a document came to, and what of it could not be read.</summary>
internal sealed class Story
{
    public List<Block> Blocks { get; } = [];

    /// <summary>Pictures, those that stand for embedded objects included.</summary>
    public int Pictures { get; set; }

    public int EmbeddedObjects { get; set; }

    /// <summary>Drawings that float beside the text and hold none of it.</summary>
    public int Drawings { get; set; }

    /// <summary>List items whose number is not known.</summary>
    public int LabelsLeftOut { get; set; }

    /// <summary>Fields that never came to a result or an end.</summary>
    public int UnfinishedFields { get; set; }

    public void AddCounts(Story other)
    {
        Pictures += other.Pictures;
        EmbeddedObjects += other.EmbeddedObjects;
        Drawings += other.Drawings;
        LabelsLeftOut += other.LabelsLeftOut;
        UnfinishedFields += other.UnfinishedFields;
    }

    public void NoteIn(List<ReadingNote> notes)
    {
        if (UnfinishedFields > 0)
        {
            notes.Add(new ReadingNote("field-unfinished", new Message(
                $"{UnfinishedFields}个域没有结尾，按普通文字读取。",
                $"{UnfinishedFields} fields do not end and were read as plain text.")));
        }

        if (LabelsLeftOut > 0)
        {
            notes.Add(new ReadingNote("list-numbers-left-out", new Message(
                $"{LabelsLeftOut}个列表段落的自动编号无法确定，未读取。",
                $"The automatic numbers of {LabelsLeftOut} list paragraphs are not known and were left out.")));
        }

        new LeftOut { Pictures = Pictures, EmbeddedObjects = EmbeddedObjects }.NoteIn(notes);
        if (Drawings > 0)
        {
            notes.Add(new ReadingNote("drawing", new Message(
                $"文档含{Drawings}个浮动的图形或图片，其中的文字和表格未读取。",
                $"The document holds {Drawings} floating drawings or pictures; text and tables in them were not read.")));
        }
    }
}
