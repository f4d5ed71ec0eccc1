using System.Runtime.InteropServices;

namespace Gouji.Cli;

/// <summary>
/// Turns Ctrl-C into a request to stop, so that a run can tidy up behind itself. A second Ctrl-C ends the program at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly List<PosixSignalRegistration> _signals = [];

    private Interruption(CancellationToken cancellation) => _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

    /// <summary>Set once the user asked to stop.</summary>
    public CancellationToken Token => _stop.Token;

    public static Interruption Watch(CancellationToken cancellation)
    {
        var interruption = new Interruption(cancellation);
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP])
        {
            interruption._signals.Add(PosixSignalRegistration.Create(signal, interruption.Stop));
        }

        return interruption;
    }

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _stop.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        if (!_stop.IsCancellationRequested)
        {
            context.Cancel = true;
            _stop.Cancel();
        }
    }
}
