namespace Gouji.Ingest.Tests.Network;

/// <summary>A stream in memory that tells when it holds so many bytes.</summary>
internal sealed class WatchedStream(int count) : MemoryStream
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Reached => _reached.Task;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await base.WriteAsync(buffer, cancellationToken);
        if (Length >= count)
        {
            _reached.TrySetResult();
        }
    }
}
