using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Gouji.Model;

namespace Gouji.Extract.Text;

/// <summary>The text of a file and the name of the encoding it was written in.</summary>
internal readonly record struct DecodedText(string Text, string Encoding)
{
    /// <summary>Whether the file is in the encoding that nobody needs to be told about.</summary>
    public bool IsUtf8 => Encoding == TextDecoder.Utf8Name;
}

/// <summary>
/// Turns the bytes of a text file into text, strictly: a byte that the encoding does not know makes the file unreadable instead of
/// becoming a replacement character. Encodings are told apart by their bytes: a byte order mark, else UTF-8, else GB18030, of which
/// gb2312 and gbk are subsets.
/// </summary>
internal static class TextDecoder
{
    internal const string Utf8Name = "UTF-8";

    /// <summary>How much of a file is looked at to tell whether it is text.</summary>
    private const int SampleBytes = 64 * 1024;

    /// <summary>
    /// That many well-formed UTF-8 sequences of two or more bytes before the first broken one do not come about by chance in GB18030:
    /// the file is UTF-8 and damaged, and reading it as GB18030 would give fluent nonsense.
    /// </summary>
    private const int SequencesThatProveUtf8 = 16;

    private static readonly UTF8Encoding Utf8Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // GB 18030 is code page 54936; the provider is asked directly so that nothing is registered for the whole process.
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new NotSupportedException("The framework lacks code page 54936 (GB18030).");

    /// <summary>Whether the bytes look like a file of text, judged by the first 64 KB. Never throws.</summary>
    public static bool LooksLikeText(ReadOnlySpan<byte> bytes) => TrySample(bytes, out _, out _);

    /// <summary>The first 64 KB of a file as text, and whether that is all of it; false where they are no text. Never throws.</summary>
    public static bool TrySample(ReadOnlySpan<byte> bytes, out string text, out bool isWhole)
    {
        text = "";
        isWhole = bytes.Length <= SampleBytes;
        if (bytes.IsEmpty || bytes.StartsWith("%PDF-"u8) || bytes.StartsWith("{\\rtf"u8))
        {
            return false;
        }

        var sample = isWhole ? bytes : bytes[..SampleBytes];
        var encoding = EncodingOf(sample, !isWhole, out var preamble);
        if (encoding is UTF8Encoding)
        {
            // What is broken in UTF-8, or cut within a character, is text as well, and reading it says that it is damaged.
            var valid = sample[..(preamble + ValidUtf8(sample[preamble..]))];
            sample = ProvesUtf8(valid) ? valid : sample;
        }
        else if (encoding is null && isWhole && EndsWithinCharacter(sample))
        {
            encoding = Gb18030;
            sample = sample[..^1];
        }

        if (encoding is null)
        {
            return false;
        }

        var chars = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(sample.Length));
        try
        {
            // A decoder keeps a character that is cut in two at the end of the sample, instead of refusing it.
            var decoded = chars.AsSpan(0, encoding.GetDecoder().GetChars(sample[preamble..], chars, flush: isWhole));
            if (TextCharacters.FindBinary(decoded) >= 0)
            {
                return false;
            }

            text = decoded.ToString();
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    /// <summary>Decodes the whole file.</summary>
    /// <exception cref="UnreadableDocumentException">It is not text to its end.</exception>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        var encoding = EncodingOf(bytes, cut: false, out var preamble)
            ?? throw Damaged($"文件不是文本：按UTF-8在第{ValidUtf8(bytes) + 1}字节处、按GB18030也无法解码", $"The file is not text: it cannot be decoded as UTF-8 (byte {ValidUtf8(bytes) + 1}) nor as GB18030");
        string text;
        try
        {
            text = encoding.GetString(bytes[preamble..]);
        }
        catch (DecoderFallbackException failure)
        {
            var at = preamble + failure.Index + 1;
            throw Damaged($"文件在第{at}字节处不符合其编码{NameOf(encoding)}", $"The file breaks its encoding {NameOf(encoding)} at byte {at}", failure);
        }

        var problem = TextCharacters.FindBinary(text);
        if (problem >= 0)
        {
            var line = 1 + text.AsSpan(0, problem).Count('\n');
            throw Damaged($"文件第{line}行起含有非文本的字节", $"The file holds bytes that are not text from line {line}");
        }

        return new DecodedText(text, NameOf(encoding));
    }

    private static Encoding? EncodingOf(ReadOnlySpan<byte> bytes, bool cut, out int preamble)
    {
        preamble = 0;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            preamble = 3;
            return Utf8Strict;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            preamble = 2;
            return new UnicodeEncoding(bigEndian: bytes[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true);
        }

        var valid = ValidUtf8(bytes);
        if (valid == bytes.Length || (cut && bytes.Length - valid < 4))
        {
            return Utf8Strict;
        }

        return ProvesUtf8(bytes[..valid]) ? Utf8Strict : DecodesAsGb18030(bytes, cut) ? Gb18030 : null;
    }

    /// <summary>Number of bytes before the first one that is not UTF-8.</summary>
    private static int ValidUtf8(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return bytes.Length;
        }

        var valid = 0;
        while (Rune.DecodeFromUtf8(bytes[valid..], out _, out var consumed) == OperationStatus.Done)
        {
            valid += consumed;
        }

        return valid;
    }

    /// <summary>Whether a file is GB18030 up to its last byte, which begins a character.</summary>
    private static bool EndsWithinCharacter(ReadOnlySpan<byte> bytes) =>
        bytes.Length > SequencesThatProveUtf8 * 2 && bytes[^1] >= 0x80 && DecodesAsGb18030(bytes[..^1], cut: false);

    private static bool ProvesUtf8(ReadOnlySpan<byte> valid)
    {
        var sequences = 0;
        foreach (var b in valid)
        {
            if (b >= 0xC0 && ++sequences >= SequencesThatProveUtf8)
            {
                return true;
            }
        }

        return false;
    }

    private static bool DecodesAsGb18030(ReadOnlySpan<byte> bytes, bool cut)
    {
        try
        {
            _ = Gb18030.GetDecoder().GetCharCount(bytes, flush: !cut);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string NameOf(Encoding encoding) => encoding switch
    {
        UTF8Encoding => Utf8Name,
        UnicodeEncoding => encoding.CodePage == 1201 ? "UTF-16BE" : "UTF-16LE",
        _ => "GB18030",
    };

    private static UnreadableDocumentException Damaged(string zh, string en, Exception? inner = null) => new(
        UnreadableReason.Damaged,
        new Message(zh + "，可能已损坏；请重新下载，或用文本编辑器另存为UTF-8。", en + "; it may be damaged. Download it again, or save it as UTF-8 with a text editor."),
        inner);
}
