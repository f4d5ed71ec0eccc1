using System.Globalization;
using Gouji.CorpusGenerator.Disclosure;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Figures;

/// <summary>The figures of a document as they are printed, by address, in 万元; percentages in columns that end with %.</summary>
internal sealed class PrintedFigures
{
    private readonly Dictionary<CellKey, decimal> _figures = [];

    public PrintedFigures(Document document)
    {
        foreach (var table in document.Tables)
        {
            var yuan = table.Unit.InYuan() / 10_000m;
            foreach (var cell in table.Rows.SelectMany(row => row.Cells).Where(cell => cell.Key is { Form: not FormRole.Unknown }))
            {
                if (!_figures.TryAdd(cell.Key!, Parse(cell.Text) * (cell.Key!.Form == FormRole.B11 || cell.Key.Column.EndsWith('%') ? 1m : yuan)))
                {
                    throw new InvalidOperationException($"Two cells of “{document.Title}” are {cell.Key}.");
                }
            }
        }
    }

    public IEnumerable<CellKey> Keys => _figures.Keys;

    public bool Has(FormRole form) => _figures.Keys.Any(key => key.Form == form);

    public bool Has(FormRole form, string row, string column) => _figures.ContainsKey(new CellKey(form, row, column));

    /// <summary>A figure; zero where it is blank or not printed.</summary>
    public decimal this[FormRole form, string row, string column] => _figures.GetValueOrDefault(new CellKey(form, row, column));

    public List<string> Rows(FormRole form) => [.. _figures.Keys.Where(key => key.Form == form).Select(key => key.Row).Distinct()];

    public List<string> Columns(FormRole form) => [.. _figures.Keys.Where(key => key.Form == form).Select(key => key.Column).Distinct()];

    /// <summary>The rows that total rows sum: no total, no 其中, no class above its items.</summary>
    public List<string> Leaves(FormRole form)
    {
        var rows = Rows(form).Where(row => row != "total" && !row.StartsWith("of:", StringComparison.Ordinal)).ToList();
        return [.. rows.Where(row => !rows.Exists(other => other.Length > row.Length && char.IsAsciiDigit(row[0]) && !other.Contains('#')
            && other.StartsWith(row, StringComparison.Ordinal)))];
    }

    private static decimal Parse(string text)
    {
        if (text.Trim() is "—" or "-" or "--")
        {
            return 0;
        }

        var figure = new string([.. text.Normalize(System.Text.NormalizationForm.FormKC).Where(c => char.IsAsciiDigit(c) || c is '.' or '-')]);
        return figure.Length == 0 ? 0 : decimal.Parse(figure, CultureInfo.InvariantCulture);
    }
}
