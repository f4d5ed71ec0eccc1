using Gouji.Cli.Inputs;
using Gouji.Cli.Output;
using Gouji.Extract.Archives;
using Gouji.Model;

namespace Gouji.Cli.Checking;

/// <summary>Makes a checked document of an input, or one of each member where it is an archive. Belongs to one worker thread.</summary>
internal sealed class CheckWorker(FileLoader loader, ArchiveOpener archives, IDocumentChecker checker, ShownPath paths, TimeProvider time)
{
    /// <summary>Never fails for the sake of a document: what goes wrong becomes the document's outcome.</summary>
    public IEnumerable<CheckedDocument> Check(InputFile input, CancellationToken cancellationToken)
    {
        var begin = time.GetTimestamp();
        foreach (var result in CheckFile(input, cancellationToken))
        {
            yield return result with { ElapsedMilliseconds = (long)time.GetElapsedTime(begin).TotalMilliseconds };
            begin = time.GetTimestamp();
        }

        loader.Release();
    }

    private IEnumerable<CheckedDocument> CheckFile(InputFile input, CancellationToken cancellationToken)
    {
        var loaded = loader.Load(input);
        var result = new CheckedDocument
        {
            Document = input.Document,
            Path = paths.Of(input.Location),
            Outcome = Outcome.Unreadable,
            Bytes = loaded.Bytes,
            Sha256 = loaded.Document?.Sha256,
        };
        if (loaded.Document is not { } document)
        {
            yield return result with { Reasons = [loaded.Problem!] };
        }
        else if (!ArchiveOpener.Recognises(document.Bytes.Span))
        {
            yield return CheckDocument(result, document, cancellationToken);
        }
        else
        {
            foreach (var member in archives.Open(document, cancellationToken))
            {
                yield return CheckMember(result, member, cancellationToken);
            }
        }
    }

    private CheckedDocument CheckMember(CheckedDocument archive, ArchiveMember member, CancellationToken cancellationToken)
    {
        var ofArchive = member.Name == archive.Document;
        var result = archive with
        {
            Document = member.Name,
            Path = archive.Path + member.Name[archive.Document.Length..],
            Bytes = ofArchive ? archive.Bytes : member.Document?.Bytes.Length,
            Sha256 = ofArchive ? archive.Sha256 : member.Document?.Sha256,
        };
        return member.Document is { } document
            ? CheckDocument(result, document, cancellationToken)
            : result with { Reasons = [new Reason(Words.Of(member.Failure!.Reason), member.Failure.Text)] };
    }

    private CheckedDocument CheckDocument(CheckedDocument result, FetchedDocument document, CancellationToken cancellationToken)
    {
        try
        {
            var content = checker.Check(document, cancellationToken);
            return result with
            {
                Outcome = content.TableCount > 0 ? Outcome.Checked : Outcome.NoTables,
                Reasons = [.. content.Notes.Select(static note => new Reason(note.Code, note.Text))],
                Format = content.Format,
                Header = content.Header,
                Tables = content.TableCount,
                Recognised = content.RecognisedCount,
                Facts = content.Facts,
                Checks = content.Checks,
                Findings = content.Findings,
                ProseFigures = content.ProseFigures,
                ProseFiguresUnderstood = content.ProseFiguresUnderstood,
                Link = content.Link is { } link ? link with { Document = result.Document } : null,
                Doubtful = content.Doubtful,
                Left = content.Left,
            };
        }
        catch (UnreadableDocumentException refusal)
        {
            return result with
            {
                Outcome = refusal.Reason == UnreadableReason.ReaderFailed ? Outcome.Failed : Outcome.Unreadable,
                Reasons = [new Reason(Words.Of(refusal.Reason), refusal.Text)],
            };
        }
        catch (Exception defect) when (IsOfThisDocument(defect, cancellationToken))
        {
            var text = $"{defect.GetType().Name}: {defect.Message}";
            return result with { Outcome = Outcome.Failed, Reasons = [new Reason("failed", new Message(text, text))] };
        }
    }

    /// <summary>Whether the failure is the document's alone, so that the run can go on with the next.</summary>
    private static bool IsOfThisDocument(Exception failure, CancellationToken cancellationToken) =>
        failure is not (OutOfMemoryException or StackOverflowException or ThreadInterruptedException or AccessViolationException)
        && !(failure is OperationCanceledException && cancellationToken.IsCancellationRequested);
}
