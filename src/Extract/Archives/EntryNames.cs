using System.Text;
using SharpCompress.Common;

namespace Gouji.Extract.Archives;

/// <summary>
/// Decodes the names of members: UTF-8 where they are valid as such, whatever the archive says, else GB18030, in which Chinese Windows
/// writes them. A name is never a path to write to; it only names.
/// </summary>
internal static class EntryNames
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936)
        ?? throw new NotSupportedException("GB18030");

    public static ArchiveEncoding Encoding { get; } = new()
    {
        CustomDecoder = static (bytes, index, count, _) => Decode(bytes.AsSpan(index, count)),
    };

    public static string Decode(ReadOnlySpan<byte> name)
    {
        try
        {
            return Utf8.GetString(name);
        }
        catch (DecoderFallbackException)
        {
            return Gb18030.GetString(name);
        }
    }

    /// <summary>The name as it is shown: slashes as slashes, and no control characters.</summary>
    public static string Shown(string? key)
    {
        var name = (key ?? "").Replace('\\', '/');
        return name.AsSpan().ContainsAnyInRange('\0', '\x1F')
            ? string.Create(name.Length, name, static (shown, from) =>
            {
                for (var i = 0; i < shown.Length; i++)
                {
                    shown[i] = from[i] < ' ' ? '\uFFFD' : from[i];
                }
            })
            : name;
    }

    /// <summary>Whether a member is no document by its name: what systems keep for themselves.</summary>
    public static bool IsLeftOut(string name)
    {
        var slash = name.LastIndexOf('/') + 1;
        return name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.Contains("/__MACOSX/", StringComparison.Ordinal)
            || (slash < name.Length && name[slash] == '.');
    }
}
