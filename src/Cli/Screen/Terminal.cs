using System.Text;

namespace Gouji.Cli.Screen;

/// <summary>
/// The two ends of a command and what is known about them. Data goes to <see cref="Out"/>, everything else to <see cref="Error"/>; both
/// are UTF-8 whatever the locale says, since the data is.
/// </summary>
internal sealed class Terminal : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly Stream _output;

    public Terminal(Stream output, Stream error, TextReader input, Func<string, string?> environment)
    {
        _output = output;
        Out = new StreamWriter(output, Utf8, 16 * 1024, leaveOpen: true) { NewLine = "\n" };
        Error = new StreamWriter(error, Utf8, 1024, leaveOpen: true) { NewLine = "\n", AutoFlush = true };
        In = input;
        Environment = environment;
    }

    public TextWriter Out { get; }

    public TextWriter Error { get; }

    public TextReader In { get; }

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Environment { get; }

    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The directory to which relative paths refer.</summary>
    public string CurrentDirectory { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>Whether colours may be used at all (https://no-color.org).</summary>
    public bool AllowsColour => string.IsNullOrEmpty(Environment("NO_COLOR")) && Environment("TERM") != "dumb";

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess() => new(
        Console.OpenStandardOutput(),
        Console.OpenStandardError(),
        new StreamReader(Console.OpenStandardInput(), Utf8),
        System.Environment.GetEnvironmentVariable)
    {
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
    };

    /// <summary>Writes bytes to the output, after all text so far.</summary>
    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        Out.Flush();
        _output.Write(bytes);
    }

    public void Dispose()
    {
        Out.Dispose();
        Error.Dispose();
        In.Dispose();
    }
}
