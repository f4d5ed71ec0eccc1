namespace Gouji.Extract.Geometry;

/// <summary>Knows a printed figure by its characters; what it means is for later stages to say.</summary>
internal static class Figures
{
    /// <summary>Whether the text is one figure: digits with their separators, a sign, a share.</summary>
    public static bool IsFigure(string text)
    {
        var digits = 0;
        foreach (var character in text)
        {
            if (char.IsDigit(character))
            {
                digits++;
            }
            else if (character is not ('.' or ',' or '%' or '-' or '−' or '－' or '，' or '．' or '％' or '+'))
            {
                return false;
            }
        }

        return digits > 0;
    }

    /// <summary>Whether the text stands where a figure would: a figure, or the stroke that says there is none.</summary>
    public static bool IsFigureOrDash(string text) => IsFigure(text) || text is "-" or "—" or "——" or "–" or "－" or "/" or "--";
}
