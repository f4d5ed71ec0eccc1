using Gouji.Model;

namespace Gouji.Cli;

/// <summary>Chooses the language of messages before the command line is read, so that mistakes in it are told in the right one.</summary>
internal static class LanguageChoice
{
    public const string Option = "--lang";

    // POSIX: LC_ALL overrides LC_MESSAGES, which overrides LANG.
    private static readonly string[] Variables = ["GOUJI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];

    public static Language Of(IReadOnlyList<string> arguments, Func<string, string?> environment)
    {
        if (Asked(arguments) is { } asked)
        {
            return Read(asked);
        }

        foreach (var variable in Variables)
        {
            if (environment(variable) is { Length: > 0 } value)
            {
                return Read(value);
            }
        }

        return Language.English;
    }

    private static Language Read(string value) =>
        value.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese : Language.English;

    private static string? Asked(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count && arguments[i] != "--"; i++)
        {
            if (arguments[i] == Option && i + 1 < arguments.Count)
            {
                return arguments[i + 1];
            }

            if (arguments[i].StartsWith(Option + "=", StringComparison.Ordinal))
            {
                return arguments[i][(Option.Length + 1)..];
            }
        }

        return null;
    }
}
