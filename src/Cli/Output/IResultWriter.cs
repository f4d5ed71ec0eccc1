using Gouji.Cli.Checking;

namespace Gouji.Cli.Output;

/// <summary>Takes the checked documents in the order in which they were given.</summary>
internal interface IResultWriter
{
    /// <summary>Prepares what does not depend on other documents. Called on worker threads, several at a time.</summary>
    IDisposable? Prepare(CheckedDocument document);

    /// <summary>Writes a document. Called by one thread at a time, in order.</summary>
    void Write(CheckedDocument document, IDisposable? prepared);

    /// <summary>Writes what was said across documents. Called once, behind all documents.</summary>
    void WriteLinks(RunLinks links);

    /// <summary>All documents are written.</summary>
    void Complete();
}
