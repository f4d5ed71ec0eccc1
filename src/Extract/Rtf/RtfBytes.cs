using System.Text;
using Gouji.Extract.Docx;

namespace Gouji.Extract.Rtf;

/// <summary>
/// Gathers bytes of text until it is known that they belong together: the two bytes of a Chinese character stand in two tokens. Counts
/// what could not be decoded.
/// </summary>
internal sealed class RtfBytes
{
    private const int Gbk = 936;
    private const int Gb18030 = 54936;

    private readonly Dictionary<int, Encoding> _encodings = [];
    private readonly byte[] _bytes = new byte[512];
    private readonly char[] _chars = new char[2048];
    private int _count;
    private int _codePage = RtfFonts.Latin;
    private int? _asian;
    private bool _afterLead;

    /// <summary>How many characters could not be decoded.</summary>
    public int Lost { get; private set; }

    /// <summary>Whether the next byte is the second one of a character, even if it looks like ASCII.</summary>
    public bool WantsTrail => _afterLead;

    public bool IsEmpty => _count == 0;

    /// <summary>Takes a byte that is in the code page of its font.</summary>
    /// <param name="value">The byte.</param>
    /// <param name="codePage">Code page of the font.</param>
    /// <param name="asian">Code page of the font's East Asian companion, for bytes that a Latin font cannot mean; null for none.</param>
    /// <param name="text">Where decoded text goes.</param>
    public void Add(byte value, int codePage, int? asian, TextBuffer text)
    {
        if (_count == _bytes.Length - 2 || (_count > 0 && (codePage != _codePage || asian != _asian)))
        {
            if (!_afterLead || codePage != _codePage)
            {
                Flush(text);
            }
        }

        _codePage = codePage;
        _asian = asian;
        _bytes[_count++] = value;
        _afterLead = RtfFonts.IsDouble(codePage) && !_afterLead && value >= 0x81;
        if (_count == _bytes.Length)
        {
            Flush(text);
        }
    }

    /// <summary>Writes what was gathered.</summary>
    public void Flush(TextBuffer text)
    {
        if (_count == 0)
        {
            return;
        }

        // Word writes Chinese with a Latin font selected where the East Asian font stands beside it. Two bytes from A1 on are an ideograph.
        var bytes = _bytes.AsSpan(0, _count);
        var codePage = _asian is { } asian && (_count & 1) == 0 && !bytes.ContainsAnyInRange<byte>(0, 0xA0) ? asian : _codePage;
        var length = EncodingOf(codePage).GetChars(bytes, _chars);
        var chars = _chars.AsSpan(0, length);
        Lost += System.MemoryExtensions.Count(chars, '\uFFFD');
        text.Append(chars);
        _count = 0;
        _afterLead = false;
    }

    private Encoding EncodingOf(int codePage)
    {
        if (_encodings.TryGetValue(codePage, out var encoding))
        {
            return encoding;
        }

        encoding = Find(codePage == Gbk ? Gb18030 : codePage) ?? Find(RtfFonts.Latin)!;
        _encodings[codePage] = encoding;
        return encoding;
    }

    private static Encoding? Find(int codePage)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))
                ?? Encoding.GetEncoding(codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            // The file names a code page that nobody has.
            return null;
        }
    }
}
