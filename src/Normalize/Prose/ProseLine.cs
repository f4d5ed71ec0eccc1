using System.Text;
using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Prose;

/// <summary>A paragraph outside of tables with its folded text, and the way back from each folded character to the printed one.</summary>
internal sealed class ProseLine
{
    private readonly int[] _origin;
    private readonly Paragraph _paragraph;
    private readonly int _block;
    private readonly string _sha256;

    public ProseLine(Paragraph paragraph, int block, string sha256)
    {
        _paragraph = paragraph;
        _block = block;
        _sha256 = sha256;
        var text = new StringBuilder(paragraph.Text.Length);
        var origin = new List<int>(paragraph.Text.Length + 1);
        for (var i = 0; i < paragraph.Text.Length; i++)
        {
            // Character by character, so that each keeps its origin; what the tables of Unicode would join stays apart.
            foreach (var c in char.IsSurrogate(paragraph.Text[i]) ? "" : Fold.Key(paragraph.Text[i].ToString()))
            {
                text.Append(c);
                origin.Add(i);
            }
        }

        origin.Add(paragraph.Text.Length);
        Text = text.ToString();
        _origin = [.. origin];
    }

    /// <summary>The text without white space and quotation marks, full-width forms folded.</summary>
    public string Text { get; }

    /// <summary>The paragraph as printed.</summary>
    public string Printed => _paragraph.Text;

    /// <summary>1-based number of the block in reading order.</summary>
    public int Block => _block;

    /// <summary>Whether white space is printed before a folded character.</summary>
    public bool HasBlankBefore(int index) => index > 0 && _origin[index] - _origin[index - 1] > 1;

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
