using Gouji.Model;
using Gouji.Normalize.Forms;

namespace Gouji.Normalize.Rules.Evaluation;

/// <summary>How messages call forms, rows and columns.</summary>
internal static class FormNames
{
    public static string Zh(FormRole role) => role switch
    {
        FormRole.B1 => "收支总表",
        FormRole.B2 => "收入总表",
        FormRole.B3 => "支出总表",
        FormRole.B4 => "财政拨款收支总表",
        FormRole.B5 => "一般公共预算支出表",
        FormRole.B6 => "一般公共预算基本支出表",
        FormRole.B7 => "项目支出表",
        FormRole.B8 => "“三公”经费支出表",
        FormRole.B9 => "政府性基金预算支出表",
        FormRole.B10 => "国有资本经营预算支出表",
        FormRole.B11 => "项目支出绩效目标表",
        FormRole.F1 => "收入支出决算总表",
        FormRole.F2 => "收入决算表",
        FormRole.F3 => "支出决算表",
        FormRole.F4 => "财政拨款收入支出决算总表",
        FormRole.F5 => "一般公共预算支出决算表",
        FormRole.F6 => "一般公共预算基本支出决算表",
        FormRole.F7 => "“三公”经费支出决算表",
        FormRole.F8 => "政府性基金收入支出决算表",
        FormRole.F9 => "国有资本经营预算支出决算表",
        _ => "其他表",
    };

    public static string En(FormRole role) => role switch
    {
        FormRole.B1 => "B1 (income and expenditure)",
        FormRole.B2 => "B2 (income)",
        FormRole.B3 => "B3 (expenditure)",
        FormRole.B4 => "B4 (fiscal appropriation)",
        FormRole.B5 => "B5 (general public budget)",
        FormRole.B6 => "B6 (basic expenditure)",
        FormRole.B7 => "B7 (projects)",
        FormRole.B8 => "B8 (three-public expenses)",
        FormRole.B9 => "B9 (government funds)",
        FormRole.B10 => "B10 (state capital operations)",
        FormRole.B11 => "B11 (performance targets)",
        FormRole.F1 => "F1 (final income and expenditure)",
        FormRole.F2 => "F2 (final income)",
        FormRole.F3 => "F3 (final expenditure)",
        FormRole.F4 => "F4 (final fiscal appropriation)",
        FormRole.F5 => "F5 (final general public budget)",
        FormRole.F6 => "F6 (final basic expenditure)",
        FormRole.F7 => "F7 (final three-public expenses)",
        FormRole.F8 => "F8 (final government funds)",
        FormRole.F9 => "F9 (final state capital operations)",
        _ => "other table",
    };

    /// <summary>The row of a form as a person would name it.</summary>
    public static Message Row(FormTable table, FormRow row)
    {
        var label = row.Label.Length > 0 ? row.Label : null;
        var code = row.FunctionCode ?? row.EconomicCode;
        if (code is not null && label is not null && label.StartsWith(code, StringComparison.Ordinal))
        {
            code = null;
        }

        var name = string.Join(" ", new[] { code, label, row.Project is { } project && project != label ? project : null }.Where(static word => word is not null));
        var zh = name.Length > 0 ? $"“{name}”行" : $"第{row.Number}行";
        var en = name.Length > 0 ? $"row '{name}'" : $"row {row.Number}";
        return new Message($"表{table.Number}（{Zh(table.Role)}）{zh}", $"table {table.Number}, {En(table.Role)}, {en}");
    }

    public static Message Cell(FormTable table, FormRow row, FormColumn column)
    {
        var place = Row(table, row);
        return column.Header.Length > 0 ? new Message($"{place.Zh}“{column.Header}”列", $"{place.En}, column '{column.Header}'") : place;
    }
}
