using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Forms;

/// <summary>
/// Reads the performance form of one project (项目支出绩效目标表): labels beside their values above, a list of indicators below. Its
/// columns are <c>total</c>, <c>fiscal</c>, <c>other</c> and <c>value</c>; its rows are <c>fund</c>, <c>cost</c> and <c>indicator</c>.
/// </summary>
internal sealed class PerformanceReader
{
    private const int TotalColumn = 0;
    private const int FiscalColumn = 1;
    private const int OtherColumn = 2;
    private const int ValueColumn = 3;

    private static readonly FormColumn[] Columns =
    [
        Column("total", ColumnFamily.Whole, Fund.All, -1),
        Column("fiscal", ColumnFamily.Fund, Fund.FiscalAppropriation, 0),
        Column("other", ColumnFamily.Fund, Fund.NonFiscal, 0),
        new() { GridColumn = -1, Header = "", Meaning = new ColumnMeaning(ColumnKind.Figure, "value"), Measure = Measure.Indicator },
    ];

    private readonly TableView _view;
    private readonly FormReading _reading;
    private readonly MoneyUnit? _tableUnit;
    private readonly Fact?[] _fund = new Fact?[4];
    private readonly List<FormRow> _rows = [];
    private int _fundRow;
    private Place? _fundPlace;
    private string _first = "";
    private string _second = "";
    private int[]? _levels;

    private PerformanceReader(TableView view, FormReading reading, MoneyUnit? tableUnit)
    {
        _view = view;
        _reading = reading;
        _tableUnit = tableUnit;
    }

    /// <summary>The project's name; null where it is not told.</summary>
    public string? Project { get; private set; }

    /// <summary>The body named in the form; null where it is not told.</summary>
    public string? Body { get; private set; }

    /// <summary>True where a table has the words of a performance form.</summary>
    public static bool Recognises(TableView view)
    {
        var words = 0;
        if (IsList(view))
        {
            return false;
        }

        var end = Math.Min(view.EndRow, view.FirstRow + 12);
        for (var row = view.FirstRow; row < end; row++)
        {
            for (var column = 0; column < view.ColumnCount; column++)
            {
                if (view.Begins(row, column))
                {
                    words += view.Letters(row, column) is "一级指标" or "二级指标" or "三级指标" or "指标值" or "年度资金总额" or "项目总体目标" or "年度总体目标" or "绩效目标" ? 1 : 0;
                }
            }
        }

        return words >= 3;
    }

    /// <summary>True where projects stand below each other under one header 项目名称 | … | 一级指标, rather than one project a table.</summary>
    private static bool IsList(TableView view)
    {
        for (var row = view.FirstRow; row < Math.Min(view.EndRow, view.FirstRow + 6); row++)
        {
            bool project = false, indicator = false;
            for (var column = 0; column < view.ColumnCount; column++)
            {
                project |= view.Letters(row, column) == "项目名称";
                indicator |= view.Letters(row, column) is "一级指标" or "三级指标";
            }

            if (project && indicator)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the form.</summary>
    public static (FormPart Part, string? Project, string? Body) Read(TableView view, FormReading reading, MoneyUnit? tableUnit)
    {
        var reader = new PerformanceReader(view, reading, tableUnit);
        reader.FindProject();
        for (var row = view.FirstRow; row < view.EndRow; row++)
        {
            if (reader._levels is null)
            {
                reader.ReadLabels(row);
            }
            else
            {
                reader.ReadIndicator(row);
            }
        }

        reader._rows.Insert(0, new FormRow
        {
            Kind = RowKind.Total,
            Key = "fund",
            Label = reader.Project ?? "",
            Project = reader.Project,
            Nature = Nature.Project,
            Number = reader._fundRow + 1,
            Facts = reader._fund,
            Place = reader._fundPlace ?? view.PlaceOf(reading.Sha256, view.Cell(view.FirstRow, 0), default),
        });
        return (new FormPart("", Columns, reader._rows), reader.Project, reader.Body);
    }

    private void FindProject()
    {
        for (var row = _view.FirstRow; row < _view.EndRow; row++)
        {
            for (var column = 0; column < _view.ColumnCount; column++)
            {
                if (!_view.Begins(row, column) || ValueOf(row, column) is not { } value || value.Text.Length == 0)
                {
                    continue;
                }

                switch (_view.Letters(row, column))
                {
                    case "项目名称":
                        Project ??= Fold.Spaces(value.Text);
                        break;
                    case "预算单位" or "单位名称" or "项目单位" or "实施单位" or "主管部门" or "填报单位":
                        Body ??= Fold.Spaces(value.Text);
                        break;
                }
            }
        }
    }

    private void ReadLabels(int row)
    {
        int first = -1, second = -1, third = -1, valueColumn = -1;
        MoneyUnit? rowUnit = null;
        for (var column = 0; column < _view.ColumnCount; column++)
        {
            if (!_view.Begins(row, column))
            {
                continue;
            }

            var letters = _view.Letters(row, column);
            rowUnit ??= letters.Length > 0 ? UnitLine.UnitIn(_view.Cell(row, column).Text, needsWord: false) : null;
            if (letters == "一级指标")
            {
                first = column;
            }
            else if (letters == "二级指标")
            {
                second = column;
            }
            else if (letters == "三级指标")
            {
                third = column;
            }
            else if (letters.StartsWith("指标值", StringComparison.Ordinal) || letters.StartsWith("目标值", StringComparison.Ordinal) || letters.StartsWith("绩效指标值", StringComparison.Ordinal))
            {
                valueColumn = column;
            }
            else if (FundColumn(letters) is >= 0 and var fund && _fund[fund] is null && ValueOf(row, column) is { } value)
            {
                SetFund(fund, row, column, value, rowUnit);
            }
        }

        if (third >= 0 && valueColumn >= 0)
        {
            _levels = [first, second, third, valueColumn];
        }
    }

    private void SetFund(int fund, int row, int column, TableCell value, MoneyUnit? rowUnit)
    {
        var figure = Figure.Parse(value.Text);
        if (figure.Kind == FigureKind.Words)
        {
            _reading.NotAFigure(_view, value);
            return;
        }

        _fundRow = row;
        _fundPlace ??= _view.PlaceOf(_reading.Sha256, _view.Cell(row, column), default);
        _fund[fund] = _reading.Maker.Make(_view, value, figure, 0, new FactKey(
            RowKind.Total, null, null, Fold.Spaces(_view.Cell(row, column).Text), Project, Columns[fund].Meaning.Fund, Nature.Project, Measure.ThisYear, rowUnit ?? _tableUnit));
    }

    private static int FundColumn(string letters) => letters switch
    {
        "年度资金总额" or "资金总额" or "项目资金总额" or "年度预算总额" or "年度预算资金总额" or "预算资金总额" or "项目总额" or "年度资金" => TotalColumn,
        "财政拨款" or "其中财政拨款" or "当年财政拨款" or "其中当年财政拨款" or "财政资金" or "其中财政资金" => FiscalColumn,
        "其他资金" or "其中其他资金" or "其它资金" => OtherColumn,
        _ => -1,
    };

    private void ReadIndicator(int row)
    {
        var first = TextAt(row, _levels![0]);
        var second = TextAt(row, _levels[1]);
        var name = TextAt(row, _levels[2]);
        if (first.Length > 0)
        {
            if (first != _first)
            {
                _second = "";
            }

            _first = first;
        }

        if (second.Length > 0)
        {
            _second = second;
        }

        var cell = _view.Cell(row, _levels[3]);
        if (cell.Row != row || name.Length == 0)
        {
            return;
        }

        var cost = _second.Contains("成本", StringComparison.Ordinal) || _first.Contains("成本", StringComparison.Ordinal);
        var (figure, measure, unit) = ParseValue(cell.Text, cost, name);
        var facts = new Fact?[4];
        if (figure.IsNumber)
        {
            facts[ValueColumn] = _reading.Maker.Make(_view, cell, figure, 0, new FactKey(
                RowKind.Leaf, null, null, name, Project, Fund.All, Nature.Project, measure, unit));
        }

        var money = figure.IsNumber && measure == Measure.Indicator;
        _rows.Add(new FormRow
        {
            Kind = RowKind.Leaf,
            Key = cost && money ? "cost" : "indicator",
            Label = name,
            Project = Project,
            Nature = Nature.Project,
            Number = row + 1,
            Facts = facts,
            Place = _view.PlaceOf(_reading.Sha256, cell, default),
            Indicator = new PerformanceIndicator(_first, _second, Fold.Spaces(cell.Text), figure.Comparator == Comparator.AtLeast, cost),
        });
    }

    /// <summary>An indicator's value: money where a unit of money stands with it, a rate with a percent sign, a count otherwise.</summary>
    private static (Figure Figure, Measure Measure, MoneyUnit? Unit) ParseValue(string text, bool cost, string name)
    {
        var whole = Figure.Parse(text);
        if (whole.IsNumber)
        {
            var unit = whole.Unit ?? (cost ? UnitLine.UnitIn(name, needsWord: false) : null);
            return whole.Percent ? (whole, Measure.Rate, null) : unit is null ? (whole, Measure.Count, null) : (whole, Measure.Indicator, unit);
        }

        // A count with the thing counted behind it: ≥140次.
        var i = 0;
        while (i < text.Length && (char.IsWhiteSpace(text[i]) || text[i] is '≥' or '≤' or '=' or '＝' or '＞' or '＜' or '>' or '<'))
        {
            i++;
        }

        var least = text.AsSpan(0, i).IndexOfAny('≥', '＞', '>') >= 0;
        var start = i;
        var number = Figure.ReadNumber(text, ref i);
        var rest = text.AsSpan(i).Trim();
        return number.IsNumber && rest.Length is > 0 and <= 6 && rest.IndexOfAnyInRange('0', '9') < 0 && rest[0] is not ('月' or '年' or '日' or '-' or '至' or '~')
            ? (number with { Comparator = least ? Comparator.AtLeast : Comparator.None, Span = new TextSpan(start, i - start) }, Measure.Count, null)
            : (whole, Measure.Count, null);
    }

    private string TextAt(int row, int column) => column < 0 ? "" : Fold.Spaces(_view.Cell(row, column).Text);

    /// <summary>The cell to the right of a label; null at the end of the row.</summary>
    private TableCell? ValueOf(int row, int column)
    {
        var cell = _view.Cell(row, column);
        var next = cell.Column + cell.ColumnSpan;
        return next < _view.ColumnCount ? _view.Cell(row, next) : null;
    }

    private static FormColumn Column(string key, ColumnFamily family, Fund fund, int whole) =>
        new() { GridColumn = -1, Header = "", Meaning = new ColumnMeaning(ColumnKind.Figure, key, family, fund), Whole = whole };
}
