using System.Runtime.InteropServices;

namespace Gouji.Extract.Doc;

/// <summary>Names of the fonts of a document (SttbfFfn, [MS-DOC] 2.9.286), needed for symbols alone and so read when one is met.</summary>
internal sealed class FontNames(Bytes table)
{
    private string[]? _names;

    /// <summary>The name of a font; null where the document does not define it.</summary>
    public string? this[int number]
    {
        get
        {
            _names ??= Read();
            return number >= 0 && number < _names.Length ? _names[number] : null;
        }
    }

    private string[] Read()
    {
        if (table.Length < 4)
        {
            return [];
        }

        // 2.2.4: the number of entries, then each with its size in one byte; 2.9.87: the name stands at byte 39 of the entry.
        const int NameAt = 39;
        var names = new List<string>();
        long at = 4;
        for (var count = table.U16(0); count > 0 && at < table.Length; count--)
        {
            var size = Math.Min(table.U8(at), table.Length - at - 1);
            var entry = table.Span(at + 1, size);
            var name = MemoryMarshal.Cast<byte, char>(entry[Math.Min(NameAt, entry.Length)..]);
            var end = name.IndexOf('\0');
            names.Add((end < 0 ? name : name[..end]).ToString());
            at += 1 + size;
        }

        return [.. names];
    }
}
