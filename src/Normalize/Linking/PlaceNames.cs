using System.Text.RegularExpressions;

namespace Gouji.Normalize.Linking;

/// <summary>The places with which names of bodies begin. Abbreviations are facts of a list; nothing else is taken for one.</summary>
internal static partial class PlaceNames
{
    private const string Resource = "Gouji.Normalize.Linking.place-abbreviations.csv";

    private static readonly (string Short, string Full)[] Abbreviations = Read();

    /// <summary>Rows of the list, for the tests.</summary>
    internal static IReadOnlyList<(string Short, string Full)> All => Abbreviations;

    /// <summary>
    /// The folded name with its leading places abbreviated: 克孜勒苏柯尔克孜自治州 gives 克州. An autonomous prefecture is the only one of its
    /// name, so that the region before it says nothing more; other places keep theirs.
    /// </summary>
    public static string Abbreviate(string key)
    {
        var begin = PartyPrefix(key);
        var (prefecture, rest) = Take(key[begin..], IsPrefecture);
        if (prefecture.Length > 0)
        {
            return key[..begin] + prefecture + rest;
        }

        var (region, behind) = Take(key[begin..], static place => !IsPrefecture(place));
        (prefecture, rest) = Take(behind, IsPrefecture);
        return key[..begin] + (prefecture.Length > 0 ? prefecture : region) + rest;
    }

    /// <summary>The place, abbreviated, with which a name begins, and what stands behind it; empty where it begins with none of those asked for.</summary>
    private static (string Place, string Behind) Take(string name, Func<(string Short, string Full), bool> asked)
    {
        foreach (var place in Abbreviations)
        {
            if (asked(place) && Array.Find([place.Full, place.Short], text => name.StartsWith(text, StringComparison.Ordinal)) is { } text)
            {
                return (place.Short, name[text.Length..]);
            }
        }

        return ("", name);
    }

    private static bool IsPrefecture((string Short, string Full) place) => place.Full.EndsWith("自治州", StringComparison.Ordinal);

    /// <summary>The place with which an abbreviated name begins; empty where it names none.</summary>
    public static string Of(string key)
    {
        var begin = PartyPrefix(key);
        var end = begin;
        while (Array.Find(Abbreviations, place => key.AsSpan(end).StartsWith(place.Short) && !IsLonger(key.AsSpan(end + place.Short.Length))) is { Short: not null } place)
        {
            end += place.Short.Length;
        }

        while (Next().Match(key, end, key.Length - end) is { Success: true } match && match.Index == end && !IsNoPlace(match.Value))
        {
            end += match.Length;
        }

        // 新疆 alone would be a place before 生产建设兵团 as well: a body of its own, not one of the region.
        return key.AsSpan(end).StartsWith("生产建设兵团") ? key[begin..(end + 6)] : key[begin..end];
    }

    /// <summary>True behind an abbreviation that is only the beginning of a name: 吉林 of 吉林市, 巴州 of 巴州区.</summary>
    private static bool IsLonger(ReadOnlySpan<char> behind) => behind is ['市' or '区' or '县', ..];

    private static int PartyPrefix(string key) => key.StartsWith("中共", StringComparison.Ordinal) ? 2 : 0;

    /// <summary>True for 全县, 自治区, 经济开发区 and their like, which are in every place.</summary>
    private static bool IsNoPlace(string text) =>
        text[0] is '全' or '本' or '我' or '各' or '该' or '县' && text.Length == 2
        || text is "自治区" or "自治州" or "自治县"
        || NoDistrict().IsMatch(text);

    private static (string Short, string Full)[] Read()
    {
        using var stream = typeof(PlaceNames).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not in the program.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)
            .Select(static line => line.Split(','))
            .Select(static fields => (fields[0], fields[1]))
            .OrderByDescending(static place => place.Item1.Length)];
    }

    [GeneratedRegex(@"\G(\p{IsCJKUnifiedIdeographs}县|[\p{IsCJKUnifiedIdeographs}-[省市县区旗州盟镇乡]]{2,12}?(市|县|区|旗|州|盟|地区|镇|乡|省))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Next();

    [GeneratedRegex(@"(开发|园|社|景|校|库|牧|辖|地|小|保护|示范|试验)区$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NoDistrict();
}
