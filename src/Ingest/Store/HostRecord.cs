namespace Gouji.Ingest.Store;

/// <summary>How a host fares, kept across runs.</summary>
/// <param name="Host">Its name, in lower case.</param>
/// <param name="NextAllowed">When it may be asked again; null where at any time.</param>
/// <param name="ConsecutiveFailures">How many requests in a row failed.</param>
/// <param name="OpenUntil">Until when it is not asked at all; null where it is.</param>
public sealed record HostRecord(string Host, DateTimeOffset? NextAllowed, int ConsecutiveFailures, DateTimeOffset? OpenUntil);

/// <summary>The robots.txt of a site.</summary>
/// <param name="Site">Its scheme, host and port.</param>
/// <param name="Body">The bytes; null where the site has none.</param>
/// <param name="Fetched">When it was fetched.</param>
public sealed record RobotsRecord(string Site, byte[]? Body, DateTimeOffset Fetched);
