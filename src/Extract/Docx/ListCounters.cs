using System.Text;

namespace Gouji.Extract.Docx;

/// <summary>
/// Counts list items in document order and writes their labels. Lists of one kind share their numbers; a list with a first number of its
/// own begins there when it is used for the first time.
/// </summary>
internal sealed class ListCounters(NumberingDefinitions definitions)
{
    private readonly Dictionary<ListKind, int?[]> _numbers = [];
    private readonly HashSet<(ListInstance, int)> _begun = [];

    /// <summary>Counts an item; its label as it stands before the text, null where the file does not define the list.</summary>
    /// <param name="list">Number of the list.</param>
    /// <param name="level">0-based level; null for the level that names the style.</param>
    /// <param name="style">Style of the paragraph.</param>
    /// <param name="counted">0-based level at which the item counts.</param>
    public string? Next(int list, int? level, string? style, out int counted)
    {
        counted = 0;
        if (!definitions.TryGet(list, out var instance, out var kind))
        {
            return null;
        }

        counted = Math.Clamp(level ?? LevelOf(style, instance, kind), 0, ListKind.LevelCount - 1);
        if (!_numbers.TryGetValue(kind, out var numbers))
        {
            numbers = new int?[ListKind.LevelCount];
            _numbers.Add(kind, numbers);
        }

        if (instance.Starts[counted] is { } start && _begun.Add((instance, counted)))
        {
            numbers[counted] = start;
        }
        else
        {
            numbers[counted] = numbers[counted] is { } number and < int.MaxValue ? number + 1 : StartOf(counted, instance, kind);
        }

        for (var deeper = counted + 1; deeper < ListKind.LevelCount; deeper++)
        {
            if (Restarts(LevelAt(deeper, instance, kind), counted))
            {
                numbers[deeper] = null;
            }
        }

        return Label(counted, numbers, instance, kind);
    }

    private static ListLevel? LevelAt(int level, ListInstance instance, ListKind kind) => instance.Levels[level] ?? kind.Levels[level];

    private static int StartOf(int level, ListInstance instance, ListKind kind) =>
        instance.Starts[level] ?? LevelAt(level, instance, kind)?.Start ?? 0;

    private static int LevelOf(string? style, ListInstance instance, ListKind kind)
    {
        for (var level = 0; style is not null && level < ListKind.LevelCount; level++)
        {
            if (LevelAt(level, instance, kind)?.Style == style)
            {
                return level;
            }
        }

        return 0;
    }

    // ISO/IEC 29500-1 17.9.10. A level that is not above is no other than leaving the value out.
    private static bool Restarts(ListLevel? level, int counted) => level?.Restart is not { } restart || restart < 0 || counted < restart;

    private static string Label(int level, int?[] numbers, ListInstance instance, ListKind kind)
    {
        if (LevelAt(level, instance, kind) is not { Text.Length: > 0 } definition)
        {
            return "";
        }

        var label = new StringBuilder();
        if (definition.Format == "bullet")
        {
            foreach (var c in definition.Text)
            {
                label.Append(char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.PrivateUse ? '•' : c);
            }
        }
        else
        {
            WriteNumbers(label, definition, numbers, instance, kind);
        }

        if (label.Length > 0 && definition.Suffix != "nothing" && !EndsLikeChinese(label, definition.Suffix))
        {
            label.Append(' ');
        }

        return label.ToString();
    }

    // 17.9.11: %n stands for the number of level n; a level not counted yet shows its first number.
    private static void WriteNumbers(StringBuilder label, ListLevel definition, int?[] numbers, ListInstance instance, ListKind kind)
    {
        var text = definition.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%' || i + 1 == text.Length || text[i + 1] is < '1' or > '9')
            {
                label.Append(text[i]);
                continue;
            }

            var level = text[++i] - '1';
            var format = LevelAt(level, instance, kind)?.Format ?? "decimal";
            label.Append(NumberFormat.Write(
                numbers[level] ?? StartOf(level, instance, kind),
                definition.Legal && format != "none" ? "decimal" : format));
        }
    }

    // A tab after 一、 or （一） is layout: whoever types the label puts nothing there.
    private static bool EndsLikeChinese(StringBuilder label, string suffix) => suffix == "tab" && label[^1] >= '\u2E80';
}
