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
    private readonly Dictionary<long, string> _notFirst = [];
    private long _ordinal;

    /// <summary>The part that all findings of the next document share. Asked for each document, in the order of the output.</summary>
    /// <param name="sha256">Null for a document whose bytes were not read; it has no findings.</param>
    public string Next(string? sha256)
    {
        var prefix = sha256 is null ? "" : Prefix(sha256);
        if (prefix.Length > Digits)
        {
            _notFirst.Add(_ordinal, prefix);
        }

        _ordinal++;
        return prefix;
    }

    /// <summary>The same part once more, by the 0-based place of the document in the output.</summary>
    public string Again(long ordinal, string sha256) => _notFirst.GetValueOrDefault(ordinal) ?? sha256[..Digits];

    /// <summary>The part that all findings of a document share. Asked once a document.</summary>
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
