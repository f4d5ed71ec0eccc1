using System.Xml;
using Gouji.Extract.Docx;

namespace Gouji.Extract.Ofd;

/// <summary>
/// The parts of an OFD file (GB/T 33190 6). Places are resolved within the package and never leave it; all that is read is counted, for
/// pages may name one large part many times.
/// </summary>
internal sealed class OfdPackage(ZipContainer zip, ReadingLimits limits, CancellationToken cancellationToken)
{
    /// <summary>The part that a file begins with.</summary>
    public const string Entry = "OFD.xml";

    /// <summary>The part that tells that others are encrypted (GM/T 0099 annex C).</summary>
    public const string Encryptions = "Encryptions.xml";

    /// <summary>All parts together may inflate to this many times the limit of one.</summary>
    private const int MostParts = 4;

    private long _left = limits.TextBytes * MostParts;

    public bool Contains(string part) => zip.Contains(part);

    /// <summary>The part that a location leads to: absolute with a leading slash, else from the folder of the part that names it.</summary>
    public string Resolve(string from, string location)
    {
        location = location.Trim().Replace('\\', '/');
        var near = DocumentParts.Resolve(location.StartsWith('/') ? "" : from[..(from.LastIndexOf('/') + 1)], location.TrimStart('/'));

        // Some writers leave out the slash of an absolute location.
        var far = DocumentParts.Resolve("", location.TrimStart('/'));
        return !zip.Contains(near) && zip.Contains(far) ? far : near;
    }

    /// <summary>Reads a part; every way in which it can be damaged ends in one named failure.</summary>
    public T Read<T>(string part, Func<PartXml, T> read)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var limit = Math.Min(limits.TextBytes, _left);
        using var stream = zip.OpenPart(part, limit) ?? throw Unreadable.Missing(part);
        try
        {
            return Read(stream, part, read);
        }
        finally
        {
            _left -= Math.Min(_left, stream.Position);
        }
    }

    /// <summary>Reads a piece of a part that was kept; it counts as if it stood there once more.</summary>
    public void ReadAgain(byte[] piece, string part, Func<PartXml, bool> read)
    {
        if (piece.Length > _left)
        {
            throw Docx.Unreadable.PartTooLarge(part, limits.TextBytes);
        }

        _left -= piece.Length;
        using var stream = new MemoryStream(piece, writable: false);
        Read(stream, part, read);
    }

    private T Read<T>(Stream stream, string part, Func<PartXml, T> read)
    {
        try
        {
            using var xml = new PartXml(stream, part, limits, cancellationToken);
            return read(xml);
        }
        catch (XmlException error)
        {
            throw Docx.Unreadable.Part(part, error);
        }
        catch (InvalidDataException error)
        {
            throw Docx.Unreadable.Part(part, "压缩数据有误", "its compressed data is not valid", error);
        }
    }
}
