using System.Text;

namespace Gouji.Extract.Text;

/// <summary>
/// Comma-separated values (RFC 4180), as spreadsheets save them (.csv): every record has the same number of fields; titles and notes
/// may stand on lines of their own without commas.
/// </summary>
internal static class CommaSeparated
{
    private const int FewestRecords = 3;
    private const int FewestFields = 3;

    /// <summary>Whether the beginning of a file reads as records with figures. Prose with commas never has as many in each line.</summary>
    public static bool IsIn(string sample, bool isWhole)
    {
        var records = Read(sample);
        if (!isWhole && records.Count > 0)
        {
            records.RemoveAt(records.Count - 1);
        }

        var fields = 0;
        var count = 0;
        var hasFigure = false;
        foreach (var record in records)
        {
            if (record.Count <= 1)
            {
                continue;
            }

            fields = fields == 0 ? record.Count : fields;
            if (record.Count != fields || fields < FewestFields)
            {
                return false;
            }

            count++;
            hasFigure |= record.Any(static field => CellKinds.Of(field.AsSpan().Trim()).IsNumeric());
        }

        return hasFigure && count >= FewestRecords;
    }

    /// <summary>The fields of each record in order; a blank line is a record without fields, as it is a blank row for a spreadsheet.</summary>
    public static List<IReadOnlyList<string>> Read(string text)
    {
        var records = new List<IReadOnlyList<string>>();
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    field.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append(text[i++]);
                }
                else
                {
                    quoted = false;
                }

                continue;
            }

            switch (c)
            {
                case '"' when field.Length == 0:
                    quoted = true;
                    break;
                case ',':
                    EndField();
                    break;
                case '\r' when i + 1 < text.Length && text[i + 1] == '\n':
                    break;
                case '\n' or '\r':
                    EndRecord();
                    break;
                default:
                    field.Append(c);
                    break;
            }
        }

        if (fields.Count > 0 || field.Length > 0)
        {
            EndRecord();
        }

        return records;

        void EndField()
        {
            fields.Add(field.ToString());
            field.Clear();
        }

        void EndRecord()
        {
            if (fields.Count > 0 || field.Length > 0)
            {
                EndField();
            }

            records.Add(fields);
            fields = [];
        }
    }
}
