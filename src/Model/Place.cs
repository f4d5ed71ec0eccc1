using System.Globalization;
using System.Text;

namespace Gouji.Model;

/// <summary>
/// Where a figure stands in the original (出处). Page, Table, Row and Column are 1-based and count as a reader of the document
/// would; <see cref="Source"/> leads to the character in the file.
/// </summary>
public sealed record Place
{
    /// <summary>SHA-256 of the original, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Where the text of the cell or paragraph begins in the file.</summary>
    public required SourcePosition Source { get; init; }

    /// <summary>1-based number of the block (paragraph or table) in reading order.</summary>
    public required int Block { get; init; }

    /// <summary>1-based number of the table in reading order; null in a paragraph.</summary>
    public int? Table { get; init; }

    /// <summary>1-based row of the table; null in a paragraph.</summary>
    public int? Row { get; init; }

    /// <summary>1-based grid column of the table, counting every column a merged cell covers; null in a paragraph.</summary>
    public int? Column { get; init; }

    /// <summary>1-based page; null where the format has none.</summary>
    public int? Page { get; init; }

    /// <summary>Box on the page; null where the format has none.</summary>
    public PageBox? Box { get; init; }

    /// <summary>The characters of the figure within the text of its cell or paragraph.</summary>
    public TextSpan Span { get; init; }

    /// <summary>A hash of what tells places of one document apart; equality compares everything.</summary>
    public override int GetHashCode() => HashCode.Combine(Block, Row, Column, Span.Start);

    /// <summary>The place in one line: <c>table=5;row=3;column=6;line=694;char=2;length=6</c>, parts that do not apply left out.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(64);
        Append(text, "page", Page);
        if (Table is null)
        {
            Append(text, "paragraph", Block);
        }

        Append(text, "table", Table);
        Append(text, "row", Row);
        Append(text, "column", Column);
        if (Source.Part is { } part)
        {
            text.Append(text.Length == 0 ? "" : ";").Append("part=").Append(part);
        }

        Append(text, "line", Source.Line);
        Append(text, "char", Source.Character);
        if (Table is null)
        {
            Append(text, "offset", Span.Start);
        }

        Append(text, "length", Span.Length);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, int? value)
    {
        if (value is null)
        {
            return;
        }

        if (text.Length > 0)
        {
            text.Append(';');
        }

        text.Append(name).Append('=').Append(value.Value.ToString(CultureInfo.InvariantCulture));
    }
}

/// <summary>A position in the decoded text of a file, or of one part of it. Line and Character are 1-based; 0 where unknown.</summary>
/// <param name="Part">Name of the part in a container such as <c>word/document.xml</c>; null where the file is one text.</param>
/// <param name="Line">1-based line.</param>
/// <param name="Character">1-based UTF-16 character in the line.</param>
public readonly record struct SourcePosition(string? Part, int Line, int Character);

/// <summary>A run of UTF-16 characters. Start is 0-based.</summary>
/// <param name="Start">0-based first character.</param>
/// <param name="Length">Number of characters.</param>
public readonly record struct TextSpan(int Start, int Length);

/// <summary>A box on a page in points (1/72 inch), origin at the bottom left, y upwards.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Bottom">Bottom edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Top">Top edge.</param>
public readonly record struct PageBox(decimal Left, decimal Bottom, decimal Right, decimal Top);
