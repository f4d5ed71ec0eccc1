using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.CorpusGenerator.Forms;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Prose;

/// <summary>The ten sections of 预算情况说明 as departments of Xinjiang publish them.</summary>
internal static class XinjiangProse
{
    private const string GeneralPublic = "一般公共预算";

    private static readonly Wording Words = new(Trimmed: true);

    public static IEnumerable<Paragraph> Overview(Ledger ledger)
    {
        var counts = ledger.Counts;
        yield return Heading($"第一部分  {ledger.Body}概况");
        yield return Heading("一、主要职能");
        yield return new Paragraph($"{ledger.Body}的主要职能为{ledger.Duties}。");
        yield return Heading("二、机构设置及人员情况");
        yield return new Paragraph($"{ledger.Body}下设{counts.Offices.Count}个科室，分别是：{string.Join('、', counts.Offices)}。");
        yield return new Paragraph($"{ledger.Body}编制{counts.Posts}人，实有人数{counts.InService + counts.Retired}人，其中：在职{counts.InService}人，退休{counts.Retired}人，离休0人。");
    }

    public static IEnumerable<Paragraph> Sections(Ledger ledger, Manner manner)
    {
        var (body, year) = (ledger.Body, ledger.Year);
        var general = ledger.Entries.Where(entry => entry.Fund == Fund.GeneralPublicBudget).ToList();
        var basic = general.Where(entry => entry.Nature == Nature.Basic).ToList();
        var sources = manner.FiscalSources.Concat(manner.OtherSources).Append(new Source("单位上年结余", "carryover"))
            .Select(source => (source.Label, Entries: ledger.Entries.Where(entry => entry.Fund == Sources.Fund(source.Key)).ToList()))
            .Where(source => source.Entries.Count > 0).ToList();
        yield return Heading($"第三部分  {year}年部门预算情况说明");

        yield return Heading($"一、关于{body}{year}年收支预算情况的总体说明");
        yield return new Paragraph($"{body}把各项收入和支出统一编入{year}年部门预算。收支总预算{Words.Money(ledger.Total)}。");
        yield return new Paragraph($"收入预算包括：{string.Join('、', sources.Select(source => source.Label + Words.Money(Sum(source.Entries))))}。");
        yield return new Paragraph($"支出预算包括：{string.Join('、', Classes(ledger.Entries).Select(item => item.Name + Words.Money(item.Amount)))}。");

        yield return Heading($"二、关于{body}{year}年收入预算情况说明");
        yield return new Paragraph($"{body}{year}年收入预算{Words.Money(ledger.Total)}，其中：");
        foreach (var (label, entries) in sources)
        {
            yield return new Paragraph($"{label}{Words.Money(Sum(entries))}，占{Wording.Share(Sum(entries), ledger.Total)}，{Because(entries)}。");
        }

        yield return Heading($"三、关于{body}{year}年支出预算情况说明");
        yield return new Paragraph($"{body}{year}年支出预算{Words.Money(ledger.Spent)}，其中：");
        foreach (var (label, nature) in new[] { ("基本支出", Nature.Basic), ("项目支出", Nature.Project) })
        {
            var entries = ledger.Entries.Where(entry => entry.Nature == nature).ToList();
            yield return new Paragraph($"{label}{Words.Money(Sum(entries))}，占{Wording.Share(Sum(entries), ledger.Spent)}，{Because(entries)}。");
        }

        var fiscal = ledger.Entries.Where(ThreePublic.IsFiscal).ToList();
        yield return Heading($"四、关于{body}{year}年财政拨款收支预算情况的总体说明");
        yield return new Paragraph($"{year}年财政拨款收支总预算{Words.Money(Sum(fiscal))}。");
        yield return new Paragraph($"支出预算包括：{string.Join('、', Classes(fiscal).Select(item => item.Name + Words.Money(item.Amount)))}。");

        yield return Heading($"五、关于{body}{year}年一般公共预算当年拨款情况说明");
        yield return Heading("（一）一般公共预算当年拨款规模变化情况");
        yield return new Paragraph($"{body}{year}年一般公共预算当年拨款{Words.Money(Sum(general))}，{Words.Change(general)}。");
        yield return Heading("（二）一般公共预算当年拨款结构情况");
        var number = 0;
        foreach (var item in Classes(general))
        {
            yield return new Paragraph($"{++number}.{item.Name[..^2]}（类）{Words.Money(item.Amount)}，占{Wording.Share(item.Amount, Sum(general))}。");
        }

        yield return Heading("（三）一般公共预算当年拨款具体使用情况");
        number = 0;
        foreach (var item in general.GroupBy(entry => entry.Function).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            yield return new Paragraph($"{++number}.{Codes.Marked(item.Key)}：{year}年预算数为{Words.Money(Sum(item))}，{Words.Change(item)}，主要原因是：{Wording.Reason(Sum(item), item.Sum(entry => entry.Prior))}。");
        }

        yield return Heading($"六、关于{body}{year}年一般公共预算基本支出情况说明");
        yield return new Paragraph($"{body}{year}年一般公共预算基本支出{Words.Money(Sum(basic))}，其中：");
        yield return new Paragraph(Listed("人员经费", basic.Where(ThreePublic.IsPersonnel)));
        yield return new Paragraph(Listed("公用经费", basic.Where(entry => !ThreePublic.IsPersonnel(entry))));

        // Prose speaks of the projects that the project table shows.
        var projects = InTable(ledger, manner);
        yield return Heading($"七、关于{body}{year}年项目支出情况说明");
        foreach (var project in projects.GroupBy(entry => entry.Project))
        {
            yield return new Paragraph($"项目名称：{project.Key}");
            yield return new Paragraph($"预算安排规模：{Words.Money(Sum(project))}");
            yield return new Paragraph($"项目承担单位：{body}");
            yield return new Paragraph("资金执行时间：1月至12月");
        }

        foreach (var paragraph in ThreePublicSection(ledger).Concat(FundSection(ledger, manner)).Concat(Other(ledger, projects)))
        {
            yield return paragraph;
        }
    }

    private static IEnumerable<Paragraph> ThreePublicSection(Ledger ledger)
    {
        var spent = ledger.Entries;
        var before = ledger.Entries.Select(entry => entry with { Amount = entry.Prior }).ToList();
        yield return Heading($"八、关于{ledger.Body}{ledger.Year}年一般公共预算“三公”经费预算情况说明");
        yield return new Paragraph($"{ledger.Body}{ledger.Year}年“三公”经费财政拨款预算安排{Words.Money(ThreePublic.Total(spent))}，其中：因公出国（境）费{Words.Money(ThreePublic.Overseas(spent))}，"
            + $"公务用车购置{Words.Money(ThreePublic.Purchase(spent))}，公务用车运行费{Words.Money(ThreePublic.Operation(spent))}，公务接待费{Words.Money(ThreePublic.Reception(spent))}。");
        yield return new Paragraph($"“三公”经费财政拨款预算{Words.Difference(ThreePublic.Total(spent), ThreePublic.Total(before))}，其中：因公出国（境）费{Words.Difference(ThreePublic.Overseas(spent), ThreePublic.Overseas(before))}，公务用车购置费{Words.Difference(ThreePublic.Purchase(spent), ThreePublic.Purchase(before))}，公务用车运行费{Words.Difference(ThreePublic.Operation(spent), ThreePublic.Operation(before))}，"
            + $"公务接待费{Words.Difference(ThreePublic.Reception(spent), ThreePublic.Reception(before))}。");
    }

    public static IEnumerable<Paragraph> FundSection(Ledger ledger, Manner manner)
    {
        foreach (var (key, label, ordinal) in new[] { ("fund", "政府性基金预算", "九、"), ("soe", "国有资本经营预算", "") })
        {
            if (!manner.Forms.Any(form => form.Role == (key == "fund" ? FormRole.B9 : FormRole.B10)))
            {
                continue;
            }

            var entries = ledger.Entries.Where(entry => entry.Fund == Sources.Fund(key)).ToList();
            yield return Heading($"{ordinal}关于{ledger.Body}{ledger.Year}年{label}拨款情况说明");
            yield return new Paragraph(entries.Count == 0
                ? $"{ledger.Body}{ledger.Year}年未安排{label}拨款支出，对应的支出表为空表。"
                : $"{ledger.Body}{ledger.Year}年{label}拨款支出{Words.Money(Sum(entries))}，用于{string.Join('、', entries.Select(entry => entry.Project).Distinct())}。");
        }
    }

    private static IEnumerable<Paragraph> Other(Ledger ledger, List<Entry> projects)
    {
        var (goods, works, services) = ledger.Procurement;
        var spent = ledger.Entries.Where(entry => entry.Fund == Fund.GeneralPublicBudget && entry.Nature == Nature.Basic && !ThreePublic.IsPersonnel(entry)).ToList();
        yield return Heading("十、其他重要事项的情况说明");
        yield return Heading("（一）机关运行经费情况");
        yield return new Paragraph($"{ledger.Year}年，{ledger.Body}的机关运行经费财政拨款预算{Words.Money(ThreePublic.OperatingCost(ledger.Entries))}，{Words.Change(spent)}。");
        yield return Heading("（二）政府采购情况");
        yield return new Paragraph($"{ledger.Year}年，{ledger.Body}政府采购预算{Words.Money(goods + works + services)}，其中：政府采购货物预算{Words.Money(goods)}，政府采购工程预算{Words.Money(works)}，政府采购服务预算{Words.Money(services)}。");
        yield return Heading("（三）国有资产占用使用情况");
        yield return new Paragraph($"截至{ledger.Year - 1}年底，{ledger.Body}占用使用车辆{ledger.Counts.Vehicles}辆，其中：一般公务用车{ledger.Counts.Vehicles}辆，执法执勤用车0辆，其他车辆0辆。");
        yield return new Paragraph("单位价值50万元以上大型设备2台（套），单位价值100万元以上大型设备1台（套）。");
        yield return new Paragraph(ThreePublic.Purchase(ledger.Entries) == 0
            ? $"{ledger.Year}年部门预算没有安排车辆购置经费。"
            : $"{ledger.Year}年部门预算安排车辆购置经费{Words.Money(ThreePublic.Purchase(ledger.Entries))}。");
        yield return Heading("（四）预算绩效情况");
        yield return new Paragraph($"{ledger.Year}年实行绩效管理的项目{projects.Select(entry => entry.Project).Distinct().Count()}个，涉及预算金额{Words.Money(Sum(projects))}。");
    }

    private static List<Entry> InTable(Ledger ledger, Manner manner)
    {
        var general = manner.Forms.Any(form => form.Role == FormRole.B7 && form.Title.Contains(GeneralPublic, StringComparison.Ordinal));
        return [.. ledger.Entries.Where(entry => entry.Project is not null && (!general || entry.Fund == Fund.GeneralPublicBudget))];
    }

    private static string Listed(string label, IEnumerable<Entry> entries)
    {
        var list = entries.ToList();
        return $"{label}{Words.Money(Sum(list))}，主要包括：{string.Join('、', list.GroupBy(entry => entry.Economic).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Codes.EconomicName(group.Key) + Words.Money(Sum(group))))}。";
    }

    private static string Because(List<Entry> entries) =>
        $"{Words.Difference(Sum(entries), entries.Sum(entry => entry.Prior))}，主要原因是{Wording.Reason(Sum(entries), entries.Sum(entry => entry.Prior))}";

    private static decimal Sum(IEnumerable<Entry> entries) => entries.Sum(entry => entry.Amount);

    private static IEnumerable<(string Name, decimal Amount)> Classes(IEnumerable<Entry> entries) => entries
        .GroupBy(entry => entry.Function[..3]).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => (Codes.FunctionName(group.Key), Sum(group)));

    private static Paragraph Heading(string text) => new(text, ParagraphStyle.Heading);
}
