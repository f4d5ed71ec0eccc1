using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Rules.Language;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Rules.Evaluation;

/// <summary>Where a loop stands.</summary>
internal readonly record struct LoopState(FormTable? Table, string? Item, string? Class, string? Project, FormPart? Part = null, FormRow? Row = null);

/// <summary>What a selector finds: facts, or why there are none.</summary>
internal sealed class Selection
{
    public List<Fact> Facts { get; } = [];

    /// <summary>Rows found, for <c>count</c>.</summary>
    public int RowCount { get; private set; }

    /// <summary>Why nothing was found; null where something was.</summary>
    public Message? Missing { get; private set; }

    /// <summary>True where the form itself is missing rather than a row or column of it.</summary>
    public bool FormMissing { get; private set; }

    /// <summary>True where the form has no such column: what it would hold may stand in another.</summary>
    public bool ColumnMissing { get; private set; }

    /// <summary>True where the form lists the item only together with others, at a higher level of the classification.</summary>
    public bool TooDeep { get; private set; }

    /// <summary>A row that lost cells and whose lost cell is asked for; null where there is none.</summary>
    public FormRow? LostRow { get; private set; }

    /// <summary>A row whose figure could not be read; null where there is none.</summary>
    public FormRow? UnreadRow { get; private set; }

    public int LostColumn { get; private set; } = -1;

    public FormPart? LostPart { get; private set; }

    public static Selection Of(Selector selector, FormIndex index, in LoopState state)
    {
        var selection = new Selection();
        if (selector.Line)
        {
            selection.CollectCell(selector.Column ?? "total", state);
            return selection;
        }

        var role = selector.Form?.Role ?? state.Table?.Role ?? FormRole.Unknown;
        var partName = selector.Form?.Part ?? "";
        var any = true;
        if (selector.This)
        {
            selection.CollectFrom(selector, index, state.Table!, partName, state);
        }
        else if (role == FormRole.B11)
        {
            any = false;
            var named = Contains(selector.Rows, "name");
            foreach (var table in index.All(role))
            {
                any = true;
                if (!named || table.Project is not { } project || project == state.Project)
                {
                    selection.CollectFrom(selector, index, table, partName, state);
                }
            }
        }
        else if (index.First(role) is { } first)
        {
            selection.CollectFrom(selector, index, first, partName, state);
        }
        else
        {
            any = false;
        }

        if (!any)
        {
            selection.FormMissing = true;
            selection.Missing = new Message($"文中没有{FormNames.Zh(role)}", $"the document has no {FormNames.En(role)}");
        }
        else if (selection.Facts.Count == 0 && selection.RowCount == 0 && !selector.Count)
        {
            var text = selector.This ? role + selector.Text["this".Length..] : selector.Text;
            selection.Missing ??= new Message($"{FormNames.Zh(role)}中没有 {text}", $"{FormNames.En(role)} has no {text}");
        }

        return selection;
    }

    private void CollectFrom(Selector selector, FormIndex index, FormTable table, string partName, in LoopState state)
    {
        if (table.Part(partName) is { } part)
        {
            Collect(selector, index, table, part, state);
        }
    }

    private static bool Contains(string[] words, string word) => Array.IndexOf(words, word) >= 0;

    private void CollectCell(string key, in LoopState state)
    {
        var column = state.Part!.ColumnOf(key);
        if (column < 0)
        {
            ColumnMissing = true;
            Missing = new Message($"{FormNames.Zh(state.Table!.Role)}没有“{key}”列", $"{FormNames.En(state.Table!.Role)} has no column '{key}'");
        }
        else if (state.Row!.Facts[column] is { } fact)
        {
            Facts.Add(fact);
        }
        else if (state.Row.LostCells)
        {
            (LostRow, LostColumn, LostPart) = (state.Row, column, state.Part);
        }
    }

    private void Collect(Selector selector, FormIndex index, FormTable table, FormPart part, in LoopState state)
    {
        var performance = table.Role == FormRole.B11;
        var key = selector.Column ?? (performance && Contains(selector.Rows, "cost") ? "value" : "total");
        var column = part.ColumnOf(key, key == "value" ? Measure.Indicator : Measure.ThisYear);
        if (column < 0 && key == "total")
        {
            column = FirstAmount(part);
        }

        if (column < 0 && !selector.Count)
        {
            ColumnMissing = true;
            Missing = new Message($"{FormNames.Zh(table.Role)}没有“{key}”列", $"{FormNames.En(table.Role)} has no column '{key}'");
            return;
        }

        var before = RowCount;
        foreach (var row in part.Rows)
        {
            if (Matches(selector.Rows, index, row, part, state))
            {
                Take(selector, column, part, row);
            }
        }

        if (RowCount > before || state.Item is not { } item || !Contains(selector.Rows, "item"))
        {
            return;
        }

        // Another level of the classification: the parts of the item, or an item of which it is a part.
        foreach (var row in part.Rows)
        {
            if (row.Kind == RowKind.Leaf && !row.OfWhich && HasPrefix(row, item))
            {
                Take(selector, column, part, row);
            }
        }

        for (var i = 0; i < part.Rows.Count && RowCount == before && !TooDeep; i++)
        {
            var row = part.Rows[i];
            TooDeep = row.Kind == RowKind.Leaf && (row.FunctionCode ?? row.EconomicCode) is { } code && item.StartsWith(code, StringComparison.Ordinal);
        }

        if (TooDeep)
        {
            Missing = new Message($"{FormNames.Zh(table.Role)}只列示到上一级科目", $"{FormNames.En(table.Role)} lists only the level above");
        }
    }

    private void Take(Selector selector, int column, FormPart part, FormRow row)
    {
        RowCount++;
        if (selector.Count)
        {
            return;
        }

        if (row.Facts[column] is { } fact)
        {
            Facts.Add(fact);
        }
        else if (row.LostCells)
        {
            (LostRow, LostColumn, LostPart) = (row, column, part);
        }
        else if (row.HasUnread)
        {
            UnreadRow = row;
        }
    }

    private static int FirstAmount(FormPart part)
    {
        for (var i = 0; i < part.Columns.Count; i++)
        {
            if (part.Columns[i].AddsUp && part.Columns[i].Measure == Measure.ThisYear)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool Matches(string[] words, FormIndex index, FormRow row, FormPart part, in LoopState state)
    {
        if (words.Length == 0)
        {
            return row.Kind == RowKind.Leaf && !row.OfWhich;
        }

        foreach (var word in words)
        {
            if (!Matches(word, index, row, part, state))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Matches(string word, FormIndex index, FormRow row, FormPart part, in LoopState state)
    {
        switch (word)
        {
            case "total":
                return ReferenceEquals(row, part.Total);
            case "subtotal":
                return row.Kind == RowKind.Subtotal && row.Parts.Count > 0 && row.Key.Length == 0 && row.FunctionCode is null && row.EconomicCode is null;
            case "leaves":
                return row.Kind == RowKind.Leaf && !row.OfWhich;
            case "item":
                return IsCode(row, part, state.Item!);
            case "class":
                return part.Name.Length > 0 ? IsCode(row, part, state.Class!) : row.Kind == RowKind.Leaf && !row.OfWhich && HasPrefix(row, state.Class!);
            case "name":
                return row.Key is "fund" or "cost" or "indicator"
                    ? row.Project == state.Project && (row.Key == "fund")
                    : row.Kind == RowKind.Leaf && state.Project is { } project && FormIndex.NameOf(row) == (index.ProjectInForm(project) ?? project);
            case "basic":
                return row.Nature == Nature.Basic && row.Kind == RowKind.Leaf;
            case "project":
                return row.Nature == Nature.Project && row.Kind == RowKind.Leaf;
            case "three-public":
                return row.Kind == RowKind.Leaf && !row.OfWhich && ThreePublicCarriers.MayCarry(index, row);
            case "vehicle":
                return ThreePublicCarriers.NamesVehicle(row.Label);
            case "reception":
                return ThreePublicCarriers.NamesReception(row.Label, row.Project) && !ThreePublicCarriers.NamesVehicle(row.Label);
            default:
                if (char.IsAsciiDigit(word[0]))
                {
                    return word[^1] == '*'
                        ? row.Kind == RowKind.Leaf && !row.OfWhich && HasPrefix(row, word.AsSpan(0, word.Length - 1))
                        : IsCode(row, part, word);
                }

                return row.Key == word;
        }
    }

    private static bool IsCode(FormRow row, FormPart part, string code)
    {
        if ((row.FunctionCode ?? row.EconomicCode) != code || row.OfWhich)
        {
            return false;
        }

        // An item row above its projects says the same as they do together.
        if (row.Kind == RowKind.Leaf)
        {
            foreach (var other in part.Rows)
            {
                if (other.Kind == RowKind.Subtotal && (other.FunctionCode ?? other.EconomicCode) == code && other.Parts.Count > 0 && other.Facts.Any(static fact => fact?.Stated is not null))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool HasPrefix(FormRow row, ReadOnlySpan<char> prefix) =>
        (row.FunctionCode ?? row.EconomicCode) is { } code && code.AsSpan().StartsWith(prefix, StringComparison.Ordinal);
}
