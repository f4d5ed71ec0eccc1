using Gouji.Normalize.Rules;

namespace Gouji.Corpus.Tests;

/// <summary>What the documentation shows is what the program says.</summary>
public sealed class DocumentationTests
{
    [Theory]
    [InlineData("README.md", "en")]
    [InlineData("README.zh.md", "zh")]
    public void Readme_finding_isAsTheProgramPrintsIt(string page, string language)
    {
        var block = Between(File.ReadAllText(Path.Combine(Repository.Root, page)), "```\n", "```\n");
        var (status, output, _) = GoujiProgram.Run(Repository.Root, "check", "corpus/kezhou-2020/source.docx", "--lang", language);
        Assert.Equal(3, status);
        Assert.Contains(block, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_ruleShown_isThatOfTheRulebook()
    {
        var rule = Assert.Single(Rulebook.BuiltIn.Rules, static rule => rule.Id == "R-B1-BAL");
        var shown = string.Concat(rule.Source.Split('\n').Select(static line => "    " + line + "\n"));
        Assert.Contains(shown, RulesPage, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_fileShown_isAccepted()
    {
        var file = string.Join('\n', Between(RulesPage, "    # local.rules\n", "    ./gouji").Split('\n').Select(static line => line.StartsWith("    ", StringComparison.Ordinal) ? line[4..] : line));
        var rules = Rulebook.BuiltIn.With("local.rules", file).Rules;
        Assert.Equal(Rulebook.BuiltIn.Rules.Count + 1, rules.Count);
        Assert.False(Assert.Single(rules, static rule => rule.Id == "Z-TITLE").Enabled);
    }

    private static string RulesPage => File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules.md"));

    private static string Between(string text, string begin, string end)
    {
        var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return text[start..text.IndexOf(end, start, StringComparison.Ordinal)];
    }
}
