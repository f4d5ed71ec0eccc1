using System.Text;
using Gouji.Cli.Checking;
using Gouji.Cli.Screen;

namespace Gouji.Cli.Tests.Support;

/// <summary>Runs command lines in this process, and keeps what they print.</summary>
internal sealed class TestTerminal
{
    public Dictionary<string, string> Environment { get; init; } = [];

    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public string Input { get; init; } = "";

    public TimeProvider Time { get; init; } = new StillTime();

    public string CurrentDirectory { get; init; } = Directory.GetCurrentDirectory();

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    public int Run(params string[] arguments) => Run(new Stages(), arguments);

    public int Run(Stages stages, params string[] arguments) => Run(stages, CancellationToken.None, arguments);

    public int Run(Stages stages, CancellationToken cancellation, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        int status;
        using (var terminal = new Terminal(output, error, new StringReader(Input), name => Environment.GetValueOrDefault(name))
        {
            OutIsTerminal = OutIsTerminal,
            ErrorIsTerminal = ErrorIsTerminal,
            CurrentDirectory = CurrentDirectory,
            Time = Time,
        })
        {
            status = Application.Run(arguments, terminal, stages, cancellation);
        }

        Out = Encoding.UTF8.GetString(output.ToArray());
        Error = Encoding.UTF8.GetString(error.ToArray());
        return status;
    }

    /// <summary>Time that stands still, so that no output depends on the speed of the machine.</summary>
    private sealed class StillTime : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
