using Polly;
using Polly.Retry;

namespace Gouji.Ingest.Network;

/// <summary>
/// The way to one host: one request at a time, a pause between two, retries that back off, and a circuit that opens when the host fails
/// again and again. Pauses and circuit are kept in the host memory rather than in the pipeline, so that they outlive a restart.
/// </summary>
internal sealed class HostLane : IDisposable
{
    private readonly string _host;
    private readonly NetworkOptions _options;
    private readonly IHostMemory _memory;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<Answer> _pipeline;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _lock = new();
    private HostState _state;
    private DateTimeOffset? _lastEnd;
    private TimeSpan _crawlDelay;
    private TimeSpan _leastDelay;
    private bool _hasAnswered;

    public HostLane(string host, NetworkOptions options, IHostMemory memory, TimeProvider time, Func<double>? randomizer)
    {
        (_host, _options, _memory, _time) = (host, options, memory, time);
        _state = memory.Load(host) ?? new HostState(DateTimeOffset.MinValue, 0, null);
        _leastDelay = options.Delay;
        _pipeline = options.Attempts > 1 ? Retrying(randomizer) : ResiliencePipeline<Answer>.Empty;
    }

    /// <summary>Asks in turn, and again where that may help.</summary>
    public ValueTask<Answer> RunAsync(Func<CancellationToken, ValueTask<Answer>> ask, CancellationToken cancellationToken) =>
        _pipeline.ExecuteAsync(static (one, token) => one.Lane.InTurnAsync(one.Ask, isRobots: false, token), (Lane: this, Ask: ask), cancellationToken);

    /// <summary>
    /// Asks for robots.txt. A Crawl-delay longer than is waited out does not follow on it: it has to be read once a day, and would be all
    /// that is ever read.
    /// </summary>
    public ValueTask<Answer> RunRobotsAsync(Func<CancellationToken, ValueTask<Answer>> ask, CancellationToken cancellationToken) =>
        _pipeline.ExecuteAsync(static (one, token) => one.Lane.InTurnAsync(one.Ask, isRobots: true, token), (Lane: this, Ask: ask), cancellationToken);

    /// <summary>Keeps the pause that robots.txt asks for.</summary>
    public void SlowDown(TimeSpan crawlDelay)
    {
        lock (_lock)
        {
            _crawlDelay = crawlDelay < _options.LongestRest ? crawlDelay : _options.LongestRest;
            if (_lastEnd is { } end && _crawlDelay <= _options.LongestWait)
            {
                Rest(end + _crawlDelay);
            }
        }
    }

    /// <summary>Keeps at least this pause between two requests.</summary>
    public void KeepApart(TimeSpan delay)
    {
        lock (_lock)
        {
            _leastDelay = delay > _leastDelay ? delay : _leastDelay;
        }
    }

    public void Dispose() => _turn.Dispose();

    private async ValueTask<Answer> InTurnAsync(Func<CancellationToken, ValueTask<Answer>> ask, bool isRobots, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            for (TimeSpan wait; (wait = Pause()) > TimeSpan.Zero;)
            {
                if (wait > _options.LongestWait || OpenFor() > TimeSpan.Zero)
                {
                    return Refused(wait);
                }

                // A delay counts whole milliseconds and drops the rest.
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), _time, cancellationToken);
            }

            Answer? answer = null;
            try
            {
                return answer = await ask(cancellationToken);
            }
            finally
            {
                Settle(answer, isRobots);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private ResiliencePipeline<Answer> Retrying(Func<double>? randomizer)
    {
        var retry = new RetryStrategyOptions<Answer>
        {
            MaxRetryAttempts = _options.Attempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = _options.BackOff,
            MaxDelay = _options.LongestWait,
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { Transient: true } answer && Pause() <= _options.LongestWait && OpenFor() <= TimeSpan.Zero),

            // A pause that the host names itself prevails over ours.
            DelayGenerator = static args => ValueTask.FromResult(args.Outcome.Result?.RetryAfter),
            OnRetry = args =>
            {
                lock (_lock)
                {
                    // The whole host rests, not this request alone.
                    Rest(_time.GetUtcNow() + args.RetryDelay);
                }

                return ValueTask.CompletedTask;
            },
        };
        if (randomizer is not null)
        {
            retry.Randomizer = randomizer;
        }

        return new ResiliencePipelineBuilder<Answer> { TimeProvider = _time }.AddRetry(retry).Build();
    }

    /// <summary>How long the host is still to be left alone.</summary>
    private TimeSpan Pause()
    {
        lock (_lock)
        {
            var wait = _state.NextAllowed - _time.GetUtcNow();
            var open = OpenFor();
            wait = wait > open ? wait : open;

            // A state written under another clock does not silence the host for ever.
            return wait < _options.LongestRest ? wait : _options.LongestRest;
        }
    }

    private TimeSpan OpenFor()
    {
        lock (_lock)
        {
            return _state.OpenUntil is { } until ? until - _time.GetUtcNow() : TimeSpan.Zero;
        }
    }

    private Answer Refused(TimeSpan wait) => new()
    {
        Outcome = DownloadOutcome.Failed,
        Reason = OpenFor() > TimeSpan.Zero ? DownloadReason.CircuitOpen : DownloadReason.HostResting,
        Detail = _host,
        RetryAfter = wait,
        Unasked = true,
    };

    private void Settle(Answer? answer, bool isRobots)
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            _lastEnd = now;
            _hasAnswered |= answer?.Status is not null;
            var failures = answer is null ? _state.ConsecutiveFailures : answer.Unwell ? _state.ConsecutiveFailures + 1 : 0;
            var open = answer is { Unwell: true } && RestAfter(failures) is { } rest ? now + rest : (DateTimeOffset?)null;
            var isAsBefore = failures == _state.ConsecutiveFailures && open == _state.OpenUntil;
            _state = _state with { ConsecutiveFailures = failures, OpenUntil = open };
            var crawlDelay = isRobots && _crawlDelay > _options.LongestWait ? TimeSpan.Zero : _crawlDelay;
            var pause = crawlDelay > _leastDelay ? crawlDelay : _leastDelay;
            pause = answer?.RetryAfter > pause ? answer.RetryAfter.Value : pause;
            if (pause > TimeSpan.Zero || !isAsBefore)
            {
                Rest(now + pause);
            }
        }
    }

    /// <summary>How long the circuit opens after so many failures in a row; null where it stays closed.</summary>
    private TimeSpan? RestAfter(int failures) =>
        !_hasAnswered && failures >= _options.SilencesToOpen ? _options.SilentFor
        : failures >= _options.FailuresToOpen ? Doubled(_options.OpenFor, failures - _options.FailuresToOpen)
        : null;

    private TimeSpan Doubled(TimeSpan first, int times)
    {
        var time = first;
        for (; times > 0 && time < _options.LongestRest; times--)
        {
            time *= 2;
        }

        return time < _options.LongestRest ? time : _options.LongestRest;
    }

    private void Rest(DateTimeOffset until)
    {
        _state = _state with { NextAllowed = until > _state.NextAllowed ? until : _state.NextAllowed };
        _memory.Save(_host, _state);
    }
}
