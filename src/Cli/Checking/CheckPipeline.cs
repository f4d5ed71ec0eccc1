using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
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
                var (document, prepared) = work.Wait(cancellationToken);
                using (prepared)
                {
                    writer.Write(document, prepared);
                }

                written(document);
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
                    var document = worker.Check(work.Input, stop);
                    work.Complete(document, writer.Prepare(document));
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

    /// <summary>One document on its way; done once, by a worker, and awaited once, by the writer.</summary>
    private sealed class Work(InputFile input)
    {
        private readonly TaskCompletionSource<(CheckedDocument?, IDisposable?, ExceptionDispatchInfo?)> _done = new();

        public InputFile Input => input;

        public void Complete(CheckedDocument document, IDisposable? prepared) => _done.TrySetResult((document, prepared, null));

        public bool Fail(Exception failure) => _done.TrySetResult((null, null, ExceptionDispatchInfo.Capture(failure)));

        public (CheckedDocument Document, IDisposable? Prepared) Wait(CancellationToken cancellationToken)
        {
            _done.Task.Wait(cancellationToken);
            var (document, prepared, failure) = _done.Task.Result;
            failure?.Throw();
            return (document!, prepared);
        }
    }
}
