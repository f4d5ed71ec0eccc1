using Gouji.Cli.Checking;
using Gouji.Cli.Inputs;
using Gouji.Extract.Archives;
using Gouji.Model;

namespace Gouji.Cli.Reports;

/// <summary>
/// Opens the originals of a report once more, to show what stands at the places of its findings. An original that is gone or has
/// changed since is not shown: places count in the bytes that were checked.
/// </summary>
internal sealed class Originals : IDisposable
{
    private readonly Session _session;
    private readonly IDocumentChecker _reader;
    private readonly FileLoader _loader;

    // Members come in the order of their archive, and so do the documents of a report: the archive stays open until another one is asked for.
    private string? _archive;
    private IEnumerator<ArchiveMember>? _members;

    private string? _lastSha256;
    private Original? _last;

    public Originals(Session session)
    {
        _session = session;

        // Pictures take long to recognise, and are not recognised again.
        _reader = session.Stages.LoadRules([]).CreateChecker(session.Stages.Limits with { PicturePages = 0 });
        _loader = new FileLoader(session.Stages.Files, session.Stages.Limits);
    }

    /// <summary>How many documents could not be shown.</summary>
    public int Missing { get; private set; }

    /// <summary>The content of a document; where it cannot be shown, why.</summary>
    public Original Of(ReportedDocument document)
    {
        if (_lastSha256 == document.Sha256 && _last is { } same)
        {
            return same;
        }

        var found = Read(document);
        Missing += found.Content is null ? 1 : 0;
        (_lastSha256, _last) = (document.Sha256, found);
        return found;
    }

    public void Dispose() => _members?.Dispose();

    private Original Read(ReportedDocument document)
    {
        if (document.WasRecognised)
        {
            return new Original(null, new Message("原件是扫描件，只列出处。", "The original is a scan; its places are listed alone."));
        }

        try
        {
            var bytes = document.IsMember ? Member(document.FilePath, document.Path) : Load(document.Path);
            return bytes is null ? new Original(null, new Message("原件已不在原处，只列出处。", "The original is not where it was; its places are listed alone."))
                : bytes.Sha256 != document.Sha256 ? new Original(null, new Message("原件在核对后已改动，只列出处。", "The original has changed since it was checked; its places are listed alone."))
                : new Original(_reader.Read(bytes, _session.Cancellation), null);
        }
        catch (UnreadableDocumentException refusal)
        {
            return new Original(null, refusal.Text);
        }
    }

    private FetchedDocument? Load(string path) => _loader.Load(new InputFile(path, Path.GetFullPath(path, _session.Terminal.CurrentDirectory))).Document;

    private FetchedDocument? Member(string archive, string path)
    {
        var wasOpen = _archive == archive;
        if (!wasOpen)
        {
            Open(archive);
        }

        return Next(path) ?? (wasOpen ? Again() : null);

        FetchedDocument? Again()
        {
            Open(archive);
            return Next(path);
        }
    }

    private void Open(string archive)
    {
        _members?.Dispose();
        _members = null;
        _archive = archive;
        if (Load(archive) is { } document && ArchiveOpener.Recognises(document.Bytes.Span))
        {
            // The buffer of the loader is lent for one file, and members are taken out of this one by and by.
            var kept = document with { Bytes = document.Bytes.ToArray() };
            _members = new ArchiveOpener(_session.Stages.Limits).Open(kept, _session.Cancellation).GetEnumerator();
        }
    }

    private FetchedDocument? Next(string path)
    {
        while (_members?.MoveNext() == true)
        {
            if (_members.Current.Name == path)
            {
                return _members.Current.Document;
            }
        }

        return null;
    }
}

/// <summary>A document as it was read. Exactly one of the two is there.</summary>
/// <param name="Content">Its blocks.</param>
/// <param name="Missing">Why it cannot be shown.</param>
internal sealed record Original(DocumentContent? Content, Message? Missing);
