using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Figures;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Prose;

/// <summary>The explanation of Hunan's counties, with 一般性支出: meetings, training and festivals.</summary>
internal static class HunanProse
{
    private static readonly Wording Words = new() { Thousands = true };

    public static IEnumerable<Paragraph> Sections(Ledger ledger)
    {
        var (body, year, counts) = (ledger.Body, ledger.Year, ledger.Counts);
        yield return Heading($"第一部分  {year}年部门预算说明");
        yield return Heading("一、部门基本概况");
        yield return Heading("（一）职能职责");
        yield return new Paragraph($"{body}的职责是{ledger.Duties}。");
        yield return Heading("（二）机构设置");
        yield return new Paragraph($"内设机构{counts.Offices.Count}个，分别是{string.Join('、', counts.Offices)}；现有在职人员{counts.InService}人，退休人员{counts.Retired}人。");
        yield return Heading("二、部门预算单位构成");
        yield return new Paragraph("纳入编制范围的预算单位只有本级，没有二级预算单位。");

        yield return Heading("三、部门收支总体情况");
        var all = Told.Of(ledger.Entries);
        var sources = ledger.Sources([("一般公共预算拨款", Fund.GeneralPublicBudget), ("政府性基金预算拨款", Fund.GovernmentFunds), ("其他收入", Fund.OtherIncome)]).ToList();
        yield return new Paragraph($"（一）收入预算情况：{year}年收入预算{Words.Money(ledger.Total)}，其中，{string.Join("，", sources.Select(source => source.Label + Words.Money(source.Told)))}。收入较上年预算{Moved(all)}，主要是{Wording.Reason(all)}。");
        yield return new Paragraph($"（二）支出预算情况：{year}年支出预算{Words.Money(ledger.Spent)}，其中，{string.Join("，", ledger.Entries.Classes().Select(item => Codes.FunctionName(item.Code) + Words.Money(item.Told)))}。支出较上年预算{Moved(all)}，主要是{Wording.Reason(all)}。");

        yield return Heading("四、一般公共预算拨款支出情况说明");
        var general = ledger.General();
        var told = Told.Of(general);
        yield return new Paragraph($"{year}年一般公共预算拨款支出{Words.Money(told)}，其中，{string.Join("；", general.Classes().Select(item => $"{Codes.FunctionName(item.Code)}{Words.Money(item.Told)}，占{Wording.Share(item.Told.Now, told.Now)}"))}。具体安排如下：");
        var (basic, project) = (general.Where(entry => entry.Nature == Nature.Basic).ToList(), general.Where(entry => entry.Nature == Nature.Project).ToList());
        yield return new Paragraph($"（一）基本支出：{year}年基本支出年初预算数为{Words.Money(Told.Of(basic))}，主要是为保障机构正常运转而安排的支出，包括人员经费{Words.Money(Told.Of(ledger.Personnel()))}和公用经费{Words.Money(Told.Of(ledger.PublicCost()))}。");
        yield return new Paragraph($"（二）项目支出：{year}年项目支出年初预算数为{Words.Money(Told.Of(project))}，是为完成特定任务而安排的支出，其中：{string.Join("，", project.Projects().Select(item => item.Name + Words.Money(item.Told)))}。");

        yield return Heading("五、政府性基金预算支出情况说明");
        var funds = Told.Of(ledger.Of(Fund.GovernmentFunds));
        yield return new Paragraph(funds.Now == 0 ? $"{year}年未安排政府性基金预算支出。"
            : $"{year}年政府性基金预算支出{Words.Money(funds)}，全部为项目支出，{Words.Change(funds)}。");

        yield return Heading("六、其他重要事项的情况说明");
        var running = Told.Of(ThreePublic.OperatingCost, ledger.Entries);
        yield return new Paragraph($"（一）机关运行经费情况：{year}年机关运行经费预算{Words.Money(running)}，{Words.Change(running)}，{Wording.Reason(running)}。");
        var (total, travel, vehicles, reception) = (Sum(ThreePublic.Total), Sum(ThreePublic.Overseas), Sum(ThreePublic.Vehicles), Sum(ThreePublic.Reception));
        yield return new Paragraph($"（二）“三公”经费预算情况：{year}年“三公”经费预算数为{Words.Money(total)}，其中，公务接待费{Words.Money(reception)}，公务用车购置及运行费{Words.Money(vehicles)}（其中，公务用车购置费{Words.Money(Sum(ThreePublic.Purchase))}，公务用车运行费{Words.Money(Sum(ThreePublic.Operation))}），因公出国（境）费{Words.Money(travel)}。"
            + $"“三公”经费预算{Words.Difference(total)}，主要是公务接待费{Words.Difference(reception)}。");
        var (meetings, training) = (ThreePublic.Sum(ledger.Entries, "30215"), ThreePublic.Sum(ledger.Entries, "30216"));
        yield return new Paragraph($"（三）一般性支出情况：{year}年会议费预算{Words.Money(meetings)}，拟召开2次会议，人数90人，内容为年度工作部署；培训费预算{Words.Money(training)}，拟开展3次培训，人数120人，内容为业务培训；没有举办节庆、晚会、论坛和赛事活动的计划。");
        var (goods, works, services) = ledger.Procurement;
        yield return new Paragraph($"（四）政府采购情况：{year}年政府采购预算总额{Words.Money(goods + works + services)}，其中，货物类采购预算{Words.Money(goods)}；工程类采购预算{Words.Money(works)}；服务类采购预算{Words.Money(services)}。");
        yield return new Paragraph($"（五）国有资产占用使用情况：截至上年底，共有公务用车{counts.Vehicles}辆，其中，机要通信用车1辆，应急保障用车1辆，其他按照规定配备的公务用车{counts.Vehicles - 2}辆；单位价值50万元以上通用设备0台，单位价值100万元以上专用设备0台。");
        yield return new Paragraph($"（六）预算绩效目标情况：{year}年实行整体支出绩效目标管理，涉及一般公共预算{Words.Money(told)}。");
        yield return Heading($"第二部分  {year}年部门预算公开表格");

        Told Sum(Func<IEnumerable<Entry>, decimal> figure) => Told.Of(figure, ledger.Entries);
    }

    private static string Moved(Told told) => told.Now == told.Before ? "持平" : $"{(told.Now > told.Before ? "增加" : "减少")}{Words.Money(Math.Abs(told.Now - told.Before))}";

    private static Paragraph Heading(string text) => new(text, ParagraphStyle.Heading);
}
