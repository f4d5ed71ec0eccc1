using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Gouji.Model;

namespace Gouji.Extract.Geometry;

/// <summary>
/// Joins lines into paragraphs. A line that is full goes on in the next one, unless that one is indented, set in another size or font, begins with
/// a number of a list, or stands far away; a line that is not full ends its paragraph.
/// </summary>
internal sealed partial class ParagraphFlow(Margins margins)
{
    private readonly List<PageItem> _lines = [];

    /// <summary>Whether lines are waiting for their paragraph to end.</summary>
    public bool IsEmpty => _lines.Count == 0;

    /// <summary>Takes the next line; gives the paragraph that ends before it, if one does.</summary>
    public Paragraph? Add(PageItem item)
    {
        var finished = IsEmpty || GoesOn(item) ? null : Finish();
        _lines.Add(item);
        return finished;
    }

    /// <summary>Ends the paragraph.</summary>
    public Paragraph Finish()
    {
        var text = new StringBuilder();
        foreach (var item in _lines)
        {
            var line = item.Line!;
            if (text.Length > 0 && !LineText.JoinsWithoutSpace(text[^1], line.Glyphs[0].Text[0], true))
            {
                text.Append(' ');
            }

            LineText.Append(text, CollectionsMarshal.AsSpan(line.Glyphs));
        }

        var first = _lines[0];
        var isRecognised = _lines.Exists(static item => item.Sheet.IsRecognised);
        var isDoubtful = _lines.Exists(static item => item.Line!.Glyphs.Exists(static glyph => glyph.IsDoubtful));
        _lines.Clear();
        return new Paragraph(text.ToString())
        {
            Recognised = isRecognised,
            Doubtful = isDoubtful,
            Source = RuledTables.Position(first.Sheet, first.Line!.Glyphs[0]),
            Page = first.Sheet.Number,
        };
    }

    private bool GoesOn(PageItem item)
    {
        var (upper, lower) = (_lines[^1].Line!, item.Line!);
        if (upper.Glyphs[0].Direction != lower.Glyphs[0].Direction || upper.Glyphs[0].Direction != Direction.Right
            || Leaders().IsMatch(_lines[^1].Text) || Leaders().IsMatch(item.Text))
        {
            return false;
        }

        var size = Math.Max(upper.Size, lower.Size);
        if (Math.Min(upper.Size, lower.Size) < size * 0.8 || (upper.Style is { } style && lower.Style is { } other && style != other))
        {
            return false;
        }

        var samePage = item.Sheet == _lines[^1].Sheet;
        if (samePage && upper.Baseline - lower.Baseline > Math.Max(size * 3.2, Pitch() * 1.35))
        {
            return false;
        }

        if (item.Text[0] is '。' or '，' or '；' or '、' or '）' or '》' or '”')
        {
            return true;
        }

        // The margin of a page beginning elsewhere is measured from its own text.
        var shift = samePage || item.Sheet.Bounds == _lines[^1].Sheet.Bounds ? 0 : double.NaN;
        if (double.IsNaN(shift) || !IsFull(_lines[^1], lower))
        {
            return false;
        }

        var body = _lines.Count > 1 ? _lines.Skip(1).Min(static line => line.Line!.Left) : upper.Left;
        if (lower.Left > body + (size * 0.9))
        {
            return false;
        }

        return _lines.Count > 1 ? lower.Left > body - (size * 1.5) && !(IsFlush() && TextNumbering.BeginsList(item.Text))
            : lower.Left < upper.Left - (size * 0.9) || !TextNumbering.BeginsList(item.Text);
    }

    /// <summary>Whether the first line of the paragraph is not indented: then only a number tells where the next one begins.</summary>
    private bool IsFlush() => Math.Abs(_lines[0].Line!.Left - _lines[1].Line!.Left) < _lines[0].Line!.Size * 0.9;

    private double Pitch() =>
        _lines.Count > 1 && _lines[^1].Sheet == _lines[^2].Sheet ? _lines[^2].Line!.Baseline - _lines[^1].Line!.Baseline : 0;

    /// <summary>What begins the next line would not have fitted: a word or a figure moves as a whole, punctuation pulls its neighbour along.</summary>
    private bool IsFull(PageItem upper, TextLine lower)
    {
        var end = lower.Glyphs[0].Right;
        var isWord = !LineText.IsWide(lower.Glyphs[0].Text[0]);
        for (var i = 1; i < lower.Glyphs.Count; i++)
        {
            var glyph = lower.Glyphs[i];
            var isWide = LineText.IsWide(glyph.Text[0]);
            if (LineText.StandApart(lower.Glyphs[i - 1], glyph)
                || (!IsOpening(lower.Glyphs[i - 1].Text[0]) && ((isWide && !IsClosing(glyph.Text[0])) || (!isWide && !isWord))))
            {
                break;
            }

            end = glyph.Right;
        }

        return upper.Line!.Right + (end - lower.Left) > margins.RightOf(upper.Sheet) - (upper.Line.Size * 0.6);
    }

    /// <summary>Punctuation that ends no line.</summary>
    private static bool IsOpening(char character) => "（《〈“‘【「『(".Contains(character, StringComparison.Ordinal);

    /// <summary>Punctuation that begins no line.</summary>
    public static bool IsClosing(char character) => "。，、；：！？）》〉”’】」』％%".Contains(character, StringComparison.Ordinal);

    /// <summary>The dots between an entry of a table of contents and its page.</summary>
    [GeneratedRegex(@"[…\.．·。﹒]{5,}|…{2,}\s*[0-9]*\s*$|(\.\s){5,}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Leaders();
}
