using CsCheck;
using Gouji.Model;
using Gouji.Normalize.Rules;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Forms;

/// <summary>Whatever the order, the numbers, the titles and the layouts of nine forms, each is recognised and every identity evaluated.</summary>
public sealed class AccountsRecognitionPropertyTests
{
    private static readonly string[] Identities =
        ["F1-INC", "F1-EXP", "R-ROW-F2", "R-ROW-F3", "R-ROW-F5", "R-ROW-F7", "F-COL", "F-HIER", "F4-SUM", "F4-FUND", "F6-CLS", "F8-ROLL", "FX-1", "FX-2", "FX-3", "FX-4"];

    /// <summary>Order, then for each form of the order a title, a way to write it, a number and a layout.</summary>
    private static readonly Gen<(FormRole[] Order, int[] Choices)> Documents =
        Gen.Select(Gen.Shuffle(SmallAccounts.Forms.Select(static form => form.Role).ToArray()), Gen.Int[0, 999].Array[4 * 9]);

    [Fact]
    public void Recognise_anyOrderTitleNumberAndLayout_findsEachFormAndChecksThem() =>
        Documents.Sample(
            static document =>
            {
                var disclosure = Printed.Recognise([.. Blocks(document)]);
                Assert.Equal(document.Order, disclosure.Forms.Select(static form => form.Role));
                Assert.Empty(disclosure.Unread);
                var reconciliation = new Reconciler(Rulebook.BuiltIn).Check(disclosure);
                var findings = reconciliation.Findings.Where(static finding => finding.Severity > Severity.Notice).Select(static finding => finding.Message.En).ToList();
                Assert.True(findings.Count == 0, string.Join('\n', findings));
                Assert.All(Identities, rule => Assert.Contains(reconciliation.Checks, check => check.Rule == rule && check.Verdict == Verdict.Holds));
            },
            iter: 300,
            print: static document => string.Join('\n', Blocks(document).OfType<Paragraph>().Select(static paragraph => paragraph.Text)) + "\nlayouts " + string.Join(' ', Enumerable.Range(0, 9).Select(i => document.Choices[(4 * i) + 3] % SmallAccounts.Layouts)));

    private static IEnumerable<Block> Blocks((FormRole[] Order, int[] Choices) document)
    {
        yield return Printed.Line("某局2022年度部门决算");
        for (var i = 0; i < document.Order.Length; i++)
        {
            var role = document.Order[i];
            var (title, manner, number, layout) = (document.Choices[4 * i], document.Choices[(4 * i) + 1], document.Choices[(4 * i) + 2], document.Choices[(4 * i) + 3]);
            var titles = SmallAccounts.Forms.Single(form => form.Role == role).Titles;
            foreach (var block in SmallAccounts.Form(role, Written(titles[title % titles.Length], manner % 7, i + 1), Number(number % 4, i + 1), layout % SmallAccounts.Layouts))
            {
                yield return block;
            }
        }
    }

    private static string Written(string title, int manner, int number) => manner switch
    {
        0 => title,
        1 => $"2022年度{title}",
        2 => $"《{title}》",
        3 => $"{number}．{title}",
        4 => $"附件{number}：{title}",
        5 => $"表{"一二三四五六七八九"[number - 1]}、某局2022年{title}",
        _ => string.Join(' ', title.ToCharArray()),
    };

    private static string Number(int kind, int number) => kind switch
    {
        0 => "",
        1 => $"公开{number:00}表",
        2 => $"财决公开{number:00}表",
        _ => $"表{number}",
    };
}
