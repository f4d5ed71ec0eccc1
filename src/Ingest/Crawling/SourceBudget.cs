using Gouji.Ingest.Sources;
using Gouji.Ingest.Store;

namespace Gouji.Ingest.Crawling;

/// <summary>How much of its limits a source has left in a run.</summary>
internal sealed class SourceBudget(Source source)
{
    private readonly Lock _lock = new();
    private long _pages = source.Settings.Limits.Pages;
    private long _documents = source.Settings.Limits.Documents;

    public Source Source => source;

    /// <summary>Takes off what an earlier part of the run used.</summary>
    public void Use(SourceTally tally)
    {
        lock (_lock)
        {
            _pages -= tally.Pages;
            _documents -= tally.Downloads;
        }
    }

    /// <summary>Takes one off; false where nothing is left.</summary>
    public bool TryTake(AddressKind kind)
    {
        lock (_lock)
        {
            ref var left = ref kind == AddressKind.Attachment ? ref _documents : ref _pages;
            return left > 0 && left-- > 0;
        }
    }

    /// <summary>Gives one back: nothing was downloaded.</summary>
    public void GiveBack(AddressKind kind)
    {
        lock (_lock)
        {
            (kind == AddressKind.Attachment ? ref _documents : ref _pages)++;
        }
    }
}
