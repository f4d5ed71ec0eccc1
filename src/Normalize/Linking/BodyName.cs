using System.Text.RegularExpressions;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Linking;

/// <summary>
/// The name of a body, brought to what is the same in every document of it (编报单位). White space, brackets and leading codes do not
/// count, places are abbreviated by a list, and words of scope are taken off and kept apart. Nothing is guessed: 办公室 and 办 stay two names.
/// </summary>
public sealed partial record BodyName
{
    private BodyName(string key, BodyScope scope)
    {
        Key = key;
        Scope = scope;
        Place = PlaceNames.Of(key);
        Stem = key[(key.IndexOf(Place, StringComparison.Ordinal) + Place.Length)..];
    }

    /// <summary>What is equal for the names of one body.</summary>
    public string Key { get; }

    /// <summary>The place that the name begins with; empty where it names none, so that other places have a body of this name too.</summary>
    public string Place { get; }

    /// <summary>What the name says of the scope.</summary>
    public BodyScope Scope { get; }

    /// <summary>The name behind its place.</summary>
    internal string Stem { get; }

    /// <summary>Reads a name as printed.</summary>
    public static BodyName Of(string printed)
    {
        ArgumentNullException.ThrowIfNull(printed);
        var key = LeadingCode().Replace(Fold.Key(printed), "").Replace("中国共产党", "中共", StringComparison.Ordinal);
        var department = false;
        var unit = false;
        while (ScopeWord().Match(key) is { Success: true } word && word.Index > 0)
        {
            var isUnit = word.Value.Contains("本级", StringComparison.Ordinal) || word.Value.Contains("单位", StringComparison.Ordinal) || word.Value.Contains("机关", StringComparison.Ordinal);
            unit |= isUnit;
            department |= !isUnit;
            key = key[..word.Index];
        }

        return new BodyName(PlaceNames.Abbreviate(key), department == unit ? BodyScope.NotStated : department ? BodyScope.Department : BodyScope.Unit);
    }

    /// <summary>What may stand before the name: a unit code such as 105001- or [105], the number of a part.</summary>
    [GeneratedRegex(@"^(第[一二三四五六七八九十]+部分|(\(\d+\)|\d+)[-_:.、]?)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LeadingCode();

    [GeneratedRegex(@"(\((部门|单位|本级|机关|机关本级|本级机关|汇总|部门汇总)\)|部门|单位|机关本级|本级|汇总)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ScopeWord();
}
