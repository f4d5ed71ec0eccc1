using System.Globalization;
using System.Text;
using Gouji.Extract.Docx;

namespace Gouji.Extract.Odt;

/// <summary>
/// Counts the items of lists in document order and writes their labels (ODF 1.3 part 3, 5.3.3): a list begins anew unless it says that it
/// goes on from the last one of its style, or from one that it names.
/// </summary>
internal sealed class OdtLists(OdtStyles styles)
{
    private readonly Stack<Level> _open = [];
    private readonly Dictionary<string, int?[]> _byStyle = [];
    private readonly Dictionary<string, int?[]> _byId = [];
    private readonly int?[] _outline = new int?[OdtListStyle.LevelCount];

    /// <summary>Nesting of lists where the text stands; 0 outside of lists.</summary>
    public int Depth => _open.Count;

    public void BeginList(string? id, string? style, bool continues, string? continued)
    {
        if (_open.TryPeek(out var outer))
        {
            _open.Push(new Level(style is null ? outer.Style : styles.List(style), outer.Numbers));
            return;
        }

        var numbers = continued is not null && _byId.TryGetValue(continued, out var named) ? named
            : continues && _byStyle.TryGetValue(style ?? "", out var last) ? last
            : new int?[OdtListStyle.LevelCount];
        _byStyle[style ?? ""] = numbers;
        if (id is not null)
        {
            _byId[id] = numbers;
        }

        _open.Push(new Level(styles.List(style), numbers));
    }

    public void EndList() => _open.TryPop(out _);

    /// <summary>Begins an item, which counts once it has a paragraph; a header of a list never counts.</summary>
    public void BeginItem(bool counts, string? start)
    {
        if (_open.TryPeek(out var level))
        {
            level.Waits = counts;
            level.Start = int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        }
    }

    /// <summary>The label of the paragraph that begins here: empty for one that goes on with an item, null outside of lists.</summary>
    public string? Label()
    {
        if (!_open.TryPeek(out var list))
        {
            return null;
        }

        if (!list.Waits)
        {
            return "";
        }

        list.Waits = false;
        return list.Style is null ? "" : Count(list.Style, list.Numbers, Math.Min(_open.Count, OdtListStyle.LevelCount) - 1, list.Start);
    }

    /// <summary>The label of a heading outside of lists; empty where headings are not numbered.</summary>
    public string HeadingLabel(int level) =>
        styles.Outline is { } outline && level is >= 1 and <= OdtListStyle.LevelCount ? Count(outline, _outline, level - 1, null) : "";

    private static string Count(OdtListStyle style, int?[] numbers, int level, int? start)
    {
        numbers[level] = start ?? (numbers[level] is { } number and < int.MaxValue ? number + 1 : style.Levels[level]?.Start ?? 1);
        numbers.AsSpan(level + 1).Clear();
        if (style.Levels[level] is not { } definition)
        {
            return "";
        }

        var label = new StringBuilder();
        if (definition.Bullet is { } bullet)
        {
            label.Append(definition.Prefix).Append(bullet).Append(definition.Suffix);
        }
        else if (definition.Pattern is { } pattern)
        {
            WritePattern(label, pattern, style, numbers);
        }
        else if (definition.Format != "none")
        {
            label.Append(definition.Prefix);
            for (var shown = Math.Max(0, level - Math.Max(1, definition.Shown) + 1); shown <= level; shown++)
            {
                label.Append(Written(style, numbers, shown)).Append(shown < level ? "." : "");
            }

            label.Append(definition.Suffix);
        }

        // A space parts the label from its text, unless it ends as Chinese labels do: 一、 or （一）.
        return label.Length > 0 && label[^1] < '\u2E80' ? label.Append(' ').ToString() : label.ToString();
    }

    private static void WritePattern(StringBuilder label, string pattern, OdtListStyle style, int?[] numbers)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            var end = pattern[i] == '%' ? pattern.IndexOf('%', i + 1) : -1;
            if (end > i && int.TryParse(pattern.AsSpan(i + 1, end - i - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var level)
                && level is >= 1 and <= OdtListStyle.LevelCount)
            {
                label.Append(Written(style, numbers, level - 1));
                i = end;
            }
            else
            {
                label.Append(pattern[i]);
            }
        }
    }

    private static string Written(OdtListStyle style, int?[] numbers, int level) =>
        style.Levels[level] is { } definition ? NumberFormat.Write(numbers[level] ?? definition.Start, definition.Format) : "";

    private sealed class Level(OdtListStyle? style, int?[] numbers)
    {
        public OdtListStyle? Style => style;

        public int?[] Numbers => numbers;

        public bool Waits { get; set; }

        public int? Start { get; set; }
    }
}
