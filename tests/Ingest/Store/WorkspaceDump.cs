using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Gouji.Ingest.Tests.Store;

/// <summary>All that a workspace holds, as lines that do not depend on the order in which equal work was done: rows name each other by what they are, not by number.</summary>
internal static class WorkspaceDump
{
    private static readonly string[] Queries =
    [
        "SELECT 'run', run, started_utc, ended_utc, outcome, counters FROM runs",
        "SELECT 'source', name, department, definition FROM sources",
        """
        SELECT 'address', a.url, a.host, s.name, a.kind, a.depth, p.url, a.anchor_text, a.title, a.published, a.state, a.turn, a.attempts, a.next_attempt_utc, a.reason,
            a.first_seen_run, a.concluded_run, a.links_run, a.missing_since_run, a.missing_since_utc, a.discloses
        FROM addresses a JOIN sources s ON s.source = a.source LEFT JOIN addresses p ON p.address = a.parent
        """,
        "SELECT 'link', p.url, t.url, l.anchor_text, l.first_seen_run, l.last_seen_run FROM links l JOIN addresses p ON p.address = l.page JOIN addresses t ON t.address = l.target",
        "SELECT 'object', sha256, bytes FROM objects",
        """
        SELECT 'fetch', a.url, f.run, f.attempt, f.asked_utc, f.chain, f.status, f.headers, f.outcome, f.reason, f.sha256, f.bytes, f.file_name, f.content_type, f.charset, f.etag,
            f.last_modified FROM fetches f JOIN addresses a ON a.address = f.address
        """,
        """
        SELECT 'version', a.url, v.ordinal, v.sha256, f.run, f.attempt, v.first_seen_run, v.first_seen_utc, v.last_seen_run, v.last_seen_utc, v.checked_by
        FROM versions v JOIN addresses a ON a.address = v.address JOIN fetches f ON f.fetch = v.fetch
        """,
        "SELECT 'host', host, next_allowed_utc, consecutive_failures, open_until_utc FROM hosts",
        """
        SELECT 'extraction', e.sha256, e.extractor_version, e.rulebook_version, e.ordinal, e.member, e.outcome, e.reason, p.name, p.bytes, hex(p.body)
        FROM extractions e LEFT JOIN payloads p ON p.extraction = e.extraction
        """,
        """
        SELECT 'finding', a.url, v.ordinal, f.key, f.rule, f.severity, f.message_zh, f.message_en, f.first_seen_run, f.resolved_run, f.family
        FROM findings f JOIN versions v ON v.version = f.version JOIN addresses a ON a.address = v.address
        """,
        "SELECT 'family', f.family, f.due, a.url, v.ordinal FROM families f LEFT JOIN kin k ON k.family = f.family LEFT JOIN versions v ON v.version = k.version LEFT JOIN addresses a ON a.address = v.address",
        "SELECT 'gap', family, body, fiscal_year, kind, why_zh, why_en, first_seen_run, closed_run FROM gaps",
        "SELECT 'broken', * FROM pragma_foreign_key_check",
        "SELECT 'integrity', * FROM pragma_integrity_check",
    ];

    public static IReadOnlyList<string> Of(string folder)
    {
        var lines = new List<string>();
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "catalog.db")};Mode=ReadOnly;Pooling=False"))
        {
            connection.Open();
            foreach (var query in Queries)
            {
                using var command = connection.CreateCommand();
                command.CommandText = query;
                using var reader = command.ExecuteReader();
                while (reader.Read())
                {
                    lines.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "-" : reader.GetValue(i).ToString())));
                }
            }
        }

        foreach (var file in Directory.GetFiles(Path.Combine(folder, "objects"), "*", SearchOption.AllDirectories).Concat(Directory.GetFiles(Path.Combine(folder, "tmp"))))
        {
            lines.Add($"file|{Path.GetRelativePath(folder, file)}|{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}");
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
