using Gouji.Normalize.Text;

namespace Gouji.Normalize.Codes;

/// <summary>
/// The classification codes by fiscal year (政府收支分类科目): whether a code exists in a year, what it is called, and how a
/// printed name stands to it. Immutable; questions about listed codes allocate nothing. The data are the CSV files beside
/// this one. What they mark as not confirmed is never the ground of a claim that a disclosure is wrong.
/// </summary>
internal sealed class ClassificationCodes
{
    private const int OnStack = 256;
    private static readonly Lazy<ClassificationCodes> Loaded = new(Load);

    private readonly CodeList function;
    private readonly CodeList economic;
    private readonly CodeList government;

    private ClassificationCodes(CodeList function, CodeList economic, CodeList government)
    {
        this.function = function;
        this.economic = economic;
        this.government = government;
    }

    /// <summary>The codes that ship inside the program.</summary>
    public static ClassificationCodes Instance => Loaded.Value;

    /// <summary>Reads the codes that ship inside the program.</summary>
    /// <exception cref="InvalidDataException">A line of the data is not as it must be.</exception>
    public static ClassificationCodes Load()
    {
        var functionNames = Read("function-codes.csv", CodeTable.ReadNames);
        var generic = GenericItems.Expand(
            functionNames,
            Read("administrative-sections.csv", CodeTable.ReadSections),
            Read("generic-items.csv", CodeTable.ReadGenericItems));
        var closed = Read("closed-ranges.csv", CodeTable.ReadClosedRanges);
        return new ClassificationCodes(
            new CodeList([.. functionNames, .. generic], closed.Where(static range => range.First[0] == '2')),
            new CodeList(Read("economic-codes.csv", CodeTable.ReadNames), closed.Where(static range => range.First[0] == '3')),
            new CodeList(Read("government-economic-codes.csv", CodeTable.ReadNames), closed.Where(static range => range.First[0] == '5')));
    }

    /// <summary>Every name of a classification, by code and then by year.</summary>
    public IEnumerable<CodeName> Names(ClassificationKind kind) => List(kind).Names;

    /// <summary>What is known of a code in a fiscal year; null asks whether it is known of any year.</summary>
    public CodeStatus Status(ClassificationKind kind, string code, int? year)
    {
        ArgumentNullException.ThrowIfNull(code);
        var list = List(kind);
        if (list.Find(code)?.In(year) is { } name)
        {
            return CodeStatus.Of(name.Confirmed ? CodeState.Known : CodeState.KnownUnconfirmed);
        }

        if (!IsOfShape(kind, code, out var levels))
        {
            return CodeStatus.Of(CodeState.Invalid);
        }

        // 收入分类 begins with 1 and is not covered.
        if (kind == ClassificationKind.Function && code[0] == '1')
        {
            return CodeStatus.Of(CodeState.Unknown);
        }

        // What lies under a class or section that does not exist does not exist either.
        for (var length = 3; length <= levels; length += 2)
        {
            var part = code.AsSpan(0, length);
            var entry = list.Find(part);
            if (entry?.In(year) is null && list.Excludes(part, year))
            {
                return entry?.WhenAbsent ?? CodeStatus.Of(CodeState.Invalid);
            }
        }

        return CodeStatus.Of(CodeState.Unknown);
    }

    /// <summary>
    /// How a printed name stands to the name of its code in a fiscal year. Without a year any year's name will do.
    /// </summary>
    public NameMatch Match(ClassificationKind kind, string code, string printedName, int? year)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(printedName);
        if (List(kind).Find(code) is not { } entry)
        {
            return new NameMatch(NameMatchKind.NotTold);
        }

        var official = entry.In(year);
        if (official?.Name == printedName)
        {
            return new NameMatch(NameMatchKind.Same, official.Name);
        }

        var size = Math.Max(printedName.Length, 1);
        Span<char> room = size <= OnStack ? stackalloc char[OnStack] : new char[size];
        var folded = Folded(printedName, room);
        Span<char> keyRoom = folded.Length <= OnStack ? stackalloc char[OnStack] : new char[folded.Length];
        var found = FindName(entry, kind, folded, keyRoom, official, year);
        if (found is not null && (ReferenceEquals(found, official) || year is null))
        {
            return new NameMatch(found.Name == printedName ? NameMatchKind.Same : NameMatchKind.Variant, found.Name);
        }

        // A claim needs a confirmed name for this year, and one that is not merely of doubtful years.
        var mayClaim = official is { Confirmed: true } && found is null or { Confirmed: true };
        if (official is null || !mayClaim || (year is null && !Array.TrueForAll(entry.Names, static name => name.Confirmed)))
        {
            return new NameMatch(NameMatchKind.NotTold);
        }

        return found is null
            ? new NameMatch(NameMatchKind.Different, official.Name)
            : new NameMatch(NameMatchKind.StaleName, official.Name, found.Years);
    }

    /// <summary>
    /// The name of a code in a fiscal year, confirmed or not; without a year its latest confirmed name. Null where none is listed.
    /// </summary>
    public string? NameOf(ClassificationKind kind, string code, int? year)
    {
        ArgumentNullException.ThrowIfNull(code);
        return List(kind).Find(code)?.In(year)?.Name;
    }

    /// <summary>
    /// Finds a class by its name alone, for rows that print an ordinal instead of a code (八、社会保障和就业支出). The name of any
    /// year will do: ordinals shift between forms, and stale names are common.
    /// </summary>
    public bool TryFindClassByName(ClassificationKind kind, string printed, int? year, out string code)
    {
        ArgumentNullException.ThrowIfNull(printed);
        var size = Math.Max(printed.Length, 1);
        Span<char> room = size <= OnStack ? stackalloc char[OnStack] : new char[size];
        var folded = Folded(printed, room);
        Span<char> keyRoom = folded.Length <= OnStack ? stackalloc char[OnStack] : new char[folded.Length];
        code = List(kind).FindClass(NameKey.Strict(folded, keyRoom), year) ?? "";
        return code.Length > 0;
    }

    /// <summary>The code as a string, the listed one where there is one, so that a million facts share a few hundred strings.</summary>
    internal string Intern(ReadOnlySpan<char> code) => code[0] switch
    {
        '2' => function.Intern(code),
        '3' => economic.Intern(code),
        '5' => government.Intern(code),
        _ => null,
    } ?? new string(code);

    private static ReadOnlySpan<char> Folded(string printed, Span<char> room) =>
        Fold.TryKey(printed, room, out var length) ? room[..length] : Fold.Key(printed);

    /// <summary>Finds which of the code's names is printed, the one of the year first.</summary>
    private static CodeName? FindName(CodeList.Entry entry, ClassificationKind kind, ReadOnlySpan<char> folded, Span<char> room, CodeName? official, int? year)
    {
        if (FindByKey(entry, NameKey.Loose(folded, room), official) is { } found)
        {
            return found;
        }

        // 行政运行（党委办公厅（室）及相关机构事务）: only items need telling apart so; 资本性支出（基本建设） is another class.
        var bare = kind == ClassificationKind.Function && entry.Latest.Code.Length == 7 ? NameKey.WithoutLastBracket(folded) : folded;
        bare = NameKey.WithoutPath(bare);
        return bare.Length < folded.Length ? FindByKey(entry, NameKey.Loose(bare, room), official) : null;
    }

    private static CodeName? FindByKey(CodeList.Entry entry, ReadOnlySpan<char> key, CodeName? official)
    {
        CodeName? found = null;
        for (var i = 0; i < entry.Keys.Length; i++)
        {
            if (!key.SequenceEqual(entry.Keys[i]))
            {
                continue;
            }

            // Doubt wins: a name that is also listed for years not confirmed backs no claim.
            if (ReferenceEquals(entry.Names[i], official))
            {
                return official;
            }

            found = found is { Confirmed: false } ? found : entry.Names[i];
        }

        return found;
    }

    /// <summary>Whether a code has the digits that its classification asks for; how many of them are levels that are listed.</summary>
    private static bool IsOfShape(ClassificationKind kind, string code, out int levels)
    {
        var (first, deepest) = kind switch
        {
            ClassificationKind.Function => ('2', 7),
            ClassificationKind.Economic => ('3', 5),
            _ => ('5', 5),
        };
        // Some places add a level of their own below the deepest national one; nothing is known of that.
        levels = Math.Min(code.Length, deepest);
        foreach (var c in code)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return code.Length is 3 or 5 or 7 or 9
            && code.Length <= deepest + 2
            && (code[0] == first || (kind == ClassificationKind.Function && code[0] == '1'));
    }

    private CodeList List(ClassificationKind kind) => kind switch
    {
        ClassificationKind.Function => function,
        ClassificationKind.Economic => economic,
        ClassificationKind.GovernmentEconomic => government,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static List<T> Read<T>(string file, Func<string, TextReader, List<T>> read)
    {
        using var stream = typeof(ClassificationCodes).Assembly.GetManifestResourceStream("Gouji.Normalize.Codes." + file)
            ?? throw new InvalidDataException($"{file} is not embedded in the program");
        using var reader = new StreamReader(stream);
        return read(file, reader);
    }
}
