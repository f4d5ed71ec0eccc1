using Gouji.Model;

namespace Gouji.Extract.Rtf;

/// <summary>Lines and characters of an RTF file, asked for from its begin to its end. A character is a byte: RTF is written in ASCII.</summary>
internal sealed class RtfPositions(ArraySegment<byte> bytes)
{
    private int _counted;
    private int _lineStart;
    private int _line = 1;

    /// <summary>Position of a byte that is not before the last one asked for.</summary>
    public SourcePosition Of(int offset)
    {
        var between = bytes.AsSpan(_counted, offset - _counted);
        var last = between.LastIndexOf((byte)'\n');
        if (last >= 0)
        {
            _line += System.MemoryExtensions.Count(between, (byte)'\n');
            _lineStart = _counted + last + 1;
        }

        _counted = offset;
        return new SourcePosition(null, _line, offset - _lineStart + 1);
    }
}
