using Gouji.Cli.Inputs;
using Gouji.Cli.Output;
using Gouji.Model;

namespace Gouji.Cli.Checking;

/// <summary>Makes a checked document of an input. Belongs to one worker thread.</summary>
internal sealed class CheckWorker(FileLoader loader, IDocumentChecker checker, ShownPath paths, TimeProvider time)
{
    /// <summary>Never fails for the sake of a document: what goes wrong becomes the document's outcome.</summary>
    public CheckedDocument Check(InputFile input, CancellationToken cancellationToken)
    {
        var begin = time.GetTimestamp();
        var result = CheckFile(input, cancellationToken);
        loader.Release();
        return result with { ElapsedMilliseconds = (long)time.GetElapsedTime(begin).TotalMilliseconds };
    }

    private CheckedDocument CheckFile(InputFile input, CancellationToken cancellationToken)
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
            return result with { Reasons = [loaded.Problem!] };
        }

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
