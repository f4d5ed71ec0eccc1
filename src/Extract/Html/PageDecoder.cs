using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Gouji.Model;

namespace Gouji.Extract.Html;

/// <summary>
/// Decodes a page: by its byte order mark, else as declared if the bytes allow that, else as what they do allow. Browsers trust the
/// declaration; the pages of a template that says gb2312 around a text in UTF-8 are why this reader does not.
/// </summary>
internal static class PageDecoder
{
    // Text of another charset, taken for UTF-8, is invalid nearly everywhere; damaged UTF-8 is invalid in few places.
    private const int DamagedUtf8 = 10;

    /// <summary>The decoded text, lines ending in <c>\n</c> alone. What had to be guessed is added to the notes.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, List<ReadingNote> notes)
    {
        var text = DecodeBytes(bytes, notes);
        return text.Contains('\r', StringComparison.Ordinal)
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : text;
    }

    private static string DecodeBytes(ReadOnlySpan<byte> bytes, List<ReadingNote> notes)
    {
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, .. var rest]:
                return Utf8Text(rest, notes);
            case [0xFF, 0xFE, .. var rest]:
                return Lossy(rest, "UTF-16LE", fallback => Utf16(bigEndian: false, fallback), notes);
            case [0xFE, 0xFF, .. var rest]:
                return Lossy(rest, "UTF-16BE", fallback => Utf16(bigEndian: true, fallback), notes);
            default:
                break;
        }

        var label = CharsetLabel.Declared(bytes);
        if (Utf16Order(bytes) is { } bigEndian && Strict(Utf16(bigEndian, DecoderFallback.ExceptionFallback), bytes) is { } wide)
        {
            notes.Add(Guessed(label, bigEndian ? "UTF-16BE" : "UTF-16LE"));
            return wide;
        }

        if (Ascii.IsValid(bytes))
        {
            return Encoding.ASCII.GetString(bytes);
        }

        var declared = label is null ? null : CharsetLabel.EncodingOf(label, DecoderFallback.ExceptionFallback);
        var isUtf8 = Utf8.IsValid(bytes);
        var looksUtf8 = isUtf8 || LooksUtf8(bytes);
        if (declared?.CodePage == Encoding.UTF8.CodePage)
        {
            return looksUtf8 ? Utf8Text(bytes, notes)
                : AsGb18030(bytes, label, notes) ?? Damaged(bytes, label, notes);
        }

        if (declared is null || declared.IsSingleByte)
        {
            // In a single-byte charset nothing is ever invalid, so such a declaration proves nothing.
            return looksUtf8 ? AsUtf8(bytes, label, notes)
                : declared is null ? AsGb18030(bytes, label, notes) ?? Damaged(bytes, label, notes)
                : AsGb18030(bytes, label, notes, onlyChinese: true) ?? declared.GetString(bytes);
        }

        // Text in UTF-8 can happen to be valid in a double-byte charset; the reverse hardly happens, and never as ideographs.
        return looksUtf8 && IsMostlyChinese(Encoding.UTF8.GetString(bytes)) ? AsUtf8(bytes, label, notes)
            : Strict(declared, bytes)
            ?? (isUtf8 ? AsUtf8(bytes, label, notes) : AsGb18030(bytes, label, notes))
            ?? Damaged(bytes, label, notes);
    }

    private static string AsUtf8(ReadOnlySpan<byte> bytes, string? label, List<ReadingNote> notes)
    {
        if (label is not null)
        {
            notes.Add(Guessed(label, "UTF-8"));
        }

        return Utf8Text(bytes, notes);
    }

    // Counting what is lost is several times as slow as decoding what is valid.
    private static string Utf8Text(ReadOnlySpan<byte> bytes, List<ReadingNote> notes) =>
        Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Lossy(bytes, "UTF-8", CharsetLabel.Utf8, notes);

    private static string? AsGb18030(ReadOnlySpan<byte> bytes, string? label, List<ReadingNote> notes, bool onlyChinese = false)
    {
        var text = Strict(CharsetLabel.Gb18030(DecoderFallback.ExceptionFallback), bytes);
        if (text is null || (onlyChinese && !IsMostlyChinese(text)))
        {
            return null;
        }

        notes.Add(Guessed(label, "GB18030"));
        return text;
    }

    private static string Lossy(ReadOnlySpan<byte> bytes, string name, Func<DecoderFallback, Encoding> encoding, List<ReadingNote> notes)
    {
        var fallback = new CountingFallback();
        var decoder = encoding(fallback);
        if (fallback.LostIn(decoder, bytes) is > 0 and var lost)
        {
            notes.Add(DamagedNote(name, lost));
        }

        return decoder.GetString(bytes);
    }

    // Nothing is valid: what loses the fewest bytes, and the declared charset where that is undecided.
    private static string Damaged(ReadOnlySpan<byte> bytes, string? label, List<ReadingNote> notes)
    {
        (string Name, Func<DecoderFallback, Encoding?> Of)[] candidates =
        [
            (label ?? "", fallback => label is null ? null : CharsetLabel.EncodingOf(label, fallback)),
            ("GB18030", CharsetLabel.Gb18030),
            ("UTF-8", CharsetLabel.Utf8),
        ];
        var best = (Text: "", Name: "", Lost: int.MaxValue);
        foreach (var (name, of) in candidates)
        {
            var fallback = new CountingFallback();
            if (of(fallback) is { } encoding && fallback.LostIn(encoding, bytes) is var lost && lost < best.Lost)
            {
                best = (encoding.GetString(bytes), name, lost);
            }
        }

        notes.Add(DamagedNote(best.Name, best.Lost));
        return best.Text;
    }

    private static bool LooksUtf8(ReadOnlySpan<byte> bytes)
    {
        int invalid = 0, beyondAscii = 0;
        while (bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is >= 0 and var at)
        {
            bytes = bytes[at..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            beyondAscii += length;
            invalid += status == OperationStatus.Done ? 0 : length;
            bytes = bytes[length..];
        }

        return (long)invalid * DamagedUtf8 < beyondAscii;
    }

    private static ReadingNote DamagedNote(string name, int bytes) => new(
        "charset-damaged",
        new Message(
            string.Create(CultureInfo.InvariantCulture, $"网页按{name}解码，有{bytes}个字节无法解码，以“\uFFFD”代替；请核对原网页。"),
            string.Create(CultureInfo.InvariantCulture, $"The page was decoded as {name}; {bytes} bytes could not be decoded and stand as U+FFFD. Check the original.")));

    private static ReadingNote Guessed(string? label, string used) => label is null
        ? new ReadingNote("charset-guessed", new Message($"网页未声明字符集，按{used}解码。", $"The page declares no charset; it was decoded as {used}."))
        : new ReadingNote(
            "charset-mislabelled",
            new Message($"网页声明的字符集是{label}，实际按{used}解码。", $"The page declares the charset {label}; it was decoded as {used}."));

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static UnicodeEncoding Utf16(bool bigEndian) => new(bigEndian, byteOrderMark: false);

    private static Encoding Utf16(bool bigEndian, DecoderFallback fallback)
    {
        var encoding = (Encoding)Utf16(bigEndian).Clone();
        encoding.DecoderFallback = fallback;
        return encoding;
    }

    // UTF-16 without a mark: every second byte of markup is 0. Null where this does not look so.
    private static bool? Utf16Order(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, CharsetLabel.Reach)];
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] == 0)
            {
                _ = (i & 1) == 0 ? even++ : odd++;
            }
        }

        var most = Math.Max(even, odd);
        return most > 3 && most * 8 > head.Length && Math.Min(even, odd) * 8 < most ? even > odd : null;
    }

    private static bool IsMostlyChinese(string text)
    {
        int ideographs = 0, others = 0;
        foreach (var c in text)
        {
            if (c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3000' and <= '\u303F') or (>= '\uFF00' and <= '\uFFEF'))
            {
                ideographs++;
            }
            else if (c > '\u007F')
            {
                others++;
            }
        }

        return ideographs > others;
    }

    private sealed class CountingFallback : DecoderFallback
    {
        private int _bytes;

        public override int MaxCharCount => 1;

        // Encodings pass over the bytes more than once; counting the characters is one pass.
        public int LostIn(Encoding encoding, ReadOnlySpan<byte> bytes)
        {
            _bytes = 0;
            encoding.GetCharCount(bytes);
            return _bytes;
        }

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

        private sealed class Buffer(CountingFallback owner) : DecoderFallbackBuffer
        {
            private int _left;

            public override int Remaining => _left;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                owner._bytes += bytesUnknown.Length;
                _left = 1;
                return true;
            }

            public override char GetNextChar() => _left-- > 0 ? '\uFFFD' : '\0';

            public override bool MovePrevious() => false;

            public override void Reset() => _left = 0;
        }
    }
}
