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
    private static readonly string[] VehicleWords = ["车"];
    private static readonly string[] ReceptionWords = ["接待", "住宿", "餐饮", "用餐", "就餐"];
    private static readonly string[] TravelWords = ["出国", "出境", "因公"];

    public static bool NamesVehicle(string label) => Contains(label, VehicleWords);

    public static bool NamesReception(string label) => Contains(label, ReceptionWords);

    public static bool NamesAny(string label) => NamesVehicle(label) || NamesReception(label) || Contains(label, TravelWords);

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
