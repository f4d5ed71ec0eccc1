using Gouji.Cli.Output;
using Gouji.Cli.Screen;

namespace Gouji.Cli.Reports;

/// <summary>Writes the report of an output folder: a first page, and a page a document with findings.</summary>
internal sealed class ReportWriter(Session session)
{
    /// <summary>Writes the report.</summary>
    /// <param name="shown">The output folder as given.</param>
    /// <param name="full">Its full path.</param>
    /// <param name="progress">Told of each document.</param>
    /// <param name="cancellationToken">Stops between two documents; an earlier report stays.</param>
    public ReportSummary Write(string shown, string full, Progress progress, CancellationToken cancellationToken)
    {
        var contents = OutputContents.Read(full);
        using var folder = ReportFolder.Open(shown, full);
        using var originals = new Originals(session);
        var pages = new DocumentPage(session, contents, originals);
        var written = 0;
        progress.Expect(contents.Documents.Count);
        foreach (var document in contents.Documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (AddressOf(document) is { } address)
            {
                folder.Try(() => pages.Write(folder[address], document, LinkOf(folder, document)));
                written++;
            }

            progress.Advance();
        }

        folder.Try(() => new IndexPage(session, contents, RuleIndex.Of(session.Stages.LoadRules([]).Rules)).Write(folder[ReportFolder.Index], AddressOf));
        folder.Commit();
        folder.Try(() => DataPackage.Write(full));
        return new ReportSummary(folder.ShownIndex, contents.Documents.Count, written, originals.Missing);
    }

    // By the findings that are on it, so that an address holds as long as the bytes of the document are the same.
    private static string? AddressOf(ReportedDocument document) => document.FindingPrefix is { } prefix ? $"{ReportFolder.Documents}/{prefix}.html" : null;

    private string? LinkOf(ReportFolder folder, ReportedDocument document)
    {
        if (Uri.TryCreate(document.Name, UriKind.Absolute, out var web) && (web.Scheme == Uri.UriSchemeHttp || web.Scheme == Uri.UriSchemeHttps))
        {
            return web.AbsoluteUri;
        }

        var file = Path.GetFullPath(document.FilePath, session.Terminal.CurrentDirectory);
        return session.Stages.Files.KindOf(file) == Inputs.PathKind.File
            ? string.Join('/', Path.GetRelativePath(folder.FinalDocuments, file).Split(Path.DirectorySeparatorChar).Select(static part => part == ".." ? part : Uri.EscapeDataString(part)))
            : null;
    }
}

/// <summary>What a report came to.</summary>
/// <param name="Index">The first page.</param>
/// <param name="Documents">Documents of the output.</param>
/// <param name="Pages">Documents with a page of their own.</param>
/// <param name="OriginalsMissing">Documents whose originals could not be shown.</param>
internal sealed record ReportSummary(string Index, int Documents, int Pages, int OriginalsMissing);
