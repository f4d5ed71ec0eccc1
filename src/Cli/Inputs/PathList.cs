namespace Gouji.Cli.Inputs;

/// <summary>The paths of a command line, where <c>-</c> stands for the lines of standard input, read as they are needed.</summary>
internal static class PathList
{
    public const string StandardInput = "-";

    public static IEnumerable<string> Of(IEnumerable<string> arguments, TextReader input)
    {
        foreach (var argument in arguments)
        {
            if (argument != StandardInput)
            {
                yield return argument;
                continue;
            }

            while (input.ReadLine() is { } line)
            {
                var path = line.TrimEnd('\r');
                if (path.Length > 0)
                {
                    yield return path;
                }
            }
        }
    }
}
