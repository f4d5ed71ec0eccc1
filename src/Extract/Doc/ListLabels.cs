using System.Text;
using Gouji.Extract.Docx;

namespace Gouji.Extract.Doc;

/// <summary>
/// Counts list items in document order and writes their labels. Lists that refer to one definition share its numbers, unless one has a
/// first number of its own ([MS-DOC] 2.4.6.4).
/// </summary>
internal sealed class ListLabels(ListDefinitions definitions)
{
    // The label as the file writes it has the number of a level in the place of each number (2.9.150).
    private const char LastPlaceholder = (char)8;

    private readonly Dictionary<ListDefinition, int?[]> _numbers = [];
    private readonly HashSet<(ListOverride, int)> _begun = [];

    /// <summary>Items whose label is not known.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Counts an item; its label as it stands before the text, null where the file does not define the list.</summary>
    /// <param name="list">1-based number of the list.</param>
    /// <param name="level">0-based level; null for the level that belongs to the style.</param>
    /// <param name="style">Style of the paragraph.</param>
    /// <param name="counted">0-based level at which the item counts.</param>
    public string? Next(int list, int? level, int style, out int counted)
    {
        counted = 0;
        if (!definitions.TryGet(list, out var item))
        {
            // 2.6.2 (sprmPIlfo): negative numbers stand for a list that the paragraph has left.
            LeftOut += list > 0 ? 1 : 0;
            return null;
        }

        var kind = item.Definition;
        counted = Math.Clamp(level ?? Math.Max(0, Array.IndexOf(kind.Styles, style)), 0, kind.Levels.Length - 1);
        if (!_numbers.TryGetValue(kind, out var numbers))
        {
            numbers = new int?[kind.Levels.Length];
            _numbers.Add(kind, numbers);
        }

        if (item.Starts[counted] is { } start && _begun.Add((item, counted)))
        {
            numbers[counted] = start;
        }
        else
        {
            numbers[counted] = numbers[counted] is { } number and < int.MaxValue ? number + 1 : item.StartOf(counted);
        }

        for (var deeper = counted + 1; deeper < numbers.Length; deeper++)
        {
            if (counted < item.LevelAt(deeper).RestartsAfter)
            {
                numbers[deeper] = null;
            }
        }

        return Label(item, counted, numbers);
    }

    private static string Label(ListOverride item, int level, int?[] numbers)
    {
        var definition = item.LevelAt(level);
        var label = new StringBuilder();
        foreach (var c in definition.Text)
        {
            if (definition.Format == "bullet")
            {
                label.Append(char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.PrivateUse ? '•' : c);
            }
            else if (c > LastPlaceholder)
            {
                label.Append(c);
            }
            else if (c < numbers.Length)
            {
                var format = item.LevelAt(c).Format;
                label.Append(NumberFormat.Write(numbers[c] ?? item.StartOf(c), definition.IsLegal && format != "none" ? "decimal" : format));
            }
        }

        // A tab after 一、 or （一） is layout: whoever types the label puts nothing there.
        if (label.Length > 0 && definition.Follow != 2 && !(definition.Follow == 0 && label[^1] >= '\u2E80'))
        {
            label.Append(' ');
        }

        return label.ToString();
    }
}
