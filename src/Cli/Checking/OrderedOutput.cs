using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Gouji.Cli.Output;

namespace Gouji.Cli.Checking;

/// <summary>
/// Puts what several threads complete back into the order of the inputs. The thread that adds something writes all that is in turn,
/// unless another is writing already, which then goes on with it.
/// </summary>
/// <param name="writer">Called by one thread at a time.</param>
/// <param name="written">Called after each document is written.</param>
/// <param name="left">Called when all documents of an input are written.</param>
/// <param name="failed">Called when a failure ends the run.</param>
internal sealed class OrderedOutput(IResultWriter writer, Action<CheckedDocument> written, Action left, Action failed)
{
    /// <summary>Members of one archive that wait for their turn; the worker that is ahead with it waits then.</summary>
    private const int AheadPerInput = 16;

    private readonly Lock _writing = new();
    private readonly ConcurrentDictionary<long, Results> _results = [];
    private long _next;
    private int _added;
    private bool _closed;
    private ExceptionDispatchInfo? _failure;

    /// <summary>What ended the run, in its turn; null as long as nothing has.</summary>
    public ExceptionDispatchInfo? Failure => Volatile.Read(ref _failure);

    /// <summary>An input is under way.</summary>
    public void Expect(Turn turn) => _results.TryAdd(turn.Number, new Results());

    /// <summary>A document of an input is complete. Waits where too many of one input wait for their turn.</summary>
    public void Add(Turn turn, CheckedDocument document, CancellationToken stop)
    {
        var prepared = writer.Prepare(document);
        var results = _results[turn.Number];
        results.Room.Wait(stop);
        results.Documents.Enqueue((document, prepared));
        WriteInTurn();
    }

    /// <summary>All documents of an input are complete, or a failure stands in place of those that are missing.</summary>
    public void Complete(Turn turn, ExceptionDispatchInfo? failure)
    {
        var results = _results[turn.Number];
        results.Failure = failure;
        results.IsComplete = true;
        WriteInTurn();
    }

    /// <summary>Nothing is written after this call, whatever is still added.</summary>
    public void Close()
    {
        lock (_writing)
        {
            _closed = true;
        }
    }

    private void WriteInTurn()
    {
        // Whoever raises the count from zero writes until nothing has been added meanwhile; the others leave it to that thread.
        if (Interlocked.Increment(ref _added) != 1)
        {
            return;
        }

        for (var seen = 1; seen != 0;)
        {
            lock (_writing)
            {
                WriteAll();
            }

            var before = seen;
            seen = Interlocked.Add(ref _added, -before);
        }
    }

    private void WriteAll()
    {
        try
        {
            while (!_closed && _results.TryGetValue(_next, out var results))
            {
                // Complete is asked first: what was added before it is then seen.
                var isComplete = results.IsComplete;
                while (results.Documents.TryDequeue(out var result))
                {
                    using (result.Prepared)
                    {
                        writer.Write(result.Document, result.Prepared);
                    }

                    results.Room.Release();
                    written(result.Document);
                }

                if (!isComplete)
                {
                    return;
                }

                if (results.Failure is { } failure)
                {
                    Fail(failure);
                    return;
                }

                _results.TryRemove(_next++, out _);
                left();
            }
        }
        catch (Exception failure) when (!_closed)
        {
            Fail(ExceptionDispatchInfo.Capture(failure));
        }
    }

    private void Fail(ExceptionDispatchInfo failure)
    {
        _closed = true;
        Volatile.Write(ref _failure, failure);
        failed();
    }

    private sealed class Results
    {
        private volatile bool _isComplete;

        public ConcurrentQueue<(CheckedDocument Document, IDisposable? Prepared)> Documents { get; } = [];

        public SemaphoreSlim Room { get; } = new(AheadPerInput);

        public ExceptionDispatchInfo? Failure { get; set; }

        public bool IsComplete { get => _isComplete; set => _isComplete = value; }
    }
}
