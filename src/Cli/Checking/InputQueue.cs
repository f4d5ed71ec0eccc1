using System.Runtime.ExceptionServices;
using Gouji.Cli.Inputs;

namespace Gouji.Cli.Checking;

/// <summary>The inputs of a run, taken by several threads, each with its place in the order of the output.</summary>
/// <param name="inputs">Enumerated under a lock, no faster than it is taken from.</param>
/// <param name="room">How many inputs may be under way; whoever wants more waits until the first of them is written.</param>
internal sealed class InputQueue(IEnumerable<InputFile> inputs, int room)
{
    private readonly Lock _gate = new();
    private readonly IEnumerator<InputFile> _inputs = inputs.GetEnumerator();
    private long _taken;
    private bool _ended;

    /// <summary>Never disposed of: a stopped run leaves threads that may still wait here. Without its handle it holds nothing.</summary>
    private SemaphoreSlim Room { get; } = new(room);

    /// <summary>The next input; null after the last. Where the walk fails, the failure has its turn like an input.</summary>
    public Turn? Take(CancellationToken stop)
    {
        Room.Wait(stop);
        lock (_gate)
        {
            if (_ended)
            {
                Room.Release();
                return null;
            }

            try
            {
                if (_inputs.MoveNext())
                {
                    return new Turn(_taken++, _inputs.Current, null);
                }
            }
            catch (Exception failure) when (End())
            {
                return new Turn(_taken++, new InputFile("", ""), ExceptionDispatchInfo.Capture(failure));
            }

            End();
        }

        Room.Release();
        return null;
    }

    /// <summary>An input is written; there is room for another.</summary>
    public void Leave() => Room.Release();

    private bool End()
    {
        _ended = true;
        _inputs.Dispose();
        return true;
    }
}

/// <summary>An input on its way.</summary>
/// <param name="Number">0-based place in the order of the output.</param>
/// <param name="Input">The file.</param>
/// <param name="Problem">Why the walk ended here; null for a file.</param>
internal sealed record Turn(long Number, InputFile Input, ExceptionDispatchInfo? Problem);
