using System.Diagnostics;
using Gouji.Extract.Scans;
using Gouji.Model;

namespace Gouji.Extract.Tests.Scans;

public sealed class ChildProgramTests
{
    [Fact]
    public void Run_arguments_arePassedAsTheyAre()
    {
        Assert.SkipUnless(File.Exists("/bin/echo"), "/bin/echo is not installed");

        Assert.Equal("a b $HOME `x`", ChildProgram.Run("/bin/echo", ["a b", "$HOME", "`x`"], TimeSpan.FromSeconds(10), default).Trim());
    }

    [Fact]
    public void Run_failing_saysWhatTheProgramSaid()
    {
        Assert.SkipUnless(File.Exists("/bin/ls"), "/bin/ls is not installed");

        var error = Assert.Throws<UnreadableDocumentException>(() => ChildProgram.Run("/bin/ls", ["/no-such-folder"], TimeSpan.FromSeconds(10), default));
        Assert.Equal(UnreadableReason.NeedsOcr, error.Reason);
        Assert.Contains("no-such-folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_cancelled_killsTheProgram()
    {
        Assert.SkipUnless(File.Exists("/bin/sleep"), "/bin/sleep is not installed");
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var begin = Stopwatch.GetTimestamp();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Run(() => ChildProgram.Run("/bin/sleep", ["60"], TimeSpan.FromSeconds(100), source.Token)));

        Assert.True(Stopwatch.GetElapsedTime(begin) < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Run_beyondItsTime_isEnded()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/tail"), "/usr/bin/tail is not installed");

        var error = Assert.Throws<UnreadableDocumentException>(() => ChildProgram.Run("/usr/bin/tail", ["-f", "/dev/null"], TimeSpan.FromMilliseconds(20), default));
        Assert.Contains("processor time", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_missing_isTold() =>
        Assert.Throws<UnreadableDocumentException>(() => ChildProgram.Run("/no/such/program", [], TimeSpan.FromSeconds(1), default));
}
