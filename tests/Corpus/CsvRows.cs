using System.Text;

namespace Gouji.Corpus.Tests;

/// <summary>The rows of a file of results by the names of its columns (RFC 4180).</summary>
internal static class CsvRows
{
    public static List<Dictionary<string, string>> Read(string path)
    {
        var rows = Fields(File.ReadAllText(path, Encoding.UTF8));
        return [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(static pair => pair.First, static pair => pair.Second))];
    }

    private static List<List<string>> Fields(string text)
    {
        var rows = new List<List<string>> { new() };
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is ',' or '\n')
            {
                rows[^1].Add(field.ToString());
                field.Clear();
                if (c == '\n' && i + 1 < text.Length)
                {
                    rows.Add([]);
                }
            }
            else
            {
                field.Append(c);
            }
        }

        Assert.False(quoted, "a quoted field does not end");
        Assert.True(field.Length == 0, "the last row does not end with LF");
        return rows;
    }
}
