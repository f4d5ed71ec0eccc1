using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Forms;

/// <summary>Reads the rows of a form whose rows are items: codes, names, projects or units at the left, figures at the right.</summary>
internal sealed class RowReader
{
    private readonly IReadOnlyList<TableAnatomy> _segments;
    private readonly List<FormColumn> _columns;
    private readonly FormDefaults _defaults;
    private readonly FormReading _reading;
    private readonly List<FormRow> _rows = [];
    private readonly int[] _finest;
    private readonly List<string[]> _codeGroups = [];
    private readonly List<string?> _lastCodes = [];
    private readonly List<(string Text, int Group)> _names = [];
    private (string? Function, string? Economic) _lastRow;
    /// <summary>True where items are columns, as in the “三公” form: rows may have no label of their own.</summary>
    private readonly bool _listsItems;

    private int _group;

    private RowReader(IReadOnlyList<TableAnatomy> segments, List<FormColumn> columns, FormDefaults defaults, FormReading reading)
    {
        _segments = segments;
        _columns = columns;
        _defaults = defaults;
        _reading = reading;
        _listsItems = columns.Exists(static column => column.Meaning.Family == ColumnFamily.ThreePublic);
        _finest = new int[columns.Count];
        for (var i = 0; i < columns.Count; i++)
        {
            while (columns[i].Meaning.Kind == ColumnKind.Code && _codeGroups.Count <= columns[i].CodeGroup)
            {
                _codeGroups.Add(["", "", ""]);
                _lastCodes.Add(null);
            }

            if (columns[i].Meaning.Kind == ColumnKind.Figure)
            {
                foreach (var segment in segments)
                {
                    _finest[i] = Math.Max(_finest[i], FactMaker.FinestPlace(segment.View, columns[i].GridColumn, segment.BodyStart, segment.View.EndRow));
                }
            }
        }
    }

    /// <summary>Reads the rows of a form; its continuations follow it as further segments with the same columns.</summary>
    public static FormPart Read(IReadOnlyList<TableAnatomy> segments, List<FormColumn> columns, FormDefaults defaults, FormReading reading)
    {
        var reader = new RowReader(segments, columns, defaults, reading);
        foreach (var segment in segments)
        {
            for (var row = segment.BodyStart; row < segment.View.EndRow; row++)
            {
                reader.ReadRow(segment, row);
            }
        }

        RowStructure.Arrange(reader._rows, columns);
        return new FormPart("", columns, reader._rows);
    }

    private void ReadRow(TableAnatomy segment, int row)
    {
        var view = segment.View;
        if (IsBlank(view, row) || IsRepeatedHeader(segment, row) || _reading.TakeNote(view, row))
        {
            return;
        }

        _codeGroups.ForEach(static parts => Array.Fill(parts, ""));
        _names.Clear();
        var group = -1;
        string? name = null;
        string? project = null;
        string? body = null;
        string? bodyCode = null;
        TableCell? labelCell = null;
        var total = false;
        var subtotal = false;
        for (var i = 0; i < _columns.Count; i++)
        {
            var column = _columns[i];
            group = column.Meaning.Kind == ColumnKind.Code ? column.CodeGroup : group;
            if (column.Meaning.Kind is ColumnKind.Figure or ColumnKind.Ordinal or ColumnKind.Remark)
            {
                continue;
            }

            var key = view.Key(row, column.GridColumn);
            if (key.Length == 0)
            {
                continue;
            }

            var letters = FoldedText.Letters(HeaderVocabulary.StripOrdinal(key));
            var cell = view.Cell(row, column.GridColumn);
            if (HeaderVocabulary.IsTotalLabel(letters) || HeaderVocabulary.IsSubtotalLabel(letters))
            {
                total |= HeaderVocabulary.IsTotalLabel(letters);
                subtotal |= HeaderVocabulary.IsSubtotalLabel(letters);
                name ??= cell.Text;
                labelCell ??= cell;
                continue;
            }

            switch (column.Meaning.Kind)
            {
                case ColumnKind.Code:
                    if (column.CodeLevel is >= 1 and <= 3 && (cell.Column == column.GridColumn))
                    {
                        // A class may be printed with its name: 301 工资福利支出.
                        _codeGroups[column.CodeGroup][column.CodeLevel - 1] = CodeReader.TakeCode(key, out _) ?? key;
                    }

                    break;
                case ColumnKind.BodyCode:
                    bodyCode = key;
                    continue;
                case ColumnKind.Project:
                    project = Fold.Spaces(cell.Text);
                    break;
                case ColumnKind.Body:
                    body = Fold.Spaces(cell.Text);
                    break;
                default:
                    if (!ReferenceEquals(labelCell, cell))
                    {
                        _names.Add((cell.Text, group));
                    }

                    break;
            }

            labelCell ??= cell;
        }

        if (labelCell is null && !HasFigure(view, row))
        {
            return;
        }

        var codes = total || subtotal ? default : Codes(ref name);
        name ??= _names.Count > 0 ? string.Join(" ", _names.Select(static entry => entry.Text)) : null;
        if (codes != default)
        {
            _lastRow = codes;
        }
        else if (project is not null && !total && !subtotal && body is null && bodyCode is null)
        {
            codes = _lastRow;
        }

        if (body is not null && !total)
        {
            name ??= body;
        }

        Add(view, row, codes, (body, bodyCode), Fold.Spaces(name ?? project ?? ""), project, total ? RowKind.Total : subtotal ? RowKind.Subtotal : RowKind.Leaf, labelCell);
    }

    private (string? Function, string? Economic) Codes(ref string? name)
    {
        string? function = null;
        string? economic = null;
        var (functionGroup, economicGroup) = (-1, -1);
        for (var group = 0; group < _codeGroups.Count; group++)
        {
            var parts = _codeGroups[group];
            if (!Array.Exists(parts, static part => part.Length > 0))
            {
                continue;
            }

            InheritUpperLevels(parts, _lastCodes[group]);
            if (CodeReader.Join(parts) is { } joined)
            {
                _lastCodes[group] = joined;
                if (CodeReader.IsFunction(joined))
                {
                    functionGroup = function is null ? group : functionGroup;
                    function ??= joined;
                }
                else if (economic is null || joined[0] == '3')
                {
                    // Where both classifications by economic nature stand side by side, that of departments counts.
                    economic = joined;
                    economicGroup = group;
                }
            }
            else
            {
                // Something else stands in the code cells: an ordinal, a name. It is label.
                name ??= string.Join(" ", parts.Where(static part => part.Length > 0));
            }
        }

        // The name of the code stands behind it; where two classifications stand side by side, each has its own.
        var winner = functionGroup >= 0 ? functionGroup : economicGroup;
        var named = _names.FindIndex(entry => entry.Group == winner);
        if (winner >= 0 && named >= 0 && name is null)
        {
            name = _names[named].Text;
        }

        if (function is null && economic is null && _names.Count > 0 && CodeReader.TakeCode(_names[0].Text, out var rest) is { } taken)
        {
            name = rest.Length > 0 ? rest : _names[0].Text;
            return CodeReader.IsFunction(taken) ? (taken, null) : (null, taken);
        }

        return (function, economic);
    }

    /// <summary>Where 款 and 项 stand in rows of their own below their 类, the upper levels are those of the row before.</summary>
    private static void InheritUpperLevels(string[] parts, string? last)
    {
        if (parts[0].Length > 0 || last is null)
        {
            return;
        }

        parts[0] = last[..3];
        if (parts[1].Length == 0 && parts[2].Length > 0 && last.Length >= 5)
        {
            parts[1] = last[3..5];
        }
    }

    private void Add(TableView view, int row, (string? Function, string? Economic) codes, (string? Name, string? Code) body, string label, string? project, RowKind kind, TableCell? labelCell)
    {
        var (function, economic) = codes;
        var ofWhich = label.StartsWith("其中", StringComparison.Ordinal);
        var facts = new Fact?[_columns.Count];
        var nature = RowNature(label);
        var unread = false;
        for (var i = 0; i < _columns.Count; i++)
        {
            var column = _columns[i];
            if (column.Meaning.Kind != ColumnKind.Figure)
            {
                continue;
            }

            var cell = view.Cell(row, column.GridColumn);
            if (cell.Row != row || cell.Column != column.GridColumn || ReferenceEquals(cell, labelCell))
            {
                continue;
            }

            var figure = Figure.Parse(cell.Text);
            if (figure.Kind == FigureKind.Words)
            {
                unread |= _reading.NotAFigure(view, cell);
            }

            var meaning = column.Meaning;
            facts[i] = _reading.Maker.Make(view, cell, figure, _finest[i], new FactKey(
                kind,
                function,
                economic ?? (meaning.Family == ColumnFamily.Economic ? meaning.Key : null),
                meaning.Family is ColumnFamily.ThreePublic or ColumnFamily.Beside || (label.Length == 0 && _listsItems) ? column.Item : label,
                project,
                meaning.Fund != Fund.All ? meaning.Fund : _defaults.Fund,
                meaning.Nature != Nature.All ? meaning.Nature : nature != Nature.All ? nature : _defaults.Nature,
                column.Measure,
                column.Unit));
        }

        if (codes == default && kind == RowKind.Leaf && label.Length > 0)
        {
            _group++;
        }

        _rows.Add(new FormRow
        {
            Kind = kind,
            FunctionCode = function,
            EconomicCode = economic,
            Body = body.Name,
            BodyCode = body.Code,
            Label = label,
            Project = project,
            Nature = nature,
            OfWhich = ofWhich,
            LostCells = view.LostCells(row),
            HasUnread = unread,
            Group = _group,
            Number = row + 1,
            Facts = facts,
            Place = view.PlaceOf(_reading.Sha256, labelCell ?? view.Cell(row, 0), default),
        });
    }

    private static Nature RowNature(string label) => FoldedText.Letters(Fold.Key(label)) switch
    {
        "基本支出" => Nature.Basic,
        "项目支出" => Nature.Project,
        _ => Nature.All,
    };

    private static bool IsBlank(TableView view, int row)
    {
        for (var column = 0; column < view.ColumnCount; column++)
        {
            if (view.Begins(row, column) && view.Key(row, column).Length > 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool HasFigure(TableView view, int row)
    {
        foreach (var column in _columns)
        {
            if (column.Meaning.Kind == ColumnKind.Figure && view.Begins(row, column.GridColumn) && Figure.Parse(view.Cell(row, column.GridColumn).Text).IsNumber)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A header printed again at the top of a page, or the numbering of columns.</summary>
    private bool IsRepeatedHeader(TableAnatomy segment, int row)
    {
        var first = _segments[0];
        var view = segment.View;
        var filled = 0;
        for (var column = 0; column < view.ColumnCount; column++)
        {
            if (!view.Begins(row, column) || view.Key(row, column).Length == 0)
            {
                continue;
            }

            filled++;
            var found = false;
            for (var header = first.HeaderStart; header < first.BodyStart && !found; header++)
            {
                found = column < first.View.ColumnCount && first.View.Key(header, column) == view.Key(row, column);
            }

            if (!found)
            {
                return false;
            }
        }

        return filled > 1 && first.BodyStart > first.HeaderStart;
    }
}

/// <summary>What every figure of a form has in common, where its column does not say otherwise.</summary>
internal readonly record struct FormDefaults(Fund Fund, Nature Nature);
