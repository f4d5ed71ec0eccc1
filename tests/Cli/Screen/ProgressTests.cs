using Gouji.Cli.Tests.Support;

namespace Gouji.Cli.Tests.Screen;

public sealed class ProgressTests
{
    [Fact]
    public void Advance_onATerminal_isALineThatIsTakenOffAgain()
    {
        var terminal = new TestTerminal { ErrorIsTerminal = true, Time = new RunningTime(), Input = "a.txt\nb.txt\n", Environment = { ["NO_COLOR"] = "1" } };
        var files = new FakeFileSystem { ["a.txt"] = "x", ["b.txt"] = "x" };
        terminal.Run(FakeStages.Quiet(files), "check", "-");
        Assert.Matches(@"\r1 done, \d\.\d/s\r2 done, \d\.\d/s\r +\rdocuments    2: 2 read", terminal.Error);
    }

    [Fact]
    public void Advance_withoutATerminal_isSilent()
    {
        var terminal = new TestTerminal { Time = new RunningTime() };
        terminal.Run(FakeStages.Quiet(new FakeFileSystem { ["a.txt"] = "x" }), "check", "a.txt");
        Assert.DoesNotContain('\r', terminal.Error);
    }

    /// <summary>Time that goes on by a second whenever it is asked for.</summary>
    private sealed class RunningTime : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref _seconds);
    }
}
