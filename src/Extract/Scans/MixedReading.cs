using System.Text.RegularExpressions;

namespace Gouji.Extract.Scans;

/// <summary>Compares the figures within words as the model of Chinese reads them with what the model of digits reads in the same line.</summary>
internal static partial class MixedReading
{
    /// <param name="line">The line with the text of the model of Chinese.</param>
    /// <param name="other">What the model of digits reads in it; only its digits mean something.</param>
    public static void Doubt(ScanLine line, string other)
    {
        // The model of Chinese takes ≥ for 三; no word begins so.
        if (line.Column is not null && Bound().IsMatch(line.Text))
        {
            line.Text = (line.Text[0] == '三' ? '≥' : line.Text[0]) + line.Text[1..];
            line.Doubts.AsSpan().Fill(true);
        }

        var seen = Runs().Matches(other).Select(static run => run.Value).ToList();
        foreach (Match run in Runs().Matches(line.Text))
        {
            if (!seen.Remove(run.Value))
            {
                line.Doubts.AsSpan(run.Index, run.Length).Fill(true);
            }
        }
    }

    [GeneratedRegex(@"^[三二王=≥≤>][0-9]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Bound();

    [GeneratedRegex(@"[0-9]+([.,][0-9]+)*", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Runs();
}
