using System.Text;

namespace Gouji.Cli.Tests.Support;

/// <summary>Reads a CSV of the output into rows by column.</summary>
internal static class CsvRows
{
    public static List<Dictionary<string, string>> Read(string path)
    {
        var rows = Parse(File.ReadAllText(path));
        return [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(static field => field.First, static field => field.Second))];
    }

    private static List<List<string>> Parse(string text)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"')
            {
                // A doubled quote closes and opens again.
                field.Append(!quoted && field.Length > 0 ? "\"" : "");
                quoted = !quoted;
            }
            else if (!quoted && c is ',' or '\n')
            {
                row.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    rows.Add(row);
                    row = [];
                }
            }
            else
            {
                field.Append(c);
            }
        }

        return rows;
    }
}
