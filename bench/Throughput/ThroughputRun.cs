using System.Globalization;

namespace Gouji.Bench.Throughput;

/// <summary>
/// Checks many copies of one document with the real program, once with one job and once with two: how fast it is when warm, what
/// memory it takes, and what a second job is worth.
/// </summary>
internal static class ThroughputRun
{
    private const string Usage = "usage: throughput [--documents N] [--program gouji.dll]";

    public static int Run(ReadOnlySpan<string> arguments, TextWriter output, TextWriter errors)
    {
        var documents = 10_000;
        var program = Repository.Gouji;
        for (; arguments.Length > 0; arguments = arguments[2..])
        {
            switch (arguments)
            {
                case ["--documents", var count, ..] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0:
                    documents = number;
                    break;
                case ["--program", var path, ..]:
                    program = Path.GetFullPath(path);
                    break;
                default:
                    errors.WriteLine($"throughput: '{arguments[0]}' is not understood; {Usage}");
                    return 2;
            }
        }

        if (!File.Exists(program))
        {
            errors.WriteLine($"throughput: {program} is missing; run: dotnet build src/Cli -c Release");
            return 1;
        }

        return Measure(documents, program, output, errors);
    }

    private static int Measure(int documents, string program, TextWriter output, TextWriter errors)
    {
        var folder = Directory.CreateTempSubdirectory("gouji-throughput-");
        try
        {
            var source = Copies.Make(folder.CreateSubdirectory("in"), Repository.Kezhou("docx"), documents);
            var results = folder.CreateSubdirectory("out").FullName;
            output.WriteLine($"{documents} copies of {Path.GetFileName(Repository.Kezhou("docx"))}, {Environment.ProcessorCount} processors");
            output.WriteLine("| jobs | wall s | processor s | documents/s | peak memory MB | output |");
            output.WriteLine("|---|---|---|---|---|---|");
            var runs = new List<Measurement>();
            foreach (var jobs in (ReadOnlySpan<int>)[1, 2])
            {
                var run = Measurement.Of(program, source, results, jobs);
                runs.Add(run);
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {jobs} | {run.Run.Wall.TotalSeconds:F1} | {run.Run.Processor.TotalSeconds:F1} | {documents / run.Run.Wall.TotalSeconds:F0} | {run.Run.PeakBytes / 1048576.0:F0} | {run.Digest[..12]} |"));
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"two jobs to one: {runs[0].Run.Wall / runs[1].Run.Wall:F2} ×"));
            if (runs[0].Digest != runs[1].Digest)
            {
                errors.WriteLine("throughput: the output depends on the number of jobs; compare the two with: gouji check DIR --out OUT --jobs 1, and 2");
                return 1;
            }

            return 0;
        }
        catch (ProgramFailedException failure)
        {
            errors.WriteLine($"throughput: {failure.Message}");
            return 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
