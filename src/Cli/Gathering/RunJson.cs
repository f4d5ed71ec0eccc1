using Gouji.Cli.Output;
using Gouji.Ingest.Store;

namespace Gouji.Cli.Gathering;

/// <summary>What a run did as one JSON object, for programs and for the web-hook.</summary>
internal static class RunJson
{
    public static byte[] Of(GatheredRun run)
    {
        using var buffer = new RowBuffer();
        using var row = new JsonRowWriter(buffer);
        row.BeginRow();
        row.Count("run", run.Run.Number);
        row.Count("resumed", run.Run.Resumed);
        row.Count("requests", run.Report.Requests);
        row.Count("bytes", run.Report.Bytes);
        row.Count("unread", run.NotRead);
        Resting(row, run.Report.Resting);
        Each(row, "new", run.New, static (row, one) => Document(row, one));
        Each(row, "changed", run.Changed, static (row, one) => Document(row, one));
        Each(row, "withdrawn", run.Withdrawn, static (row, one) =>
        {
            row.Text("address", one.Address.AbsoluteUri);
            row.Text("sha256", one.Sha256);
        });
        Each(row, "missing", run.Report.Missing, static (row, one) => row.Text("address", one.AbsoluteUri));
        Each(row, "pages_without_documents", run.Report.WithoutDocuments, static (row, one) => row.Text("address", one.AbsoluteUri));
        Each(row, "failed", run.Failed, static (row, one) => Trouble(row, one));
        Each(row, "blocked", run.Blocked, static (row, one) => Trouble(row, one));
        Each(row, "sources", run.Report.Sources, (row, one) =>
        {
            row.Text("source", one.Source);
            row.Count("pages", one.Pages);
            row.Count("downloads", one.Downloads);
            row.Count("listed_before", one.ListedBefore);
            row.Count("listed_now", one.ListedNow);
            row.Text("start_reason", one.StartReason);
            row.Flag("dried_up", one.HasDriedUp);
            row.Flag("at_limit", run.AtTheirLimit.Contains(one.Source));
        });
        Each(row, "findings_new", run.NewFindings, static (row, one) => Finding(row, one));
        Each(row, "findings_resolved", run.ResolvedFindings, static (row, one) => Finding(row, one));
        Each(row, "gaps_new", run.NewGaps, static (row, one) => Gap(row, one.Gap));
        Each(row, "gaps_closed", run.ClosedGaps, static (row, one) => Gap(row, one.Gap));
        row.EndRow();
        row.EndLine();
        return buffer.Written.ToArray();
    }

    /// <summary>An array of objects.</summary>
    public static void Each<T>(JsonRowWriter row, string name, IEnumerable<T> items, Action<JsonRowWriter, T> write)
    {
        row.Json.WriteStartArray(name);
        foreach (var item in items)
        {
            row.BeginRow();
            write(row, item);
            row.EndRow();
        }

        row.Json.WriteEndArray();
    }

    /// <summary>Hosts that are left to the next run.</summary>
    public static void Resting(JsonRowWriter row, IEnumerable<RestingHost> hosts) => Each(row, "left", hosts, static (row, one) =>
    {
        row.Text("host", one.Host);
        row.Count("addresses", one.Due);
        row.Text("reason", one.Reason);
    });

    private static void Document(JsonRowWriter row, RunDocument one)
    {
        row.Text("source", one.Source);
        row.Text("title", one.Title);
        row.Text("address", one.Address.AbsoluteUri);
        row.Text("sha256", one.Version.Sha256);
        row.Text("previous", one.Previous);
    }

    private static void Trouble(JsonRowWriter row, RunTrouble one)
    {
        row.Text("source", one.Source);
        row.Text("address", one.Address.AbsoluteUri);
        row.Text("reason", one.Reason);
        row.Flag("is_new", one.IsNew);
    }

    private static void Gap(JsonRowWriter row, StoredGap one)
    {
        row.Text("body", one.Body);
        row.Count("fiscal_year", one.FiscalYear);
        row.Text("kind", one.Kind);
        row.Text("why_zh", one.WhyZh);
        row.Text("why_en", one.WhyEn);
    }

    private static void Finding(JsonRowWriter row, RunFinding one)
    {
        row.Text("address", one.Address.AbsoluteUri);
        row.Text("rule", one.Finding.Rule);
        row.Text("severity", one.Finding.Severity);
        row.Text("message_zh", one.Finding.MessageZh);
        row.Text("message_en", one.Finding.MessageEn);
    }
}
