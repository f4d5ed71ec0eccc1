using System.Text;

namespace Gouji.Extract.Html;

/// <summary>One paragraph or cell while its text is gathered, white space collapsed as a browser does.</summary>
internal sealed class InlineText
{
    private readonly StringBuilder _text = new();
    private bool _space;
    private bool _lineFeed;
    private int _labelEnd;
    private int _source = -1;

    /// <summary>Whether nothing stands here but the label of a list item.</summary>
    public bool IsBareLabel => _labelEnd > 0 && _text.Length == _labelEnd;

    /// <summary>Adds text whose white space collapses. Source is where it begins in the file.</summary>
    public void Append(ReadOnlySpan<char> text, int source)
    {
        while (!text.IsEmpty)
        {
            if (WhiteSpace.IsCollapsible(text[0]))
            {
                _space = true;
                _lineFeed |= text[0] == '\n';
                text = text[1..];
                continue;
            }

            var end = text.IndexOfAny(WhiteSpace.Collapsible);
            var word = end < 0 ? text : text[..end];
            Space(word[0]);
            Note(word, source);
            _text.Append(word);
            text = text[word.Length..];
        }
    }

    /// <summary>Adds text whose white space is kept.</summary>
    public void AppendPreformatted(ReadOnlySpan<char> text, int source)
    {
        if (text.IsEmpty)
        {
            return;
        }

        Space(text[0]);
        Note(text, source);
        _text.Append(text);
    }

    /// <summary>Ends the line, as <c>br</c> does.</summary>
    public void Break()
    {
        _space = _lineFeed = false;
        _text.Append('\n');
    }

    /// <summary>Ends the line where a block begins or ends within a cell, unless the line is empty or holds only a label.</summary>
    public void EndLine()
    {
        _space = _lineFeed = false;
        if (_text.Length > 0 && _text[^1] != '\n' && !IsBareLabel)
        {
            _text.Append('\n');
        }
    }

    /// <summary>Puts the label of a list item. Returns a mark for <see cref="EndLabel"/>.</summary>
    public (int Start, int OuterLabelEnd) BeginLabel(string label)
    {
        var mark = (_text.Length, _labelEnd);
        _space = _lineFeed = false;
        if (label.Length > 0)
        {
            _text.Append(label);
            _labelEnd = _text.Length;
        }

        return mark;
    }

    /// <summary>Ends a list item: the label of an empty one is taken away.</summary>
    public void EndLabel((int Start, int OuterLabelEnd) mark)
    {
        if (IsBareLabel && mark.Start < _labelEnd)
        {
            _text.Length = mark.Start;
            _labelEnd = mark.OuterLabelEnd;
        }
    }

    /// <summary>Takes the text, trimmed, and begins anew. Source is where the text before its first visible character begins, or -1.</summary>
    public string Take(out int source)
    {
        source = _source;
        var text = "";
        if (_text.Length > 0)
        {
            var all = _text.ToString();
            var trimmed = WhiteSpace.Trim(all);
            text = trimmed.Length == all.Length ? all : trimmed.ToString();
        }

        _text.Clear();
        _space = _lineFeed = false;
        _labelEnd = 0;
        _source = -1;
        return text;
    }

    private void Space(char next)
    {
        if (_space && _text.Length > 0 && _text[^1] is not ('\n' or ' ')
            && !(_lineFeed && WhiteSpace.IsWide(_text[^1]) && WhiteSpace.IsWide(next)))
        {
            _text.Append(' ');
        }

        _space = _lineFeed = false;
    }

    private void Note(ReadOnlySpan<char> text, int source)
    {
        if (_source < 0 && !WhiteSpace.IsBlank(text))
        {
            _source = source;
        }
    }
}
