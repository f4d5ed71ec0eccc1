using System.Text.Json;
using Gouji.Cli.Output;
using Gouji.Model;
using static Gouji.Cli.Output.FindingJson;

namespace Gouji.Cli.Reports;

/// <summary>Writes a finding: what is wrong in both languages, the cell to blame, each equation term by term, and what stands at its places.</summary>
internal sealed class FindingSection(Session session, HtmlPage page, OutputContents contents, Originals originals)
{
    /// <summary>Equations that are shown at once; more of the same cause are folded away.</summary>
    private const int EquationsOpen = 3;

    private readonly Excerpts _excerpts = new(session, page);

    public void Write(ReportedDocument document, JsonElement finding)
    {
        var severity = Text(finding, "severity");
        page.Line($"<section class=\"finding {HtmlPage.Text(severity)}\" id=\"{HtmlPage.Text(Text(finding, "finding"))}\">");
        page.Line($"<h3><b>{HtmlPage.Text(ReportWords.Severity(session, severity))}</b> {HtmlPage.Text(Text(finding, "rule"))} <span class=\"faint\">{HtmlPage.Text(Text(finding, "finding"))}</span></h3>");
        WriteInBoth(finding, "message");
        Labelled(session.Say("规则", "rule"), InLanguage(session, finding, "statement"));
        Labelled(session.Say("依据", "authority"), Text(finding, "authority"));
        WriteBlame(finding);
        WriteEquations(finding);
        WriteExcerpts(document, finding);
        page.Line("</section>");
    }

    private static PlaceSeen? Place(JsonElement element, string name) => element.TryGetProperty(name, out var place) ? PlaceSeen.Of(place) : null;

    private void WriteInBoth(JsonElement element, string name)
    {
        var (first, second) = session.Language == Language.Chinese ? ("zh", "en") : ("en", "zh");
        page.Line($"<p lang=\"{first}\">{HtmlPage.Text(Text(element, $"{name}_{first}"))}</p>");
        page.Line($"<p lang=\"{second}\" class=\"other\">{HtmlPage.Text(Text(element, $"{name}_{second}"))}</p>");
    }

    private void Labelled(string label, string text)
    {
        if (text.Length > 0)
        {
            page.Line($"<p><span class=\"faint\">{HtmlPage.Text(label)}</span> {HtmlPage.Text(text)}</p>");
        }
    }

    private void WriteBlame(JsonElement finding)
    {
        if (Place(finding, "blamed_place") is { } blamed)
        {
            Labelled(session.Say("最可能写错的是", "most likely wrong"), blamed.In(session) + PrintedAndExpected(session, finding, finding));
        }

        var others = Items(finding, "alternatives").ToList();
        foreach (var other in others)
        {
            Labelled(session.Say("或者是", "or"), (Place(other, "place")?.In(session) ?? "") + PrintedAndExpected(session, other, finding));
        }

        if (others.Count > 0)
        {
            Labelled(session.Say("注意", "note"), session.Say("以上各处同样可能，无法断定是哪一处。", "these explain it equally well; which one is wrong cannot be told"));
        }
    }

    private void WriteEquations(JsonElement finding)
    {
        var equations = Items(finding, "equations").ToList();
        for (var i = 0; i < equations.Count; i++)
        {
            if (i == EquationsOpen)
            {
                page.Line($"<details><summary>{session.Say($"同一原因的另外{equations.Count - i}个等式", $"{equations.Count - i} more equations of the same cause")}</summary>");
            }

            WriteEquation(equations[i]);
        }

        if (equations.Count > EquationsOpen)
        {
            page.Line("</details>");
        }
    }

    private void WriteEquation(JsonElement equation)
    {
        var terms = Items(equation, "terms").ToList();
        page.Line($"<p>{HtmlPage.Text(Text(equation, "rule"))} {HtmlPage.Text(InLanguage(session, equation, "subject"))} <b>{HtmlPage.Text(ReportWords.Verdict(session, Text(equation, "verdict")))}</b></p>");
        if (terms.Count > 0)
        {
            page.BeginTable("", "#" + session.Say("印出的数字", "printed figure"), session.Say("项目", "item"), session.Say("出处", "place"));
            WriteSide(terms, "left", "");
            WriteSide(terms, "right", Text(equation, "relation"));
            WriteSide(terms, "divisor", "÷");
            page.EndTable();
        }

        WriteSides(equation, terms);
    }

    private void WriteSide(List<JsonElement> terms, string side, string before)
    {
        var isFirst = true;
        foreach (var term in terms.Where(term => Text(term, "side") == side))
        {
            var sign = TermSign.Of(Text(term, "coefficient"));
            WriteTerm(term, isFirst ? $"{before} {(sign == "+" ? "" : sign)}".Trim() : sign);
            isFirst = false;
        }

        if (isFirst && side != "divisor")
        {
            page.Line($"<tr><td>{HtmlPage.Text(before)}</td><td></td>{HtmlPage.Cell(session.Say("未列", "not listed"))}<td></td></tr>");
        }
    }

    private void WriteTerm(JsonElement term, string before)
    {
        var figure = Text(term, "stated") is { Length: > 0 } stated ? stated : ReportWords.State(session, Text(term, "state"));
        page.Line($"<tr><td>{HtmlPage.Text(before)}</td><td class=\"n\">{HtmlPage.Text(figure + Text(term, "unit"))}</td>{HtmlPage.Cell(TermLabel(term))}{HtmlPage.Cell(PlaceInWords(term))}</tr>");
    }

    private string PlaceInWords(JsonElement term)
    {
        if (Place(term, "place") is not { } place)
        {
            return "";
        }

        var document = place.Sha256 is { } sha256 ? contents.WithSha256(sha256) : null;
        return document is null ? place.In(session) : document.Name + session.Say("，", ", ") + place.In(session);
    }

    private void WriteSides(JsonElement equation, List<JsonElement> terms)
    {
        var unit = UnitOfSides(session, terms);
        var sides = new (string Zh, string En, string Name)[] { ("左边", "left", "left"), ("右边", "right", "right"), ("相差", "difference", "difference"), ("舍入允许相差", "slack of rounding", "slack") }
            .Where(side => Text(equation, side.Name).Length > 0)
            .Select(side => session.Say(side.Zh, side.En) + " " + Text(equation, side.Name) + unit);
        var line = string.Join(session.Say("；", "; "), sides);
        if (line.Length > 0)
        {
            page.Line($"<p class=\"faint\">{HtmlPage.Text(line)}</p>");
        }
    }

    private void WriteExcerpts(ReportedDocument document, JsonElement finding)
    {
        var places = Items(finding, "places").Select(PlaceSeen.Of).OfType<PlaceSeen>().Distinct().ToList();
        var blamed = Items(finding, "alternatives").Select(static other => Place(other, "place")).Append(Place(finding, "blamed_place")).OfType<PlaceSeen>().ToList();
        foreach (var group in places.Concat(blamed).GroupBy(static place => place.Sha256))
        {
            var seen = group.Key is null ? document : contents.WithSha256(group.Key);
            if (seen is null)
            {
                continue;
            }

            if (group.Key is not null)
            {
                page.Line($"<p class=\"faint\">{HtmlPage.Text(seen.Name)}</p>");
            }

            var original = originals.Of(seen);
            if (original.Content is { } content)
            {
                _excerpts.Write(content, [.. group], [.. blamed.Where(place => place.Sha256 == group.Key)]);
            }
            else
            {
                page.Line($"<p class=\"faint\">{HtmlPage.Text(original.Missing!.In(session.Language))}</p>");
            }
        }
    }
}
