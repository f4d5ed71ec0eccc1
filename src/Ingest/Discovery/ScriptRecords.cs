using System.Globalization;
using System.Text.RegularExpressions;

namespace Gouji.Ingest.Discovery;

/// <summary>
/// Finds the rows of lists that scripts carry as objects for a program to lay out: <c>{url:'/art/1.html', title:'…', date:'2024-02-05'}</c>,
/// as JSON or as JavaScript writes it. An object is a row if it has both an address and a title; what a program would have to put together is none.
/// </summary>
internal static partial class ScriptRecords
{
    // Code that is not understood must not let brackets pile up.
    private const int Deepest = 100;

    /// <summary>The rows of a script as references.</summary>
    public static IEnumerable<Reference> Of(string script)
    {
        var open = new List<Level> { new('\0') };
        for (var i = 0; i < script.Length;)
        {
            var c = script[i];
            if (EndOfComment(script, i) is var comment && comment > i)
            {
                i = comment;
                continue;
            }

            if (c is '"' or '\'')
            {
                var end = ScriptTexts.EndOf(script, i);
                open[^1].Take(end - i >= 2 && script[end - 1] == c ? ScriptTexts.Unescaped(script[(i + 1)..(end - 1)]) : "", isText: true);
                i = end;
                continue;
            }

            if (IsOfName(c))
            {
                var start = i;
                for (; i < script.Length && IsOfName(script[i]); i++)
                {
                }

                open[^1].Take(script[start..i], isText: char.IsAsciiDigit(c));
                continue;
            }

            i++;
            if (c is '}' && Close(open) is { } closed)
            {
                foreach (var reference in closed.References())
                {
                    yield return reference;
                }
            }
            else
            {
                Mark(open, c);
            }
        }
    }

    private static void Mark(List<Level> open, char c)
    {
        switch (c)
        {
            case '{' or '[' or '(':
                open[^1].Spoil();
                open.Add(new Level(c));
                if (open.Count > Deepest)
                {
                    open.RemoveAt(0);
                }

                break;
            case ']' or ')' when open.Count > 1 && open[^1].Bracket == (c == ']' ? '[' : '('):
                open.RemoveAt(open.Count - 1);
                break;
            case ':':
                open[^1].Colon();
                break;
            case ',' or ';':
                open[^1].EndProperty();
                break;
            case var space when char.IsWhiteSpace(space):
                break;
            default:
                open[^1].Spoil();
                break;
        }
    }

    // Brackets within the object that code left open end with it.
    private static Level? Close(List<Level> open)
    {
        var last = open.FindLastIndex(static level => level.Bracket == '{');
        if (last < 0)
        {
            return null;
        }

        var closed = open[last];
        open.RemoveRange(last, open.Count - last);
        if (open.Count == 0)
        {
            open.Add(new Level('\0'));
        }

        closed.EndProperty();
        return closed;
    }

    private static int EndOfComment(string script, int start)
    {
        if (script[start] != '/' || start + 1 == script.Length || script[start + 1] is not ('/' or '*'))
        {
            return start;
        }

        var isLine = script[start + 1] == '/';
        var end = isLine ? script.AsSpan(start).IndexOfAny('\r', '\n') : script.IndexOf("*/", start + 2, StringComparison.Ordinal) - start;
        return end < 0 ? (isLine ? script.Length : start + 2) : start + end + (isLine ? 0 : 2);
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase;

    [GeneratedRegex("(url|href|link|filepath|file_path)$", Options)]
    private static partial Regex AddressName();

    // Pictures beside the title, and the same page once more for telephones.
    [GeneratedRegex("img|image|pic|thumb|logo|icon|cover|avatar|mobile|wap|api|base", Options)]
    private static partial Regex OtherAddressName();

    [GeneratedRegex("(title|biaoti|subject)$", Options)]
    private static partial Regex TitleName();

    [GeneratedRegex("(name|text|label)$", Options)]
    private static partial Regex NameName();

    [GeneratedRegex("(date|time|riqi)$", Options)]
    private static partial Regex DateName();

    [GeneratedRegex("^(https?:)?//[^\\s<>\"']+$|^\\.{0,2}/[^<>\"']+$|^[^<>\"':{}]+\\.(s?html?|jhtml|jspx?|aspx?|php|do|action|docx?|docm|pdf|xlsx?|xlsm|wps|et|ofd|rtf|zip|rar|7z|od[ts])([?#][^<>\"']*)?$", Options)]
    private static partial Regex Address();

    [GeneratedRegex("<[^<>]{1,200}>", Options)]
    private static partial Regex Tag();

    /// <summary>What stands between two brackets, and the property of it that is being read.</summary>
    private sealed class Level(char bracket)
    {
        private readonly List<string> _addresses = [];
        private string? _title;
        private string? _name;
        private string? _date;
        private string? _key;
        private string? _value;
        private bool _afterColon;
        private bool _isSpoilt;

        public char Bracket => bracket;

        public void Take(string token, bool isText)
        {
            if (!_afterColon)
            {
                _key = token;
                _isSpoilt = false;
            }
            else if (isText && _value is null)
            {
                _value = token;
            }
            else
            {
                _isSpoilt = true;
            }
        }

        public void Colon()
        {
            _isSpoilt |= _afterColon;
            _afterColon = true;
        }

        // The value is put together by code.
        public void Spoil() => _isSpoilt = true;

        public void EndProperty()
        {
            if (bracket == '{' && !_isSpoilt && _afterColon && _key is { Length: > 0 and < 50 } key && _value is { Length: > 0 and < 2000 } value)
            {
                Set(key, value.Trim());
            }

            (_key, _value, _afterColon, _isSpoilt) = (null, null, false, false);
        }

        public IEnumerable<Reference> References()
        {
            var title = Words.Collapsed(Tag().Replace(_title ?? _name ?? "", ""));
            return title.Length == 0 ? [] : _addresses.Distinct(StringComparer.Ordinal)
                .Select(address => new Reference(address, FoundBy.Script) { Text = title, Nearby = _date ?? "" });
        }

        private void Set(string key, string value)
        {
            if (AddressName().IsMatch(key))
            {
                if (!OtherAddressName().IsMatch(key) && Address().IsMatch(value))
                {
                    _addresses.Add(value);
                }
            }
            else if (TitleName().IsMatch(key))
            {
                _title = _title is null || key.Equals("title", StringComparison.OrdinalIgnoreCase) ? value : _title;
            }
            else if (NameName().IsMatch(key))
            {
                _name ??= value;
            }
            else if (DateName().IsMatch(key))
            {
                _date ??= PublicationDate.Moment(value);
            }
        }
    }
}
