using Gouji.Model;
using Gouji.Normalize.Codes;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Rules.Evaluation;
using Gouji.Normalize.Rules.Language;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Rules.BuiltIn;

/// <summary>Checks of classification codes against the list in force in the fiscal year.</summary>
internal static class CodeChecks
{
    /// <summary>Each code exists in the fiscal year, and its name is the name of that year. Unconfirmed entries never speak against a document.</summary>
    public static IEnumerable<CheckResult> Valid(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var year = index.Disclosure.Header.FiscalYear;
        var faults = new SortedDictionary<(string Code, string Fault), (Message Remark, List<Place> Places)>();
        foreach (var table in BuiltInChecks.Tables(index, forms))
        {
            var found = false;
            foreach (var part in table.Parts)
            {
                foreach (var row in part.Rows)
                {
                    if (row.OfWhich || (row.FunctionCode ?? row.EconomicCode) is not { } code || Fault(row, code, year) is not { } fault)
                    {
                        continue;
                    }

                    found = true;
                    if (!faults.TryGetValue((code, fault.Kind), out var known))
                    {
                        faults[(code, fault.Kind)] = known = (fault.Remark, []);
                    }

                    known.Places.Add(row.Place);
                }
            }

            if (!found)
            {
                yield return CheckResult.Holds(BuiltInChecks.TableSubject(table));
            }
        }

        foreach (var ((code, _), (remark, places)) in faults)
        {
            yield return new CheckResult(Verdict.Broken, new Message($"科目{code}", $"item {code}"), remark, places);
        }
    }

    /// <summary>One code has one name throughout the document.</summary>
    public static IEnumerable<CheckResult> NamesAgree(FormIndex index, IReadOnlyList<FormName> forms)
    {
        var names = new SortedDictionary<string, List<(string Name, Place Place)>>(StringComparer.Ordinal);
        foreach (var table in BuiltInChecks.Tables(index, forms))
        {
            foreach (var row in table.Parts.SelectMany(static part => part.Rows))
            {
                if (row.OfWhich || row.Label.Length == 0 || row.Label == row.Project || (row.FunctionCode ?? row.EconomicCode) is not { Length: > 3 } code)
                {
                    continue;
                }

                if (!names.TryGetValue(code, out var list))
                {
                    names[code] = list = [];
                }

                list.Add((row.Label, row.Place));
            }
        }

        var found = false;
        foreach (var (code, list) in names)
        {
            var distinct = list.GroupBy(static entry => NameKey.Of(Fold.Key(StripBracket(entry.Name))), StringComparer.Ordinal).Select(static group => group.First()).ToList();
            if (distinct.Count > 1)
            {
                found = true;
                var shown = string.Join("、", distinct.Select(static entry => $"“{entry.Name}”"));
                yield return new CheckResult(
                    Verdict.Broken,
                    new Message($"科目{code}", $"item {code}"),
                    new Message($"科目{code}在不同的表中名称不同：{shown}", $"item {code} has different names in different tables: {shown}"),
                    distinct.ConvertAll(static entry => entry.Place))
                { AtMost = Severity.Notice };
            }
        }

        if (!found)
        {
            yield return names.Count > 0
                ? CheckResult.Holds(new Message("各表科目名称", "names of items"))
                : CheckResult.CannotTell(new Message("", ""), new Message("没有带编码的科目", "no item has a code"));
        }
    }

    private static (string Kind, Message Remark)? Fault(FormRow row, string code, int? year)
    {
        var kind = row.FunctionCode is not null ? ClassificationKind.Function : code[0] == '5' ? ClassificationKind.GovernmentEconomic : ClassificationKind.Economic;
        var codes = ClassificationCodes.Instance;
        var status = codes.Status(kind, code, year);
        var label = row.Label;
        if (status.State == CodeState.Invalid)
        {
            return ("invalid", new Message($"科目编码{code}（{label}）在{year}年政府收支分类科目中不存在", $"code {code} ({label}) is not in the classification of {year}"));
        }

        if (status.State == CodeState.WrongYear && year is not null)
        {
            var years = string.Join(", ", status.OtherYears);
            return ("wrong-year", new Message($"科目编码{code}（{label}）不适用于{year}年，适用年度：{years}", $"code {code} ({label}) is not in force in {year}; it is in {years}"));
        }

        if (label.Length == 0 || label == row.Project)
        {
            return null;
        }

        var match = codes.Match(kind, code, label, year);
        return match.Kind switch
        {
            NameMatchKind.StaleName when year is not null => ("stale", new Message(
                $"科目{code}的名称“{label}”是其他年度（{match.Years}）的名称，{year}年应为“{match.OfficialName}”",
                $"'{label}' is the name of {code} in other years ({match.Years}); in {year} it is '{match.OfficialName}'")),
            NameMatchKind.Different => ("different", new Message(
                $"科目{code}的名称为“{label}”，政府收支分类科目中为“{match.OfficialName}”",
                $"{code} is called '{label}'; the classification calls it '{match.OfficialName}'")),
            _ => null,
        };
    }

    private static string StripBracket(string name)
    {
        var bracket = name.AsSpan().IndexOfAny('（', '(');
        return bracket > 0 && name.StartsWith("行政运行", StringComparison.Ordinal) ? name[..bracket] : name;
    }
}
