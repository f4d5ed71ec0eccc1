using System.Collections.Frozen;

namespace Gouji.Normalize.Codes;

/// <summary>One classification, ready for questions: every code with its names, and the numbers of which the list is complete.</summary>
internal sealed class CodeList
{
    private readonly FrozenDictionary<string, Entry> entries;
    private readonly FrozenDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> byText;
    private readonly FrozenDictionary<string, CodeName[]> classes;
    private readonly FrozenDictionary<string, CodeName[]>.AlternateLookup<ReadOnlySpan<char>> classesByKey;
    private readonly ClosedRange[] closed;

    public CodeList(IEnumerable<CodeName> names, IEnumerable<ClosedRange> closedRanges)
    {
        entries = names
            .GroupBy(static name => name.Code)
            .ToFrozenDictionary(static group => group.Key, static group => new Entry([.. group.OrderBy(static name => name.Years.From ?? 0)]), StringComparer.Ordinal);
        byText = entries.GetAlternateLookup<ReadOnlySpan<char>>();
        classes = entries.Values
            .SelectMany(static entry => entry.Names)
            .Where(static name => name.Code.Length == 3)
            .GroupBy(static name => NameKey.OfClass(Text.Fold.Key(name.Name)))
            .ToFrozenDictionary(static group => group.Key, static group => group.OrderBy(static name => name.Code, StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        classesByKey = classes.GetAlternateLookup<ReadOnlySpan<char>>();
        closed = [.. closedRanges];
    }

    /// <summary>Every name, by code and then by year.</summary>
    public IEnumerable<CodeName> Names =>
        entries.Values.SelectMany(static entry => entry.Names).OrderBy(static name => name.Code, StringComparer.Ordinal).ThenBy(static name => name.Years.From ?? 0);

    /// <summary>The code as a string that is already there; null where it is not listed.</summary>
    public string? Intern(ReadOnlySpan<char> code) => byText.TryGetValue(code, out var entry) ? entry.Names[0].Code : null;

    /// <summary>The entry of a code; null where it is not listed.</summary>
    public Entry? Find(ReadOnlySpan<char> code) => byText.TryGetValue(code, out var entry) ? entry : null;

    /// <summary>The class of a name; the one of the year where several years share the name.</summary>
    public string? FindClass(ReadOnlySpan<char> key, int? year)
    {
        if (!classesByKey.TryGetValue(key, out var found))
        {
            return null;
        }

        foreach (var name in found)
        {
            if (year is not { } asked || name.Years.Contains(asked))
            {
                return name.Code;
            }
        }

        return found[0].Code;
    }

    /// <summary>Whether an unlisted code certainly does not exist in the year; null asks for every year.</summary>
    public bool Excludes(ReadOnlySpan<char> code, int? year)
    {
        foreach (var range in closed)
        {
            if (range.Excludes(code, year))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A code with its names in order of years.</summary>
    internal sealed class Entry
    {
        public Entry(CodeName[] names)
        {
            Names = names;
            Keys = [.. names.Select(static name => NameKey.Of(Text.Fold.Key(name.Name)))];
            YearRange[] years = [.. names.Where(static name => name.Confirmed).Select(static name => name.Years)];
            WhenAbsent = years.Length > 0 ? new CodeStatus(CodeState.WrongYear, years) : CodeStatus.Of(CodeState.Invalid);
            var confirmed = Array.FindLastIndex(names, static name => name.Confirmed);
            Latest = confirmed < 0 ? names[^1] : names[confirmed];
        }

        /// <summary>The names, earliest first.</summary>
        public CodeName[] Names { get; }

        /// <summary>The lenient key of each name.</summary>
        public string[] Keys { get; }

        /// <summary>The last confirmed name, or the last.</summary>
        public CodeName Latest { get; }

        /// <summary>The status in a year from which the code is certainly absent.</summary>
        public CodeStatus WhenAbsent { get; }

        /// <summary>The name of a year, or the latest where no year is given; null where the year has none.</summary>
        public CodeName? In(int? year)
        {
            if (year is not { } asked)
            {
                return Latest;
            }

            foreach (var name in Names)
            {
                if (name.Years.Contains(asked))
                {
                    return name;
                }
            }

            return null;
        }
    }
}
