using System.Text;
using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Prose;

/// <summary>A paragraph outside of tables with its folded text, and the way back from each folded character to the printed one.</summary>
internal sealed class ProseLine
{
    /// <summary>What each character folds to, filled as characters are met. Two threads that fill one write the same.</summary>
    private static readonly string?[] Folded = new string?[char.MaxValue + 1];

    private readonly int[] _origin;
    private readonly Paragraph _paragraph;
    private readonly int _block;
    private readonly int _from;
    private readonly string _sha256;

    public ProseLine(Paragraph paragraph, int block, string sha256)
        : this(paragraph, 0, paragraph.Text.Length, block, sha256)
    {
    }

    /// <summary>A part of a paragraph, where line breaks part it.</summary>
    public ProseLine(Paragraph paragraph, int from, int to, int block, string sha256)
    {
        _paragraph = paragraph;
        _block = block;
        _sha256 = sha256;
        var text = new StringBuilder(to - from);
        var origin = new List<int>(to - from + 1);
        for (var i = from; i < to; i++)
        {
            // Character by character, so that each keeps its origin; what the tables of Unicode would join stays apart.
            foreach (var c in Folded[paragraph.Text[i]] ??= char.IsSurrogate(paragraph.Text[i]) ? "" : Fold.Key(paragraph.Text[i].ToString()))
            {
                text.Append(c);
                origin.Add(i);
            }
        }

        origin.Add(to);
        Printed = paragraph.Text[from..to];
        _from = from;
        Text = text.ToString();
        _origin = [.. origin];
    }

    /// <summary>The text without white space and quotation marks, full-width forms folded.</summary>
    public string Text { get; }

    /// <summary>The line as printed.</summary>
    public string Printed { get; }

    /// <summary>The line as printed before a place, at it and behind it.</summary>
    public (string Before, string Marked, string Behind) Around(TextSpan span)
    {
        var start = span.Start - _from;
        var end = start + span.Length;
        return (Printed[..start], Printed[start..end], Printed[end..]);
    }

    /// <summary>1-based number of the block in reading order.</summary>
    public int Block => _block;

    /// <summary>Whether white space is printed within the line, where a figure may be missing.</summary>
    public bool HasBlank => Printed.Length != Text.Length;

    /// <summary>Whether white space is printed before a folded character.</summary>
    public bool HasBlankBefore(int index) => index > 0 && _origin[index] - _origin[index - 1] > 1;

    /// <summary>The folded character at which a place in this line begins.</summary>
    public int IndexOf(Place place)
    {
        var at = Array.BinarySearch(_origin, place.Span.Start);
        while (at > 0 && _origin[at - 1] == place.Span.Start)
        {
            at--;
        }

        return at;
    }

    /// <summary>The place of a run of folded characters.</summary>
    public Place Place(int start, int length)
    {
        var from = _origin[start];
        var to = length == 0 ? from : _origin[start + length - 1] + 1;
        return new Place
        {
            Sha256 = _sha256,
            Source = _paragraph.Source,
            Block = _block,
            Page = _paragraph.Page,
            Span = new TextSpan(from, to - from),
        };
    }
}
