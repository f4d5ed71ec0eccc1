using System.Runtime.ExceptionServices;
using Gouji.Cli.Inputs;
using Gouji.Cli.Output;

namespace Gouji.Cli.Checking;

/// <summary>
/// Checks documents on as many threads as there are jobs, and writes them in the order in which they were given. No thread only waits
/// or only writes: whoever completes the next document in turn writes it, with all behind it that wait. Memory depends on the number
/// of jobs, not of documents, since a thread that is too far ahead waits before it takes the next input.
/// </summary>
internal sealed class CheckPipeline(int jobs, Func<CheckWorker> createWorker)
{
    /// <summary>Documents under way for each job: enough that a slow document does not stop the others at once.</summary>
    private const int AheadPerJob = 8;

    /// <summary>Readers of nested formats go deep; the usual stack of a thread is too small for what they are given.</summary>
    private const int StackBytes = 16 << 20;

    /// <summary>Runs until all inputs are written.</summary>
    /// <param name="inputs">Enumerated by the workers, one at a time.</param>
    /// <param name="writer">Prepares on the workers; writes on one of them at a time, in order.</param>
    /// <param name="written">Called after each document is written.</param>
    /// <param name="cancellationToken">Stops the run. Threads that are deep in a document are not waited for.</param>
    public void Run(IEnumerable<InputFile> inputs, IResultWriter writer, Action<CheckedDocument> written, CancellationToken cancellationToken)
    {
        // What the workers stand at outlives this call where a run is stopped; it holds nothing to dispose of then.
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var queue = new InputQueue(inputs, jobs * AheadPerJob);
        var output = new OrderedOutput(writer, written, queue.Leave, stop.Cancel);
        var ended = new CountdownEvent(jobs);
        for (var i = 0; i < jobs; i++)
        {
            new Thread(() => Work(queue, output, stop, ended), StackBytes) { Name = "gouji worker", IsBackground = true }.Start();
        }

        try
        {
            WaitHandle.WaitAny([ended.WaitHandle, stop.Token.WaitHandle]);
        }
        finally
        {
            stop.Cancel();
            output.Close();
        }

        output.Failure?.Throw();
        cancellationToken.ThrowIfCancellationRequested();
        writer.Complete();
    }

    private void Work(InputQueue queue, OrderedOutput output, CancellationTokenSource stop, CountdownEvent ended)
    {
        try
        {
            CheckWorker? worker = null;
            while (queue.Take(stop.Token) is { } turn)
            {
                output.Expect(turn);
                Check(ref worker, turn, output, stop.Token);
            }

            ended.Signal();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The run was stopped or has failed; the caller says so.
        }
    }

    private void Check(ref CheckWorker? worker, Turn turn, OrderedOutput output, CancellationToken stop)
    {
        try
        {
            turn.Problem?.Throw();
            worker ??= createWorker();
            foreach (var document in worker.Check(turn.Input, stop))
            {
                output.Add(turn, document, stop);
            }

            output.Complete(turn, null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // Not of this document alone: it ends the run, in its turn.
            output.Complete(turn, ExceptionDispatchInfo.Capture(failure));
        }
    }
}
