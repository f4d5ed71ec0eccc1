using System.Text;
using System.Text.RegularExpressions;

namespace Gouji.Ingest.Discovery;

/// <summary>Takes the document out of the address of a viewer: <c>viewer.html?file=%2Fupload%2Fa.pdf</c>, <c>view.aspx?src=…</c>.</summary>
internal static partial class ViewerParameter
{
    /// <summary>The address of the document as written in the parameter; null where the address is no viewer's.</summary>
    public static string? In(Uri address, IReadOnlyList<string> extensions)
    {
        if (address.Query.Length == 0 || !ViewerPath().IsMatch(address.Host + address.AbsolutePath) || DownloadPath().IsMatch(address.AbsolutePath))
        {
            return null;
        }

        foreach (var parameter in address.Query[1..].Split('&'))
        {
            if (parameter.Split('=', 2) is [var name, var value] && ParameterName().IsMatch(name) && Resolved(value) is var document
                && extensions.Contains(FileExtension.Of(document.Split('?', '#')[0])))
            {
                return document;
            }
        }

        return null;
    }

    // Only ASCII is resolved: the rest may be in any encoding and goes on as it is.
    private static string Resolved(string value)
    {
        var result = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '%' && i + 2 < value.Length && char.IsAsciiHexDigit(value[i + 1]) && char.IsAsciiHexDigit(value[i + 2])
                && Convert.ToByte(value.Substring(i + 1, 2), 16) is > 0x20 and < 0x7F and var ascii)
            {
                result.Append((char)ascii);
                i += 2;
            }
            else
            {
                result.Append(value[i]);
            }
        }

        return result.ToString();
    }

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase;

    [GeneratedRegex("view|preview|reader|pdf|flex|player|office|online|show|\\.s?html?$", Options)]
    private static partial Regex ViewerPath();

    [GeneratedRegex("down|attach|getfile|openfile", Options)]
    private static partial Regex DownloadPath();

    [GeneratedRegex("^(file|fileurl|file_url|filepath|src|url|furl|pdf|pdfurl|path|doc|docurl|href|swffile|link)$", Options)]
    private static partial Regex ParameterName();
}
