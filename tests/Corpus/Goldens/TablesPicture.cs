using System.Globalization;
using System.Text;
using Gouji.Model;
using Gouji.Normalize.Forms;

namespace Gouji.Corpus.Tests.Goldens;

/// <summary>
/// The forms of a document as they were understood: what each column means, where each row stands, and the figures in between.
/// Blank cells are drawn as <c>·</c>, dashes as <c>–</c>, cells that the file does not have as <c>×</c>.
/// </summary>
internal static class TablesPicture
{
    /// <param name="source">The document.</param>
    /// <param name="rows">Whether each row is drawn, or only how many there are of each kind.</param>
    public static string Of(CheckedSource source, bool rows)
    {
        var (department, year, kind, unit) = source.Disclosure.Header;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{department ?? "no body"}, {year?.ToString(CultureInfo.InvariantCulture) ?? "no year"}, {kind}, {unit?.Name() ?? "no unit"}\n");
        text.Append(CultureInfo.InvariantCulture, $"{source.Disclosure.TableCount} tables, {source.Disclosure.RecognisedCount} recognised, {source.Disclosure.Facts.Count} figures\n");
        foreach (var form in source.Disclosure.Forms)
        {
            Append(text, form, rows);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, FormTable form, bool rows)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{form.Number}  {form.Role}  {(form.Title.Length > 0 ? form.Title : "(no title)")}\n");
        text.Append(CultureInfo.InvariantCulture, $"   unit {form.Unit?.Name() ?? "not told"}{(form.UnitDeclared ? "" : ", not declared here")}");
        text.Append(form.Body is null ? "" : $"; {form.BodyWord} {form.Body}").Append(form.Project is null ? "" : $"; project {form.Project}").Append('\n');
        foreach (var note in form.Notes)
        {
            text.Append(CultureInfo.InvariantCulture, $"   note {note}\n");
        }

        foreach (var part in form.Parts)
        {
            text.Append(part.Name.Length > 0 ? $"   {part.Name}\n" : "");
            text.Append(CultureInfo.InvariantCulture, $"   columns  {string.Join(" | ", part.Columns.Select(Column))}\n");
            if (!rows)
            {
                text.Append(CultureInfo.InvariantCulture, $"   rows     {Count(part, RowKind.Leaf)} leaves, {Count(part, RowKind.Subtotal)} subtotals, {Count(part, RowKind.Total)} totals\n");
                continue;
            }

            foreach (var row in part.Rows)
            {
                text.Append(CultureInfo.InvariantCulture, $"   {row.Number,4}  {row.Kind.ToString().ToLowerInvariant(),-9}{Label(row)}  {string.Join(' ', Figures(part, row))}\n");
            }
        }
    }

    private static int Count(FormPart part, RowKind kind) => part.Rows.Count(row => row.Kind == kind);

    private static string Column(FormColumn column)
    {
        var header = column.Header.ReplaceLineEndings(" ");
        return column.Meaning.Kind == ColumnKind.Figure
            ? $"{header}={(column.Meaning.Key.Length > 0 ? column.Meaning.Key : "?")}{(column.Measure == Measure.ThisYear ? "" : "/" + column.Measure)}"
            : $"{header}({column.Meaning.Kind.ToString().ToLowerInvariant()})";
    }

    private static string Label(FormRow row)
    {
        var words = new[] { row.FunctionCode, row.EconomicCode, row.Label, row.Project == row.Label ? null : row.Project, row.Key.Length > 0 ? $"[{row.Key}]" : null };
        return (row.OfWhich ? "其中 " : "") + string.Join(' ', words.Where(static word => !string.IsNullOrEmpty(word))).ReplaceLineEndings(" ");
    }

    private static IEnumerable<string> Figures(FormPart part, FormRow row)
    {
        for (var i = 0; i < part.Columns.Count; i++)
        {
            if (part.Columns[i].Meaning.Kind == ColumnKind.Figure || row.Facts[i] is not null)
            {
                yield return row.Facts[i] switch
                {
                    null => "×",
                    { State: FactState.Blank } => "·",
                    { State: FactState.Dash } => "–",
                    var fact => fact.Stated?.ToString(CultureInfo.InvariantCulture) ?? "?",
                };
            }
        }
    }
}
