using System.Buffers;
using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Forms;

/// <summary>The parts of a table from top to bottom: captions (title, unit line), header rows, body rows. All rows count in the source grid.</summary>
internal sealed class TableAnatomy
{
    private static readonly SearchValues<char> Ordinals = SearchValues.Create("一二三四五六七八九十0123456789");

    private TableAnatomy(TableView view, List<string> captions, int headerStart, int bodyStart)
    {
        View = view;
        Captions = captions;
        HeaderStart = headerStart;
        BodyStart = bodyStart;
    }

    public TableView View { get; }

    /// <summary>Texts of the caption rows, as printed, in order.</summary>
    public IReadOnlyList<string> Captions { get; }

    public int HeaderStart { get; }

    /// <summary>First row behind the header; equal to <see cref="HeaderStart"/> where there is no header.</summary>
    public int BodyStart { get; }

    public static TableAnatomy Of(TableView view)
    {
        var captions = new List<string>();
        var row = view.FirstRow;
        while (row < view.EndRow && IsCaption(view, row, captions))
        {
            row++;
        }

        var headerStart = row;
        while (row < view.EndRow && IsHeader(view, row, headerStart))
        {
            row++;
        }

        // A table that is all words has no header to speak of unless something stands below it.
        return new TableAnatomy(view, captions, headerStart, row);
    }

    /// <summary>True for a text such as 编制部门：… or 单位：万元 that stands above a table.</summary>
    public static bool IsUnitLine(string key) =>
        key.Contains("编制部门", StringComparison.Ordinal)
        || key.Contains("编制单位", StringComparison.Ordinal)
        || key.Contains("填报部门", StringComparison.Ordinal)
        || key.Contains("填报单位", StringComparison.Ordinal)
        || key.Contains("公开部门", StringComparison.Ordinal)
        || key.Contains("公开单位", StringComparison.Ordinal)
        || key.StartsWith("单位:", StringComparison.Ordinal)
        || key.StartsWith("单位：", StringComparison.Ordinal)
        || key.StartsWith("部门:", StringComparison.Ordinal)
        || key.StartsWith("部门：", StringComparison.Ordinal)
        || key.StartsWith("金额单位", StringComparison.Ordinal)
        || key.EndsWith("单位:万元", StringComparison.Ordinal)
        || key.EndsWith("单位:元", StringComparison.Ordinal)
        || key.EndsWith("单位：万元", StringComparison.Ordinal)
        || key.EndsWith("单位：元", StringComparison.Ordinal);

    private static bool IsCaption(TableView view, int row, List<string> captions)
    {
        var filled = 0;
        var unitLine = false;
        var title = false;
        TableCell? only = null;
        for (var column = 0; column < view.ColumnCount; column++)
        {
            if (!view.Begins(row, column))
            {
                continue;
            }

            var key = view.Key(row, column);
            if (key.Length == 0)
            {
                continue;
            }

            filled++;
            only = view.Cell(row, column);
            unitLine |= IsUnitLine(key);
            title |= TitleStems.LooksLikeTitle(key) || IsTableOrdinal(key);
        }

        if (filled == 0)
        {
            // A blank row above the header; a blank row of a table without header is body.
            return row + 1 < view.EndRow;
        }

        if (unitLine || (filled == 1 && (title || (only!.ColumnSpan == view.ColumnCount && view.ColumnCount > 2 && !Figure.Parse(only.Text).IsNumber))) || (title && filled <= 2))
        {
            for (var column = 0; column < view.ColumnCount; column++)
            {
                if (view.Begins(row, column) && view.Key(row, column).Length > 0)
                {
                    captions.Add(view.Cell(row, column).Text);
                }
            }

            return true;
        }

        return false;
    }

    /// <summary>True for 表一 or 附表3: or 公开01表.</summary>
    public static bool IsTableOrdinal(string key) =>
        key.Length <= 8 && key.Contains('表', StringComparison.Ordinal)
        && key.AsSpan().ContainsAny(Ordinals);

    private static bool IsHeader(TableView view, int row, int headerStart)
    {
        var filled = 0;
        var known = 0;
        var reaching = false;
        var numbers = 0;
        string? first = null;
        for (var column = 0; column < view.ColumnCount; column++)
        {
            if (!view.Begins(row, column))
            {
                reaching |= view.Cell(row, column).Row < row;
                continue;
            }

            var cell = view.Cell(row, column);
            var key = view.Key(row, column);
            if (key.Length == 0)
            {
                continue;
            }

            if (CodeReader.StartsWithCode(key))
            {
                // No header holds a code.
                return false;
            }

            first ??= key;
            filled++;
            reaching |= cell.RowSpan > 1 || cell.ColumnSpan > 1;
            if (Figure.Parse(cell.Text).Kind is FigureKind.Number or FigureKind.Dash || IsColumnFormula(key))
            {
                numbers++;
            }
            else if (HeaderVocabulary.Classify(view.Letters(row, column)).Kind != ColumnKind.Unknown || IsHeaderWord(view.Letters(row, column)))
            {
                known++;
            }
        }

        if (filled == 0)
        {
            return reaching;
        }

        if (numbers > 0)
        {
            return row > headerStart && IsColumnNumbering(view, row);
        }

        if (HeaderVocabulary.IsTotalLabel(first!) && filled == 1)
        {
            return false;
        }

        if (HeaderVocabulary.OrdinalLevel(first!, out _) > 0 && !reaching)
        {
            return false;
        }

        if (row > headerStart && filled == 1 && !reaching)
        {
            return false;
        }

        return known > 0 || (row == headerStart && filled > 1 && row + 1 < view.EndRow);
    }

    /// <summary>True for a cell such as 1=2+3 or A below a header, which says how columns add up.</summary>
    public static bool IsColumnFormula(string key)
    {
        if (key.Length is 0 or > 40 || !(char.IsAsciiDigit(key[0]) || char.IsAsciiLetterUpper(key[0])))
        {
            return false;
        }

        var operators = 0;
        foreach (var c in key)
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c) && c is not ('=' or '+' or '-' or '(' or ')' or '~' or '—' or '…' or '.'))
            {
                return false;
            }

            operators += c is '=' or '+' ? 1 : 0;
        }

        return operators > 0 || (key.Length == 1 && char.IsAsciiLetterUpper(key[0]));
    }

    /// <summary>A row 栏次 | 1 | 2 | 3 that numbers the columns, perhaps beside 类 | 款 | 项.</summary>
    private static bool IsColumnNumbering(TableView view, int row)
    {
        var last = int.MinValue;
        var count = 0;
        var formulas = 0;
        for (var column = 0; column < view.ColumnCount; column++)
        {
            formulas += view.Begins(row, column) && !Figure.Parse(view.Cell(row, column).Text).IsNumber && IsColumnFormula(view.Key(row, column)) ? 1 : 0;
        }

        for (var column = 0; column < view.ColumnCount; column++)
        {
            if (!view.Begins(row, column))
            {
                continue;
            }

            var figure = Figure.Parse(view.Cell(row, column).Text);
            if (figure.IsNumber)
            {
                if (figure.Decimals > 0 || figure.Value is < 0 or > 60 || (formulas == 0 && last != int.MinValue && figure.Value != last + 1))
                {
                    return false;
                }

                last = (int)figure.Value;
                count++;
            }
            else if (figure.Kind == FigureKind.Words && !IsColumnFormula(view.Key(row, column)) && view.Key(row, column) is not ("栏次" or "行次" or "序号" or "**" or "合计" or "项目" or "栏" or "类" or "款" or "项"))
            {
                return false;
            }
        }

        return count + formulas >= 2;
    }

    private static bool IsHeaderWord(string letters) =>
        letters.Contains("支出", StringComparison.Ordinal)
        || letters.Contains("收入", StringComparison.Ordinal)
        || letters.Contains("预算", StringComparison.Ordinal)
        || letters.Contains("决算", StringComparison.Ordinal)
        || letters.Contains("项目", StringComparison.Ordinal)
        || letters.Contains("上年", StringComparison.Ordinal)
        || letters.Contains("增减", StringComparison.Ordinal)
        || letters.Contains("其中", StringComparison.Ordinal)
        || letters.Contains("资金", StringComparison.Ordinal)
        || letters.Contains("分类", StringComparison.Ordinal);
}
