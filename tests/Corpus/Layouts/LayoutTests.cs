using System.Text;
using System.Text.RegularExpressions;
using Gouji.Extract;
using Gouji.Model;
using Gouji.Normalize;
using Gouji.Normalize.Rules;

namespace Gouji.Corpus.Tests.Layouts;

/// <summary>The same figures in another layout of the same tables say the same: whatever a publisher's program does to a table accuses nobody.</summary>
public sealed partial class LayoutTests
{
    private static readonly string[] Cases =
        ["accounts-guangdong-2023", "accounts-shanghai-2024", "accounts-zhejiang-2022", "b8-unlabelled-rows-broken", "beijing-2023", "guangxi-2023", "hunan-2021", "kezhou-2020"];

    private static readonly (string Name, Func<Drawn, string> Change)[] Layouts =
    [
        ("the rest below its header", static table => table.Parted("", withHeader: true)),
        ("the rest below its title and header", static table => table.Parted($"<p>{table.Title}</p>", withHeader: true)),
        ("the rest below its title", static table => table.Parted($"<p>{table.Title}</p>", withHeader: false)),
        ("the rest below its title with a mark", static table => table.Parted($"<p>{table.Title}（续表）</p><p>单位：万元</p>", withHeader: true)),
        ("the rest below a mark", static table => table.Parted("<p>续表1</p>", withHeader: true)),
        ("the rest below a mark without header", static table => table.Parted("<p>续上表</p>", withHeader: false)),
        ("the rest behind a page number", static table => table.Parted("<p>— 12 —</p>", withHeader: true)),
        ("its header twice", static table => table.With([.. table.Rows[..table.Middle], .. table.Header, .. table.Rows[table.Middle..]])),
        ("blank rows", static table => table.With([.. table.Header, .. table.Body.SelectMany(row => new[] { row, table.Blank })])),
        ("blank rows at its end", static table => table.With([.. table.Rows, table.Blank, table.Blank, table.Blank])),
        ("a blank column on the left", static table => table.With(table.Rows.Select(static row => Begin().Replace(row, "$0<td></td>", 1)))),
        ("a blank column on the right", static table => table.With(table.Rows.Select(static row => row.Replace("</tr>", "<td></td></tr>", StringComparison.Ordinal)))),
        ("numbered rows", static table => table.With(table.Rows.Select((row, index) => Begin().Replace(
            row, index == 0 ? $"$0<td rowspan={table.Header.Count}>序号</td>" : index < table.Header.Count ? "$0" : $"$0<td>{index - table.Header.Count + 1}</td>", 1)))),
        ("a note in its last row", static table => table.With([.. table.Rows, $"<tr><td colspan={table.Columns}>注：本表按批复填列，因四舍五入可能有尾差。</td></tr>"])),
        ("within a table of the page", static table => $"<table width=\"100%\"><tr><td>{table.Html}</td></tr></table>"),
    ];

    public static TheoryData<string, string> Samples()
    {
        var samples = new TheoryData<string, string>();
        foreach (var name in Cases)
        {
            foreach (var (layout, _) in Layouts)
            {
                samples.Add(name, layout);
            }
        }

        return samples;
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Check_otherLayout_findsNothingElse(string name, string layout)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Corpus, name, "source.html"));
        var change = Layouts.Single(one => one.Name == layout).Change;
        var changed = Table().Replace(page, match => Drawn.Of(page, match) is { } table ? change(table) : match.Value);

        Assert.NotEqual(page, changed);
        Assert.Empty(Found(changed).Except(Found(page)));
    }

    /// <summary>The rules by which a page has errors or warnings, each with how often.</summary>
    private static HashSet<(string Rule, int Times)> Found(string page)
    {
        var content = new DocumentExtractor().Read(new FetchedDocument("page", Encoding.UTF8.GetBytes(page), new string('0', 64)), TestContext.Current.CancellationToken);
        var findings = new Reconciler(Rulebook.BuiltIn).Check(new DisclosureRecogniser().Recognise(content)).Findings;
        return [.. findings.Where(static finding => finding.Severity is Severity.Error or Severity.Warning)
            .CountBy(static finding => finding.Rule).SelectMany(static pair => Enumerable.Range(1, pair.Value).Select(times => (pair.Key, times)))];
    }

    [GeneratedRegex("<table.*?</table>", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Table();

    [GeneratedRegex("<tr.*?</tr>", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Row();

    [GeneratedRegex("<tr[^>]*>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Begin();

    [GeneratedRegex("<t[dh](?<attributes>[^>]*)>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Cell();

    [GeneratedRegex(@"colspan=""?(?<columns>[0-9]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Span();

    [GeneratedRegex(@"\d\.\d\d", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Figure();

    [GeneratedRegex("<[^>]+>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Tag();

    /// <summary>A table of a page with figures, in rows as they are written.</summary>
    private sealed record Drawn(string Html, string Title, string Tag, IReadOnlyList<string> All, int Headers)
    {
        public string[] Rows { get; } = [.. All];

        public IReadOnlyList<string> Header => Rows[..Headers];

        public IReadOnlyList<string> Body => Rows[Headers..];

        /// <summary>A row behind the first ones with figures, where a page may end.</summary>
        public int Middle => Headers + Math.Max(2, (Rows.Length - Headers) / 2);

        public int Columns => Rows.Max(static row => Cell().Matches(row).Sum(static cell => Span().Match(cell.Groups["attributes"].Value) is { Success: true } span ? int.Parse(span.Groups["columns"].Value) : 1));

        public string Blank => $"<tr>{string.Concat(Enumerable.Repeat("<td>&nbsp;</td>", Columns))}</tr>";

        /// <summary>The table; null where it is too small to be changed, holds its own title, or joins cells of several rows.</summary>
        public static Drawn? Of(string page, Match match)
        {
            var rows = Row().Matches(match.Value).Select(static row => row.Value).ToList();
            var headers = rows.FindIndex(static row => Figure().IsMatch(row));
            var title = LayoutTests.Tag().Replace(page[Math.Max(0, match.Index - 2000)..match.Index], "\n").Split('\n', StringSplitOptions.TrimEntries).LastOrDefault(static line => line.EndsWith('表'));
            return headers <= 0 || rows.Count < headers + 5 || title is null
                || rows[..headers].Exists(static row => row.Contains('表', StringComparison.Ordinal)) || rows[headers..].Exists(static row => row.Contains("rowspan", StringComparison.Ordinal)) ? null : new Drawn(match.Value, title, match.Value[..(match.Value.IndexOf('>', StringComparison.Ordinal) + 1)], rows, headers);
        }

        public string With(IEnumerable<string> rows) => Tag + string.Concat(rows) + "</table>";

        public string Parted(string between, bool withHeader) => With(Rows[..Middle]) + between + With([.. withHeader ? Header : [], .. Rows[Middle..]]);
    }
}
