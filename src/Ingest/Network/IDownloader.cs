namespace Gouji.Ingest.Network;

/// <summary>Fetches one document politely and says exactly what came of it.</summary>
public interface IDownloader
{
    /// <summary>
    /// Downloads a document. What goes wrong on the network is a result, never an exception; only cancellation and a failure of the
    /// destination itself are thrown.
    /// </summary>
    /// <param name="request">What to ask for.</param>
    /// <param name="destination">
    /// An empty stream that can be written and sought. Afterwards it holds the whole document where the outcome is
    /// <see cref="DownloadOutcome.Fetched"/>, what arrived of it where <see cref="DownloadOutcome.Truncated"/>, and nothing otherwise.
    /// </param>
    /// <param name="cancellationToken">Ends the download.</param>
    Task<DownloadResult> DownloadAsync(DownloadRequest request, Stream destination, CancellationToken cancellationToken);
}
