using System.CommandLine;
using System.CommandLine.Parsing;
using Gouji.Model;

namespace Gouji.Cli.Commands;

/// <summary>Names the first mistake in a command line, and the nearest right word.</summary>
internal static class UsageMistake
{
    /// <summary>The mistake; null where there is none.</summary>
    public static Message? Find(ParseResult arguments)
    {
        var command = arguments.CommandResult.Command;
        return UnknownWord(arguments, command)
            ?? WrongOption(arguments)
            ?? WrongArgument(arguments, command)
            ?? (command is RootCommand ? NoCommand(command) : null)
            ?? (arguments.Errors is [var error, ..] ? new Message(error.Message, error.Message) : null);
    }

    private static Message? UnknownWord(ParseResult arguments, Command command)
    {
        // An argument takes whatever comes, an option that is not known included.
        var taken = command.Arguments
            .SelectMany(argument => arguments.GetResult(argument)?.Tokens ?? [])
            .Where(token => !IsAfterDoubleDash(arguments, token))
            .Select(static token => token.Value);
        var options = arguments.UnmatchedTokens.Concat(taken).Where(static word => word.Length > 1 && word[0] == '-');
        if (options.FirstOrDefault() is { } option)
        {
            return UnknownOption(option, command);
        }

        if (arguments.UnmatchedTokens is not [var word, ..])
        {
            return null;
        }

        return command is RootCommand
            ? Unknown(word, "命令", "command", command.Subcommands.Select(static sub => sub.Name))
            : new Message(
                $"多余的参数“{word}”。用 gouji {command.Name} --help 查看用法。",
                $"unexpected argument '{word}'; see gouji {command.Name} --help");
    }

    private static Message UnknownOption(string typed, Command command)
    {
        var name = typed.Split('=')[0];
        var known = command.Options
            .Concat(command.Parents.OfType<RootCommand>().SelectMany(static root => root.Options).Where(static option => option.Recursive))
            .Select(static option => option.Name)
            .ToList();
        return Unknown(name, "选项", "option", known);
    }

    private static Message Unknown(string word, string zh, string en, IEnumerable<string> known)
    {
        var words = known.ToList();
        return NearestWord.Of(word, words) is { } nearest
            ? new Message($"没有“{word}”这个{zh}；是否要用“{nearest}”？", $"unknown {en} '{word}'; did you mean '{nearest}'?")
            : new Message($"没有“{word}”这个{zh}；可用的有：{string.Join("、", words)}", $"unknown {en} '{word}'; there are: {string.Join(", ", words)}");
    }

    private static Message? WrongOption(ParseResult arguments)
    {
        for (SymbolResult? level = arguments.CommandResult; level is CommandResult result; level = level.Parent)
        {
            foreach (var option in result.Children.OfType<OptionResult>().Where(static option => !option.Implicit))
            {
                if (WrongOption(option) is { } mistake)
                {
                    return mistake;
                }
            }
        }

        return null;
    }

    private static Message? WrongOption(OptionResult result)
    {
        var name = result.Option.Name;
        var arity = result.Option.Arity;
        if (result.Tokens.Count < arity.MinimumNumberOfValues)
        {
            return new Message($"选项 {name} 需要一个值。", $"option {name} needs a value");
        }

        if (result.Tokens.Count > arity.MaximumNumberOfValues || (arity.MaximumNumberOfValues == 1 && result.IdentifierTokenCount > 1))
        {
            return new Message($"选项 {name} 只能给一次。", $"option {name} may be given only once");
        }

        if (result.Tokens is not [var token, ..])
        {
            return null;
        }

        return result.Option switch
        {
            WordOption words when !words.Words.Contains(token.Value) => WrongWord(token.Value, name, words.Words),
            NumberOption number when !number.TryRead(token.Value, out _) => new Message(
                $"选项 {name} 的值“{token.Value}”不对；应为1到{number.Largest}的整数。",
                $"'{token.Value}' is not a value of {name}; a whole number from 1 to {number.Largest} is expected"),
            Option<bool> => token.Value is "true" or "false" ? null : WrongWord(token.Value, name, ["true", "false"]),
            _ when token.Value.Length == 0 => new Message($"选项 {name} 的值是空的。", $"the value of {name} is empty"),
            _ => null,
        };
    }

    private static Message WrongWord(string typed, string of, IReadOnlyList<string> words)
    {
        return NearestWord.Of(typed, words) is { } nearest
            ? new Message(
                $"{of} 的值“{typed}”不对；是否要用“{nearest}”？可用的有：{string.Join("、", words)}",
                $"'{typed}' is not a value of {of}; did you mean '{nearest}'? There are: {string.Join(", ", words)}")
            : new Message(
                $"{of} 的值“{typed}”不对；可用的有：{string.Join("、", words)}",
                $"'{typed}' is not a value of {of}; there are: {string.Join(", ", words)}");
    }

    private static Message? WrongArgument(ParseResult arguments, Command command)
    {
        foreach (var argument in command.Arguments)
        {
            var tokens = arguments.GetResult(argument)?.Tokens ?? [];
            if (tokens.Count < argument.Arity.MinimumNumberOfValues)
            {
                var example = ((GoujiCommand)command).Examples[0].Line;
                return new Message($"缺少 {argument.Name}。例如：{example}", $"{argument.Name} is missing; for example: {example}");
            }

            foreach (var token in tokens)
            {
                if (token.Value.Length == 0)
                {
                    return new Message($"{argument.Name} 是空的。", $"{argument.Name} is empty");
                }

                if (argument is WordArgument words && !words.Words.Contains(token.Value))
                {
                    return WrongWord(token.Value, argument.Name, words.Words);
                }
            }
        }

        return null;
    }

    private static Message NoCommand(Command root)
    {
        var names = root.Subcommands.Select(static sub => sub.Name).ToList();
        return new Message(
            $"缺少命令；可用的有：{string.Join("、", names)}。用 gouji --help 查看帮助。",
            $"a command is missing; there are: {string.Join(", ", names)}; see gouji --help");
    }

    private static bool IsAfterDoubleDash(ParseResult arguments, Token token)
    {
        foreach (var other in arguments.Tokens)
        {
            if (other.Type == TokenType.DoubleDash)
            {
                return true;
            }

            if (ReferenceEquals(other, token))
            {
                return false;
            }
        }

        return false;
    }
}
