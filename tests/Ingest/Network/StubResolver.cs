using System.Net;
using Gouji.Ingest.Network;

namespace Gouji.Ingest.Tests.Network;

/// <summary>A resolver that gives the answers it was told, one after the other, and the last one for ever.</summary>
internal sealed class StubResolver : IHostResolver
{
    private readonly List<IReadOnlyList<IPAddress>> _answers = [];
    private readonly Lock _lock = new();

    public int Calls { get; private set; }

    public StubResolver Answering(params string[] addresses)
    {
        _answers.Add([.. addresses.Select(IPAddress.Parse)]);
        return this;
    }

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_answers[Math.Min(Calls++, _answers.Count - 1)]);
        }
    }
}
