using System.Globalization;

namespace Gouji.Cli.Output;

/// <summary>
/// Names findings so that they are unique in an output and short enough to type: the first 8 digits of the document's SHA-256 and the
/// number of the finding, <c>1a2b3c4d-3</c>. A second document with the same digits is told apart by its ordinal: <c>1a2b3c4d.2-3</c>.
/// </summary>
internal sealed class FindingIds
{
    private const int Digits = 8;
    private readonly Dictionary<uint, int> _documents = [];

    /// <summary>The part that all findings of a document share. Asked once a document, in the order of the output.</summary>
    public string Prefix(string sha256)
    {
        var digits = sha256[..Digits];
        var key = uint.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var ordinal = _documents.GetValueOrDefault(key) + 1;
        _documents[key] = ordinal;
        return ordinal == 1 ? digits : digits + "." + Figures.Text(ordinal);
    }

    /// <summary>The name of one finding.</summary>
    public static string Of(string prefix, int number) => prefix + "-" + Figures.Text(number);
}
