using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gouji.Cli.Output;
using Gouji.Ingest.Store;
using Gouji.Model;

namespace Gouji.Cli.Gathering;

/// <summary>
/// Findings as versions are compared by them: the same rule on the same row, column or item of the same member is the same finding,
/// whatever the figures; several of one kind are told apart by their order.
/// </summary>
internal static class StoredFindings
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The findings of one member as its payload.</summary>
    public static ReadOnlyMemory<byte> Packed(IReadOnlyList<Finding> findings) => JsonSerializer.SerializeToUtf8Bytes(findings.Select(static finding => Of(finding, "")), Options);

    /// <summary>The findings of an original, from the payloads of its members.</summary>
    public static IReadOnlyList<StoredFinding> Of(IReadOnlyList<ExtractedMember> members) => Numbered(
    [
        .. from member in members
           where member.Payloads.ContainsKey(ResultKeeper.Findings)
           from finding in JsonSerializer.Deserialize<List<StoredFinding>>(member.Payloads[ResultKeeper.Findings].Span, Options)!
           select finding with { Key = member.Member + finding.Key },
    ]);

    /// <summary>A finding as it is kept.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="prefix">What its key begins with.</param>
    public static StoredFinding Of(Finding finding, string prefix) => new(
        $"{prefix}|{finding.Rule}|{(finding.Checks is [var check, ..] ? check.Subject.Zh : "")}", finding.Rule, Words.Of(finding.Severity), finding.Message.Zh, finding.Message.En);

    /// <summary>The same findings, with keys that are unique.</summary>
    public static IReadOnlyList<StoredFinding> Numbered(IEnumerable<StoredFinding> findings)
    {
        var numbered = new List<StoredFinding>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            var ordinal = seen[finding.Key] = seen.GetValueOrDefault(finding.Key) + 1;
            numbered.Add(ordinal == 1 ? finding : finding with { Key = string.Create(CultureInfo.InvariantCulture, $"{finding.Key}#{ordinal}") });
        }

        return numbered;
    }
}
