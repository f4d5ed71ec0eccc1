using System.Text;

namespace Gouji.Extract.Docx;

/// <summary>The content types of a Word main part: document or template, with or without macros.</summary>
internal static class WordContentType
{
    private static readonly string[] Main =
    [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ];

    private static readonly byte[][] MainBytes = Array.ConvertAll(Main, Encoding.ASCII.GetBytes);

    public static bool IsMain(string? contentType) =>
        contentType is not null && Array.Exists(Main, type => type.Equals(contentType, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a list of content types names a Word main part.</summary>
    public static bool IsNamedIn(ReadOnlySpan<byte> contentTypes)
    {
        foreach (var type in MainBytes)
        {
            if (contentTypes.IndexOf(type) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
