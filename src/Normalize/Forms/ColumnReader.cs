using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Forms;

/// <summary>Gives each column of a table its meaning, from its header cells first and from what stands below them where the header is silent.</summary>
internal static class ColumnReader
{
    private sealed record Draft(int GridColumn, List<TableCell> Path, List<string> Letters, ColumnMeaning Meaning, Measure Measure, bool HasTotalWord)
    {
        public ColumnMeaning Meaning { get; set; } = Meaning;

        /// <summary>Number of the lane: a label column behind figure columns begins the next.</summary>
        public int Lane { get; set; }

        /// <summary>The header cell whose whole this column is; null where it is no group's whole.</summary>
        public TableCell? WholeOf { get; set; }
    }

    /// <summary>The columns from left to right, those that no body cell begins in left out.</summary>
    public static List<FormColumn> Read(TableAnatomy anatomy, int? fiscalYear, bool accounts = false)
    {
        var view = anatomy.View;
        var drafts = new List<Draft>(view.ColumnCount);
        for (var column = 0; column < view.ColumnCount; column++)
        {
            if (HoldsBodyCells(anatomy, column))
            {
                drafts.Add(ReadHeader(anatomy, column, fiscalYear, accounts));
            }
        }

        NumberLanes(drafts);
        GiveContext(drafts);
        SetAsideWiderTotals(drafts);
        return Finish(view, drafts);
    }

    private static void NumberLanes(List<Draft> drafts)
    {
        var lane = 0;
        var figures = false;
        foreach (var draft in drafts)
        {
            var figure = draft.Meaning.Kind == ColumnKind.Figure;
            if (figures && draft.Meaning.Kind is ColumnKind.Name or ColumnKind.Code or ColumnKind.Project)
            {
                lane++;
                figures = false;
            }

            figures |= figure;
            draft.Lane = lane;
        }
    }

    private static bool HoldsBodyCells(TableAnatomy anatomy, int column)
    {
        var view = anatomy.View;
        var begins = false;
        var filled = false;
        for (var row = anatomy.HeaderStart; row < view.EndRow && !(begins && filled); row++)
        {
            var cell = view.Cell(row, column);
            begins |= (row >= anatomy.BodyStart || anatomy.BodyStart == view.EndRow) && cell.Column == column && !cell.Absent;
            filled |= cell.Column == column && cell.Text.Length > 0;
        }

        // A narrow column of nothing between two others only makes room. A form printed empty may end with its header.
        return begins && filled;
    }

    private static Draft ReadHeader(TableAnatomy anatomy, int column, int? fiscalYear, bool accounts)
    {
        var view = anatomy.View;
        var path = new List<TableCell>(4);
        var letters = new List<string>(4);
        for (var row = anatomy.HeaderStart; row < anatomy.BodyStart; row++)
        {
            var cell = view.Cell(row, column);
            var text = view.Letters(row, column);
            if (text.Length > 0 && (path.Count == 0 || !ReferenceEquals(path[^1], cell)) && !Figure.Parse(cell.Text).IsNumber && text != "栏次" && !TableAnatomy.IsColumnFormula(view.Key(row, column)))
            {
                path.Add(cell);
                letters.Add(text);
            }
        }

        var leaf = letters.Count > 0 ? letters[^1] : "";
        var meaning = (accounts ? AccountsForms.Balance(leaf) : null) ?? HeaderVocabulary.Classify(leaf);
        if (meaning.Kind is ColumnKind.Unknown or ColumnKind.Name)
        {
            var content = ContentOf(anatomy, column);
            if (meaning.Kind == ColumnKind.Unknown)
            {
                meaning = content switch
                {
                    ColumnKind.Figure => new ColumnMeaning(ColumnKind.Figure),
                    ColumnKind.Unknown => meaning,
                    var kind => new ColumnMeaning(kind),
                };
            }
            else if (content == ColumnKind.Figure)
            {
                meaning = new ColumnMeaning(ColumnKind.Figure, "total", ColumnFamily.Whole);
            }
        }
        else if (meaning.Kind == ColumnKind.Figure && leaf.Length > 0 && meaning.Family != ColumnFamily.Whole && ContentOf(anatomy, column, atLeast: 2) == ColumnKind.Name)
        {
            // A label column whose header names what the labels belong to, such as 支出 or 项目支出.
            meaning = new ColumnMeaning(ColumnKind.Name);
        }

        var total = leaf.Contains("合计", StringComparison.Ordinal) || leaf.Contains("总计", StringComparison.Ordinal) || leaf.Contains("小计", StringComparison.Ordinal);
        return new Draft(column, path, letters, meaning, accounts && letters.Exists(AccountsForms.IsBudgeted) ? Measure.Budgeted : HeaderMeasure.Of(letters, fiscalYear), total);
    }

    /// <summary>What stands below a header: mostly figures, mostly words, or nothing that tells.</summary>
    private static ColumnKind ContentOf(TableAnatomy anatomy, int column, int atLeast = 1)
    {
        var view = anatomy.View;
        var figures = 0;
        var words = 0;
        for (var row = anatomy.BodyStart; row < view.EndRow; row++)
        {
            if (!view.Begins(row, column))
            {
                continue;
            }

            switch (Figure.Parse(view.Cell(row, column).Text).Kind)
            {
                case FigureKind.Number:
                    figures++;
                    break;
                case FigureKind.Words when !IsHeaderText(anatomy, column, view.Key(row, column)):
                    words++;
                    break;
            }
        }

        words = words < atLeast ? 0 : words;
        return figures == 0 && words == 0 ? ColumnKind.Unknown : figures >= words ? ColumnKind.Figure : ColumnKind.Name;
    }

    /// <summary>True for the header of a column printed again at the top of a page.</summary>
    private static bool IsHeaderText(TableAnatomy anatomy, int column, string key)
    {
        for (var row = anatomy.HeaderStart; row < anatomy.BodyStart; row++)
        {
            if (anatomy.View.Key(row, column) == key)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lets the header cells above a column complete its meaning: 小计 under 公务用车 is the whole of vehicles.</summary>
    private static void GiveContext(List<Draft> drafts)
    {
        foreach (var draft in drafts)
        {
            if (draft.Meaning.Kind != ColumnKind.Figure)
            {
                continue;
            }

            for (var level = draft.Path.Count - 2; level >= 0; level--)
            {
                var group = draft.Path[level];
                var outer = HeaderVocabulary.Classify(draft.Letters[level]);
                if (outer.Kind != ColumnKind.Figure || outer.Family is ColumnFamily.Whole or ColumnFamily.Unknown || IsScope(drafts, draft, group))
                {
                    if (draft.Meaning.Family == ColumnFamily.Whole && draft.WholeOf is null && group.ColumnSpan > 1)
                    {
                        draft.WholeOf = group;
                    }

                    continue;
                }

                if (draft.Meaning.Family == ColumnFamily.Whole)
                {
                    draft.Meaning = outer;
                    draft.WholeOf = group;
                }
                else if (draft.Meaning.Family == ColumnFamily.Unknown && draft.Measure is Measure.Change or Measure.Rate or Measure.Share)
                {
                    draft.Meaning = outer;
                }
                else if (draft.Meaning.Family == outer.Family ? outer.Key == "carryover" : !IsNaturalPart(outer, draft.Meaning))
                {
                    var inner = draft.Meaning;
                    draft.Meaning = inner with { Key = outer.Key + "." + inner.Key, Fund = inner.Fund == Fund.All || outer.Key == "carryover" ? outer.Fund : inner.Fund };
                }

                break;
            }
        }
    }

    /// <summary>Where “三公”经费 is one group of several, as beside 会议费, its 小计 is the total and the 合计 outside counts more than that.</summary>
    private static void SetAsideWiderTotals(List<Draft> drafts)
    {
        foreach (var own in drafts)
        {
            if (own is not { Meaning.Key: "total", WholeOf: { } group } || !own.Letters[own.Path.IndexOf(group)].Contains("三公", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var wider in drafts)
            {
                if (wider is { Meaning.Key: "total", WholeOf: null } && wider.Lane == own.Lane && wider.Measure == own.Measure)
                {
                    wider.Meaning = new ColumnMeaning(ColumnKind.Figure, "with-others", ColumnFamily.Beside);
                }
            }
        }
    }

    private static bool IsNaturalPart(ColumnMeaning outer, ColumnMeaning inner) =>
        (outer.Family == ColumnFamily.Nature && inner.Family == ColumnFamily.Cost)
        || (outer.Family == ColumnFamily.ThreePublic && inner.Family == ColumnFamily.ThreePublic)
        || inner.Family == ColumnFamily.Unknown;

    /// <summary>True where a header cell reaches over every figure column of its measure: it names the table, not a part of it.</summary>
    private static bool IsScope(List<Draft> drafts, Draft member, TableCell group)
    {
        foreach (var draft in drafts)
        {
            if (draft.Lane == member.Lane && draft.Meaning.Kind == ColumnKind.Figure && draft.Measure == member.Measure
                && (draft.GridColumn < group.Column || draft.GridColumn >= group.Column + group.ColumnSpan))
            {
                return false;
            }
        }

        return true;
    }

    private static List<FormColumn> Finish(TableView view, List<Draft> drafts)
    {
        PromoteTotals(drafts);
        var columns = new List<FormColumn>(drafts.Count);
        var (codeLevel, codeGroup) = (0, -1);
        TableCell? codeHeader = null;
        foreach (var draft in drafts)
        {
            var leaf = draft.Letters.Count > 0 ? draft.Letters[^1] : "";
            if (draft.Meaning.Kind == ColumnKind.Code)
            {
                // 类, 款 and 项 are levels of one code, and so are columns under one header cell; another header begins another code.
                var header = draft.Path.Count > 0 ? draft.Path[^1] : null;
                var level = leaf switch { "类" => 1, "款" => 2, "项" => 3, _ => 0 };
                var goesOn = codeGroup >= 0 && (level > codeLevel || (level == 0 && ReferenceEquals(header, codeHeader)));
                codeGroup += goesOn ? 0 : 1;
                codeLevel = level > 0 ? level : goesOn ? codeLevel + 1 : 1;
                codeHeader = header;
            }

            columns.Add(new FormColumn
            {
                GridColumn = draft.GridColumn,
                Header = draft.Path.Count > 0 ? Fold.Spaces(draft.Path[^1].Text) : "",
                Item = ItemOf(draft),
                Words = string.Concat(draft.Letters),
                HeaderGroup = draft.Path.Count > 1 ? draft.Path[^2].Column : -1,
                Meaning = draft.Meaning,
                Measure = draft.Meaning.Kind == ColumnKind.Figure ? draft.Measure : Measure.ThisYear,
                CodeLevel = draft.Meaning.Kind == ColumnKind.Code ? codeLevel : 0,
                CodeGroup = draft.Meaning.Kind == ColumnKind.Code ? codeGroup : 0,
                Unit = draft.Letters.Count > 0 ? UnitLine.UnitIn(draft.Path[^1].Text, needsWord: false) : null,
            });
        }

        for (var i = 0; i < columns.Count; i++)
        {
            FindWhole(columns, drafts, i);
        }

        return columns;
    }

    private static string ItemOf(Draft draft)
    {
        var named = draft.Letters.FindLastIndex(static letters => HeaderVocabulary.Classify(letters).Family is ColumnFamily.ThreePublic or ColumnFamily.Beside);
        named = named >= 0 ? named : draft.Letters.FindLastIndex(static letters => HeaderVocabulary.IsTotalLabel(letters));
        return draft.Path.Count == 0 ? "" : Fold.Spaces(draft.Path[named >= 0 ? named : ^1].Text);
    }

    /// <summary>A column 项目支出合计 is the total of its table where no column is plainly the total.</summary>
    private static void PromoteTotals(List<Draft> drafts)
    {
        foreach (var measure in drafts.Select(static draft => draft.Measure).Distinct().ToArray())
        {
            if (drafts.Exists(draft => draft.Measure == measure && draft.Meaning.Key == "total"))
            {
                continue;
            }

            var promoted = drafts.Find(draft => draft.Measure == measure && draft.HasTotalWord && draft.Meaning.Kind == ColumnKind.Figure && draft.WholeOf is null);
            if (promoted is not null)
            {
                promoted.Meaning = new ColumnMeaning(ColumnKind.Figure, "total", ColumnFamily.Whole);
            }
        }
    }

    private static void FindWhole(List<FormColumn> columns, List<Draft> drafts, int index)
    {
        var column = columns[index];
        var draft = drafts[index];
        if (column.Meaning.Kind != ColumnKind.Figure || column.Meaning.Family == ColumnFamily.Beside)
        {
            return;
        }

        for (var level = draft.Path.Count - 1; level >= 0; level--)
        {
            var group = draft.Path[level];
            if (draft.Letters[level].StartsWith("其中", StringComparison.Ordinal))
            {
                var left = drafts.FindLastIndex(other => other.GridColumn < group.Column && other.Meaning.Kind == ColumnKind.Figure);
                column.OfWhich = true;
                column.Whole = left;
                return;
            }

            var whole = drafts.FindIndex(other => ReferenceEquals(other.WholeOf, group) && other.Measure == draft.Measure && other.Lane == draft.Lane);
            if (whole >= 0 && whole != index && columns[whole].Meaning.Family != ColumnFamily.Beside)
            {
                column.Whole = whole;
                return;
            }
        }

        // 财政拨款 beside its own parts in one row of headers; 人员经费 beside 基本支出 likewise.
        var container = column.Meaning switch
        {
            { Key: "gpb" or "govfund" or "soe" } => "fiscal",
            { Family: ColumnFamily.Cost } => "basic",
            { Key: "purchase" or "operation" } => "vehicles",
            _ => null,
        };
        var parent = container is null ? -1 : drafts.FindLastIndex(index, other => other.Meaning.Key == container && other.Measure == draft.Measure);
        if (parent < 0 && column.Meaning.Key != "total")
        {
            parent = drafts.FindLastIndex(index, other => other.Meaning.Key == "total" && other.Measure == draft.Measure);
            if (parent < 0)
            {
                parent = drafts.FindIndex(other => other.Meaning.Key == "total" && other.Measure == draft.Measure);
            }
        }

        column.Whole = parent == index ? -1 : parent;
    }
}
