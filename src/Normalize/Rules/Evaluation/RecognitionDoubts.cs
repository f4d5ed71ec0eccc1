using Gouji.Model;
using Gouji.Normalize.Rules.BuiltIn;

namespace Gouji.Normalize.Rules.Evaluation;

/// <summary>
/// What was recognised in a picture may be read wrong, and what may be read wrong is no error of the publisher: a doubtful figure can
/// confirm an equation but not break it, and words that were recognised accuse nobody.
/// </summary>
internal sealed class RecognitionDoubts : Doubts
{
    private static readonly Message Words = new("文字由图片识别所得，可能与原件不同", "the words were recognised in a picture and may differ from what is printed");

    private readonly DocumentContent _content;
    private readonly HashSet<(int Block, int Row, int Column)> _facts;
    private readonly Dictionary<(int Block, int? Row), Message?> _labels = [];

    private RecognitionDoubts(Disclosure disclosure)
    {
        _content = disclosure.Content;
        _facts = [.. disclosure.Facts.Where(static fact => fact.Place.Table is not null).Select(static fact => (fact.Place.Block, fact.Place.Row ?? 0, fact.Place.Column ?? 0))];
    }

    /// <summary>The doubts of a disclosure; null where nothing of it was recognised in a picture.</summary>
    public static new RecognitionDoubts? Of(Disclosure disclosure) =>
        disclosure.Content.Blocks.Any(static block => block.Recognised) ? new RecognitionDoubts(disclosure) : null;

    /// <summary>Whether the figure at a place is doubtful.</summary>
    public static bool IsDoubtful(DocumentContent content, Place place) => BlockAt(content, place) switch
    {
        Paragraph paragraph => paragraph.Doubtful,
        TableBlock { Grid: var grid } when place is { Row: { } row, Column: { } column } && row <= grid.RowCount && column >= 1 && column <= grid.ColumnCount =>
            grid[row - 1, column - 1].Doubtful,
        _ => false,
    };

    /// <summary>Takes back what a broken equation says where a figure of it, or the words that choose its figures, are doubtful.</summary>
    public override void Settle(Equation equation)
    {
        if (equation.Verdict != Verdict.Broken)
        {
            return;
        }

        foreach (var term in equation.Terms)
        {
            if (Doubt(term.Fact.Place) is { } reason)
            {
                equation.CannotTell(reason);
                return;
            }
        }

        // An item that is not found in a picture may stand there under words that were read wrong.
        if (equation.Formula.Length > 0 && !equation.IsCount && !HasBothSides(equation))
        {
            equation.CannotTell(Words);
            return;
        }

        var blocks = equation.Terms.Count == 0 ? Enumerable.Range(1, _content.Blocks.Count) : equation.Terms.Select(static term => term.Fact.Place.Block).Distinct();
        var row = SharedRow(equation);
        if (blocks.Select(block => DoubtfulLabel(block, row)).FirstOrDefault(static label => label is not null) is { } words)
        {
            equation.CannotTell(words);
        }
    }

    /// <summary>The result as far as recognised words and figures bear it.</summary>
    public override CheckResult Settle(Rule rule, CheckResult result)
    {
        if (result.Verdict != Verdict.Broken)
        {
            return result;
        }

        var reason = result.Places.Select(Doubt).FirstOrDefault(static doubt => doubt is not null);
        if (reason is null && result.Arithmetic is null && (result.Places.Count == 0 || result.Places.Any(IsRecognised)))
        {
            reason = Words;
        }

        if (reason is not null)
        {
            return TakenBack(result, reason);
        }

        return result.Places.Any(IsRecognised) && result.AtMost is not Severity.Notice ? result with { AtMost = Severity.Warning } : result;
    }

    /// <summary>The 1-based row with the first figure of a table; what stands above is its header.</summary>
    private int FirstRow(int block) => _facts.Where(fact => fact.Block == block).Select(static fact => fact.Row).DefaultIfEmpty(int.MaxValue).Min();

    private static Block? BlockAt(DocumentContent content, Place place) =>
        place.Block >= 1 && place.Block <= content.Blocks.Count ? content.Blocks[place.Block - 1] : null;

    private bool IsRecognised(Place place) => BlockAt(_content, place) is { Recognised: true };

    private Message? Doubt(Place place) =>
        !IsDoubtful(_content, place) ? null
        : place is { Table: { } table, Row: { } row, Column: { } column }
            ? new Message($"表{table}第{row}行第{column}列的数字由图片识别所得，存疑", $"the figure of table {table}, row {row}, column {column} was recognised in a picture and is doubtful")
            : new Message($"第{place.Block}段的文字由图片识别所得，存疑", $"paragraph {place.Block} was recognised in a picture and is doubtful");

    /// <summary>The row that all figures of an equation stand in: then only its words and those of the header choose them; null where there are several.</summary>
    private static int? SharedRow(Equation equation)
    {
        if (equation.Formula.Length > 0)
        {
            return null;
        }

        var places = equation.Terms.Select(static term => (term.Fact.Place.Table, term.Fact.Place.Row)).Distinct().ToList();
        return places is [{ Table: not null, Row: { } row }] ? row : null;
    }

    /// <summary>Why the words or codes of a table are doubtful, by which rows and columns are chosen; null where they are not.</summary>
    private Message? DoubtfulLabel(int block, int? row)
    {
        if (_labels.TryGetValue((block, row), out var known))
        {
            return known;
        }

        Message? reason = null;
        if (_content.Blocks[block - 1] is TableBlock table && table.Grid.Cells.FirstOrDefault(cell =>
            cell.Doubtful && !_facts.Contains((block, cell.Row + 1, cell.Column + 1))
            && (row is null || cell.Row + 1 == row || cell.Row + 1 < FirstRow(block))) is { } label)
        {
            reason = new Message($"同一表中“{label.Text}”由图片识别所得，存疑", $"'{label.Text}' of the same table was recognised in a picture and is doubtful");
        }

        return _labels[(block, row)] = reason;
    }
}
