using Gouji.Cli.Checking;
using Gouji.Cli.Inputs;
using Gouji.Cli.Output;
using Gouji.Cli.Tests.Support;
using Gouji.Extract;
using Gouji.Extract.Archives;

namespace Gouji.Cli.Tests.Checking;

public sealed class CheckPipelineTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Run_workersOfUnevenSpeed_writesInTheOrderOfTheInputs(int jobs)
    {
        var files = Numbered(300);
        var writer = new Collector();
        Pipeline(jobs, files, Delaying).Run(Inputs(300), writer, static _ => { }, CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, 300).Select(static i => $"in/{i:000}"), writer.Documents);
        Assert.True(writer.IsComplete);
    }

    [Fact]
    public void Run_slowWriter_holdsTheWalkBack()
    {
        var walked = 0;
        var most = 0;
        var writer = new Collector { OnWrite = document => most = Math.Max(most, Volatile.Read(ref walked) - document) };
        Pipeline(2, Numbered(500), static _ => FakeStages.Empty).Run(Counted(), writer, static _ => { }, CancellationToken.None);

        // Two queues of eight, a document for each worker, and one in each hand.
        Assert.InRange(most, 1, 24);
        Assert.Equal(500, writer.Documents.Count);

        IEnumerable<InputFile> Counted()
        {
            foreach (var input in Inputs(500))
            {
                Interlocked.Increment(ref walked);
                yield return input;
            }
        }
    }

    [Fact]
    public void Run_failureOfAStage_isThatDocumentsOutcomeAlone()
    {
        var writer = new Collector();
        Pipeline(2, Numbered(3), static text => text == "1" ? throw new InvalidDataException("cell 7\nis odd") : FakeStages.Empty)
            .Run(Inputs(3), writer, static _ => { }, CancellationToken.None);
        Assert.Equal([Outcome.Checked, Outcome.Failed, Outcome.Checked], writer.Checked.Select(static document => document.Outcome));
        Assert.Equal("failed: InvalidDataException: cell 7 is odd", Rows.ReasonText(writer.Checked[1].Reasons));
        Assert.NotNull(writer.Checked[1].Sha256);
    }

    [Fact]
    public void Run_cancellationOfAReaderItself_isThatDocumentsOutcomeToo()
    {
        var writer = new Collector();
        Pipeline(1, Numbered(2), static text => text == "0" ? throw new OperationCanceledException("its own time limit") : FakeStages.Empty)
            .Run(Inputs(2), writer, static _ => { }, CancellationToken.None);
        Assert.Equal([Outcome.Failed, Outcome.Checked], writer.Checked.Select(static document => document.Outcome));
    }

    [Fact]
    public void Run_outOfMemory_endsTheRunInTheCallersThread()
    {
        var writer = new Collector();
        Assert.ThrowsAny<OutOfMemoryException>(() =>
            Pipeline(2, Numbered(9), static text => text == "5" ? throw new InsufficientMemoryException() : FakeStages.Empty)
                .Run(Inputs(9), writer, static _ => { }, CancellationToken.None));
        Assert.Equal(5, writer.Documents.Count);
        Assert.False(writer.IsComplete);
    }

    [Fact]
    public void Run_walkThatFails_endsTheRunInTheCallersThread()
    {
        var writer = new Collector();
        Assert.Throws<InvalidOperationException>(() =>
            Pipeline(2, Numbered(2), static _ => FakeStages.Empty).Run(Failing(), writer, static _ => { }, CancellationToken.None));
        Assert.False(writer.IsComplete);

        static IEnumerable<InputFile> Failing()
        {
            yield return new InputFile("in/000", "in/000");
            throw new InvalidOperationException();
        }
    }

    [Fact]
    public void Run_stopped_endsWithoutWaitingForADocumentThatHangs()
    {
        using var stop = new CancellationTokenSource();
        using var never = new ManualResetEventSlim();
        var writer = new Collector();
        Assert.ThrowsAny<OperationCanceledException>(() => Pipeline(1, Numbered(2), text =>
        {
            stop.Cancel();
            never.Wait(TimeSpan.FromSeconds(20));
            return FakeStages.Empty;
        }).Run(Inputs(2), writer, static _ => { }, stop.Token));
        Assert.Empty(writer.Documents);
        never.Set();
    }

    [Fact]
    public void Run_deepRecursionOfAReader_hasRoom()
    {
        var writer = new Collector();
        Pipeline(1, Numbered(1), static _ => Depth(60_000) > 0 ? FakeStages.Empty : FakeStages.Empty).Run(Inputs(1), writer, static _ => { }, CancellationToken.None);
        Assert.Single(writer.Documents);

        // Some 100 bytes a level: far more than the megabyte that threads are given on some systems.
        static int Depth(int left)
        {
            Span<long> some = stackalloc long[8];
            some[left % 8] = left;
            return left == 0 ? 1 : Depth(left - 1) + (int)(some[left % 8] - left);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Run_archivesOfManyMembers_writesThemInPlace(int jobs)
    {
        using var folder = new TempFolder();
        var inputs = new List<InputFile>();
        var expected = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            var path = folder[$"{i}.zip"];
            using var zip = System.IO.Compression.ZipFile.Open(path, System.IO.Compression.ZipArchiveMode.Create);
            for (var member = 0; member < 50; member++)
            {
                using var text = new StreamWriter(zip.CreateEntry($"{member}.txt").Open());
                text.Write(member);
                expected.Add($"{i}.zip!/{member}.txt");
            }

            inputs.Add(new InputFile($"{i}.zip", path));
        }

        var writer = new Collector();
        Pipeline(jobs, LocalFileSystem.Instance, Delaying).Run(inputs, writer, static _ => { }, CancellationToken.None);
        Assert.Equal(expected, writer.Documents);
    }

    private static CheckedContent Delaying(string text)
    {
        Thread.Sleep(int.Parse(text) * 7 % 5);
        return FakeStages.Empty;
    }

    private static FakeFileSystem Numbered(int count)
    {
        var files = new FakeFileSystem();
        for (var i = 0; i < count; i++)
        {
            files[$"in/{i:000}"] = $"{i}";
        }

        return files;
    }

    private static IEnumerable<InputFile> Inputs(int count) =>
        Enumerable.Range(0, count).Select(static i => new InputFile($"in/{i:000}", $"in/{i:000}"));

    private static CheckPipeline Pipeline(int jobs, IFileSystem files, Func<string, CheckedContent> answer)
    {
        var stages = FakeStages.Answering(answer, files);
        return new CheckPipeline(jobs, () => new CheckWorker(
            new FileLoader(files, new ReadingLimits()), new ArchiveOpener(new ReadingLimits()), stages.LoadRules([]).CreateChecker(new ReadingLimits()), new ShownPath("/"), TimeProvider.System));
    }

    private sealed class Collector : IResultWriter
    {
        public List<CheckedDocument> Checked { get; } = [];

        public List<string> Documents => [.. Checked.Select(static document => document.Document)];

        public bool IsComplete { get; private set; }

        public Action<int> OnWrite { get; init; } = static _ => { };

        public IDisposable? Prepare(CheckedDocument document) => null;

        public void Write(CheckedDocument document, IDisposable? prepared)
        {
            OnWrite(Checked.Count);
            Checked.Add(document);
        }

        public void WriteLinks(RunLinks links) => throw new InvalidOperationException("the pipeline compares no documents");

        public void Complete() => IsComplete = true;
    }
}
