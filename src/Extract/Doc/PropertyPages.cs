using System.Buffers.Binary;
using System.Globalization;

namespace Gouji.Extract.Doc;

/// <summary>
/// The properties of paragraphs or runs by the offset of their characters: pages of 512 bytes (FKP, [MS-DOC] 2.9.174 and 2.9.33) that a
/// table lists in order of offset (2.8.5, 2.8.6). Remembers the last page and run, since texts are read forwards.
/// </summary>
internal sealed class PropertyPages
{
    private const int PageBytes = 512;

    private readonly Bytes _main;
    private readonly Bytes _table;
    private readonly int _pageCount;
    private readonly bool _areParagraphs;
    private int _page = -1;
    private int _pageAt;
    private int _runCount;
    private int _index;
    private PropertyRun _run;

    /// <param name="main">The WordDocument stream.</param>
    /// <param name="table">The table of pages.</param>
    /// <param name="areParagraphs">Whether the pages hold properties of paragraphs, not of runs.</param>
    public PropertyPages(Bytes main, Bytes table, bool areParagraphs)
    {
        _main = main;
        _table = table;
        _areParagraphs = areParagraphs;
        _pageCount = Math.Max(0, (table.Length - 4) / 8);
    }

    /// <summary>The run that covers a byte of the text. One that no page knows has no properties.</summary>
    public PropertyRun At(int offset)
    {
        if (offset >= _run.Start && offset < _run.End)
        {
            return _run;
        }

        if (_page < 0 || offset < RunStart(0) || offset >= RunStart(_runCount))
        {
            var page = FindPage(offset);
            if (page < 0)
            {
                return _run = new PropertyRun(offset, _pageCount > 0 && offset < First(0) ? First(0) : int.MaxValue, 0, 0, 0);
            }

            OpenPage(page);
            if (offset < RunStart(0) || offset >= RunStart(_runCount))
            {
                return _run = new PropertyRun(offset, Math.Max(offset + 1, offset < RunStart(0) ? RunStart(0) : First(page + 1)), 0, 0, 0);
            }
        }

        _index = FindRun(offset);
        return _run = ReadRun();
    }

    private int First(int page) => _table.I32(page * 4L);

    // The last page that begins at or before the offset; -1 where none does.
    private int FindPage(int offset)
    {
        if (_pageCount == 0 || offset < First(0) || offset >= First(_pageCount))
        {
            return -1;
        }

        var low = 0;
        var high = _pageCount - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (First(middle) <= offset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    private void OpenPage(int page)
    {
        // 2.9.202, 2.9.203: 22 bits are the number of the page.
        var number = _table.U32(((_pageCount + 1) * 4L) + (page * 4L)) & 0x3FFFFF;
        var at = number * (long)PageBytes;
        int count = _main.U8(at + PageBytes - 1);
        if (count == 0 || ((count + 1) * 4) + (count * (_areParagraphs ? 13 : 1)) > PageBytes - 1)
        {
            throw _main.Damage(
                string.Create(CultureInfo.InvariantCulture, $"第{at}字节处的属性页有误"),
                string.Create(CultureInfo.InvariantCulture, $"the page of properties at offset {at} is wrong"));
        }

        _page = page;
        _pageAt = (int)at;
        _runCount = count;
        _index = 0;
    }

    private int RunStart(int index) => BinaryPrimitives.ReadInt32LittleEndian(_main.All[(_pageAt + (index * 4))..]);

    private int FindRun(int offset)
    {
        var index = _index + 1;
        if (index < _runCount && RunStart(index) <= offset && offset < RunStart(index + 1))
        {
            return index;
        }

        var low = 0;
        var high = _runCount - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (RunStart(middle) <= offset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    private PropertyRun ReadRun()
    {
        var start = RunStart(_index);
        var end = RunStart(_index + 1);
        var page = _main.All.Slice(_pageAt, PageBytes);
        var offsets = (_runCount + 1) * 4;
        var at = page[offsets + (_areParagraphs ? _index * 13 : _index)] * 2;
        if (at == 0)
        {
            return new PropertyRun(start, end, 0, 0, 0);
        }

        if (!_areParagraphs)
        {
            return new PropertyRun(start, end, 0, _pageAt + at + 1, Math.Min(page[at], PageBytes - 1 - at));
        }

        // 2.9.175: one byte with half the size, or a zero and then it.
        int size = page[at++];
        size = size != 0 ? (size * 2) - 1 : at < PageBytes ? page[at++] * 2 : 0;
        size = Math.Min(size, PageBytes - at);
        return size < 2
            ? new PropertyRun(start, end, 0, 0, 0)
            : new PropertyRun(start, end, BinaryPrimitives.ReadUInt16LittleEndian(page[at..]), _pageAt + at + 2, size - 2);
    }
}

/// <summary>A paragraph or run of characters and where its changes of properties lie.</summary>
/// <param name="Start">First byte of its text in the WordDocument stream.</param>
/// <param name="End">Byte after its text.</param>
/// <param name="Style">Style of a paragraph (istd).</param>
/// <param name="ChangesAt">Offset of the changes in the WordDocument stream.</param>
/// <param name="ChangesLength">Their length.</param>
internal readonly record struct PropertyRun(int Start, int End, int Style, int ChangesAt, int ChangesLength);
