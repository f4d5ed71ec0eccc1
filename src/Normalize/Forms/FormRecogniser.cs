using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Forms;

/// <summary>Finds the forms of a document: parts tables that hold several, joins forms that go on in the next table, and reads each.</summary>
internal sealed class FormRecogniser(DocumentContent content, int? fiscalYear, DisclosureKind kind)
{
    private const int ParagraphsToLookBack = 8;
    private const int LongestCaption = 80;

    private readonly List<Candidate> _candidates = [];
    private readonly List<UnreadFigure> _unread = [];

    /// <summary>Cells in columns of figures that could not be read as figures.</summary>
    public IReadOnlyList<UnreadFigure> Unread => _unread;

    /// <summary>The forms in reading order.</summary>
    public List<FormTable> Recognise()
    {
        CollectCandidates();
        var forms = new List<FormTable>(_candidates.Count);
        for (var i = 0; i < _candidates.Count; i++)
        {
            if (Read(_candidates[i]) is { } form)
            {
                forms.Add(form);
            }
        }

        return forms;
    }

    private sealed class Candidate
    {
        public required TableAnatomy Anatomy { get; init; }

        public required List<FormColumn> Columns { get; init; }

        public List<TableAnatomy> Segments { get; } = [];

        public FormRole Role { get; set; }

        public bool TitleIsOther { get; init; }

        public string Title { get; init; } = "";

        public Place? TitlePlace { get; init; }

        public MoneyUnit? Unit { get; init; }

        public (string Body, string Word)? Body { get; init; }

        public List<string> Notes { get; } = [];
    }

    private void CollectCandidates()
    {
        var before = new List<(Paragraph Paragraph, int Block)>();
        var number = 0;
        for (var block = 0; block < content.Blocks.Count; block++)
        {
            switch (content.Blocks[block])
            {
                case Paragraph paragraph:
                    before.Add((paragraph, block + 1));
                    TakeNote(paragraph);
                    break;
                case TableBlock table:
                    number++;
                    foreach (var view in Part(table, number, block + 1))
                    {
                        Consider(view, before);
                        before.Clear();
                    }

                    break;
            }
        }
    }

    /// <summary>A note right below a table belongs to it.</summary>
    private void TakeNote(Paragraph paragraph)
    {
        if (_candidates.Count == 0)
        {
            return;
        }

        var key = Fold.Key(paragraph.Text);
        if (key.Length < 200 && (key.StartsWith("备注", StringComparison.Ordinal) || key.StartsWith("注:", StringComparison.Ordinal) || key.StartsWith("说明:", StringComparison.Ordinal)
            || key.Contains("本表为空", StringComparison.Ordinal) || key.Contains("此表为空", StringComparison.Ordinal) || key.Contains("空表列示", StringComparison.Ordinal)
            || key.Contains("故本表无数据", StringComparison.Ordinal)))
        {
            _candidates[^1].Notes.Add(Fold.Spaces(paragraph.Text));
        }
    }

    /// <summary>Parts a table at rows that hold nothing but a title.</summary>
    private static List<TableView> Part(TableBlock table, int number, int block)
    {
        var views = new List<TableView>(1);
        var whole = new TableView(table, number, block, 0, table.Grid.RowCount);
        var first = 0;
        for (var row = 1; row < table.Grid.RowCount; row++)
        {
            if (IsTitleRow(whole, row) && row - first > 1 && !IsTitleRow(whole, row - 1))
            {
                views.Add(new TableView(table, number, block, first, row));
                first = row;
            }
        }

        views.Add(first == 0 ? whole : new TableView(table, number, block, first, table.Grid.RowCount));
        return views;
    }

    private static bool IsTitleRow(TableView view, int row)
    {
        string? only = null;
        for (var column = 0; column < view.ColumnCount; column++)
        {
            if (view.Begins(row, column) && view.Key(row, column) is { Length: > 0 } key)
            {
                if (only is not null)
                {
                    return false;
                }

                only = key;
            }
        }

        return only is not null && TitleStems.LooksLikeTitle(only) && TitleStems.RoleOf(FoldedText.Letters(only), out var other) is var role && (role != FormRole.Unknown || other);
    }

    private void Consider(TableView view, List<(Paragraph Paragraph, int Block)> before)
    {
        var anatomy = TableAnatomy.Of(view);
        if (ContinuedTable.RepeatedHeader(anatomy) is { } again)
        {
            Consider(view.Rows(view.FirstRow, again), before);
            Consider(view.Rows(again, view.EndRow), []);
            return;
        }

        var (title, place) = FindTitle(anatomy, before);
        var letters = FoldedText.Letters(Fold.Key(title));
        var accounts = AccountsForms.IsAccounts(letters, kind);
        var columns = ColumnReader.Read(anatomy, fiscalYear, accounts);
        var lanes = LaneReader.Split(columns).Count;
        var titleRole = TitleStems.RoleOf(letters, out var other);
        var signature = FormSignature.RoleOf(anatomy, columns, lanes);
        var role = FormSignature.Settle(titleRole, other, signature);
        if (!FormSignature.CodesFit(role, anatomy, columns))
        {
            role = FormRole.Unknown;
        }
        else if (accounts)
        {
            role = AccountsForms.Of(role);
        }

        var (unit, body) = FindUnitLine(anatomy, before);
        if (Continues(anatomy, columns, title, role, body?.Body, before))
        {
            _candidates[^1].Segments.Add(anatomy);
            return;
        }

        var candidate = new Candidate
        {
            Anatomy = anatomy,
            Columns = columns,
            Role = role,
            TitleIsOther = other,
            Title = title,
            TitlePlace = place,
            Unit = unit,
            Body = body,
        };
        candidate.Segments.Add(anatomy);
        _candidates.Add(candidate);
    }

    /// <summary>A table without a title of its own, or with that of the form before, whose columns are those of that form goes on with it.</summary>
    private bool Continues(TableAnatomy anatomy, List<FormColumn> columns, string title, FormRole role, string? body, List<(Paragraph Paragraph, int Block)> before)
    {
        if (_candidates.Count == 0)
        {
            return false;
        }

        var previous = _candidates[^1];
        if (previous.Role is FormRole.B11 || previous.Anatomy.View.ColumnCount != anatomy.View.ColumnCount
            || !ContinuedTable.IsSameTitle(title, previous.Title) || (body is not null && previous.Body is { } other && other.Body != body))
        {
            return false;
        }

        // The same header, and the same title, may stand above the table of another body, with totals of its own.
        var isMarked = ContinuedTable.IsMarked(title);
        if (!isMarked && ContinuedTable.Totals(anatomy, previous.Segments) is var (shared, any) && (shared || (title.Length > 0 && !any)))
        {
            return false;
        }

        if (anatomy.BodyStart == anatomy.HeaderStart)
        {
            return previous.Role != FormRole.Unknown || title.Length > 0 || before.TrueForAll(static line => line.Paragraph.Text.Length == 0);
        }

        return ContinuedTable.RepeatsHeader(anatomy, previous.Anatomy)
            || (previous.Role != FormRole.Unknown && (role == previous.Role || role == FormRole.Unknown)
                && columns.Count == previous.Columns.Count && columns.Zip(previous.Columns).All(static pair => pair.First.Header == pair.Second.Header));
    }

    private (string Title, Place? Place) FindTitle(TableAnatomy anatomy, List<(Paragraph Paragraph, int Block)> before)
    {
        (string Title, Place? Place) fallback = ("", null);
        for (var i = anatomy.Captions.Count - 1; i >= 0; i--)
        {
            if (Judge(anatomy.Captions[i], null))
            {
                return fallback;
            }
        }

        if (anatomy.View.FirstRow == 0 && anatomy.View.Block.Caption is { } caption && Judge(caption, null))
        {
            return fallback;
        }

        var least = Math.Max(0, before.Count - ParagraphsToLookBack);
        for (var i = before.Count - 1; i >= least; i--)
        {
            var (paragraph, block) = before[i];
            if (paragraph.Text.Length > LongestCaption)
            {
                break;
            }

            if (paragraph.Text.Length > 0 && Judge(paragraph.Text, new Place { Sha256 = content.Sha256, Source = paragraph.Source, Block = block, Page = paragraph.Page, Span = new TextSpan(0, paragraph.Text.Length) }))
            {
                return fallback;
            }
        }

        return fallback;

        // True where the text is a title whose stem is known; a title of unknown stem is kept in case nothing better comes.
        bool Judge(string text, Place? place)
        {
            var key = Fold.Key(text);
            if (!TitleStems.LooksLikeTitle(key) || (TableAnatomy.IsUnitLine(key) && key.Length > 40))
            {
                return false;
            }

            var known = TitleStems.RoleOf(FoldedText.Letters(key), out var other) != FormRole.Unknown || other;
            if (known || (fallback.Title.Length == 0 && !TableAnatomy.IsTableOrdinal(key)))
            {
                fallback = (Fold.Spaces(text), place);
            }

            return known;
        }
    }

    private static (MoneyUnit? Unit, (string Body, string Word)? Body) FindUnitLine(TableAnatomy anatomy, List<(Paragraph Paragraph, int Block)> before)
    {
        MoneyUnit? unit = null;
        (string Body, string Word)? body = null;
        foreach (var caption in anatomy.Captions)
        {
            unit ??= UnitLine.UnitIn(caption, needsWord: true);
            body ??= UnitLine.BodyIn(caption);
        }

        var least = Math.Max(0, before.Count - ParagraphsToLookBack);
        for (var i = before.Count - 1; i >= least && before[i].Paragraph.Text.Length <= LongestCaption * 2 && (unit is null || body is null); i--)
        {
            unit ??= UnitLine.UnitIn(before[i].Paragraph.Text, needsWord: true);
            body ??= UnitLine.BodyIn(before[i].Paragraph.Text);
        }

        return (unit, body);
    }

    private FormTable? Read(Candidate candidate)
    {
        var view = candidate.Anatomy.View;
        var maker = new FactMaker(content.Sha256, candidate.Role, candidate.Title, candidate.Unit);
        var reading = new FormReading(content.Sha256, maker, candidate.Role == FormRole.Unknown ? [] : _unread);
        var defaults = DefaultsOf(candidate.Role);
        string? project = null;
        string? performanceBody = null;
        List<FormPart> parts;
        if (candidate.Role == FormRole.B11 && PerformanceReader.Recognises(view))
        {
            var (part, name, body) = PerformanceReader.Read(view, reading, candidate.Unit);
            (parts, project, performanceBody) = ([part], name, body);
        }
        else if (candidate.Role is FormRole.B6 or FormRole.F6 && LaneReader.Split(candidate.Columns) is { Count: >= 2 } basicLanes)
        {
            parts = [AccountsForms.ReadBasic(candidate.Segments, basicLanes, defaults, fiscalYear, reading)];
        }
        else if (candidate.Role is FormRole.B1 or FormRole.B4 or FormRole.F1 or FormRole.F4 && LaneReader.Split(candidate.Columns) is { Count: >= 2 } lanes)
        {
            parts = LaneReader.Read(candidate.Segments, lanes, defaults, fiscalYear, reading).ConvertAll(Comparing);
        }
        else if (candidate.Columns.Exists(static column => column.Meaning.Kind == ColumnKind.Figure))
        {
            var part = Comparing(RowReader.Read(candidate.Segments, candidate.Columns, defaults, reading));
            if (candidate.Role is FormRole.B8 or FormRole.F7 && ThreePublicReader.LiesOnItsSide(part))
            {
                part = ThreePublicReader.Turn(part);
            }

            parts = [part];
        }
        else
        {
            parts = [];
        }

        if (candidate.Role == FormRole.B11 && project is null && performanceBody is null && !PerformanceReader.Recognises(view))
        {
            candidate.Role = FormRole.Unknown;
        }

        var figures = parts.Exists(static part => part.Rows.Any(static row => row.Facts.Any(static fact => fact?.Stated is not null)));
        var role = parts.Count == 0 ? FormRole.Unknown : candidate.Role;
        if (role == FormRole.Unknown && !figures)
        {
            return null;
        }

        var performance = role == FormRole.B11;
        return new FormTable
        {
            Role = role,
            Title = candidate.Title,
            Number = view.Number,
            Unit = candidate.Unit,
            UnitDeclared = candidate.Unit is not null,
            Body = candidate.Body?.Body ?? performanceBody,
            BodyWord = performance ? null : candidate.Body?.Word,
            Place = candidate.TitlePlace ?? view.PlaceOf(content.Sha256, view.Cell(view.FirstRow, 0), default),
            Notes = [.. candidate.Notes, .. reading.Notes],
            Parts = parts,
            Project = project,
            ScopeIsGeneralPublicBudget = role == FormRole.B7 && FoldedText.Letters(Fold.Key(candidate.Title)).Contains("一般公共预算", StringComparison.Ordinal),
        };
    }

    private static FormPart Comparing(FormPart part) => part with { Compared = ComparedFigures.Of(part) };

    private static FormDefaults DefaultsOf(FormRole role) => role switch
    {
        FormRole.B4 or FormRole.F4 => new FormDefaults(Fund.FiscalAppropriation, Nature.All),
        FormRole.B5 or FormRole.F5 => new FormDefaults(Fund.GeneralPublicBudget, Nature.All),
        FormRole.B6 or FormRole.F6 => new FormDefaults(Fund.GeneralPublicBudget, Nature.Basic),
        FormRole.B7 => new FormDefaults(Fund.All, Nature.Project),
        FormRole.B8 or FormRole.F7 => new FormDefaults(Fund.FiscalAppropriation, Nature.All),
        FormRole.B9 or FormRole.F8 => new FormDefaults(Fund.GovernmentFunds, Nature.All),
        FormRole.B10 or FormRole.F9 => new FormDefaults(Fund.StateCapitalOperations, Nature.All),
        _ => new FormDefaults(Fund.All, Nature.All),
    };
}
