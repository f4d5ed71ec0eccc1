namespace Gouji.Cli;

/// <summary>The exit statuses that scripts rely on.</summary>
internal static class ExitStatus
{
    /// <summary>Nothing at or above <c>--fail-on</c>.</summary>
    public const int Ok = 0;

    /// <summary>The command itself could not be carried out.</summary>
    public const int Failed = 1;

    /// <summary>The command line, a rule file or an id is wrong.</summary>
    public const int Usage = 2;

    /// <summary>There are findings at or above <c>--fail-on</c>.</summary>
    public const int Findings = 3;

    /// <summary>Some documents could not be read, and nothing more serious.</summary>
    public const int Unreadable = 4;

    /// <summary>Stopped by Ctrl-C, as shells count it (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
