using Gouji.Model;

namespace Gouji.Cli;

/// <summary>A command cannot go on. What is wrong is said in one sentence, never with a stack trace.</summary>
internal sealed class CommandFailedException(int status, Message text, Exception? inner = null) : Exception(text.En, inner)
{
    /// <summary>The exit status.</summary>
    public int Status { get; } = status;

    /// <summary>What is wrong and what to do.</summary>
    public Message Text { get; } = text;

    /// <summary>The user asked for something that is not there.</summary>
    public static CommandFailedException Usage(string zh, string en) => new(ExitStatus.Usage, new Message(zh, en));

    /// <summary>The command could not be carried out.</summary>
    public static CommandFailedException Failed(string zh, string en, Exception? inner = null) =>
        new(ExitStatus.Failed, new Message(zh, en), inner);
}
