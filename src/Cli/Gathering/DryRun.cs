using Gouji.Cli.Output;
using Gouji.Cli.Screen;
using Gouji.Ingest.Crawling;
using Gouji.Ingest.Sources;
using Gouji.Ingest.Store;

namespace Gouji.Cli.Gathering;

/// <summary>Visits the pages of sources into a workspace that is thrown away, and names the documents that a crawl would download.</summary>
internal sealed class DryRun(Session session, SourcesFile sources, string folder)
{
    public int Run(bool json, CancellationToken cancellationToken)
    {
        var temporary = Directory.CreateTempSubdirectory("gouji-dry-run-");
        try
        {
            using var workspace = Workspaces.OpenForRun(session, temporary.FullName);
            var progress = new Progress(session);
            GatheredRun result;
            try
            {
                var gatherer = new Gatherer(session, sources, workspace, progress, new CrawlOptions { Documents = false });
                var run = gatherer.CrawlAsync(cancellationToken).GetAwaiter().GetResult();
                result = gatherer.EndAsync(run).GetAwaiter().GetResult();
            }
            finally
            {
                progress.Clear();
            }

            return Tell(workspace, result, json);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private int Tell(Workspace found, GatheredRun result, bool json)
    {
        using var lasting = Workspaces.Exists(session, folder) ? Workspaces.OpenToRead(session, folder) : null;
        var documents = found.Catalog.Addresses(AddressKind.Attachment).ToList();
        var unheld = documents.Where(one => lasting is null || lasting.Catalog.VersionsOf(one.Address).Count == 0).ToList();
        if (json)
        {
            PrintJson(documents.Count, unheld, result);
        }
        else
        {
            var ink = Ink.ForOut(session.Terminal);
            foreach (var one in unheld)
            {
                ink.Write(one.Source).Write("  ").Write(one.Title ?? "").Write("  ").Line(one.Address.AbsoluteUri);
            }
        }

        foreach (var trouble in result.Report.Troubles)
        {
            Ink.ForError(session.Terminal).Line($"{trouble.Address.AbsoluteUri}  {RunScreen.Why(session, trouble.Reason)}", Tone.Warning);
        }

        var pages = result.Report.Of(AddressKind.List, AddressState.Fetched) + result.Report.Of(AddressKind.Detail, AddressState.Fetched);
        Ink.ForError(session.Terminal).Line(session.Say(
            $"网页{pages}个，文件{documents.Count}个：将下载{unheld.Count}，已有{documents.Count - unheld.Count}（未下载，工作区未改动）",
            $"{pages} pages, {documents.Count} documents: {unheld.Count} would be downloaded, {documents.Count - unheld.Count} are held; nothing was downloaded"));
        return result.Status(failOn: null);
    }

    private void PrintJson(int documents, List<KnownAddress> unheld, GatheredRun result)
    {
        using var buffer = new RowBuffer();
        using var row = new JsonRowWriter(buffer);
        row.BeginRow();
        row.Count("documents", documents);
        RunJson.Each(row, "would_download", unheld, static (row, one) =>
        {
            row.Text("source", one.Source);
            row.Text("title", one.Title);
            row.Text("address", one.Address.AbsoluteUri);
            row.Text("published", one.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        });
        RunJson.Each(row, "not_fetched", result.Report.Troubles, static (row, one) =>
        {
            row.Text("address", one.Address.AbsoluteUri);
            row.Text("reason", one.Reason);
        });
        row.EndRow();
        row.EndLine();
        session.Terminal.WriteBytes(buffer.Written);
    }
}
