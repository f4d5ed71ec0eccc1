using System.Globalization;
using System.Text;

namespace Gouji.Bench.Crawl;

/// <summary>A budget whose figures agree, saved as a web page, as offices save .doc files, of a given size: one for each department of each place.</summary>
/// <param name="original">The budget of one department.</param>
/// <param name="size">Bytes of each, unless it has more by itself.</param>
internal sealed class PaddedDocument(string original, int size)
{
    private const string Original = "沅滨县民政局";

    /// <summary>The budget of a department.</summary>
    public byte[] Of(int place, int department)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{(char)('东' + place)}山县第{department + 1}局");
        var bytes = Encoding.UTF8.GetBytes(original.Replace(Original, name, StringComparison.Ordinal));
        return bytes.Length >= size ? bytes : [.. bytes, .. Encoding.ASCII.GetBytes("<!--".PadRight(size - bytes.Length - 3, '-')), .. "-->"u8];
    }
}
