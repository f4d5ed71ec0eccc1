using System.Globalization;
using System.Text.RegularExpressions;
using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Text;

namespace Gouji.Normalize;

/// <summary>Finds the department, the fiscal year and the kind of a disclosure in its titles and unit lines.</summary>
internal static partial class HeaderReader
{
    private const int LongestTitle = 60;

    /// <summary>The year most often named with a budget or with final accounts in titles and headings, and which of the two.</summary>
    public static (int? Year, DisclosureKind Kind) YearAndKind(DocumentContent content)
    {
        var years = new SortedDictionary<int, int>();
        var budget = 0;
        var accounts = 0;
        foreach (var block in content.Blocks)
        {
            switch (block)
            {
                case Paragraph { Text.Length: <= LongestTitle } paragraph:
                    Count(paragraph.Text, 1);
                    break;
                case TableBlock table:
                    for (var row = 0; row < Math.Min(2, table.Grid.RowCount); row++)
                    {
                        Count(table.Grid[row, 0].Text, 1);
                    }

                    break;
            }
        }

        if (years.Count == 0)
        {
            foreach (var block in content.Blocks)
            {
                if (block is Paragraph { Text.Length: > LongestTitle } paragraph)
                {
                    Count(paragraph.Text, 1);
                }
            }
        }

        int? year = null;
        var most = 0;
        foreach (var (candidate, count) in years)
        {
            if (count >= most)
            {
                (year, most) = (candidate, count);
            }
        }

        return (year, accounts > budget ? DisclosureKind.FinalAccounts : budget > 0 ? DisclosureKind.Budget : DisclosureKind.Unknown);

        void Count(string text, int weight)
        {
            if (text.Length < 4 || !text.AsSpan().ContainsAny('算', '表'))
            {
                return;
            }

            var key = Fold.Key(text);
            var isAccounts = key.Contains("决算", StringComparison.Ordinal);
            var isBudget = !isAccounts && AccountsForms.IsBudgetTitle(key);
            budget += isBudget ? weight : 0;
            accounts += isAccounts ? weight : 0;
            if (!isBudget && !isAccounts)
            {
                return;
            }

            foreach (var match in YearPattern().EnumerateMatches(key))
            {
                var value = int.Parse(key.AsSpan(match.Index, 4), CultureInfo.InvariantCulture);
                years[value] = years.GetValueOrDefault(value) + weight;
            }
        }
    }

    /// <summary>The header of a disclosure.</summary>
    public static DisclosureHeader Read(DocumentContent content, List<FormTable> forms, int? year, DisclosureKind kind)
    {
        string? department = null;
        var most = 0;
        var bodies = new Dictionary<string, int>();
        foreach (var form in forms)
        {
            if (form.Body is { } body)
            {
                var count = bodies[body] = bodies.GetValueOrDefault(body) + 1;
                if (count > most)
                {
                    (department, most) = (body, count);
                }
            }
        }

        MoneyUnit? unit = null;
        most = 0;
        foreach (var group in forms.Where(static form => form.Unit is not null).GroupBy(static form => form.Unit!.Value))
        {
            if (group.Count() > most)
            {
                (unit, most) = (group.Key, group.Count());
            }
        }

        return new DisclosureHeader(department ?? DepartmentInTitle(content), year, kind, unit);
    }

    /// <summary>某局2020年部门预算: what stands before the year or before 部门预算 in a title near the start.</summary>
    private static string? DepartmentInTitle(DocumentContent content)
    {
        for (var i = 0; i < Math.Min(content.Blocks.Count, 20); i++)
        {
            if (content.Blocks[i] is Paragraph { Text.Length: <= LongestTitle } paragraph && TitlePattern().Match(Fold.Key(paragraph.Text)) is { Success: true } match)
            {
                var body = match.Groups["before"].Length > 0 ? match.Groups["before"].Value : match.Groups["after"].Value;
                foreach (var word in (ReadOnlySpan<string>)["综合", "部门", "单位"])
                {
                    body = body.EndsWith(word, StringComparison.Ordinal) ? body[..^word.Length] : body;
                }

                if (body.Length > 1)
                {
                    return body;
                }
            }
        }

        return null;
    }

    [GeneratedRegex("20[0-9]{2}年", RegexOptions.NonBacktracking)]
    private static partial Regex YearPattern();

    [GeneratedRegex("^(?:第[一二三四五六七八九十]+(?:部分|章|节)|附件?[0-9一二三四五六七八九十]*[:.、]?)?(?:关于)?(?<before>[\\p{IsCJKUnifiedIdeographs}()]*?)(?:关于)?20[0-9]{2}年度?(?<after>[\\p{IsCJKUnifiedIdeographs}()]*?)(?:部门|单位|本级)*(?:预算|决算)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TitlePattern();
}
