using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Forms;

/// <summary>B8 “三公”经费支出表: one row, or total, basic and project rows with or without labels.</summary>
internal static class ThreePublicForm
{
    public static Table Build(Ledger ledger, Manner manner)
    {
        var format = manner.ThreePublicFormat ?? manner.Format;
        var table = new Table(FormRole.B8, "") { Unit = format.Unit, HeaderRows = 2 };
        var labelled = manner.ThreePublic is ThreePublicRows.Labelled or ThreePublicRows.Years;
        table.Add([
            .. labelled ? [new Cell(manner.ThreePublic == ThreePublicRows.Years ? "年度" : "支出性质", rowSpan: 2)] : Array.Empty<Cell>(),
            new Cell("合计", rowSpan: 2), new Cell("因公出国（境）费", rowSpan: 2), new Cell("公务用车购置及运行费", 3), new Cell("公务接待费", rowSpan: 2),
            .. manner.ThreePublicExtras.Select(extra => new Cell(extra.Label, rowSpan: 2))]);
        table.AddText("小计", "公务用车购置费", "公务用车运行费");
        var years = manner.ThreePublic == ThreePublicRows.Years;
        if (years)
        {
            AddRow("上年预算数", "prior", [.. ledger.Entries.Select(entry => entry with { Amount = entry.Prior })]);
        }

        AddRow(years ? "本年预算数" : "合计", "total", ledger.Entries);
        if (manner.ThreePublic is ThreePublicRows.Labelled or ThreePublicRows.Unlabelled)
        {
            AddRow("基本支出", "basic", [.. ledger.Entries.Where(entry => entry.Nature == Nature.Basic)]);
            AddRow("项目支出", "project", [.. ledger.Entries.Where(entry => entry.Nature == Nature.Project)]);
        }

        return table;

        void AddRow(string label, string key, IReadOnlyCollection<Entry> entries) => table.Add([
            .. labelled ? [new Cell(label)] : Array.Empty<Cell>(),
            Figure(ThreePublic.Total(entries), key, "total"),
            Figure(ThreePublic.Overseas(entries), key, "overseas"),
            Figure(ThreePublic.Vehicles(entries), key, "vehicles"),
            Figure(ThreePublic.Purchase(entries), key, "purchase"),
            Figure(ThreePublic.Operation(entries), key, "operation"),
            Figure(ThreePublic.Reception(entries), key, "reception"),
            .. manner.ThreePublicExtras.Select(extra => Figure(Extra(extra.Key, entries), key, extra.Key))]);

        Cell Figure(decimal amount, string row, string column) => manner.Figure(amount, FormRole.B8, row, column, format);
    }

    private static decimal Extra(string key, IReadOnlyCollection<Entry> entries) => key switch
    {
        "meeting" => ThreePublic.Sum(entries, "30215"),
        "training" => ThreePublic.Sum(entries, "30216"),
        "running" => ThreePublic.OperatingCost(entries),
        _ => throw new InvalidOperationException($"No column of the 三公 table is called {key}."),
    };
}
