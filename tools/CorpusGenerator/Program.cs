using Gouji.CorpusGenerator.Cases;
using Gouji.CorpusGenerator.Chains;
using Gouji.CorpusGenerator.Hard;

if (args.Length != 1)
{
    Console.Error.WriteLine("Usage: dotnet run --project tools/CorpusGenerator -- CORPUS   (for example: corpus)");
    return 2;
}

var cases = CorpusCases.All.ToList();
var duplicate = cases.GroupBy(written => written.Id).FirstOrDefault(group => group.Count() > 1);
if (duplicate is not null)
{
    Console.Error.WriteLine($"Two cases are called {duplicate.Key}; rename one.");
    return 1;
}

var problems = cases.SelectMany(GroundTruth.Problems).ToList();
foreach (var problem in problems)
{
    Console.Error.WriteLine(problem);
}

if (problems.Count > 0)
{
    Console.Error.WriteLine("Nothing was written: the figures must agree with what the cases say of them.");
    return 1;
}

foreach (var written in cases)
{
    CaseWriter.Write(args[0], written);
}

HardCases.Write(args[0]);
Chains.Write(args[0]);
Console.WriteLine($"{cases.Count} cases in {args[0]}: "
    + string.Join(", ", cases.GroupBy(written => written.Kind).Select(group => $"{group.Count()} {group.Key.ToString().ToLowerInvariant()}")));
return 0;
