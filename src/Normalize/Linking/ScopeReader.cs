using System.Text.RegularExpressions;
using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Linking;

/// <summary>Tells from the titles of a document whether it is that of a department with its units or of a body by itself.</summary>
internal static partial class ScopeReader
{
    private const int LongestTitle = 60;

    /// <summary>Titles stand at the begin; behind them, forms and sentences use these words loosely.</summary>
    private const int BlocksOfTitles = 12;

    /// <summary>The scope: what the name says goes before what the titles say.</summary>
    public static BodyScope Of(DocumentContent content, BodyName name)
    {
        if (name.Scope != BodyScope.NotStated)
        {
            return name.Scope;
        }

        var department = false;
        var unit = false;
        for (var i = 0; i < Math.Min(content.Blocks.Count, BlocksOfTitles); i++)
        {
            if (content.Blocks[i] is not Paragraph { Text.Length: <= LongestTitle } paragraph || Fold.Key(paragraph.Text) is not { } key || Both().IsMatch(key))
            {
                continue;
            }

            unit |= Unit().IsMatch(key);
            department |= Department().IsMatch(key) && !Unit().IsMatch(key);
            if (department || unit)
            {
                // The first title that says it is the title of the document.
                break;
            }
        }

        return department == unit ? BodyScope.NotStated : department ? BodyScope.Department : BodyScope.Unit;
    }

    [GeneratedRegex(@"部门\(单位\)|部门及单位|部门、单位|单位\(部门\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Both();

    [GeneratedRegex(@"20[0-9]{2}年.*(单位(预|决)算|本级(预|决)算|本级(部门|单位)(预|决)算)|\(?本级\)?20[0-9]{2}年", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Unit();

    [GeneratedRegex(@"20[0-9]{2}年.*部门(汇总)?(预|决)算|(\(部门\)|\(汇总\))20[0-9]{2}年", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Department();
}
