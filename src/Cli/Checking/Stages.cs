using Gouji.Cli.Inputs;
using Gouji.Extract;
using Gouji.Ingest.Network;
using Gouji.Normalize.Rules;

namespace Gouji.Cli.Checking;

/// <summary>A rule file of the user with its text.</summary>
internal sealed record RuleFile(string Name, string Text);

/// <summary>The rules in force, and how to make a checker that applies them.</summary>
internal sealed record RuleSet(IReadOnlyList<Rule> Rules, Func<ReadingLimits, IDocumentChecker> CreateChecker);

/// <summary>What the commands work with. The tests put their own in its place.</summary>
internal sealed record Stages
{
    public IFileSystem Files { get; init; } = LocalFileSystem.Instance;

    public ReadingLimits Limits { get; init; } = new();

    /// <summary>Makes what downloads: paces and limits, what is known of hosts, the clock.</summary>
    public Func<NetworkOptions, IHostMemory, TimeProvider, IDownloader> CreateDownloader { get; init; } = static (options, memory, time) => new Downloader(options, memory, time);

    /// <summary>The rules of the program with those of the user's files.</summary>
    public Func<IReadOnlyList<RuleFile>, RuleSet> LoadRules { get; init; } = static files =>
    {
        var rulebook = files.Aggregate(Rulebook.BuiltIn, static (rules, file) => rules.With(file.Name, file.Text));
        return new RuleSet(rulebook.Rules, limits => new DocumentChecker(rulebook, limits));
    };
}
