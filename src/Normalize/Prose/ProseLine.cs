using System.Buffers;
using System.Text;
using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Prose;

/// <summary>A paragraph outside of tables with its folded text, and the way back from each folded character to the printed one.</summary>
internal sealed class ProseLine
{
    /// <summary>Where in the line as printed each folded character and their end stand; null where each stands in its place.</summary>
    private readonly int[]? _origin;
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
        Printed = paragraph.Text[from..to];
        _from = from;
        (Text, _origin) = Folded(Printed);
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
    public bool HasBlankBefore(int index) => _origin is not null && index > 0 && _origin[index] - _origin[index - 1] > 1;

    /// <summary>The folded text with the origin of each character and of its end; no origins where each character made one.</summary>
    private static (string Text, int[]? Origin) Folded(string printed)
    {
        var buffer = ArrayPool<char>.Shared.Rent(printed.Length);
        var plain = 0;
        while (plain < printed.Length && Fold.TryKey(printed[plain], out buffer[plain]) == 1)
        {
            plain++;
        }

        var text = buffer.AsSpan(0, plain);
        var folded = plain == printed.Length ? (text.SequenceEqual(printed) ? printed : text.ToString(), null) : Folded(printed, text);
        ArrayPool<char>.Shared.Return(buffer);
        return folded;
    }

    /// <summary>The same behind the first characters, each of which made one.</summary>
    private static (string Text, int[] Origin) Folded(string printed, ReadOnlySpan<char> begin)
    {
        var text = new StringBuilder(printed.Length).Append(begin);
        var origin = new List<int>(printed.Length + 1);
        origin.AddRange(Enumerable.Range(0, begin.Length));
        for (var i = begin.Length; i < printed.Length; i++)
        {
            // Character by character, so that each keeps its origin; what the tables of Unicode would join stays apart.
            var made = Fold.TryKey(printed[i], out var folded);
            if (made < 0)
            {
                var key = char.IsSurrogate(printed[i]) ? "" : Fold.Key(printed[i].ToString());
                text.Append(key);
                origin.AddRange(Enumerable.Repeat(i, key.Length));
            }
            else if (made > 0)
            {
                text.Append(folded);
                origin.Add(i);
            }
        }

        origin.Add(printed.Length);
        return (text.ToString(), [.. origin]);
    }

    /// <summary>The folded character at which a place in this line begins.</summary>
    public int IndexOf(Place place)
    {
        var printed = place.Span.Start - _from;
        if (_origin is null)
        {
            return printed;
        }

        var at = Array.BinarySearch(_origin, printed);
        while (at > 0 && _origin[at - 1] == printed)
        {
            at--;
        }

        return at;
    }

    /// <summary>The place of a run of folded characters.</summary>
    public Place Place(int start, int length)
    {
        var from = Origin(start);
        var to = length == 0 ? from : Origin(start + length - 1) + 1;
        return new Place
        {
            Sha256 = _sha256,
            Source = _paragraph.Source,
            Block = _block,
            Page = _paragraph.Page,
            Span = new TextSpan(_from + from, to - from),
        };
    }

    private int Origin(int index) => _origin is null ? index : _origin[index];
}
