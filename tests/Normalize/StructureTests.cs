using System.Reflection;
using System.Text.RegularExpressions;
using Gouji.Model;
using Gouji.Normalize.Rules;

namespace Gouji.Normalize.Tests;

/// <summary>What the design forbids, seen by reflection and in the project files.</summary>
public sealed partial class StructureTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static TheoryData<string> MoneyAssemblies() => ["Gouji.Model", "Gouji.Normalize"];

    [Theory]
    [MemberData(nameof(MoneyAssemblies))]
    public void Money_noMemberOrLocal_isBinaryFloatingPoint(string assembly)
    {
        var found = Types(assembly).SelectMany(static type => Used(type).Where(static use => IsBinary(use.Type)).Select(use => $"{type.FullName}: {use.Name}"));
        Assert.Empty(found);
    }

    [Theory]
    [MemberData(nameof(MoneyAssemblies))]
    public void Money_theScan_seesEveryKindOfMember(string assembly)
    {
        var uses = Types(assembly).SelectMany(Used).ToList();
        Assert.Contains(uses, static use => use.Type == typeof(decimal));
        Assert.True(uses.Count > 100);
    }

    [Theory]
    [InlineData("Model")]
    [InlineData("Ingest", "Model")]
    [InlineData("Extract", "Model")]
    [InlineData("Normalize", "Model")]
    [InlineData("Cli", "Extract", "Ingest", "Model", "Normalize")]
    public void Stage_projectFile_namesOnlyTheStagesBelowIt(string stage, params string[] allowed)
    {
        var project = File.ReadAllText(Path.Combine(Sources(), stage, stage + ".csproj"));
        var references = ProjectPattern().Matches(project).Select(static match => match.Groups["name"].Value);
        Assert.Subset(allowed.ToHashSet(), references.ToHashSet());
    }

    [Theory]
    [InlineData("Model")]
    [InlineData("Ingest", "Gouji.Model")]
    [InlineData("Extract", "Gouji.Model")]
    [InlineData("Normalize", "Gouji.Model")]
    public void Stage_sources_speakOfNoOtherStage(string stage, params string[] allowed)
    {
        string[] stages = ["Gouji.Model", "Gouji.Ingest", "Gouji.Extract", "Gouji.Normalize", "Gouji.Cli"];
        var others = stages.Except(allowed).Where(other => other != "Gouji." + stage).ToList();
        var found = Directory.EnumerateFiles(Path.Combine(Sources(), stage), "*.cs", SearchOption.AllDirectories)
            .Where(file => others.Exists(other => File.ReadAllText(file).Contains($"using {other}", StringComparison.Ordinal)));
        Assert.Empty(found);
    }

    [Fact]
    public void Normalize_assembly_referencesNoStageButTheModel() =>
        Assert.Equal(["Gouji.Model"], typeof(Rulebook).Assembly.GetReferencedAssemblies().Select(static name => name.Name!).Where(static name => name.StartsWith("Gouji.", StringComparison.Ordinal)));

    [Fact]
    public void Model_assembly_referencesTheFrameworkAlone() =>
        Assert.All(typeof(Fact).Assembly.GetReferencedAssemblies(), static name => Assert.StartsWith("System.", name.Name));

    private static IEnumerable<Type> Types(string assembly) => (assembly == "Gouji.Model" ? typeof(Fact) : typeof(Rulebook)).Assembly.GetTypes();

    /// <summary>The types of fields, properties, events, parameters, results and locals of a type, by the name of the member.</summary>
    private static IEnumerable<(string Name, Type Type)> Used(Type type)
    {
        foreach (var field in type.GetFields(Everything))
        {
            yield return (field.Name, field.FieldType);
        }

        foreach (var property in type.GetProperties(Everything))
        {
            yield return (property.Name, property.PropertyType);
        }

        foreach (var method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)))
        {
            if (method is MethodInfo { ReturnType: var result })
            {
                yield return (method.Name, result);
            }

            foreach (var parameter in method.GetParameters())
            {
                yield return ($"{method.Name}({parameter.Name})", parameter.ParameterType);
            }

            foreach (var local in method.GetMethodBody()?.LocalVariables ?? [])
            {
                yield return (method.Name + ", a local", local.LocalType);
            }
        }
    }

    private static bool IsBinary(Type type) =>
        type == typeof(double) || type == typeof(float) || type == typeof(Half)
        || (type.HasElementType && IsBinary(type.GetElementType()!))
        || (type.IsGenericType && type.GetGenericArguments().Any(IsBinary));

    private static string Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "pipeline.sln")))
        {
            folder = folder.Parent;
        }

        Assert.True(folder is not null, $"no pipeline.sln above {AppContext.BaseDirectory}");
        return Path.Combine(folder.FullName, "src");
    }

    [GeneratedRegex("<ProjectReference Include=\"[^\"]*?(?<name>[A-Za-z]+)\\.csproj\"", RegexOptions.ExplicitCapture)]
    private static partial Regex ProjectPattern();
}
