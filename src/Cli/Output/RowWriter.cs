using Gouji.Model;

namespace Gouji.Cli.Output;

/// <summary>
/// Writes rows of named columns. A kind of row is defined once, against this class, so that its CSV and its JSON cannot drift apart.
/// </summary>
internal abstract class RowWriter
{
    /// <summary>SHA-256 of the document that rows are about, where places may be in another; null where they are not.</summary>
    public string? OfDocument { get; set; }

    public abstract void BeginRow();

    public abstract void EndRow();

    public abstract void Text(string column, string? value);

    public abstract void Number(string column, decimal? value);

    public abstract void Count(string column, long? value);

    public abstract void Flag(string column, bool value);

    public abstract void Place(string column, Place? value);

    public abstract void Places(string column, IReadOnlyList<Place> values);
}
