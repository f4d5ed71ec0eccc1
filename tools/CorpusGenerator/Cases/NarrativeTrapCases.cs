using Gouji.CorpusGenerator.Disclosure;

namespace Gouji.CorpusGenerator.Cases;

/// <summary>Sentences that look wrong to a naive check and are not.</summary>
internal static class NarrativeTrapCases
{
    public static IEnumerable<Case> All =>
    [
        Trap("trap-prose-units", "Sentences state the amounts of the tables in 元, 万元 and 亿元", Formats.Docx, Justice()
            .Rephrase("收入预算652.89万元，其中", "收入预算6528900元，其中")
            .Rephrase("支出预算652.89万元，其中", "支出预算0.065289亿元，其中")
            .Rephrase("政府采购货物预算14.2万元", "政府采购货物预算142000元")),
        Trap("trap-prose-figures", "Figures are printed in full-width digits, with spaces inside and with thousands separators", Formats.Text, Justice()
            .Rephrase("收支总预算652.89万元", "收支总预算６５２．８９ 万元")
            .Rephrase("收入预算652.89万元，其中", "收入预算6,528,900元，其中")
            .Rephrase("基本支出569.69万元，占87.26%", "基本支出 569. 69  万元，占 ８７．２６％")
            .Rephrase("政府采购预算35.8万元", "政府采购预算　３５．８　万元")),
        Trap("trap-prose-open-list", "A list that ends with 等 names only some of the items and need not add up", Formats.Html, Justice()
            .Rephrase("、劳务费2万元、工会经费5.81万元、福利费4.36万元、公务用车运行维护费12万元、其他商品和服务支出3.08万元。", "等。")),
        Trap("trap-prose-wholes", "Shares are of different wholes: of all expenditure, and of the general public budget", Formats.Docx, Justice()
            .Follow("2020年财政拨款收支总预算", "一般公共预算支出636.89万元，占支出预算652.89万元的97.55%；其中：基本支出569.69万元，占一般公共预算支出的89.45%，项目支出67.2万元，占10.55%。")),
        Trap("trap-prose-bases", "One amount is compared with last year's budget and with what was spent, and differs from each by another amount", Formats.Html, Justice()
            .Rephrase("当年拨款636.89万元，比上年预算增加5.76万元，增长0.91%", "当年拨款636.89万元，比上年执行数减少12.40万元，下降1.91%")),
        Trap("trap-prose-unchanged", "Changes of nothing are told in many words, and a rise from nothing without a rate", Formats.Text, Justice()
            .Rephrase("占2.45%，比上年预算增加16万元", "占2.45%，比上年预算增加16万元，增长--（基数为0，不可比）")
            .Rephrase("因公出国（境）费与上年预算持平", "因公出国（境）费与上年预算一致")
            .Rephrase("公务用车购置费与上年预算持平", "公务用车购置费较上年预算无变化")),
        Trap("trap-prose-restated", "A total is told again in other words and rounder, and half of a total beside it", Formats.Docx, Justice()
            .Follow("收支总预算652.89万元", "支出总规模约653万元，其中财政拨款约637万元。")
            .Follow("2020年财政拨款收支总预算", "如上所述，财政拨款收支总预算636.89万元，上半年计划支出318.45万元，约占50%。")),
        Trap("trap-prose-balanced-shares", "A share is moved by its last place so that all add up to 100", Formats.Html, Justice()
            .Rephrase("占78.40%", "占78.41%")),
    ];

    private static Document Justice() => NarrativeCases.Justice();

    private static Case Trap(string id, string about, Formats formats, Document document) => new(id, CaseKind.Trap, about, about + ".", formats, document);
}
