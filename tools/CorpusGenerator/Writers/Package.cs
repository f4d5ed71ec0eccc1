using System.IO.Compression;
using System.Text;

namespace Gouji.CorpusGenerator.Writers;

/// <summary>A ZIP whose entries and times are always the same.</summary>
internal static class Package
{
    public static byte[] Write(IEnumerable<(string Name, string Content)> parts)
    {
        using var bytes = new MemoryStream();
        using (var package = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                // OpenDocument is told by this entry, which must not be packed (ODF 1.3 part 2, 3.3).
                var entry = package.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.SmallestSize);
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Whether a file of this name is a package.</summary>
    public static bool IsNameOf(string file) => Path.GetExtension(file) is ".docx" or ".odt" or ".ofd" or ".xlsx";

    /// <summary>The same package with other content in some of its parts.</summary>
    public static byte[] Edit(byte[] package, Func<string, string, string> edit) => Write(Unpack(package).Select(part => (part.Name, edit(part.Name, part.Content))));

    /// <summary>True where two packages hold the same parts; deflate may pack them differently on another machine.</summary>
    public static bool SameContent(byte[] left, byte[] right)
    {
        try
        {
            return left.AsSpan().SequenceEqual(right) || Unpack(left).SequenceEqual(Unpack(right));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static List<(string Name, string Content)> Unpack(byte[] bytes)
    {
        using var package = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        return [.. package.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return (entry.FullName, reader.ReadToEnd());
        })];
    }
}
