using Gouji.Cli.Checking;
using Gouji.Cli.Screen;
using Gouji.Model;

namespace Gouji.Cli;

/// <summary>One start of the program: its terminal, its language, the stages behind it.</summary>
/// <param name="Terminal">Where it reads and writes.</param>
/// <param name="Language">The language of everything that is not data.</param>
/// <param name="Stages">What does the work.</param>
/// <param name="Cancellation">Stops the command.</param>
internal sealed record Session(Terminal Terminal, Language Language, Stages Stages, CancellationToken Cancellation)
{
    /// <summary>The sentence in the language of this session.</summary>
    public string Say(string zh, string en) => Language == Language.Chinese ? zh : en;

    /// <summary>Says something that is not data, with the name of the program before it.</summary>
    public void Tell(Message message) => Ink.ForError(Terminal).Line(Say("gouji：", "gouji: ") + message.In(Language));
}
