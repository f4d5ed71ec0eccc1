using System.Collections.Concurrent;
using System.Threading.Channels;
using Gouji.Cli.Inputs;
using Gouji.Cli.Output;

namespace Gouji.Cli.Checking;

/// <summary>
/// Checks documents on several threads and hands them on in the order in which they were given. Every queue is bounded, so that the
/// walk waits for the workers and the workers for the writer: memory depends on the number of jobs, not of documents.
/// </summary>
internal sealed class CheckPipeline(int jobs, Func<CheckWorker> createWorker)
{
    /// <summary>Documents under way for each job: enough that a slow document does not stop the others at once.</summary>
    private const int AheadPerJob = 4;

    /// <summary>Members of one archive that wait for the writer; a worker ahead of it waits then.</summary>
    private const int AheadPerInput = 16;

    /// <summary>Readers of nested formats go deep; the usual stack of a thread is too small for what they are given.</summary>
    private const int StackBytes = 16 << 20;

    /// <summary>Runs until all inputs are written.</summary>
    /// <param name="inputs">Enumerated on a thread of its own.</param>
    /// <param name="writer">Prepares on the workers, writes on the calling thread.</param>
    /// <param name="written">Called after each document is written.</param>
    /// <param name="cancellationToken">Stops the run. Threads that are deep in a document are not waited for.</param>
    public void Run(IEnumerable<InputFile> inputs, IResultWriter writer, Action<CheckedDocument> written, CancellationToken cancellationToken)
    {
        // The queues outlive this call where a run is stopped, since workers may still stand at them; they hold nothing to dispose of then.
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var inOrder = new BlockingCollection<Work>(jobs * AheadPerJob);
        var open = new BlockingCollection<Work>(jobs * AheadPerJob);
        Start("gouji inputs", () => Feed(inputs, inOrder, open, stop.Token));
        for (var i = 0; i < jobs; i++)
        {
            Start("gouji worker", () => CheckAll(open, writer, stop.Token));
        }

        try
        {
            foreach (var work in inOrder.GetConsumingEnumerable(cancellationToken))
            {
                foreach (var (document, prepared) in work.Results(cancellationToken))
                {
                    using (prepared)
                    {
                        writer.Write(document, prepared);
                    }

                    written(document);
                }
            }

            writer.Complete();
        }
        finally
        {
            stop.Cancel();
        }
    }

    private static void Start(string name, Action run) =>
        new Thread(() => run(), StackBytes) { Name = name, IsBackground = true }.Start();

    private static void Feed(IEnumerable<InputFile> inputs, BlockingCollection<Work> inOrder, BlockingCollection<Work> open, CancellationToken stop)
    {
        try
        {
            foreach (var input in inputs)
            {
                var work = new Work(input);
                inOrder.Add(work, stop);
                open.Add(work, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure) when (HandOver(failure, inOrder))
        {
            // The writer meets it in its order, and reports it.
        }

        inOrder.CompleteAdding();
        open.CompleteAdding();
    }

    private static bool HandOver(Exception failure, BlockingCollection<Work> inOrder)
    {
        var work = new Work(new InputFile("", ""));
        work.Fail(failure);
        return inOrder.TryAdd(work, Timeout.Infinite);
    }

    private void CheckAll(BlockingCollection<Work> open, IResultWriter writer, CancellationToken stop)
    {
        CheckWorker? worker = null;
        try
        {
            foreach (var work in open.GetConsumingEnumerable(stop))
            {
                try
                {
                    worker ??= createWorker();
                    foreach (var document in worker.Check(work.Input, stop))
                    {
                        work.Add(document, writer.Prepare(document), stop);
                    }

                    work.Complete();
                }
                catch (Exception failure) when (work.Fail(failure))
                {
                    // Not of this document alone: the writer meets it in its order, and ends the run.
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The run was stopped; the writer says so.
        }
    }

    /// <summary>
    /// One input on its way: filled by a worker, emptied by the writer in its turn. The worker of the input that the writer waits for
    /// never waits for another, so that a full one cannot stop the run.
    /// </summary>
    private sealed class Work(InputFile input)
    {
        private readonly Channel<(CheckedDocument Document, IDisposable? Prepared)> _results =
            Channel.CreateBounded<(CheckedDocument, IDisposable?)>(AheadPerInput);

        public InputFile Input => input;

        public void Add(CheckedDocument document, IDisposable? prepared, CancellationToken stop)
        {
            while (!_results.Writer.TryWrite((document, prepared)))
            {
                _results.Writer.WaitToWriteAsync(stop).AsTask().GetAwaiter().GetResult();
            }
        }

        public void Complete() => _results.Writer.TryComplete();

        public bool Fail(Exception failure) => _results.Writer.TryComplete(failure);

        /// <summary>What the worker makes of the input, as it comes; then the failure that ended it, if one did.</summary>
        public IEnumerable<(CheckedDocument Document, IDisposable? Prepared)> Results(CancellationToken cancellationToken)
        {
            while (_results.Reader.WaitToReadAsync(cancellationToken).AsTask().GetAwaiter().GetResult())
            {
                while (_results.Reader.TryRead(out var result))
                {
                    yield return result;
                }
            }
        }
    }
}
