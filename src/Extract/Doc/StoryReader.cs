using System.Globalization;
using Gouji.Extract.Docx;
using Gouji.Model;

namespace Gouji.Extract.Doc;

/// <summary>
/// Reads one text of a document, the main one, a note or a text box, in one pass: characters in the order of pieces, runs of equal
/// properties within them, and marks that end paragraphs, cells and rows ([MS-DOC] 2.4). Lines of positions count paragraphs.
/// </summary>
internal sealed class StoryReader
{
    private const int ChunkChars = 2048;

    private readonly WordFile _file;
    private readonly Companions? _companions;
    private readonly string? _part;
    private readonly ReadingLimits _limits;
    private readonly CancellationToken _cancellationToken;
    private readonly FieldMarks _fields;
    private readonly StoryBlocks _blocks;
    private readonly RowDefinition _row = new();
    private readonly char[] _chunk = new char[ChunkChars];
    private int _nextNote;
    private int _line = 1;
    private int _lineStart;
    private int _paragraphStyle;
    private bool _atParagraphStart = true;

    private StoryReader(WordFile file, Companions? companions, CompanionText? text, ReadingLimits limits, IReadOnlySet<int> ignoredFields, CancellationToken cancellationToken)
    {
        _file = file;
        _companions = companions;
        _part = text is { } named ? string.Create(CultureInfo.InvariantCulture, $"{named.Part} {named.Number}") : null;
        _limits = limits;
        _cancellationToken = cancellationToken;
        _fields = new FieldMarks(ignoredFields);
        _blocks = new StoryBlocks(file, limits, text is { Part: "footnote" or "endnote" } ? ParagraphKind.Footnote : ParagraphKind.Body);
    }

    /// <summary>Reads the main text and what belongs to it.</summary>
    public static Story ReadMain(WordFile file, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var companions = Companions.Read(file);
        return Read(file, companions, null, 0, file.Texts.Main, limits, cancellationToken);
    }

    // What follows a field that never ends would be taken for its instruction. Without those fields nothing is lost.
    private static Story Read(WordFile file, Companions? companions, CompanionText? text, int start, int end, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var reader = new StoryReader(file, companions, text, limits, new HashSet<int>(), cancellationToken);
        var story = reader.ReadAll(start, end);
        if (reader._fields.Unfinished.Count == 0)
        {
            return story;
        }

        var again = new StoryReader(file, companions, text, limits, reader._fields.Unfinished, cancellationToken).ReadAll(start, end);
        again.UnfinishedFields += reader._fields.Unfinished.Count;
        return again;
    }

    private Story ReadAll(int start, int end)
    {
        _lineStart = start;
        var pieces = _file.Pieces.Pieces;
        for (var i = start < end ? _file.Pieces.Find(start) : pieces.Length; i < pieces.Length && pieces[i].Start < end; i++)
        {
            ReadPiece(pieces[i], Math.Max(start, pieces[i].Start), Math.Min(end, pieces[i].End));
        }

        _fields.PassEnd();
        _blocks.Finish(Position(end));
        foreach (var box in _companions?.Loose ?? [])
        {
            _blocks.Add(ReadCompanion(box));
        }

        return _blocks.Story;
    }

    private void ReadPiece(in Piece piece, int start, int end)
    {
        for (var at = start; at < end;)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var offset = piece.OffsetOf(at);
            var properties = _file.Runs.At(offset);
            var runEnd = properties.End >= piece.OffsetOf(end) ? end : Math.Min(end, at + Math.Max(1, (int)Math.Max(0, ((long)properties.End - offset) >> piece.WidthShift)));
            if (_atParagraphStart)
            {
                // Only styles that hide text make it matter which one the paragraph has before its mark is reached.
                _paragraphStyle = _file.Styles.AnyHidden ? _file.Paragraphs.At(offset).Style : 0;
                _atParagraphStart = false;
            }

            var run = RunState.Read(_file.Styles, _paragraphStyle, _file.Main.Span(properties.ChangesAt, properties.ChangesLength), piece.Changes);
            for (; at < runEnd; at += ChunkChars)
            {
                var count = Math.Min(ChunkChars, runEnd - at);
                var text = _chunk.AsSpan(0, count);
                WordText.Decode(_file.Main.Span(piece.OffsetOf(at), (long)count << piece.WidthShift), piece.IsCompressed, text);
                ReadRun(text, at, run, piece);
            }

            at = runEnd;
        }
    }

    private void ReadRun(ReadOnlySpan<char> text, int at, in RunState run, in Piece piece)
    {
        QueueNotes(at, at + text.Length, run);
        for (var i = 0; i < text.Length;)
        {
            var plain = run.Special ? 0 : text[i..].IndexOfAnyInRange('\0', '\u001F');
            plain = plain < 0 ? text.Length - i : plain;
            if (plain == 0)
            {
                ReadMark(text[i], at + i, run, piece);
                i++;
                continue;
            }

            if (IsPrinted(run))
            {
                _blocks.Append(text.Slice(i, plain), Position(at + i));
            }

            i += plain;
        }
    }

    private bool IsPrinted(in RunState run) => !run.Hidden && !run.Deleted && !_fields.InInstruction;

    // 2.4.1 and 2.4.5: what characters below the space stand for, and those that are marked as special.
    private void ReadMark(char c, int at, in RunState run, in Piece piece)
    {
        switch (c)
        {
            case '\r' or '\u0007':
                EndParagraph(c, at, run, piece);
                break;
            case '\f' when Array.BinarySearch(_file.Sections, at + 1) >= 0:
                EndParagraph(c, at, run, piece);
                break;
            case '\u0013':
                _fields.Begin();
                break;
            case '\u0014':
                _blocks.Story.EmbeddedObjects += run.IsObject && IsPrintedAround(run) ? 1 : 0;
                _fields.Separate();
                break;
            case '\u0015':
                _fields.End();
                break;
            default:
                if (IsPrinted(run))
                {
                    Put(c, at, run);
                }

                break;
        }
    }

    // The mark between instruction and result belongs to the instruction.
    private static bool IsPrintedAround(in RunState run) => !run.Hidden && !run.Deleted;

    private void Put(char c, int at, in RunState run)
    {
        switch (c)
        {
            case '\t':
                _blocks.Append("\t", Position(at));
                break;

            // Line, page and column breaks.
            case '\u000B' or '\f' or '\u000E':
                _blocks.Append("\n", default);
                break;
            case '\n':
                _blocks.Append(" ", Position(at));
                break;

            // The hyphen that does not break; the one that shows only at the end of a line is 1F.
            case '\u001E':
                _blocks.Append("-", Position(at));
                break;
            case '\u0001':
                _blocks.Story.Pictures += run.IsData ? 0 : 1;
                break;
            case '\u0008':
                PutDrawing(at);
                break;
            case '(' when run.Special && run.Symbol is { } symbol:
                _blocks.Append([SymbolFonts.Map(_file.Fonts[symbol.Font], symbol.Code.ToString("X4", CultureInfo.InvariantCulture))], Position(at));
                break;

            // Bounds of structured document tags.
            case '<' or '>' when run.Special:
                break;
            case >= ' ':
                _blocks.Append([c], Position(at));
                break;
        }
    }

    private void PutDrawing(int at)
    {
        if (_companions is not null && _companions.TryGetBox(at, out var box))
        {
            _blocks.AddFloating(ReadCompanion(box));
        }
        else
        {
            _blocks.Story.Drawings++;
        }
    }

    private List<Block> ReadCompanion(CompanionText text)
    {
        var story = Read(_file, null, text, text.Start, text.End, _limits, _cancellationToken);
        _blocks.Story.AddCounts(story);
        return story.Blocks;
    }

    // A reference need not be the special character 02: the author may have chosen a mark.
    private void QueueNotes(int start, int end, in RunState run)
    {
        for (; _companions is not null && _nextNote < _companions.Notes.Length && _companions.Notes[_nextNote].Anchor < end; _nextNote++)
        {
            if (_companions.Notes[_nextNote].Anchor >= start && IsPrinted(run))
            {
                _blocks.AddNote(ReadCompanion(_companions.Notes[_nextNote]));
            }
        }
    }

    private void EndParagraph(char mark, int at, in RunState run, in Piece piece)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var state = _file.ReadParagraph(piece.OffsetOf(at), piece.Changes, _row);
        if (state.Depth > Math.Min(_limits.Depth, StoryBlocks.MostDepth))
        {
            throw Unreadable.TooLarge(
                string.Create(CultureInfo.InvariantCulture, $"表格嵌套{state.Depth}层"),
                string.Create(CultureInfo.InvariantCulture, $"tables nest {state.Depth} deep"));
        }

        // 2.4.3: a cell of the outermost table ends with 07 and its row with 07 and fTtp; nested ones end with paragraph marks that say so.
        var position = Position(at);
        var endsRow = state.Depth > 0 && ((mark == '\u0007' && state.EndsRow) || state.EndsInnerRow);
        var endsCell = state.Depth > 0 && (mark == '\u0007' || state.EndsInnerCell);
        if (endsRow)
        {
            _fields.PassCell();
            _blocks.EndRow(state, _row, run.Deleted, position);
        }
        else if (endsCell)
        {
            _fields.PassCell();
            _blocks.EndParagraph(state, position);
            _blocks.EndCell(position);
        }
        else if (mark == '\r' && (run.Deleted || run.HiddenByItself || run.SeparatesStyles))
        {
            _blocks.CarryParagraph(state, isStyleSeparator: run.SeparatesStyles && !run.Deleted);
        }
        else
        {
            _blocks.EndParagraph(state, position);
            if (state.Depth == 0)
            {
                _fields.PassParagraph();
            }
        }

        _line++;
        _lineStart = at + 1;
        _atParagraphStart = true;
    }

    private SourcePosition Position(int at) => new(_part, _line, at - _lineStart + 1);
}
