using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>Checks of presence and form: which tables there are, what their titles and notes say.</summary>
internal static partial class FormChecks
{
    /// <summary>Fewer recognised forms than this, and a document is an excerpt of which nothing can be said to be missing.</summary>
    private const int FormsOfAWholeDisclosure = 5;

    /// <summary>Every sentence that explains an empty form holds one of these.</summary>
    private static readonly SearchValues<char> AboutLetters = SearchValues.Create("基资公项");

    /// <summary>Every placeholder holds one of these.</summary>
    private static readonly SearchValues<char> PlaceholderLetters = SearchValues.Create("XxＸｘ×〔□或(（");

    private static readonly FormRole[] Core = [FormRole.B1, FormRole.B2, FormRole.B3, FormRole.B4, FormRole.B5, FormRole.B6, FormRole.B8, FormRole.B9];

    private static readonly FormRole[] AccountsCore = [FormRole.F1, FormRole.F2, FormRole.F3, FormRole.F4, FormRole.F5, FormRole.F6, FormRole.F7, FormRole.F8];

    /// <summary>
    /// The eight forms of 财预〔2016〕143号 are there, empty ones included; that of state capital operations from the accounts of 2020 and
    /// the budget of 2022.
    /// </summary>
    public static IEnumerable<CheckResult> TablesPresent(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var nothing = new Message("", "");
        var header = index.Disclosure.Header;
        var accounts = header.Kind == DisclosureKind.FinalAccounts;
        var core = accounts ? AccountsCore : Core;
        var present = core.Count(role => index.First(role) is not null);
        if (header.Kind == DisclosureKind.Unknown || present < FormsOfAWholeDisclosure)
        {
            yield return CheckResult.CannotTell(nothing, header.Kind == DisclosureKind.Unknown
                ? new Message("不是部门预算或决算", "this is neither a departmental budget nor final accounts")
                : new Message($"只识别出{present}张基本表，可能是节选", $"only {present} core forms are recognised; it may be an excerpt"));
            yield break;
        }

        var stateCapital = accounts ? FormRole.F9 : FormRole.B10;
        var expected = header.FiscalYear >= (accounts ? 2020 : 2022) ? core.Append(stateCapital) : core;
        foreach (var role in expected)
        {
            var subject = new Message(FormNames.Zh(role), FormNames.En(role));
            if (index.First(role) is not null)
            {
                yield return CheckResult.Holds(subject);
                continue;
            }

            if (index.Disclosure.Forms.Any(static form => form.Role == FormRole.Unknown && form.Title.Length == 0))
            {
                yield return CheckResult.CannotTell(subject, new Message("有没有标题、未能识别的表，可能就是它", "a table without a title that is not recognised may be it"));
                continue;
            }

            yield return new CheckResult(
                Verdict.Broken,
                subject,
                new Message($"没有找到{FormNames.Zh(role)}；没有数据的表也应公开空表并说明", $"{FormNames.En(role)} was not found; a form without data is to be published empty, with a note"),
                [])
            { AtMost = role == stateCapital ? Severity.Notice : null };
        }
    }

    /// <summary>Where a sentence says that no vehicle is to be bought, the “三公” form has no money for it.</summary>
    public static IEnumerable<CheckResult> PurchaseAsAnnounced(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var subject = new Message("公务用车购置", "vehicle purchase");
        if (index.First(FormRole.B8)?.Part("") is not { Total: { } total } part || part.ColumnOf("purchase") is var column && column < 0)
        {
            yield return CheckResult.CannotTell(subject, new Message("没有“三公”经费表的公务用车购置费", "there is no vehicle purchase in a three-public table"));
            yield break;
        }

        var blocks = index.Disclosure.Content.Blocks;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is not Paragraph paragraph || !paragraph.Text.Contains('购', StringComparison.Ordinal) || !NoPurchase().IsMatch(Fold.Key(paragraph.Text)))
            {
                continue;
            }

            if (total.Facts[column] is not { State: FactState.Value } fact)
            {
                yield return CheckResult.Holds(subject);
                yield break;
            }

            var place = new Place { Sha256 = index.Disclosure.Content.Sha256, Source = paragraph.Source, Block = i + 1, Page = paragraph.Page, Span = new TextSpan(0, paragraph.Text.Length) };
            yield return new CheckResult(
                Verdict.Broken,
                subject,
                new Message($"“三公”经费表列有公务用车购置费{fact.Stated}{fact.Unit?.Name()}，文字却称未安排购置车辆", $"the three-public table has {fact.Stated} for vehicle purchase, yet a sentence says that none is planned"),
                [fact.Place, place]);
            yield break;
        }

        yield return CheckResult.CannotTell(subject, new Message("文字没有说明是否购置车辆", "no sentence says whether vehicles are to be bought"));
    }

    /// <summary>An empty form says that it is empty, and a filled one does not.</summary>
    public static IEnumerable<CheckResult> EmptyExplained(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var table in BuiltInChecks.Tables(index, forms))
        {
            var subject = BuiltInChecks.TableSubject(table);
            var claim = table.Notes.FirstOrDefault(static note => ClaimsEmpty(Fold.Key(note)));
            if (!table.IsEmpty)
            {
                yield return claim is null
                    ? CheckResult.Holds(subject)
                    : new CheckResult(
                        Verdict.Broken,
                        subject,
                        new Message($"{subject.Zh}有数字，表下却注明空表：“{Short(claim)}”", $"{subject.En} has figures, yet its note says that it is empty: '{Short(claim)}'"),
                        [table.Place]);
                continue;
            }

            if (claim is not null || table.Notes.Any(static note => SaysNothing(Fold.Key(note))) || Explained(index, table.Role))
            {
                yield return CheckResult.Holds(subject);
                continue;
            }

            yield return new CheckResult(
                Verdict.Broken,
                subject,
                new Message($"{subject.Zh}没有数字，也没有说明是空表", $"{subject.En} has no figures and nothing says that it is empty"),
                [table.Place]);
        }
    }

    /// <summary>No cell holds a placeholder of the template.</summary>
    public static IEnumerable<CheckResult> NoPlaceholders(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var found = false;
        foreach (var table in index.Disclosure.Forms)
        {
            foreach (var row in table.Parts.SelectMany(static part => part.Rows))
            {
                if ((Placeholder(row.Label) ?? (row.Project is null ? null : Placeholder(row.Project))) is { } placeholder)
                {
                    found = true;
                    var place = FormNames.Row(table, row);
                    yield return new CheckResult(
                        Verdict.Broken,
                        place,
                        new Message($"{place.Zh}留有模板占位符“{placeholder}”", $"{place.En} still holds the placeholder '{placeholder}'"),
                        [row.Place]);
                }
            }
        }

        if (!found)
        {
            yield return CheckResult.Holds(new Message("各表", "all tables"));
        }
    }

    /// <summary>Titles, the words for the body and the labels of paired totals are of one manner.</summary>
    public static IEnumerable<CheckResult> TitlesConsistent(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var subject = new Message("标题与表头", "titles and headers");
        var remarks = TotalPairs(index).Concat(RepeatedClasses(index)).Concat(BodyWords(index)).Concat(Bodies(index)).Concat(TitleFamily(index)).ToList();
        foreach (var (remark, places) in remarks)
        {
            yield return new CheckResult(Verdict.Broken, subject, remark, places);
        }

        if (remarks.Count == 0)
        {
            yield return CheckResult.Holds(subject);
        }
    }

    /// <summary>The date at the end is a date of the calendar.</summary>
    public static IEnumerable<CheckResult> DateValid(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var subject = new Message("落款日期", "date at the end");
        var blocks = index.Disclosure.Content.Blocks;
        for (var i = blocks.Count - 1; i >= Math.Max(0, blocks.Count - 20); i--)
        {
            if (blocks[i] is Paragraph { Text.Length: < 40 } paragraph && paragraph.Text.Contains('日', StringComparison.Ordinal) && DatePattern().Match(Fold.Key(paragraph.Text)) is { Success: true } match)
            {
                var text = match.Value.Replace("年", "-", StringComparison.Ordinal).Replace("月", "-", StringComparison.Ordinal).Replace("日", "", StringComparison.Ordinal);
                if (DateOnly.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                {
                    yield return CheckResult.Holds(subject);
                }
                else
                {
                    var place = new Place { Sha256 = index.Disclosure.Content.Sha256, Source = paragraph.Source, Block = i + 1, Page = paragraph.Page, Span = new TextSpan(0, paragraph.Text.Length) };
                    yield return new CheckResult(Verdict.Broken, subject, new Message($"落款日期“{match.Value}”不是有效日期", $"the date at the end, '{match.Value}', is no date of the calendar"), [place]);
                }

                yield break;
            }
        }

        yield return CheckResult.CannotTell(subject, new Message("文末没有日期", "there is no date at the end"));
    }

    /// <summary>Whether a note under a table without figures says that there is nothing: 本部门无此项预算，此表无数据.</summary>
    private static bool SaysNothing(string key) =>
        ((string[])["空表", "为空", "无", "没有", "未安排", "未发生", "不涉及"]).Any(word => key.Contains(word, StringComparison.Ordinal));

    private static bool ClaimsEmpty(string key) =>
        (key.Contains("本表为空", StringComparison.Ordinal) || key.Contains("此表为空", StringComparison.Ordinal) || key.Contains("故本表无数据", StringComparison.Ordinal) || key.Contains("空表列示", StringComparison.Ordinal)
            || key.Contains("故此表为空", StringComparison.Ordinal) || key.Contains("故为空表", StringComparison.Ordinal))
        && !key.Contains('如', StringComparison.Ordinal) && !key.Contains('若', StringComparison.Ordinal);

    /// <summary>True where a sentence says that there is nothing of the kind that the form is about.</summary>
    private static bool Explained(FormIndex index, FormRole role)
    {
        string[] about = role switch
        {
            FormRole.B9 or FormRole.F8 => ["政府性基金"],
            FormRole.B10 or FormRole.F9 => ["国有资本"],
            FormRole.B8 or FormRole.F7 => ["三公"],
            FormRole.B7 => ["项目支出"],
            _ => [FormNames.Zh(role)],
        };
        foreach (var block in index.Disclosure.Content.Blocks)
        {
            if (block is Paragraph paragraph && paragraph.Text.AsSpan().ContainsAny(AboutLetters) && Fold.Key(paragraph.Text) is var key && about.Any(word => key.Contains(word, StringComparison.Ordinal))
                && (key.Contains('无', StringComparison.Ordinal) || key.Contains("没有", StringComparison.Ordinal) || key.Contains("未安排", StringComparison.Ordinal) || key.Contains("空表", StringComparison.Ordinal)
                    || key.Contains("不涉及", StringComparison.Ordinal) || key.Contains("0元", StringComparison.Ordinal) || key.Contains("0万元", StringComparison.Ordinal) || key.Contains("0.00万元", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Placeholder(string label)
    {
        if (!label.AsSpan().ContainsAny(PlaceholderLetters))
        {
            return null;
        }

        var key = Fold.Key(label);
        foreach (var word in (ReadOnlySpan<string>)["XX", "××", "〔〕", "增加(减少)", "增加或减少", "□□"])
        {
            if (key.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return word;
            }
        }

        return null;
    }

    private static IEnumerable<(Message Remark, List<Place> Places)> TotalPairs(FormIndex index)
    {
        foreach (var table in index.Disclosure.Forms)
        {
            if (table.Role is FormRole.B1 or FormRole.B4 && table.Part("income")?.Total is { } income && table.Part("expenditure")?.Total is { } expenditure
                && Ending(income) is { } one && Ending(expenditure) is { } other && one != other)
            {
                var subject = BuiltInChecks.TableSubject(table);
                yield return (
                    new Message($"{subject.Zh}收入方最后一行为“{Tight(income.Label)}”，支出方为“{Tight(expenditure.Label)}”，名称不对应", $"{subject.En}: the last row is '{Tight(income.Label)}' on the income side and '{Tight(expenditure.Label)}' on the other"),
                    [income.Place, expenditure.Place]);
            }
        }
    }

    private static IEnumerable<(Message Remark, List<Place> Places)> RepeatedClasses(FormIndex index)
    {
        foreach (var table in index.Disclosure.Forms)
        {
            if (table.Role is not (FormRole.B1 or FormRole.B4) || table.Part("expenditure") is not { } part)
            {
                continue;
            }

            foreach (var group in part.Rows.Where(static row => row.FunctionCode is not null && !row.OfWhich).GroupBy(static row => row.FunctionCode!, StringComparer.Ordinal))
            {
                var rows = group.ToList();
                if (rows.Count > 1 && rows.Count(static row => row.Facts.Any(static fact => fact is { State: FactState.Value })) < 2)
                {
                    var subject = BuiltInChecks.TableSubject(table);
                    yield return (
                        new Message($"{subject.Zh}中“{rows[0].Label}”列示了{rows.Count}次", $"{subject.En} lists '{rows[0].Label}' {rows.Count} times"),
                        rows.ConvertAll(static row => row.Place));
                }
            }
        }
    }

    private static IEnumerable<(Message Remark, List<Place> Places)> BodyWords(FormIndex index)
    {
        var words = index.Disclosure.Forms.Where(static form => form.BodyWord is not null).GroupBy(static form => form.BodyWord!, StringComparer.Ordinal).ToList();
        if (words.Count > 1)
        {
            var shown = string.Join("、", words.Select(static group => group.Key));
            yield return (
                new Message($"各表对编报主体的称谓不一致：{shown}", $"the tables introduce the body with different words: {shown}"),
                words.ConvertAll(static group => group.First().Place));
        }
    }

    private static IEnumerable<(Message Remark, List<Place> Places)> Bodies(FormIndex index)
    {
        var bodies = index.Disclosure.Forms.Where(static form => form.Body is not null).GroupBy(static form => Fold.Key(form.Body!), StringComparer.Ordinal).ToList();
        if (bodies.Count > 1)
        {
            var shown = string.Join("、", bodies.Select(static group => $"“{group.First().Body}”"));
            yield return (
                new Message($"各表的单位名称不一致：{shown}", $"the tables name different bodies: {shown}"),
                bodies.ConvertAll(static group => group.First().Place));
        }
    }

    /// <summary>Where the titles follow 财预〔2016〕143号 (…总体情况表, …情况表) but one does not, that one stands out.</summary>
    private static IEnumerable<(Message Remark, List<Place> Places)> TitleFamily(FormIndex index)
    {
        var standard = 0;
        var others = new List<(FormTable Table, string Standard)>();
        foreach (var table in index.Disclosure.Forms)
        {
            if (StandardTitle(table.Role) is not { } expected || table.Title.Length == 0)
            {
                continue;
            }

            var title = FoldedText.Letters(Fold.Key(table.Title)).Replace("单位", "", StringComparison.Ordinal);
            if (title.EndsWith(expected, StringComparison.Ordinal))
            {
                standard++;
            }
            else
            {
                others.Add((table, expected));
            }
        }

        if (standard < FormsOfAWholeDisclosure || others.Count > 1)
        {
            yield break;
        }

        foreach (var (table, expected) in others)
        {
            yield return (
                new Message($"表{table.Number}标题为“{Tight(table.Title)}”，其他表均用规范标题，此表规范标题为“{expected}”", $"table {table.Number} is titled '{Tight(table.Title)}'; the others bear the standard titles, and its own is '{expected}'"),
                [table.Place]);
        }
    }

    private static string? StandardTitle(FormRole role) => role switch
    {
        FormRole.B1 => "部门收支总体情况表",
        FormRole.B2 => "部门收入总体情况表",
        FormRole.B3 => "部门支出总体情况表",
        FormRole.B4 => "财政拨款收支总体情况表",
        FormRole.B5 => "一般公共预算支出情况表",
        FormRole.B6 => "一般公共预算基本支出情况表",
        FormRole.B8 => "一般公共预算三公经费支出情况表",
        FormRole.B9 => "政府性基金预算支出情况表",
        _ => null,
    };

    private static string? Ending(FormRow row)
    {
        var letters = FoldedText.Letters(Fold.Key(row.Label));
        return letters.EndsWith("总计", StringComparison.Ordinal) ? "总计" : letters.EndsWith("合计", StringComparison.Ordinal) ? "合计" : null;
    }

    private static string Tight(string label) => Fold.Key(label);

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;

    [GeneratedRegex("(?:未安排|没有安排|不安排|无)(?:购置|购买)(?:公务)?(?:车辆|用车)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NoPurchase();

    [GeneratedRegex("20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex DatePattern();
}
