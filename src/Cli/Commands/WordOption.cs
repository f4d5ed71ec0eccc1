using System.CommandLine;
using System.Globalization;

namespace Gouji.Cli.Commands;

/// <summary>An option that takes one of a few words.</summary>
internal sealed class WordOption : Option<string>
{
    public WordOption(string name, params string[] words)
        : base(name)
    {
        Words = words;
        CompletionSources.Add(_ => words.Select(static word => new System.CommandLine.Completions.CompletionItem(word)));
    }

    public IReadOnlyList<string> Words { get; }
}

/// <summary>An argument that takes one of a few words.</summary>
internal sealed class WordArgument : Argument<string>
{
    public WordArgument(string name, params string[] words)
        : base(name) => Words = words;

    public IReadOnlyList<string> Words { get; }
}

/// <summary>An option that takes a whole number from 1.</summary>
internal sealed class NumberOption(string name, int largest) : Option<string>(name)
{
    public int Largest => largest;

    public bool TryRead(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= largest;

    /// <summary>The number; null where the option was not given. Asked only once the command line is known to be right.</summary>
    public int? Read(ParseResult arguments) => arguments.GetValue(this) is { } text && TryRead(text, out var number) ? number : null;
}
