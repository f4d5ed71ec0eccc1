using Gouji.Extract.Docx;
using Gouji.Extract.Flow;

namespace Gouji.Extract.Rtf;

/// <content>Control words: destinations, and what is said of tables, paragraphs and characters.</content>
internal sealed partial class RtfStoryReader
{
    private void TakeWord(ReadOnlySpan<char> word, int? number)
    {
        if (word is "u")
        {
            TakeUnicode(number ?? 0);
            return;
        }

        FlushBytes();
        if (RtfWords.IsLeftOut(word) || (_starred && !RtfWords.IsReadWithStar(word)))
        {
            _tokens.SkipToGroupEnd();
            return;
        }

        switch (_state.Destination)
        {
            case RtfDestination.Fonts:
                _fonts.Set(word, number ?? 0);
                return;
            case RtfDestination.Styles:
                TakeStyleWord(word, number ?? 0);
                return;
        }

        if (RtfWords.IsSign(word, out var sign))
        {
            Put(sign);
            return;
        }

        if (!TakeDestination(word) && !TakeTableWord(word, number ?? 0) && !TakeParagraphWord(word, number))
        {
            TakeCharacterWord(word, number);
        }
    }

    private void TakeStyleWord(ReadOnlySpan<char> word, int number)
    {
        switch (word)
        {
            case "s":
                _styles.Begin(number);
                break;
            case "outlinelevel":
                _styles.Outline(number);
                break;
        }
    }

    private bool TakeDestination(ReadOnlySpan<char> word)
    {
        switch (word)
        {
            case "fonttbl":
                _state.Destination = RtfDestination.Fonts;
                return true;
            case "stylesheet":
                _state.Destination = RtfDestination.Styles;
                return true;
            case "listtext" or "pntext":
                _state.Destination = RtfDestination.Label;
                return true;
            case "upr":
                _state.Destination = RtfDestination.Alternatives;
                return true;
            case "ud":
                _state.Destination = RtfDestination.Body;
                return true;
            case "shp" or "shpinst" or "shpgrp" or "do":
                _state.Destination = RtfDestination.Frame;
                return true;
            case "shptxt" or "dptxbxtext":
                EnterScope(FlowStory.OfBody(), isNote: false);
                return true;
            case "footnote":
                EnterScope(FlowStory.OfNote(), isNote: true);
                return true;
            case "pict":
                LeftOut.Pictures++;
                _tokens.SkipToGroupEnd();
                return true;
            case "object":
                // What stands for the object is a picture, and counts as one.
                LeftOut.EmbeddedObjects++;
                LeftOut.Pictures++;
                _tokens.SkipToGroupEnd();
                return true;
            default:
                return false;
        }
    }

    private bool TakeTableWord(ReadOnlySpan<char> word, int number)
    {
        switch (word)
        {
            case "trowd":
                _lastRow = _state.Row = new RtfRow();
                return true;
            case "trleft":
                Row().Left = number;
                return true;
            case "cellx":
                if (Row().Cells.Count >= _limits.TableCells)
                {
                    throw RtfUnreadable.TooManyCells(_limits.TableCells);
                }

                Row().AddCell(number);
                return true;
            case "clmgf" or "clmrg" or "clvmgf" or "clvmrg":
                Row().Merge(word);
                return true;
            case "cell":
                EndCell(1);
                return true;
            case "nestcell":
                EndCell(Math.Max(2, _state.Nesting));
                return true;
            case "row":
                EndRow(1);
                return true;
            case "nestrow":
                EndRow(Math.Max(2, _state.Nesting));
                return true;
            case "intbl":
                _state.InTable = true;
                return true;
            case "itap":
                _state.Nesting = Math.Max(0, number);
                return true;
            default:
                return false;
        }
    }

    private bool TakeParagraphWord(ReadOnlySpan<char> word, int? number)
    {
        switch (word)
        {
            case "par" or "sect":
                if (_state.Destination == RtfDestination.Body)
                {
                    EndParagraph(Math.Max(_state.Nesting, _state.InTable ? 1 : 0));
                }

                return true;
            case "pard":
                _state.InTable = false;
                _state.Nesting = 0;
                _state.Outline = null;
                _state.Style = 0;
                _state.ListLevel = 0;
                return true;
            case "s":
                _state.Style = number ?? 0;
                return true;
            case "outlinelevel":
                _state.Outline = number ?? 0;
                return true;
            case "ilvl":
                _state.ListLevel = Math.Clamp(number ?? 0, 0, 8);
                return true;
            default:
                return false;
        }
    }

    private void TakeCharacterWord(ReadOnlySpan<char> word, int? number)
    {
        switch (word)
        {
            case "plain":
                _state.Hidden = false;
                _state.Deleted = false;
                _state.Font = _defaultFont;
                _state.AsianFont = null;
                break;
            case "v":
                _state.Hidden = number != 0;
                break;
            case "deleted" or "mvf":
                _state.Deleted = number != 0;
                break;
            case "f":
                _state.Font = number ?? 0;
                break;
            case "loch" or "hich":
                _state.NamesAsian = false;
                break;
            case "dbch":
                _state.NamesAsian = true;
                break;
            case "af" when _state.NamesAsian:
                _state.AsianFont = number;
                break;
            case "uc":
                _state.Skips = Math.Max(0, number ?? 1);
                break;
            case "ansicpg" when number > 0:
                _codePage = number.Value;
                break;
            case "mac":
                _codePage = 10000;
                break;
            case "pc":
                _codePage = 437;
                break;
            case "pca":
                _codePage = 850;
                break;
            case "deff":
                _state.Font = _defaultFont = number ?? 0;
                break;
        }
    }
}
