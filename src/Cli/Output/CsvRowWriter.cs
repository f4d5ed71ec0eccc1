using System.Buffers;
using System.Globalization;
using System.Text;
using Gouji.Model;

namespace Gouji.Cli.Output;

/// <summary>
/// CSV after RFC 4180, in UTF-8 and with LF at the end of a row. Fields are quoted only where they must be, and never altered: a figure
/// or a text that begins with =, +, - or @ stays as it was published.
/// </summary>
internal sealed class CsvRowWriter(RowBuffer output) : RowWriter
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");
    private bool _first = true;

    public override void BeginRow() => _first = true;

    public override void EndRow() => output.Append((byte)'\n');

    /// <summary>A row of texts: the heading, or the row of a table.</summary>
    public void Row(IEnumerable<string> fields)
    {
        BeginRow();
        foreach (var field in fields)
        {
            Text("", field);
        }

        EndRow();
    }

    public override void Text(string column, string? value)
    {
        Separate();
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        if (value.AsSpan().ContainsAny(NeedQuotes))
        {
            output.Append((byte)'"');
            Append(value.Replace("\"", "\"\"", StringComparison.Ordinal));
            output.Append((byte)'"');
        }
        else
        {
            Append(value);
        }
    }

    public override void Number(string column, decimal? value)
    {
        Separate();
        if (value is { } number)
        {
            _ = number.TryFormat(output.GetSpan(40), out var length, default, CultureInfo.InvariantCulture);
            output.Advance(length);
        }
    }

    public override void Count(string column, long? value)
    {
        Separate();
        if (value is { } number)
        {
            _ = number.TryFormat(output.GetSpan(24), out var length, default, CultureInfo.InvariantCulture);
            output.Advance(length);
        }
    }

    public override void Flag(string column, bool value) => Text(column, value ? "true" : "false");

    public override void Place(string column, Place? value) => Text(column, value is null ? null : PlaceText.Of(value, OfDocument));

    public override void Places(string column, IReadOnlyList<Place> values) => Text(column, string.Join(" | ", values.Select(place => PlaceText.Of(place, OfDocument))));

    private void Separate()
    {
        if (!_first)
        {
            output.Append((byte)',');
        }

        _first = false;
    }

    private void Append(string text)
    {
        var room = output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        output.Advance(Encoding.UTF8.GetBytes(text, room));
    }
}
