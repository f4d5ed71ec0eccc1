using Gouji.Cli.Checking;
using Gouji.Cli.Output;
using Gouji.Model;

namespace Gouji.Cli.Tests.Output;

public sealed class WordsTests
{
    // Other programs read these words: a member of the model that is renamed must not rename them in silence.
    [Fact]
    public void Of_everyValue_isTheWordOthersRead()
    {
        Assert.Equal(["unknown", "budget", "final_accounts"], Enum.GetValues<DisclosureKind>().Select(Words.Of));
        Assert.Equal(["table", "text"], Enum.GetValues<FactSource>().Select(Words.Of));
        Assert.Equal(["value", "zero", "blank", "dash"], Enum.GetValues<FactState>().Select(Words.Of));
        Assert.Equal(["leaf", "subtotal", "total"], Enum.GetValues<RowKind>().Select(Words.Of));
        Assert.Equal(["holds", "holds_within_rounding", "broken", "cannot_tell"], Enum.GetValues<Verdict>().Select(Words.Of));
        Assert.Equal(["notice", "warning", "error"], Enum.GetValues<Severity>().Select(Words.Of));
        Assert.Equal(["checked", "no_tables", "unreadable", "failed"], Enum.GetValues<Outcome>().Select(Words.Of));
        Assert.Superset(
            new HashSet<string>
            {
                "all", "fiscal_appropriation", "general_public_budget", "government_funds", "state_capital_operations", "special_account",
                "institutional_income", "superior_subsidy", "affiliate_remittance", "operating_income", "superior_special", "other_income",
                "non_fiscal_surplus", "carryover", "non_fiscal",
            },
            Enum.GetValues<Fund>().Select(Words.Of).ToHashSet());
        Assert.Superset(
            new HashSet<string> { "all", "basic", "project", "personnel", "public", "remitted_to_superior", "operating", "affiliate_subsidy" },
            Enum.GetValues<Nature>().Select(Words.Of).ToHashSet());
        Assert.Superset(
            new HashSet<string> { "this_year", "previous_year", "change", "rate", "share", "budgeted", "count", "indicator" },
            Enum.GetValues<Measure>().Select(Words.Of).ToHashSet());
        Assert.Superset(
            new HashSet<string> { "unknown", "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9", "B10", "B11" },
            Enum.GetValues<FormRole>().Select(Words.Of).ToHashSet());
        Assert.Superset(
            new HashSet<string> { "missing", "no_permission", "empty", "unknown_format", "encrypted", "damaged", "too_large", "reader_failed" },
            Enum.GetValues<UnreadableReason>().Select(Words.Of).ToHashSet());
    }
}
