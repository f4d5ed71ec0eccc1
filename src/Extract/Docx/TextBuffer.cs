using System.Xml;

namespace Gouji.Extract.Docx;

/// <summary>Text as it gathers from many runs. Unlike a string builder it is one array, takes text from the XML reader without a string
/// between, and can be trimmed and cut in place.</summary>
internal sealed class TextBuffer
{
    private const int Chunk = 64;

    private char[] _chars = new char[256];

    public int Length { get; private set; }

    /// <summary>The text so far, until the next change.</summary>
    public ReadOnlySpan<char> Span => _chars.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Append(char c)
    {
        Reserve(1);
        _chars[Length++] = c;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(_chars.AsSpan(Length));
        Length += text.Length;
    }

    public void Insert(int at, ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        _chars.AsSpan(at, Length - at).CopyTo(_chars.AsSpan(at + text.Length));
        text.CopyTo(_chars.AsSpan(at));
        Length += text.Length;
    }

    /// <summary>Appends the value of the text node at which the reader stands.</summary>
    public void AppendNode(XmlReader reader)
    {
        int read;
        do
        {
            Reserve(Chunk);
            read = reader.ReadValueChunk(_chars, Length, _chars.Length - Length);
            Length += read;
        }
        while (read > 0);
    }

    /// <summary>Takes XML white space from both ends of what was appended since <paramref name="start"/>.</summary>
    public void TrimSpace(int start)
    {
        var added = _chars.AsSpan(start, Length - start);
        var kept = added.Trim(" \t\r\n");
        kept.CopyTo(added);
        Length = start + kept.Length;
    }

    /// <summary>Line ends within a text are spaces in print.</summary>
    public void FlattenLines(int start)
    {
        var added = _chars.AsSpan(start, Length - start);
        added.Replace('\n', ' ');
        added.Replace('\r', ' ');
    }

    /// <summary>The text since <paramref name="start"/> without white space at its ends, the ideographic and the no-break space included.</summary>
    public string Trimmed(int start) => _chars.AsSpan(start, Length - start).Trim().ToString();

    public bool IsBlank(int start) => _chars.AsSpan(start, Length - start).IsWhiteSpace();

    private void Reserve(int count)
    {
        if (_chars.Length - Length < count)
        {
            Array.Resize(ref _chars, Math.Max(_chars.Length * 2, Length + count));
        }
    }
}
