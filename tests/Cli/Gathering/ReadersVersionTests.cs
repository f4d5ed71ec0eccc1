using System.Reflection;
using System.Text.Json;
using Gouji.Cli.Commands;
using Gouji.Cli.Gathering;
using Gouji.Cli.Tests.Support;
using Gouji.Extract;
using Gouji.Ingest.Store;
using Gouji.Normalize.Rules;

namespace Gouji.Cli.Tests.Gathering;

public sealed class ReadersVersionTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_assembliesInAnyOrder_isTheSame()
    {
        var (readers, forms) = (typeof(DocumentExtractor).Assembly, typeof(Rule).Assembly);
        Assert.Equal(ReadersVersion.Of(readers, forms), ReadersVersion.Of(forms, readers, readers));
        Assert.StartsWith(ReadersVersion.Of(readers, forms), ReadersVersion.Current, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_anotherSetOfReaders_isAnother()
    {
        Assembly[] sets = [typeof(DocumentExtractor).Assembly, typeof(Rule).Assembly, typeof(Workspace).Assembly];
        Assert.Equal(sets.Length, sets.Select(static assembly => ReadersVersion.Of(assembly)).Distinct().Count());
    }

    /// <summary>The compiler puts the version of a program into what it compiles, unless it is told not to.</summary>
    [Fact]
    public void Readers_knowNothingOfTheVersionOfTheProgram()
    {
        Assert.All((Assembly[])[typeof(DocumentExtractor).Assembly, typeof(Rule).Assembly, typeof(Model.Message).Assembly], static assembly =>
        {
            Assert.Null(assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>());
            Assert.Null(assembly.GetCustomAttribute<AssemblyFileVersionAttribute>());
            Assert.Equal(new Version(1, 0, 0, 0), assembly.GetName().Version);
        });
        Assert.DoesNotContain(CommandTree.Version, ReadersVersion.Current, StringComparison.Ordinal);
    }

    /// <summary>Where this fails, what workspaces hold has another form: count <c>ResultKeeper.Form</c> up, and write the new keys here.</summary>
    [Fact]
    public async Task Payloads_keys_areThoseOfTheForm()
    {
        await using var site = await PublishingSite.StartAsync();
        site.Publish(1, PublishingSite.BrokenBudget(1));
        var terminal = new TestTerminal { CurrentDirectory = _folder.Path };
        Assert.Equal(ExitStatus.Findings, terminal.Run("run", site.Sources(_folder), "--workspace", "data"));
        using var workspace = Workspace.OpenToRead(_folder["data"]);
        var rulebook = RulebookVersion.Of(new Cli.Checking.Stages().LoadRules([]).Rules);
        var payloads = workspace.Results.Current(ReadersVersion.Current, rulebook).Single().Members.Single().Payloads;
        Assert.Equal(2, ResultKeeper.Form);
        Assert.Equal(
            """
            document path sha256 format bytes department fiscal_year kind unit outcome reason tables recognised facts equations held rounding broken cannot_tell findings elapsed_ms prose_figures prose_understood twin
            Key Rule Severity MessageZh MessageEn FirstSeenRun ResolvedRun
            Record Figures
            Thing Measure Fact
            """,
            string.Join('\n', Keys(payloads[ResultKeeper.Document]), Keys(payloads[ResultKeeper.Findings]), Keys(payloads[ResultKeeper.Link]), Keys(payloads[ResultKeeper.Figures])));
    }

    private static string Keys(ReadOnlyMemory<byte> payload)
    {
        using var json = JsonDocument.Parse(payload);
        var first = json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement[0] : json.RootElement;
        return string.Join(' ', first.EnumerateObject().Select(static property => property.Name));
    }
}
