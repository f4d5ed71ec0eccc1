using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Forms;

/// <summary>A column of figures: its header, its name in keys, and which sum of entries it shows.</summary>
internal sealed record Column(string Header, string Key, Func<IReadOnlyCollection<Entry>, decimal> Sum);

/// <summary>A row of a detail table: its leading cells, its name in keys, and the entries it sums.</summary>
internal sealed record DetailRow(IReadOnlyList<string> Leading, string Key, IReadOnlyCollection<Entry> Entries);

/// <summary>A form with leading columns of codes and names, columns of figures, and a total row.</summary>
internal static class DetailTable
{
    /// <summary>Puts header, rows, blank rows and the total row together.</summary>
    /// <param name="header">Header rows, spans included.</param>
    /// <param name="codeCells">How many leading cells hold codes; the name follows.</param>
    /// <param name="leading">How many cells stand before the figures.</param>
    public static Table Build(
        FormRole role, Manner manner, IReadOnlyList<Cell[]> header, int codeCells, int leading,
        IReadOnlyList<Column> columns, IReadOnlyList<DetailRow> rows, IReadOnlyCollection<Entry> all)
    {
        var table = new Table(role, "") { Unit = manner.Format.Unit, HeaderRows = header.Count };
        foreach (var cells in header)
        {
            table.Add(cells);
        }

        var first = manner.Total is TotalPlace.FirstInCode or TotalPlace.FirstInName;
        if (first)
        {
            AddTotal();
        }

        foreach (var row in rows)
        {
            table.Add(row.Leading.Select(text => new Cell(text)).Concat(Figures(row.Key, row.Entries)));
        }

        for (var i = 0; i < manner.BlankRows; i++)
        {
            table.Add(Enumerable.Range(0, leading + columns.Count).Select(_ => manner.Empty));
        }

        if (!first)
        {
            AddTotal();
        }

        return table;

        IEnumerable<Cell> Figures(string key, IReadOnlyCollection<Entry> entries) =>
            columns.Select(column => manner.Figure(column.Sum(entries), role, key, column.Key));

        void AddTotal()
        {
            var blank = Enumerable.Range(0, leading).Select(_ => manner.Blank).ToArray();
            IEnumerable<Cell> label;
            switch (manner.Total)
            {
                case TotalPlace.LastInCode:
                    label = [new Cell(manner.TotalLabel, leading)];
                    break;
                case TotalPlace.FirstInCode:
                    blank[0] = manner.TotalLabel;
                    label = blank.Select(text => new Cell(text));
                    break;
                default:
                    blank[codeCells] = manner.TotalLabel;
                    label = blank.Select(text => new Cell(text));
                    break;
            }

            table.Add(label.Concat(Figures("total", all)));
        }
    }

    /// <summary>The header of a form by function code: a group over the codes and one over the figures, then their names.</summary>
    public static (List<Cell[]> Rows, int CodeCells) FunctionHeader(Manner manner, string group, IReadOnlyList<string> columns, string codes = "功能分类科目编码", string name = "功能分类科目名称", params string[] more)
    {
        var three = manner.Codes == CodeStyle.ThreeCells;
        var codeCells = three ? 3 : 1;
        var unit = manner.UnitCode is null ? Array.Empty<Cell>() : [new Cell("单位代码", rowSpan: three ? 2 : 1)];
        var span = three ? 2 : 1;
        var rows = new List<Cell[]>
        {
            new[] { new Cell("项目", codeCells + unit.Length + 1 + more.Length), new Cell(group, columns.Count) },
            new[] { new Cell(codes, codeCells) }.Concat(unit).Append(new Cell(name, rowSpan: span))
                .Concat(more.Select(text => new Cell(text, rowSpan: span)))
                .Concat(columns.Select(text => new Cell(text, rowSpan: span))).ToArray(),
        };
        if (three)
        {
            rows.Add([new Cell("类"), new Cell("款"), new Cell("项")]);
        }

        return (rows, codeCells + unit.Length);
    }

    /// <summary>The leading cells of a function code: codes as the manner prints them, unit code, name.</summary>
    public static List<string> FunctionCells(Manner manner, string code)
    {
        string[] codes = manner.Codes switch
        {
            CodeStyle.ThreeCells => [code[..3], code.Length > 3 ? code[3..5] : "", code.Length > 5 ? code[5..] : ""],
            CodeStyle.Spaced when code.Length > 5 => [$"{code[..5]} {code[5..]}"],
            _ => [code],
        };
        var indent = manner.Hierarchy && manner.Codes != CodeStyle.ThreeCells ? new string('　', (code.Length - 3) / 2) : "";
        return [.. codes, .. manner.UnitCode is null ? Array.Empty<string>() : [manner.UnitCode], indent + Codes.FunctionName(code)];
    }

    /// <summary>One row an item, with rows of classes and sections above where the manner prints them.</summary>
    public static List<DetailRow> FunctionRows(Manner manner, IReadOnlyCollection<Entry> entries)
    {
        var codes = entries.Select(entry => entry.Function).Distinct();
        if (manner.Hierarchy)
        {
            codes = codes.SelectMany(code => new[] { code[..3], code[..5], code }).Distinct();
        }

        return [.. codes.Order(StringComparer.Ordinal).Select(code => new DetailRow(
            FunctionCells(manner, code), code, [.. entries.Where(entry => entry.Function.StartsWith(code, StringComparison.Ordinal))]))];
    }
}
