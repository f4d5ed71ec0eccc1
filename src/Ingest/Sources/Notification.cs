namespace Gouji.Ingest.Sources;

/// <summary>Who is told when a run changed something or broke.</summary>
public sealed record Notification
{
    /// <summary>Whether there is nobody to be told.</summary>
    public bool IsNobody => WebHook is null && Command.Count == 0;

    /// <summary>An address to which the outcome of a run is posted as JSON; null for none.</summary>
    public Uri? WebHook { get; init; }

    /// <summary>A command with its arguments that takes the outcome as JSON on its standard input; empty for none.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];
}
