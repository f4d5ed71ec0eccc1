using System.Globalization;
using System.Text.Json;
using Gouji.Ingest.Store;

namespace Gouji.Cli.Gathering;

/// <summary>
/// The findings of an original as versions are compared by them: the same rule on the same row, column or item of the same member is the
/// same finding, whatever the figures; several of one kind are told apart by their order.
/// </summary>
internal static class StoredFindings
{
    public static IReadOnlyList<StoredFinding> Of(IReadOnlyList<ExtractedMember> members)
    {
        var findings = new List<StoredFinding>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            foreach (var finding in In(member))
            {
                var ordinal = seen[finding.Key] = seen.GetValueOrDefault(finding.Key) + 1;
                findings.Add(ordinal == 1 ? finding : finding with { Key = string.Create(CultureInfo.InvariantCulture, $"{finding.Key}#{ordinal}") });
            }
        }

        return findings;
    }

    private static IEnumerable<StoredFinding> In(ExtractedMember member)
    {
        if (!member.Payloads.TryGetValue(ResultKeeper.Findings, out var lines))
        {
            yield break;
        }

        while (!lines.IsEmpty)
        {
            var end = lines.Span.IndexOf((byte)'\n');
            using var json = JsonDocument.Parse(lines[..end]);
            lines = lines[(end + 1)..];
            var finding = json.RootElement;
            var rule = Text(finding, "rule");
            var subject = finding.GetProperty("equations") is { } equations && equations.GetArrayLength() > 0 ? Text(equations[0], "subject_zh") : "";
            yield return new StoredFinding($"{member.Member}|{rule}|{subject}", rule, Text(finding, "severity"), Text(finding, "message_zh"), Text(finding, "message_en"));
        }
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString() ?? "";
}
