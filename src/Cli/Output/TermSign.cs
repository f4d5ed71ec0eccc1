namespace Gouji.Cli.Output;

/// <summary>How a coefficient stands before its term.</summary>
internal static class TermSign
{
    /// <summary><c>+</c> for 1, <c>-</c> for -1, <c>+ 2 ×</c> for others.</summary>
    public static string Of(string coefficient) => coefficient switch
    {
        "1" or "" => "+",
        "-1" => "-",
        _ when coefficient.StartsWith('-') => "- " + coefficient[1..] + " ×",
        _ => "+ " + coefficient + " ×",
    };
}
