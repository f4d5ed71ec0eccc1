using System.Globalization;

namespace Gouji.Cli.Screen;

/// <summary>One line on the terminal that says how far the run is; silent where standard error is no terminal.</summary>
internal sealed class Progress
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Lock _gate = new();
    private readonly Session _session;
    private readonly Terminal _terminal;
    private readonly long _begin;
    private long _drawn;
    private long _done;
    private long _total = -1;
    private int _width;

    public Progress(Session session)
    {
        _session = session;
        _terminal = session.Terminal;
        _begin = _drawn = _terminal.Time.GetTimestamp();
    }

    /// <summary>Whether anything is shown.</summary>
    public bool IsShown => _terminal.ErrorIsTerminal && _terminal.Environment("TERM") != "dumb";

    /// <summary>How long the run has taken so far.</summary>
    public TimeSpan Elapsed => _terminal.Time.GetElapsedTime(_begin);

    /// <summary>Tells how many documents there are. May be called from any thread.</summary>
    public void Expect(long total) => Interlocked.Exchange(ref _total, total);

    /// <summary>One more document is done.</summary>
    public void Advance()
    {
        lock (_gate)
        {
            _done++;
            if (!IsShown || _terminal.Time.GetElapsedTime(_drawn) < Pause)
            {
                return;
            }

            _drawn = _terminal.Time.GetTimestamp();
            Draw(Text());
        }
    }

    /// <summary>Takes the line off the terminal, so that something else can be written.</summary>
    public void Clear() => Interrupt(static () => { });

    /// <summary>Writes something else to the terminal in place of the line. May be called from any thread.</summary>
    public void Interrupt(Action write)
    {
        lock (_gate)
        {
            if (_width > 0)
            {
                Draw("");
            }

            write();
        }
    }

    private string Text()
    {
        var total = Interlocked.Read(ref _total);
        var seconds = Math.Max(Elapsed.TotalSeconds, 0.001);
        var rate = _done / seconds;
        var perSecond = rate.ToString(rate < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);
        if (total < _done)
        {
            return _session.Say($"已完成 {_done}，每秒 {perSecond}", $"{_done} done, {perSecond}/s");
        }

        var left = TimeSpan.FromSeconds(Math.Ceiling((total - _done) / rate)).ToString("c", CultureInfo.InvariantCulture);
        return _session.Say($"{_done}/{total}，每秒 {perSecond}，还需 {left}", $"{_done}/{total}, {perSecond}/s, {left} left");
    }

    private void Draw(string text)
    {
        // Blanks rather than an erase sequence: no terminal is too simple for them.
        var width = DisplayWidth.Of(text);
        _terminal.Error.Write("\r" + DisplayWidth.Pad(text, _width) + (text.Length == 0 ? "\r" : ""));
        _width = width;
    }
}
