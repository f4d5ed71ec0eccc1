using System.CommandLine;
using Gouji.Cli.Screen;
using Gouji.Model;

namespace Gouji.Cli.Commands;

/// <summary>A command with what its help shows beyond its options.</summary>
internal abstract class GoujiCommand : Command
{
    protected GoujiCommand(Session session, string name, Message description)
        : base(name, description.In(session.Language))
    {
        Session = session;
        SetAction(Run);
    }

    /// <summary>How the command is written: <c>PATH... [options]</c>.</summary>
    public abstract string Usage { get; }

    /// <summary>Whole command lines that work, with what they do.</summary>
    public abstract IReadOnlyList<(string Line, Message Does)> Examples { get; }

    /// <summary>A paragraph at the end of the help; null where there is nothing more to say.</summary>
    public virtual Message? Remark => null;

    protected Session Session { get; }

    protected Terminal Terminal => Session.Terminal;

    /// <summary>Carries the command out.</summary>
    /// <returns>The exit status.</returns>
    protected abstract int Run(ParseResult arguments);

    /// <summary>Whether <c>--json</c> was given.</summary>
    protected static bool WantsJson(ParseResult arguments) => arguments.GetValue<bool>(CommandTree.Json);
}
