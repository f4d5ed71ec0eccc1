using System.Text;
using Gouji.Model;
using Spectre.Console;

namespace Gouji.Cli.Screen;

/// <summary>What a piece of text on screen is; colour follows, where colour is allowed.</summary>
internal enum Tone
{
    Plain,
    Strong,
    Faint,
    Good,
    Notice,
    Warning,
    Error,
}

/// <summary>
/// Writes text for people. Text of documents cannot harm the terminal: control characters and those that turn the direction of
/// writing are shown as a replacement character. Without colour nothing but the text is written, and no line is ever broken.
/// </summary>
internal sealed class Ink(TextWriter writer, bool colour)
{
    private IAnsiConsole? _console;

    /// <summary>Ink for a command's data.</summary>
    public static Ink ForOut(Terminal terminal) => new(terminal.Out, terminal.OutIsTerminal && terminal.AllowsColour);

    /// <summary>Ink for everything else.</summary>
    public static Ink ForError(Terminal terminal) => new(terminal.Error, terminal.ErrorIsTerminal && terminal.AllowsColour);

    /// <summary>The tone of a severity.</summary>
    public static Tone Of(Severity severity) => severity switch
    {
        Severity.Error => Tone.Error,
        Severity.Warning => Tone.Warning,
        _ => Tone.Notice,
    };

    public Ink Write(string text, Tone tone = Tone.Plain)
    {
        var clean = Clean(text);
        if (!colour || tone == Tone.Plain || clean.Length == 0)
        {
            writer.Write(clean);
        }
        else
        {
            _console ??= CreateConsole();
            _console.Write(new Text(clean, StyleOf(tone)));
        }

        return this;
    }

    public Ink Line(string text = "", Tone tone = Tone.Plain)
    {
        Write(text, tone);
        writer.WriteLine();
        return this;
    }

    /// <summary>The text without characters that a terminal would obey.</summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(Harmful))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            clean.Append(Harmful.Contains(letter) ? '\uFFFD' : letter);
        }

        return clean.ToString();
    }

    private static readonly System.Buffers.SearchValues<char> Harmful = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(static c => (char)c).Where(static c => char.IsControl(c) && c is not ('\n' or '\t')), .. "\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"]);

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Faint => new Style(Color.Grey),
        Tone.Good => new Style(Color.Green),
        Tone.Notice => new Style(Color.Teal),
        Tone.Warning => new Style(Color.Olive),
        Tone.Error => new Style(Color.Maroon, decoration: Decoration.Bold),
        _ => Style.Plain,
    };

    private IAnsiConsole CreateConsole()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });

        // The terminal breaks long lines itself; broken here, a figure could be cut in two.
        console.Profile.Width = 1_000_000;
        return console;
    }
}
