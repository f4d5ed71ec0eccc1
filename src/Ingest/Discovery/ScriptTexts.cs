using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gouji.Ingest.Discovery;

/// <summary>Finds addresses and markup in scripts without running them: in their texts between quotes, and in lists that they carry as XML.</summary>
internal static partial class ScriptTexts
{
    /// <summary>What a script holds: references, or markup to be read with the way in which its links are found.</summary>
    public static IEnumerable<(Reference? Reference, string? Markup, FoundBy By)> Of(string script)
    {
        if (IsDataStore(script))
        {
            yield return (null, WithoutSections(script), FoundBy.Record);
            yield break;
        }

        foreach (var text in TextsIn(script))
        {
            if (Markup().IsMatch(text))
            {
                yield return (null, text, FoundBy.Script);
            }
            else if (text.Contains("dataproxy.jsp?", StringComparison.Ordinal))
            {
                yield return (new Reference(text, FoundBy.Script) { IsNextPage = true }, null, FoundBy.Script);
            }
            else if (DocumentAddress().IsMatch(text))
            {
                yield return (new Reference(text, FoundBy.Script), null, FoundBy.Script);
            }
        }

        foreach (var record in ScriptRecords.Of(script))
        {
            yield return (record, null, FoundBy.Script);
        }
    }

    /// <summary>Where a script sends the reader at once; null where it does not.</summary>
    public static string? Redirection(string script) => Relocation().Match(script) is { Success: true } match ? match.Groups["address"].Value : null;

    /// <summary>Whether the text is a list of records as XML, for a script to lay out.</summary>
    public static bool IsDataStore(string text) =>
        text.Contains("<record>", StringComparison.OrdinalIgnoreCase) || text.Contains("<datastore>", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a body is such a list and no page.</summary>
    public static bool IsDataStoreItself(string body) => IsDataStore(body) && DataStoreStart().IsMatch(body);

    /// <summary>The text with the content of its CDATA sections as markup.</summary>
    public static string WithoutSections(string text) =>
        text.Replace("<![CDATA[", "", StringComparison.OrdinalIgnoreCase).Replace("]]>", "", StringComparison.Ordinal);

    /// <summary>The address in a call that is written as a javascript: address; null where it is none or names none.</summary>
    public static string? AddressOfCall(string href) =>
        href.AsSpan().TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) ? AddressIn(href.Trim()["javascript:".Length..]) : null;

    /// <summary>The first text of a call that looks like an address; null where none does.</summary>
    public static string? AddressIn(string call) => TextsIn(call).Select(static text => text.Trim()).FirstOrDefault(static text => CalledAddress().IsMatch(text));

    /// <summary>The texts between quotes, their escapes resolved. A quote that its line does not close ends the search in that line.</summary>
    public static IEnumerable<string> TextsIn(string script)
    {
        for (var start = script.AsSpan().IndexOfAny('"', '\''); start >= 0;)
        {
            var end = EndOf(script, start);
            if (script[end - 1] == script[start] && end - start > 2)
            {
                yield return Unescaped(script[(start + 1)..(end - 1)]);
            }

            var next = script.AsSpan(end).IndexOfAny('"', '\'');
            start = next < 0 ? -1 : end + next;
        }
    }

    /// <summary>Behind the closing quote of the text that starts there, or where its line ends without one.</summary>
    public static int EndOf(string script, int start)
    {
        for (var i = start + 1; i < script.Length; i++)
        {
            if (script[i] == script[start])
            {
                return i + 1;
            }

            if (script[i] is '\r' or '\n')
            {
                return i;
            }

            i += script[i] == '\\' ? 1 : 0;
        }

        return script.Length;
    }

    /// <summary>The text with its escapes resolved.</summary>
    public static string Unescaped(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            i++;
            switch (text[i])
            {
                case 'n' or 'r' or 't':
                    result.Append(' ');
                    break;
                case 'u' when Hexadecimal(text, i + 1, 4) is { } unit:
                    result.Append(unit);
                    i += 4;
                    break;
                case 'x' when Hexadecimal(text, i + 1, 2) is { } unit:
                    result.Append(unit);
                    i += 2;
                    break;
                default:
                    result.Append(text[i]);
                    break;
            }
        }

        return result.ToString();
    }

    private static char? Hexadecimal(string text, int start, int length) =>
        start + length <= text.Length && ushort.TryParse(text.AsSpan(start, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase;

    [GeneratedRegex("^\\s*(<\\?xml[^>]*>\\s*)?<(datastore|nextgroup|recordset|record|totalrecord|totalpage)", Options)]
    private static partial Regex DataStoreStart();

    [GeneratedRegex("location(\\.href)?\\s*=\\s*[\"'](?<address>[^\"'\\s]{1,500})[\"']|location\\.(replace|assign)\\(\\s*[\"'](?<address>[^\"'\\s]{1,500})[\"']", Options)]
    private static partial Regex Relocation();

    [GeneratedRegex("<(a|iframe|embed|object|area)\\s[^>]*=[^>]+>", Options)]
    private static partial Regex Markup();

    // With a directory: the name alone may be no more than what is shown.
    [GeneratedRegex("^(https?:)?[^\\s<>\"'()]*[/\\\\][^<>\"'()]*\\.(docx?|docm|pdf|xlsx?|xlsm|wps|et|ofd|rtf|zip|rar|7z|od[ts])([?#][^\\s<>\"']*)?$", Options)]
    private static partial Regex DocumentAddress();

    [GeneratedRegex("^(https?:)?//[^\\s<>\"']+$|^\\.{0,2}/[^<>\"']+$|^[^\\s<>\"'/\\\\(){};]+[/\\\\][^<>\"';]+\\.[a-z0-9]{2,5}([?#][^\\s<>\"']*)?$|^[^\\s<>\"'(){};,]+\\.(s?html?|jspx?|aspx?|php|do|action|ashx|docx?|pdf|xlsx?|wps|et|ofd|rtf|zip|rar|7z|od[ts])([?#][^\\s<>\"']*)?$|^\\?[^\\s<>\"']+=", Options)]
    private static partial Regex CalledAddress();
}
