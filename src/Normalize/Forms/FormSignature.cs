using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Forms;

/// <summary>Tells the form from its columns alone, and settles where title and columns disagree.</summary>
internal static class FormSignature
{
    /// <summary>The form that the columns show; Unknown where they fit several or none.</summary>
    public static FormRole RoleOf(TableAnatomy anatomy, IReadOnlyList<FormColumn> columns, int lanes)
    {
        if (PerformanceReader.Recognises(anatomy.View))
        {
            return FormRole.B11;
        }

        int threePublic = 0, funds = 0, natures = 0, costs = 0, economics = 0;
        var project = false;
        foreach (var column in columns)
        {
            if (column.Meaning.Kind == ColumnKind.Project)
            {
                project = true;
            }

            if (column.Meaning.Kind != ColumnKind.Figure || column.Measure != Measure.ThisYear)
            {
                continue;
            }

            threePublic += column.Meaning.Family == ColumnFamily.ThreePublic ? 1 : 0;
            funds += column.Meaning.Family == ColumnFamily.Fund ? 1 : 0;
            natures += column.Meaning.Key is "basic" or "project" ? 1 : 0;
            costs += column.Meaning.Family == ColumnFamily.Cost ? 1 : 0;
            economics += column.Meaning.Family == ColumnFamily.Economic ? 1 : 0;
        }

        if (threePublic >= 3)
        {
            return FormRole.B8;
        }

        if (lanes >= 2 && !columns.Any(static column => column.Meaning.Kind == ColumnKind.Code))
        {
            return LanesRole(anatomy, columns);
        }

        if (economics >= 3)
        {
            return project ? FormRole.B7 : FormRole.Unknown;
        }

        if (natures == 2)
        {
            return NatureRole(anatomy);
        }

        if (costs == 2)
        {
            return FormRole.B6;
        }

        return funds >= 3 ? FormRole.B2 : FormRole.Unknown;
    }

    /// <summary>
    /// The form, from what the title says and what the columns show. The title may be damaged or left from another table: where the
    /// columns can only be of another form, they win.
    /// </summary>
    public static FormRole Settle(FormRole title, bool titleIsOther, FormRole signature)
    {
        if (titleIsOther)
        {
            return FormRole.Unknown;
        }

        if (title == FormRole.Unknown)
        {
            return signature;
        }

        return signature switch
        {
            FormRole.Unknown => title,
            FormRole.B8 or FormRole.B11 => signature,
            FormRole.B1 or FormRole.B4 => title is FormRole.B1 or FormRole.B4 or FormRole.B6 ? title : signature,
            FormRole.B2 => title is FormRole.B4 or FormRole.B1 ? signature : title,
            FormRole.B3 or FormRole.B5 or FormRole.B9 or FormRole.B10 => title is FormRole.B2 or FormRole.B8 or FormRole.B11 or FormRole.B1 or FormRole.B4 ? signature : title,
            _ => title,
        };
    }

    /// <summary>
    /// False where a form by function items holds only economic codes, or the basic expenditure form only function codes: it is another
    /// table of a like title.
    /// </summary>
    public static bool CodesFit(FormRole role, TableAnatomy anatomy, IReadOnlyList<FormColumn> columns)
    {
        var byFunction = role is FormRole.B2 or FormRole.B3 or FormRole.B5 or FormRole.B9 or FormRole.B10;
        if (!byFunction && role != FormRole.B6)
        {
            return true;
        }

        // 348 in a column of figures is an amount.
        var view = anatomy.View;
        var figures = columns.Where(static column => column.Meaning.Kind == ColumnKind.Figure).Select(static column => column.GridColumn).ToHashSet();
        int functions = 0, economics = 0;
        for (var row = anatomy.BodyStart; row < view.EndRow; row++)
        {
            for (var column = 0; column < view.ColumnCount; column++)
            {
                if (!figures.Contains(column) && view.Begins(row, column) && view.Key(row, column) is { Length: >= 3 } key && CodeReader.StartsWithCode(key))
                {
                    functions += key[0] == '2' ? 1 : 0;
                    economics += key[0] is '3' or '5' ? 1 : 0;
                }
            }
        }

        return byFunction ? functions > 0 || economics == 0 : economics > 0 || functions == 0;
    }

    private static FormRole LanesRole(TableAnatomy anatomy, IReadOnlyList<FormColumn> columns)
    {
        var view = anatomy.View;
        var funds = 0;
        foreach (var column in columns)
        {
            funds += column.Meaning.Kind == ColumnKind.Figure && column.Meaning.Family == ColumnFamily.Fund ? 1 : 0;
        }

        var sources = 0;
        for (var row = anatomy.HeaderStart; row < view.EndRow; row++)
        {
            for (var column = 0; column < view.ColumnCount; column++)
            {
                if (view.Begins(row, column) && view.Letters(row, column) is { Length: > 0 } letters)
                {
                    if (row < anatomy.BodyStart && letters.Contains("财政拨款", StringComparison.Ordinal))
                    {
                        return FormRole.B4;
                    }

                    sources += HeaderVocabulary.Source(letters)?.Key is "institution" or "operating" or "other" or "superior" or "affiliate" ? 1 : 0;
                }
            }
        }

        return funds >= 2 ? FormRole.B4 : sources > 0 ? FormRole.B1 : FormRole.Unknown;
    }

    private static FormRole NatureRole(TableAnatomy anatomy)
    {
        var view = anatomy.View;
        for (var row = anatomy.HeaderStart; row < anatomy.BodyStart; row++)
        {
            for (var column = 0; column < view.ColumnCount; column++)
            {
                var letters = view.Letters(row, column);
                if (letters.Contains("政府性基金", StringComparison.Ordinal))
                {
                    return FormRole.B9;
                }

                if (letters.Contains("国有资本", StringComparison.Ordinal))
                {
                    return FormRole.B10;
                }

                if (letters.Contains("一般公共预算", StringComparison.Ordinal))
                {
                    return FormRole.B5;
                }

                if (letters is "支出预算" or "部门支出" or "本年支出" or "支出合计")
                {
                    return FormRole.B3;
                }
            }
        }

        return FormRole.Unknown;
    }
}
