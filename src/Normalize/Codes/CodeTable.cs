using System.Globalization;
using System.Text;

namespace Gouji.Normalize.Codes;

/// <summary>
/// Reads the CSV files of this folder. They are edited by hand, so every mistake is refused with its file, its line and what
/// was expected there.
/// </summary>
internal sealed class CodeTable
{
    private readonly string file;
    private readonly TextReader text;
    private int line;

    private CodeTable(string file, TextReader text)
    {
        this.file = file;
        this.text = text;
    }

    /// <summary>Reads <c>code,name,valid_from,valid_to,confirmed,note</c>.</summary>
    /// <exception cref="InvalidDataException">A line is not as it must be.</exception>
    public static List<CodeName> ReadNames(string file, TextReader text) =>
        new CodeTable(file, text).Read("code,name,valid_from,valid_to,confirmed,note", static (table, fields) => new CodeName(
            table.Digits(fields[0]),
            fields[1].Length > 0 ? fields[1] : throw table.Mistake("the name is missing"),
            table.Years(fields[2], fields[3]),
            fields[4] switch
            {
                "true" => true,
                "false" => false,
                var other => throw table.Mistake($"confirmed is true or false, not '{other}'"),
            },
            fields[5]));

    /// <summary>Reads <c>first,last,valid_from,valid_to,note</c>.</summary>
    /// <exception cref="InvalidDataException">A line is not as it must be.</exception>
    public static List<ClosedRange> ReadClosedRanges(string file, TextReader text) =>
        new CodeTable(file, text).Read("first,last,valid_from,valid_to,note", static (table, fields) =>
        {
            var (first, last) = (table.Digits(fields[0]), table.Digits(fields[1]));
            return first.Length == last.Length && string.CompareOrdinal(first, last) <= 0
                ? new ClosedRange(first, last, table.Years(fields[2], fields[3]))
                : throw table.Mistake($"{first} to {last} is not a range of codes of one level");
        });

    /// <summary>Reads <c>item,name,note</c>: the items that every administrative section has.</summary>
    /// <exception cref="InvalidDataException">A line is not as it must be.</exception>
    public static List<(string Item, string Name)> ReadGenericItems(string file, TextReader text) =>
        new CodeTable(file, text).Read("item,name,note", static (_, fields) => (fields[0], fields[1]));

    /// <summary>Reads <c>section,note</c>: the administrative sections.</summary>
    /// <exception cref="InvalidDataException">A line is not as it must be.</exception>
    public static List<string> ReadSections(string file, TextReader text) =>
        new CodeTable(file, text).Read("section,note", static (table, fields) => table.Digits(fields[0]));

    private List<T> Read<T>(string header, Func<CodeTable, string[], T> make)
    {
        line = 1;
        if (text.ReadLine() is var first && first != header)
        {
            throw Mistake($"the header is '{first}' and must be '{header}'");
        }

        var columns = header.Count(static c => c == ',') + 1;
        var rows = new List<T>();
        while (text.ReadLine() is { } row)
        {
            line++;
            var fields = Split(row);
            rows.Add(fields.Length == columns
                ? make(this, fields)
                : throw Mistake($"{fields.Length} columns where there must be {columns} ({header})"));
        }

        return rows;
    }

    private string[] Split(string row)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < row.Length; i++)
        {
            var c = row[i];
            if (c == '"' && quoted && i + 1 < row.Length && row[i + 1] == '"')
            {
                field.Append(c);
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        if (quoted)
        {
            throw Mistake("a quotation mark is not closed");
        }

        fields.Add(field.ToString());
        return [.. fields];
    }

    private string Digits(string field) =>
        field.Length is 3 or 5 or 7 && field.All(char.IsAsciiDigit)
            ? field
            : throw Mistake($"a code has 3, 5 or 7 digits, and '{field}' has not");

    private YearRange Years(string from, string to)
    {
        var years = new YearRange(Year(from), Year(to));
        return years.From > years.To ? throw Mistake($"{from} is later than {to}") : years;
    }

    private int? Year(string field) =>
        field.Length == 0 ? null
        : field.Length == 4 && int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year
        : throw Mistake($"a year has four digits or is empty, and '{field}' is neither");

    private InvalidDataException Mistake(string what) => new(string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}: {what}"));
}
