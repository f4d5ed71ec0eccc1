namespace Gouji.Normalize.Codes;

/// <summary>
/// Reduces the name of a code to what must agree: a leading code or ordinal and a trailing 支出 say nothing, 采购 is 购置,
/// and brackets are left out. Works on text that <see cref="Text.Fold"/> has made a key.
/// </summary>
internal static class NameKey
{
    private static readonly string[] LevelMarks = ["(类)", "(款)", "(项)", ":", "、", "*"];
    private static readonly string[] LooseEndings = ["支出", "费用", "经费", "费", "类", "款", "项"];

    /// <summary>The key of a name whose code is known: it may be lenient, since only one code is asked about.</summary>
    public static string Of(string folded) => Make(folded, Loose);

    /// <summary>The key by which a class is found without its code: 教育经费 and a bare 其他 are no classes.</summary>
    public static string OfClass(string folded) => Make(folded, Strict);

    /// <summary>Writes the key; as <see cref="Of"/>. The key is never longer than the text.</summary>
    public static ReadOnlySpan<char> Loose(ReadOnlySpan<char> folded, Span<char> key)
    {
        var body = WithoutStart(folded);
        while (TryCutAny(ref body, LevelMarks) || TryCutAny(ref body, LooseEndings))
        {
        }

        return Spell(body, key);
    }

    /// <summary>Writes the key of a class; as <see cref="OfClass"/>.</summary>
    public static ReadOnlySpan<char> Strict(ReadOnlySpan<char> folded, Span<char> key)
    {
        var body = WithoutStart(folded);
        while (TryCutAny(ref body, LevelMarks))
        {
        }

        if (body.EndsWith("支出") && body is not "其他支出")
        {
            body = body[..^2];
        }

        return Spell(body, key);
    }

    /// <summary>
    /// The name without a bracket at its end that tells apart what has the same name under every section, as in
    /// 行政运行（党委办公厅（室）及相关机构事务）; the same name where there is none.
    /// </summary>
    public static ReadOnlySpan<char> WithoutLastBracket(ReadOnlySpan<char> folded)
    {
        if (folded.Length == 0 || folded[^1] != ')')
        {
            return folded;
        }

        var open = 0;
        for (var i = folded.Length - 1; i > 0; i--)
        {
            open += folded[i] switch { ')' => 1, '(' => -1, _ => 0 };
            if (open == 0)
            {
                return folded[..i];
            }
        }

        return folded;
    }

    /// <summary>The last name of a path, as in 一般公共服务支出-财政事务-行政运行; the same name where there is no path.</summary>
    public static ReadOnlySpan<char> WithoutPath(ReadOnlySpan<char> folded) => folded[(folded.LastIndexOfAny("-—/>") + 1)..];

    private delegate ReadOnlySpan<char> Writer(ReadOnlySpan<char> folded, Span<char> key);

    private static string Make(string folded, Writer write)
    {
        var key = write(folded, new char[folded.Length]);
        return key.SequenceEqual(folded) ? folded : new string(key);
    }

    /// <summary>Cuts 其中：, codes and ordinals such as 一、, （一）, 1. off the start.</summary>
    private static ReadOnlySpan<char> WithoutStart(ReadOnlySpan<char> name)
    {
        while (true)
        {
            var cut = name.StartsWith("其中:") ? 3 : CodeText.LengthAtStart(name);
            cut = cut > 0 ? cut + SeparatorAt(name[cut..]) : OrdinalLength(name);
            if (cut == 0 || cut >= name.Length)
            {
                return name;
            }

            name = name[cut..];
        }
    }

    private static int SeparatorAt(ReadOnlySpan<char> rest) =>
        rest.Length > 0 && rest[0] is '、' or '.' or '-' or '—' or ':' or ',' or '_' ? 1 : 0;

    private static int OrdinalLength(ReadOnlySpan<char> name)
    {
        var bracketed = name.Length > 0 && name[0] == '(';
        var at = bracketed ? 1 : 0;
        var start = at;
        while (at < name.Length && name[at] is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or (>= '0' and <= '9'))
        {
            at++;
        }

        if (at == start || at == name.Length)
        {
            return 0;
        }

        var closes = bracketed ? name[at] == ')' : name[at] is '、' or '.';
        if (!closes)
        {
            return 0;
        }

        at++;
        return at < name.Length && bracketed && name[at] == '、' ? at + 1 : at;
    }

    private static bool TryCutAny(ref ReadOnlySpan<char> name, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (name.Length > ending.Length && name.EndsWith(ending))
            {
                name = name[..^ending.Length];
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes one spelling: no brackets, 购置 for 采购, 和 for 与 and 及, 其他 for 其它.</summary>
    private static ReadOnlySpan<char> Spell(ReadOnlySpan<char> name, Span<char> key)
    {
        var length = 0;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            switch (c)
            {
                case '(' or ')':
                    break;
                case '采' when i + 1 < name.Length && name[i + 1] == '购':
                    key[length++] = '购';
                    key[length++] = '置';
                    i++;
                    break;
                case '与' or '及':
                    key[length++] = '和';
                    break;
                case '它' when i > 0 && name[i - 1] == '其':
                    key[length++] = '他';
                    break;
                default:
                    key[length++] = c;
                    break;
            }
        }

        return key[..length];
    }
}
