using Gouji.Normalize.Codes;

namespace Gouji.Normalize.Forms;

/// <summary>Finds the classification code of a row in its code cells, or glued to its name.</summary>
internal static class CodeReader
{
    /// <summary>True for a text that begins with a code of a known class and goes on with a name or ends: 201 一般公共服务支出.</summary>
    public static bool StartsWithCode(string key) =>
        key.Length >= 3 && CodeText.TryParseCode(key, out var code, out _) && IsPlausible(code);

    /// <summary>Takes a code off the front of a label; null where it has none.</summary>
    public static string? TakeCode(string label, out string rest)
    {
        if (CodeText.TryParseCode(label, out var code, out var consumed) && IsPlausible(code))
        {
            rest = label[consumed..].Trim().TrimStart('-', '－', '—', '–', '_', ' ');
            return code;
        }

        rest = label;
        return null;
    }

    /// <summary>The code that the cells of 类, 款 and 项 give together; null where they give none.</summary>
    public static string? Join(ReadOnlySpan<string> parts)
    {
        var code = CodeText.Join(parts);
        return code is not null && IsPlausible(code) ? code : null;
    }

    public static bool IsFunction(string code) => code[0] == '2';

    private static bool IsPlausible(string code) => code.Length is 3 or 5 or 7 && code[0] is '2' or '3' or '5';
}
