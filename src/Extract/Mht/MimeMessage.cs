using System.Text;
using Gouji.Model;

namespace Gouji.Extract.Mht;

/// <summary>
/// The parts of a web archive (RFC 2557): a MIME message of several parts, some of which may hold parts themselves. All of them come in
/// one list, in the order of the file.
/// </summary>
internal static class MimeMessage
{
    private const int LongestHead = 64 * 1024;
    private const int LongestValue = 4096;
    private const int MostParts = 10_000;
    private const int DeepestNesting = 8;

    /// <summary>Whether the bytes begin as a message that holds a web page.</summary>
    public static bool Recognises(ReadOnlySpan<byte> bytes)
    {
        // Every other format is told by a byte that is no letter of a header's name.
        bytes = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        bytes = bytes.TrimStart("\r\n"u8);
        if (bytes.IsEmpty || !char.IsAsciiLetter((char)bytes[0]))
        {
            return false;
        }

        var position = 0;
        if (!TryReadHeaders(bytes[..Math.Min(bytes.Length, LongestHead)], ref position, out var headers) || !headers.ContainsKey("content-type"))
        {
            return false;
        }

        var part = new MimePart(headers, position, position);
        var isMessage = headers.ContainsKey("mime-version") || headers.ContainsKey("content-location") || part.Parameter("boundary") is not null;
        return isMessage && (part.IsHtml || part.MediaType.StartsWith("multipart/", StringComparison.Ordinal));
    }

    /// <summary>All parts that are no containers, the container's own headers first.</summary>
    public static (MimePart Message, List<MimePart> Parts) Read(ReadOnlySpan<byte> bytes)
    {
        var position = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        position += bytes[position..].Length - bytes[position..].TrimStart("\r\n"u8).Length;
        if (!TryReadHeaders(bytes, ref position, out var headers))
        {
            throw Damaged("头部不完整", "its head is not complete");
        }

        var message = new MimePart(headers, position, bytes.Length);
        var parts = new List<MimePart>();
        var open = new Stack<(MimePart Part, int Depth)>();
        open.Push((message, 0));
        while (open.TryPop(out var next))
        {
            if (!next.Part.MediaType.StartsWith("multipart/", StringComparison.Ordinal))
            {
                parts.Add(next.Part);
                continue;
            }

            if (next.Depth >= DeepestNesting)
            {
                throw TooLarge($"嵌套超过{DeepestNesting}层", $"its parts nest deeper than {DeepestNesting}");
            }

            var inner = Split(bytes, next.Part);
            for (var i = inner.Count - 1; i >= 0; i--)
            {
                open.Push((inner[i], next.Depth + 1));
            }

            if (parts.Count + open.Count > MostParts)
            {
                throw TooLarge($"部分超过{MostParts}个", $"it has more than {MostParts} parts");
            }
        }

        return (message, parts);
    }

    public static UnreadableDocumentException Damaged(string zh, string en) => new(
        UnreadableReason.Damaged,
        new Message($"网页存档（MHT）已损坏：{zh}；请重新下载，或用浏览器打开后另存为网页。", $"The web archive (MHT) is damaged: {en}; download it again, or open it in a browser and save it."));

    public static UnreadableDocumentException TooLarge(string zh, string en) => new(
        UnreadableReason.TooLarge,
        new Message($"网页存档（MHT）过大：{zh}；文件可能已损坏。", $"The web archive (MHT) is too large: {en}; it may be damaged."));

    // RFC 2046 5.1.1: a line of two hyphens and the boundary begins each part, two hyphens more end the last one.
    private static List<MimePart> Split(ReadOnlySpan<byte> bytes, MimePart container)
    {
        if (container.Parameter("boundary") is not { Length: > 0 } boundary)
        {
            throw Damaged("没有分隔标记", "it names no boundary");
        }

        var delimiter = Encoding.Latin1.GetBytes("--" + boundary);
        var parts = new List<MimePart>();
        int? begun = null;
        for (var line = container.Start; line < container.End;)
        {
            var length = bytes[line..container.End].IndexOf((byte)'\n');
            var next = length < 0 ? container.End : line + length + 1;
            if (bytes[line..next].StartsWith(delimiter))
            {
                var tail = bytes[(line + delimiter.Length)..next].TrimEnd(" \t\r\n"u8);
                if (tail.IsEmpty || tail.SequenceEqual("--"u8))
                {
                    AddPart(bytes, begun, line, parts);
                    begun = next;
                    if (!tail.IsEmpty)
                    {
                        return parts;
                    }
                }
            }

            line = next;
        }

        throw Damaged("末尾缺失", "its end is missing");
    }

    private static void AddPart(ReadOnlySpan<byte> bytes, int? begun, int end, List<MimePart> parts)
    {
        if (begun is { } position && TryReadHeaders(bytes[..end], ref position, out var headers))
        {
            if (parts.Count >= MostParts)
            {
                throw TooLarge($"部分超过{MostParts}个", $"it has more than {MostParts} parts");
            }

            parts.Add(new MimePart(headers, position, end));
        }
    }

    // RFC 5322 2.2: name, colon, value; a line that begins with white space goes on with the one before; an empty line ends them.
    private static bool TryReadHeaders(ReadOnlySpan<byte> bytes, ref int position, out Dictionary<string, string> headers)
    {
        headers = [];
        string? last = null;
        while (position < bytes.Length)
        {
            var length = bytes[position..].IndexOf((byte)'\n');
            var line = bytes.Slice(position, length < 0 ? bytes.Length - position : length).TrimEnd((byte)'\r');
            position += length < 0 ? bytes.Length - position : length + 1;
            if (line.IsEmpty)
            {
                return headers.Count > 0;
            }

            if (line.Length > LongestHead)
            {
                return false;
            }

            if (line[0] is (byte)' ' or (byte)'\t')
            {
                if (last is not null && headers[last].Length < LongestValue)
                {
                    headers[last] += " " + Encoding.Latin1.GetString(line.Trim(" \t"u8));
                }

                continue;
            }

            var colon = line.IndexOf((byte)':');
            if (colon <= 0 || line[..colon].ContainsAny((byte)' ', (byte)'<'))
            {
                return false;
            }

            last = Encoding.Latin1.GetString(line[..colon]).ToLowerInvariant();
            headers[last] = Encoding.Latin1.GetString(line[(colon + 1)..].Trim(" \t"u8));
        }

        return headers.Count > 0;
    }
}
