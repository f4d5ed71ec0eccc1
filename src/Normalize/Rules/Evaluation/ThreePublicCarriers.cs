using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Rules.Evaluation;

/// <summary>
/// Which projects can carry “三公” money. The economic split of a project is not public, so a project can, unless its cost
/// indicators add up to all its money and none of them, nor its name, speaks of travel abroad, vehicles or reception.
/// </summary>
internal static class ThreePublicCarriers
{
    private static readonly string[] OtherVehicles = ["租", "车间", "停车", "车位", "车库", "培训", "火车", "班车", "列车", "车票", "交通"];
    private static readonly string[] GuestWords = ["住宿", "餐饮", "用餐", "就餐"];
    private static readonly string[] TravelWords = ["出国", "出境", "因公"];

    /// <summary>True where a label speaks of official vehicles; hire and public transport are not meant.</summary>
    public static bool NamesVehicle(string label) => label.Contains('车', StringComparison.Ordinal) && !Contains(label, OtherVehicles);

    /// <summary>True where a label speaks of reception, or of guests' rooms and meals in a project that does.</summary>
    public static bool NamesReception(string label, string? project) =>
        label.Contains("接待", StringComparison.Ordinal)
        || (project is not null && project.Contains("接待", StringComparison.Ordinal) && Contains(label, GuestWords));

    /// <summary>True where a label, of a project or of a cost, could mean “三公” money in the widest sense.</summary>
    public static bool NamesAny(string label) =>
        label.Contains('车', StringComparison.Ordinal) || label.Contains("接待", StringComparison.Ordinal) || Contains(label, GuestWords) || Contains(label, TravelWords);

    /// <summary>True where a row of the project form may carry such money.</summary>
    public static bool MayCarry(FormIndex index, FormRow row)
    {
        if (NamesAny(FormIndex.NameOf(row)))
        {
            return true;
        }

        var target = index.All(FormRole.B11).FirstOrDefault(form => form.Project is { } project && index.ProjectInForm(project) == FormIndex.NameOf(row));
        return target is null || !IsItemised(target) || target.Parts[0].Rows.Any(static line => line.Key == "cost" && NamesAny(line.Label));
    }

    /// <summary>True where the cost indicators of a performance form add up exactly to its money.</summary>
    public static bool IsItemised(FormTable target)
    {
        decimal sum = 0;
        var any = false;
        foreach (var row in target.Parts[0].Rows)
        {
            if (row.Key == "cost" && row.Facts[3]?.Amount is { } amount)
            {
                sum += amount.Yuan;
                any = true;
            }
        }

        return any && target.Parts[0].Rows[0].Facts[0]?.Amount?.Yuan == sum;
    }

    private static bool Contains(string label, string[] words)
    {
        var key = Fold.Key(label);
        foreach (var word in words)
        {
            if (key.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
