using System.Text.RegularExpressions;
using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Prose;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>Amounts of sentences against the cells that they repeat (DOMAIN N-AMT, N-TOT, N-BASIC, N-SG, N-PROJ).</summary>
internal static partial class ProseTableChecks
{
    /// <summary>Every amount of a sentence that has a counterpart in a table equals it.</summary>
    public static IEnumerable<CheckResult> Amounts(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var items = EconomicItemsByName(index);
        var told = new HashSet<(ProseTheme, string, string)>();
        foreach (var claim in index.Disclosure.Prose.Claims)
        {
            if (!claim.IsAmount || claim.Item is not null)
            {
                continue;
            }

            var cells = Cells(index, claim, items, total => told.Add((claim.Section.Theme, claim.Section.Heading, total)));
            if (cells.Count == 0)
            {
                continue;
            }

            var fact = ProseFacts.Of(claim);
            var subject = new Message($"“{claim.Subject}”", $"sentence on '{claim.Subject}'");
            CheckResult? first = null;
            foreach (var cell in cells)
            {
                var result = ProseEvidence.Compare(subject, [fact], [cell], copies: !claim.IsOfAccounts, () => new Message(
                    $"文字“{ProseEvidence.Quote(claim)}”与表中的{ProseEvidence.Text(cell)}（{FormNames.Zh(cell.Role)}）不一致",
                    $"a sentence says {ProseEvidence.En(fact)} ('{ProseEvidence.Quote(claim)}'), {FormNames.En(cell.Role)} says {ProseEvidence.En(cell)}"));
                first ??= result;
                if (result.Verdict != Verdict.Broken)
                {
                    first = result;
                    break;
                }
            }

            yield return first!.Verdict != Verdict.Broken ? first : first with
            {
                Stated = claim.Value,
                Expected = claim.Money is { } unit ? ProseEvidence.InUnit(cells[0].Amount!.Value.Yuan, unit) : null,
                Unit = claim.Money,
            };
        }
    }

    /// <summary>机关运行经费 is the public cost of basic expenditure; some add equipment of projects.</summary>
    public static IEnumerable<CheckResult> AgencyCost(FormIndex index, IReadOnlyList<FormName> forms)
    {
        foreach (var claim in index.Disclosure.Prose.Of(ProseTheme.AgencyCost))
        {
            if (!claim.IsAmount || !claim.Subject.Contains("运行经费", StringComparison.Ordinal) || BasicSum(index, "public") is not { } cell)
            {
                continue;
            }

            // Where it is spent by institutions and their department together, it is not the public cost of this body alone.
            if (index.Disclosure.Prose.Claims.Any(other => other.Line == claim.Line && other is { Kind: ClaimKind.Count, Value: > 0, Counted: "家" or "个" }))
            {
                yield return CheckResult.CannotTell(new Message("机关运行经费", "agency operating cost"), new Message("文字说明的是其中若干机关的运行经费", "the sentence speaks of some of the bodies only"));
                yield break;
            }

            // Accounts are of departments with their institutions, whose public cost is no operating cost of an agency.
            if (claim.IsOfAccounts && claim.Plain < cell.Amount!.Value.Yuan)
            {
                yield return CheckResult.CannotTell(new Message("机关运行经费", "agency operating cost"), new Message("公用经费可能包括事业单位的", "public cost may be that of institutions too"));
                yield break;
            }

            var fact = ProseFacts.Of(claim);
            yield return ProseEvidence.Compare(new Message("机关运行经费", "agency operating cost"), [fact], [cell], copies: true, () => new Message(
                $"文字称机关运行经费{ProseEvidence.Text(fact)}，基本支出表的公用经费为{ProseEvidence.Text(cell)}",
                $"a sentence gives {ProseEvidence.En(fact)} as agency operating cost; public cost in the basic expenditure table is {ProseEvidence.En(cell)}")) with { AtMost = Severity.Notice };
            yield break;
        }
    }

    /// <summary>
    /// The cells that a claim may repeat, the likeliest first; none where that is not certain. A total is taken where it is told first in
    /// its section: behind it the same words may speak of a part.
    /// </summary>
    private static List<Fact> Cells(FormIndex index, Claim claim, Dictionary<string, Fact?> items, Func<string, bool> isFirst)
    {
        var cells = new List<Fact>();
        var subject = claim.IsOfAccounts ? ThingNames.Plain(claim.Subject) : claim.Subject;
        var theme = claim.Section.Theme;
        switch (theme)
        {
            case ProseTheme.Overview or ProseTheme.Fiscal or ProseTheme.Income or ProseTheme.Expenditure or ProseTheme.General when TotalOf(subject, theme) is { } total:
                if (isFirst(subject is "收入合计" or "支出合计" ? subject : total))
                {
                    AddTotal(total);
                }

                break;
            case ProseTheme.Income or ProseTheme.Overview when Source(subject) is { } source:
                Add(Row(index, FormRole.B1, "income", source), Cell(index, FormRole.B2, source));
                break;
            case ProseTheme.Overview or ProseTheme.Fiscal or ProseTheme.Expenditure when index.Disclosure.Header.Kind != DisclosureKind.FinalAccounts && ClassRow(index, theme, subject) is { } of:
                if (isFirst(subject))
                {
                    Add(of.Part.Columns.Select((column, i) => column.Measure == Measure.ThisYear ? of.Row.Facts[i] : null).ToArray());
                }

                break;
            case ProseTheme.Expenditure when Ends(subject, "基本支出", "项目支出") && isFirst(subject[^4..]):
                Add(Cell(index, FormRole.B3, subject.EndsWith("基本支出", StringComparison.Ordinal) ? "basic" : "project"));
                break;
            case ProseTheme.General when claim.Section.Sub.Length == 0 && subject is "基本支出" or "项目支出" && isFirst(subject):
                Add(Cell(index, FormRole.B5, subject == "基本支出" ? "basic" : "project"));
                break;
            case ProseTheme.Basic when Ends(subject, "基本支出"):
                Add(Cell(index, FormRole.B6, "total"), claim.IsOfAccounts ? Cell(index, FormRole.B5, "basic") : null);
                break;
            case ProseTheme.General when claim.Section.Sub.Length == 0 && subject is "人员经费" or "公用经费" && isFirst(subject):
                Add(BasicSum(index, subject == "人员经费" ? "personnel" : "public"));
                break;
            case ProseTheme.Projects when claim.Project is null && Ends(subject, "项目支出", "项目支出预算") && subject.Length <= 12 && !subject.Contains('重', StringComparison.Ordinal) && isFirst("projects"):
                Add(Cell(index, FormRole.B7, "total"), Cell(index, FormRole.B3, "project"), Cell(index, FormRole.B5, "project"));
                break;
            case ProseTheme.Basic or ProseTheme.Fiscal when subject is "人员经费" or "公用经费":
                Add(BasicSum(index, subject == "人员经费" ? "personnel" : "public"));
                break;
            case ProseTheme.Basic:
                Add(items.GetValueOrDefault(FoldedText.Letters(subject)));
                break;
            case ProseTheme.ThreePublic when ThreePublicColumn(subject) is { } column && !subject.Contains("其中", StringComparison.Ordinal) && isFirst(column):
                Add(Cell(index, FormRole.B8, column));
                break;
        }

        return cells;

        // 合计 is of the year alone; 总计 counts what was carried over.
        void AddTotal(string total)
        {
            switch (total)
            {
                case "both":
                    Add(Row(index, FormRole.B1, "income", "total"), Row(index, FormRole.B1, "expenditure", "total"));
                    break;
                case "income" when Ends(subject, "合计"):
                    Add(Row(index, FormRole.B1, "income", "subtotal"), Cell(index, FormRole.B2, "total"), Row(index, FormRole.B1, "income", "total"));
                    break;
                case "expenditure" when Ends(subject, "合计"):
                    Add(Row(index, FormRole.B1, "expenditure", "subtotal"), Cell(index, FormRole.B3, "total"), Row(index, FormRole.B1, "expenditure", "total"));
                    break;
                case "income":
                    Add(Row(index, FormRole.B1, "income", "total"), Cell(index, FormRole.B2, "total"), Row(index, FormRole.B1, "income", "subtotal"));
                    break;
                case "expenditure":
                    Add(Row(index, FormRole.B1, "expenditure", "total"), Cell(index, FormRole.B3, "total"), Row(index, FormRole.B1, "expenditure", "subtotal"));
                    break;
                case "fiscal":
                    Add(Row(index, FormRole.B4, "income", "total"), Row(index, FormRole.B4, "expenditure", "total"));
                    break;
                case "fiscal-income":
                    Add(Row(index, FormRole.B4, "income", "total"), Row(index, FormRole.B4, "income", "subtotal"), Row(index, FormRole.B1, "income", "fiscal"), Cell(index, FormRole.B2, "fiscal"));
                    break;
                case "fiscal-expenditure":
                    Add(Row(index, FormRole.B4, "expenditure", "total"), Row(index, FormRole.B4, "expenditure", "subtotal"));
                    break;
                case "general":
                    Add(Cell(index, FormRole.B5, "total"));
                    break;
                case "funds":
                    Add(Cell(index, FormRole.B9, "total"));
                    break;
                case "state-capital":
                    Add(Cell(index, FormRole.B10, "total"));
                    break;
            }
        }

        void Add(params ReadOnlySpan<Fact?> found)
        {
            foreach (var fact in found)
            {
                if (fact is { Amount: not null })
                {
                    cells.Add(fact);
                }
            }
        }
    }

    /// <summary>The row of a class in the balance that a section explains, by its name; null where none or several have it.</summary>
    private static (FormPart Part, FormRow Row)? ClassRow(FormIndex index, ProseTheme theme, string subject)
    {
        var role = theme == ProseTheme.Fiscal ? FormRole.B4 : FormRole.B1;
        if (!subject.EndsWith("支出", StringComparison.Ordinal) || index.All(role).Count != 1 || index.First(role)?.Part("expenditure") is not { } part)
        {
            return null;
        }

        var name = FoldedText.Letters(subject);
        return part.Rows.Where(row => row is { Kind: RowKind.Leaf, OfWhich: false, FunctionCode.Length: 3 } && FoldedText.Letters(Fold.Key(row.Label)).EndsWith(name, StringComparison.Ordinal)).ToList() is [var only]
            ? (part, only) : null;
    }

    /// <summary>Which total the words are of; null where they are of none, or of a part.</summary>
    private static string? TotalOf(string subject, ProseTheme theme)
    {
        if (Ends(subject, "财政拨款收支总预算", "财政拨款收支总额", "财政拨款收入支出总计", "财政拨款收支总计", "财政拨款收支预算"))
        {
            return "fiscal";
        }

        if (Ends(subject, "收支总预算", "收支总额", "收入支出总计", "收支总计", "收支预算总额"))
        {
            return "both";
        }

        if (Ends(subject, "一般公共预算支出", "一般公共预算拨款支出", "一般公共预算财政拨款支出", "一般公共预算拨款支出预算", "一般公共预算支出预算", "一般公共预算财政拨款支出预算"))
        {
            return "general";
        }

        if (Ends(subject, "政府性基金支出", "政府性基金拨款支出", "政府性基金预算支出", "政府性基金拨款支出预算", "政府性基金预算财政拨款支出"))
        {
            return "funds";
        }

        if (Ends(subject, "国有资本经营预算支出", "国有资本经营预算拨款支出", "国有资本经营预算财政拨款支出", "国有资本经营预算拨款支出预算"))
        {
            return "state-capital";
        }

        if (theme == ProseTheme.General || subject.Contains("其中", StringComparison.Ordinal))
        {
            return null;
        }

        return Ends(subject, "财政拨款收入", "财政拨款收入预算", "财政拨款收入总计") ? IsOfOneFund(subject) ? null : "fiscal-income"
            : Ends(subject, "财政拨款支出", "财政拨款支出预算", "财政拨款支出总计") ? IsOfOneFund(subject) ? null : "fiscal-expenditure"
            : subject.Contains("财政拨款", StringComparison.Ordinal) || subject.Contains("基金", StringComparison.Ordinal) || subject.Contains("国有资本", StringComparison.Ordinal) || subject.Contains("一般公共", StringComparison.Ordinal) ? null
            : Ends(subject, "收入预算", "预算收入", "收入总预算", "收入预算总额", "收入总额", "收入合计", "总收入", "收入总计") ? OfSection("income")
            : Ends(subject, "支出预算", "支出总预算", "支出预算总额", "支出总额", "支出合计", "总支出", "支出总计") ? OfSection("expenditure")
            : null;

        // Under a heading on 财政拨款 the words need not say again whose total it is.
        string OfSection(string side) => theme == ProseTheme.Fiscal ? "fiscal-" + side : side;
    }

    private static bool IsOfOneFund(string subject) =>
        subject.Contains("一般公共", StringComparison.Ordinal) || subject.Contains("基金", StringComparison.Ordinal) || subject.Contains("国有资本", StringComparison.Ordinal);

    private static bool Ends(string subject, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (subject.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Source(string subject) => subject switch
    {
        "一般公共预算" or "一般公共预算收入" or "一般公共预算拨款" or "一般公共预算财政拨款" or "一般公共预算拨款收入" or "一般公共预算财政拨款收入" => "gpb",
        "政府性基金" or "政府性基金预算" or "政府性基金预算拨款" or "政府性基金预算拨款收入" or "政府性基金收入" => "govfund",
        "国有资本经营预算" or "国有资本经营预算拨款" or "国有资本经营预算拨款收入" => "soe",
        "上级专项收入" => "special",
        "事业收入" => "institution",
        "其他收入" => "other",
        _ => null,
    };

    private static string? ThreePublicColumn(string subject)
    {
        if (subject.Contains("三公经费", StringComparison.Ordinal) && TotalOfThreePublic().IsMatch(subject))
        {
            return "total";
        }

        var name = subject.EndsWith("支出", StringComparison.Ordinal) ? subject[..^2] : subject;
        return name switch
        {
            _ when name.StartsWith("因公出国(境)", StringComparison.Ordinal) && name.Length <= 10 => "travel",
            "公务用车购置及运行费" or "公务用车购置及运行维护费" or "公务用车购置和运行费" => "vehicles",
            "公务用车购置" or "公务用车购置费" or "公务用车购置费用" => "purchase",
            "公务用车运行费" or "公务用车运行维护费" or "公务用车运行费用" => "operation",
            "公务接待费" or "公务接待费用" => "reception",
            _ when name.EndsWith("会议费", StringComparison.Ordinal) => "meeting",
            _ when name.EndsWith("培训费", StringComparison.Ordinal) => "training",
            _ => null,
        };
    }

    /// <summary>The amounts of the basic expenditure form by the letters of their names; null where several have one name.</summary>
    private static Dictionary<string, Fact?> EconomicItemsByName(FormIndex index)
    {
        var items = new Dictionary<string, Fact?>(StringComparer.Ordinal);
        foreach (var (label, fact) in EconomicItems(index))
        {
            var name = FoldedText.Letters(Fold.Key(label));
            items[name] = items.ContainsKey(name) ? null : fact;
        }

        return items;
    }

    /// <summary>The rows of the basic expenditure form that are items with figures.</summary>
    public static IEnumerable<(string Name, Fact Fact)> EconomicItems(FormIndex index)
    {
        if (index.First(FormRole.B6)?.Part("") is not { } part || part.ColumnOf("total") is var column && column < 0)
        {
            yield break;
        }

        foreach (var row in part.Rows)
        {
            if (row.EconomicCode is { Length: 5 } && row.Facts[column] is { State: FactState.Value } fact)
            {
                yield return (row.Label, fact);
            }
        }
    }

    /// <summary>A cell of the row of totals.</summary>
    public static Fact? Cell(FormIndex index, FormRole role, string column)
    {
        role = Answering(index, role);
        if (index.All(role).Count > 1 || index.First(role)?.Part("") is not { Total: { LostCells: false } total } part)
        {
            return null;
        }

        var at = part.ColumnOf(column);
        return at < 0 ? null : total.Facts[at];
    }

    /// <summary>人员经费 or 公用经费 of the basic expenditure form; of several such forms only where they say the same.</summary>
    private static Fact? BasicSum(FormIndex index, string key)
    {
        if (index.Disclosure.Header.Kind != DisclosureKind.FinalAccounts)
        {
            return Cell(index, FormRole.B6, key);
        }

        Fact? found = null;
        foreach (var form in index.All(FormRole.F6))
        {
            var fact = form.Part("")?.Rows.FirstOrDefault(row => row.Key == key)?.Facts[0];
            if (fact?.Amount is null || (found is not null && found.Amount!.Value.Yuan != fact.Amount.Value.Yuan))
            {
                return null;
            }

            found = fact;
        }

        return found;
    }

    /// <summary>The form of final accounts that answers to a form of the budget, where the document is on final accounts.</summary>
    public static FormRole Answering(FormIndex index, FormRole budget) =>
        index.Disclosure.Header.Kind == DisclosureKind.FinalAccounts ? AccountsForms.Of(budget) : budget;

    /// <summary>The whole amount of a named row of one side.</summary>
    private static Fact? Row(FormIndex index, FormRole role, string lane, string key)
    {
        role = Answering(index, role);
        if (index.First(role)?.Part(lane) is not { } part || part.ColumnOf("total") is var column && column < 0)
        {
            return null;
        }

        foreach (var row in part.Rows)
        {
            if (key switch { "total" => row.Kind == RowKind.Total, "subtotal" => row.Kind == RowKind.Subtotal, _ => row.Key == key })
            {
                return row.Facts[column];
            }
        }

        return null;
    }

    [GeneratedRegex("三公经费(?:财政拨款|一般公共预算|预算|支出|总额|数)*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex TotalOfThreePublic();
}
