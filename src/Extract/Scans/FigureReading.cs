using System.Text.RegularExpressions;

namespace Gouji.Extract.Scans;

/// <summary>Decides what a printed figure is from several readings of its picture, and whether it is certain.</summary>
internal static partial class FigureReading
{
    /// <summary>
    /// Below this confidence of the engine (0 to 100) a figure is doubtful. On clean scans of 200 dots an inch and more, right figures are
    /// read with 85 and more in nineteen of twenty cases, and wrong ones hardly ever; it is no tolerance of amounts, which follows
    /// from what is printed alone.
    /// </summary>
    public const double Certain = 80;

    /// <summary>Enough where the model of Chinese, which was trained apart from that of digits, reads the same: a short code such as 01 has little to go by.</summary>
    public const double CertainByTwoModels = 60;

    /// <summary>Whether a text can be a figure whose characters were partly taken for others.</summary>
    public static bool MayBe(string text) => text.Length is > 0 and <= 24 && (Likely().IsMatch(text) || IsStroke(text));

    /// <summary>Whether a text is one well-formed figure.</summary>
    public static bool IsFigure(string text) => Formed().IsMatch(text);

    /// <summary>Whether a text is nothing but a stroke, which stands for no figure.</summary>
    public static bool IsStroke(string text) => text is "-" or "—" or "–" or "一" or "_" or "--" or "——" or "~" or "―" or "ー";

    /// <param name="free">By the model of Chinese, with any characters.</param>
    /// <param name="bound">By the model of digits, with those of figures alone.</param>
    /// <param name="open">By the model of digits, with any characters.</param>
    /// <param name="agrees">Whether the ink agrees with a text.</param>
    /// <param name="isCertain">Whether the readings leave no doubt.</param>
    public static string Settle(ReadLine free, ReadLine bound, ReadLine open, Func<string, bool> agrees, out bool isCertain)
    {
        var text = IsFigure(bound.Text) ? bound.Text : IsFigure(Plain(open.Text)) ? Plain(open.Text) : bound.Text.Length > 0 ? bound.Text : free.Text;
        isCertain = IsFigure(text) && text == bound.Text && text == Plain(open.Text) && agrees(text)
            && Math.Min(bound.Confidence, open.Confidence) >= (text == free.Text ? CertainByTwoModels : Certain);
        return text;
    }

    private static string Plain(string text) => text.Replace("—", "-", StringComparison.Ordinal).Replace("–", "-", StringComparison.Ordinal);

    [GeneratedRegex(@"^-?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?%?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Formed();

    [GeneratedRegex(@"^[-—–−+]?[0-9OoIl|SBZ.,。，·:;'‘’\-%％ ]*[0-9OoIl][0-9OoIl|SBZ.,。，·:;'‘’\-%％ ]*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Likely();
}
