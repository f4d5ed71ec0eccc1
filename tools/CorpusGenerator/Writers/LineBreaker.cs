namespace Gouji.CorpusGenerator.Writers;

/// <summary>Breaks text into lines of a width: Chinese between any two characters, words and figures as a whole.</summary>
internal static class LineBreaker
{
    public static List<string> Break(string text, double width, double size)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var line = "";
            foreach (var word in Words(paragraph))
            {
                // Spaces at the end of a line need no room.
                if (line.Length > 0 && PrintedLine.WidthOf(line + word.TrimEnd(), size) > width + 1e-6)
                {
                    lines.Add(line);
                    line = "";
                }

                line += word;
            }

            lines.Add(line);
        }

        return lines;
    }

    /// <summary>The pieces that are not broken; punctuation that ends stays with what it ends.</summary>
    public static IEnumerable<string> Words(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && ((IsOfWord(text[end - 1]) && IsOfWord(text[end])) || "，。；：、！？）》”％　".Contains(text[end], StringComparison.Ordinal)))
            {
                end++;
            }

            yield return text[start..end];
            start = end;
        }
    }

    private static bool IsOfWord(char character) => character is > ' ' and < (char)0x2000;
}
