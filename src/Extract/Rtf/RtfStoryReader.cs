using System.Buffers;
using Gouji.Extract.Docx;
using Gouji.Extract.Flow;
using Gouji.Model;

namespace Gouji.Extract.Rtf;

/// <summary>
/// Reads an RTF file in one pass (RTF 1.9.1). Groups nest on a stack of its own with a limit; each gives back at its end what it changed.
/// </summary>
internal sealed partial class RtfStoryReader
{
    private const int TokensBetweenCancellationChecks = 0x4000;

    private static readonly SearchValues<byte> Blank = SearchValues.Create(" \t\r\n\0\x1A"u8);

    private readonly RtfTokenizer _tokens;
    private readonly RtfPositions _positions;
    private readonly ReadingLimits _limits;
    private readonly CancellationToken _cancellationToken;
    private readonly List<RtfState> _outer = [];
    private readonly Stack<RtfScope> _scopes = [];
    private readonly List<Block> _notes = [];
    private readonly List<Block> _notesOfParagraph = [];
    private readonly RtfFonts _fonts = new();
    private readonly RtfStyles _styles = new();
    private readonly RtfBytes _bytes = new();
    private RtfScope _scope;
    private RtfState _state = new() { Skips = 1 };
    private int _codePage = RtfFonts.Latin;
    private int _defaultFont;
    private int _skip;
    private bool _starred;
    private RtfRow? _lastRow;

    public RtfStoryReader(ArraySegment<byte> bytes, ReadingLimits limits, CancellationToken cancellationToken)
    {
        _tokens = new RtfTokenizer(bytes);
        _positions = new RtfPositions(bytes);
        _limits = limits;
        _cancellationToken = cancellationToken;
        _scope = new RtfScope(FlowStory.OfBody(), 0, isNote: false, limits);
    }

    /// <summary>What was met and not read.</summary>
    public LeftOut LeftOut { get; } = new();

    /// <summary>How many characters could not be decoded.</summary>
    public int Lost => _bytes.Lost;

    /// <summary>Whether something follows the brace that ends the document.</summary>
    public bool HasTail { get; private set; }

    /// <summary>Reads to the end; the blocks of the body.</summary>
    public List<Block> Read()
    {
        for (var count = 1; ; count++)
        {
            if ((count & (TokensBetweenCancellationChecks - 1)) == 0)
            {
                _cancellationToken.ThrowIfCancellationRequested();
            }

            var token = _tokens.Next();
            if (token == RtfToken.End)
            {
                throw RtfUnreadable.CutShort();
            }

            Take(token);
            if (token == RtfToken.GroupEnd && _outer.Count == 0)
            {
                break;
            }
        }

        HasTail = _tokens.Rest.ContainsAnyExcept(Blank);
        EndScope(_scope);
        _notes.AddRange(_notesOfParagraph);
        FlushNotes();
        return _scope.Blocks;
    }

    private void Take(RtfToken token)
    {
        switch (token)
        {
            case RtfToken.GroupBegin:
                BeginGroup();
                break;
            case RtfToken.GroupEnd:
                EndGroup();
                break;
            case RtfToken.Word:
                if (!Skipped())
                {
                    TakeWord(_tokens.Word, _tokens.Number);
                }

                _starred = false;
                break;
            case RtfToken.Symbol:
                if (!Skipped())
                {
                    TakeSymbol((char)_tokens.Number!.Value);
                }

                break;
            case RtfToken.Byte:
                if (!Skipped())
                {
                    TakeByte((byte)_tokens.Number!.Value);
                }

                break;
            case RtfToken.Text:
                TakeText(_tokens.Text);
                break;
        }
    }

    private void BeginGroup()
    {
        FlushBytes();
        _skip = 0;
        if (_outer.Count >= _limits.Depth)
        {
            throw RtfUnreadable.TooDeep(_limits.Depth);
        }

        _outer.Add(_state);
        if (_state.Destination == RtfDestination.Alternatives && !_tokens.Rest.StartsWith("\\*\\ud"u8))
        {
            _tokens.SkipToGroupEnd();
        }
    }

    private void EndGroup()
    {
        FlushBytes();
        _skip = 0;
        _starred = false;
        switch (_state.Destination)
        {
            case RtfDestination.Fonts:
                _fonts.End();
                break;
            case RtfDestination.Styles:
                _styles.End();
                break;
        }

        if (_outer.Count == 0)
        {
            return;
        }

        if (_scopes.Count > 0 && _scope.Depth == _outer.Count)
        {
            LeaveScope();
        }

        _state = _outer[^1];
        _outer.RemoveAt(_outer.Count - 1);
    }

    private RtfRow Row() => _state.Row ??= _lastRow ??= new RtfRow();

    private RtfRow? RowAtEnd() => _state.Row ?? _lastRow;

    private void EndParagraph(int level)
    {
        var outline = _state.Outline ?? _styles[_state.Style];
        var heading = outline is >= 0 and < 9;
        _scope.CloseTables(level, RowAtEnd());
        FlushNotes();
        _scope.EndParagraph(
            level,
            heading ? ParagraphKind.Heading : ParagraphKind.Body,
            heading ? outline!.Value + 1 : _state.ListLevel + 1,
            _positions.Of(_tokens.Offset),
            RowAtEnd());
        _notes.AddRange(_notesOfParagraph);
        _notesOfParagraph.Clear();
        FlushNotes();
    }

    private void EndCell(int level)
    {
        if (_state.Destination == RtfDestination.Body)
        {
            EndParagraph(level);
            _scope.EndCell(level, _positions.Of(_tokens.Offset), RowAtEnd());
        }
    }

    private void EndRow(int level)
    {
        if (_state.Destination != RtfDestination.Body)
        {
            return;
        }

        // Text without the mark of its cell: the cell is the last of the row.
        if (!_scope.Text.IsBlank(0) && _scope.IsInRow(level))
        {
            EndCell(level);
        }

        _scope.EndRow(level, RowAtEnd());
    }

    private void EnterScope(FlowStory story, bool isNote)
    {
        if (_state.Hidden || _state.Deleted)
        {
            _tokens.SkipToGroupEnd();
            return;
        }

        _scopes.Push(_scope);
        _scope = new RtfScope(story, _outer.Count, isNote, _limits);
        _state.Destination = RtfDestination.Body;
        _state.InTable = false;
        _state.Nesting = 0;
        _state.Row = null;
        _state.Outline = null;
        _state.Style = 0;
    }

    private void LeaveScope()
    {
        var inner = _scope;
        EndScope(inner);
        _scope = _scopes.Pop();
        if (inner.IsNote)
        {
            _notesOfParagraph.AddRange(inner.Blocks);
        }
        else
        {
            _scope.Float(inner.Blocks);
        }
    }

    private void EndScope(RtfScope scope)
    {
        if (!scope.Text.IsBlank(0) || scope.HasFloating)
        {
            EndParagraph(Math.Max(_state.Nesting, _state.InTable ? 1 : 0));
        }

        scope.CloseTables(0, RowAtEnd());
    }

    private void FlushNotes()
    {
        if (_notes.Count > 0 && _scopes.Count == 0 && _scope.IsOutsideTables)
        {
            _scope.Blocks.AddRange(_notes);
            _notes.Clear();
        }
    }
}
