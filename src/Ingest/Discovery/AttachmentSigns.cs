using System.Text.RegularExpressions;
using Gouji.Ingest.Sources;

namespace Gouji.Ingest.Discovery;

/// <summary>Tells by address and text whether a link leads to a document (附件) rather than a page.</summary>
internal static partial class AttachmentSigns
{
    public static bool Of(Uri address, string text, SourceSettings settings)
    {
        if (settings.Attachments.Any(pattern => pattern.Matches(address)))
        {
            return true;
        }

        var extension = FileExtension.Of(address);
        if (settings.Extensions.Contains(extension))
        {
            return true;
        }

        if (FileExtension.IsAsset(extension))
        {
            return false;
        }

        // A page that is called attachment 1 is a document saved as a page.
        if (FileExtension.IsPage(extension))
        {
            return address.Query.Length == 0 && NumberedAttachment().IsMatch(text);
        }

        return DownloadPath().IsMatch(address.AbsolutePath) && (address.Query.Length > 0 || extension.Length == 0) && !address.AbsolutePath.EndsWith('/')
            || Parameters(address).Any(parameter => DocumentParameter().IsMatch(parameter[0]) || settings.Extensions.Contains(FileExtension.Of(parameter[1])))
            || settings.Extensions.Contains(FileExtension.Of(text.TrimEnd(' ', ')', '）', ']', '】')))
            || AttachmentText().IsMatch(text);
    }

    private static IEnumerable<string[]> Parameters(Uri address) =>
        address.Query.Length > 1 ? address.Query[1..].Split('&').Select(static parameter => parameter.Split('=', 2)).Where(static parts => parts.Length == 2) : [];

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase;

    [GeneratedRegex("down(load|file|attach)|filedown|/down/|attach|annex|appendix|getfile|openfile|readfile|fileserver", Options)]
    private static partial Regex DownloadPath();

    [GeneratedRegex("^(fileid|file_id|wbfileid|attachid|attachmentid|attach_id|annexid|fjid|fileguid|attachguid|filename)$", Options)]
    private static partial Regex DocumentParameter();

    [GeneratedRegex("^[【\\[（(]?附件[0-9一二三四五六七八九十]{1,3}\\s?([：:.、．】）)]|$)", Options)]
    private static partial Regex NumberedAttachment();

    [GeneratedRegex("^[【\\[（(]?附\\s?件", Options)]
    private static partial Regex AttachmentText();
}
