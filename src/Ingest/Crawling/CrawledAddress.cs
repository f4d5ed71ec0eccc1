using Gouji.Ingest.Store;
using Gouji.Model;

namespace Gouji.Ingest.Crawling;

/// <summary>An address that a crawl is done with for now.</summary>
/// <param name="Address">The address.</param>
/// <param name="Kind">What it leads to.</param>
/// <param name="Change">What its answer changes; null where it was not asked.</param>
/// <param name="Reason">Why there is no document or no answer, as a stable word; null where there is.</param>
/// <param name="Problem">Why its links could not be read, or not all followed; null where they were, or need not be.</param>
public sealed record CrawledAddress(Uri Address, AddressKind Kind, ChangeKind? Change, string? Reason, Message? Problem = null);
