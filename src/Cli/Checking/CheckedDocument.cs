using System.Collections.Frozen;
using Gouji.Model;
using Gouji.Normalize;
using Gouji.Normalize.Linking;

namespace Gouji.Cli.Checking;

/// <summary>What became of a document.</summary>
internal enum Outcome
{
    /// <summary>Read, and at least one table with figures was found.</summary>
    Checked,

    /// <summary>Read, but no table with figures was found; sentences were still looked at.</summary>
    NoTables,

    /// <summary>Could not be read; the reason says why.</summary>
    Unreadable,

    /// <summary>A stage failed on it: a defect of ours, never the publisher's.</summary>
    Failed,
}

/// <summary>Why a document was not read, or a remark on one that was.</summary>
/// <param name="Code">Stable short name: <c>damaged</c>.</param>
/// <param name="Text">In words, with what to do.</param>
internal sealed record Reason(string Code, Message Text);

/// <summary>One document with all that is said about it. Every document that was given becomes exactly one of these.</summary>
internal sealed record CheckedDocument
{
    /// <summary>The path as given; below a folder that was given, that folder and the relative path.</summary>
    public required string Document { get; init; }

    /// <summary>Relative to the current directory where the file lies below it, otherwise as given.</summary>
    public required string Path { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>Why it was not read; for a document that was read, what its reader had to remark.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>Null where the bytes were not read.</summary>
    public string? Sha256 { get; init; }

    public long? Bytes { get; init; }

    public string? Format { get; init; }

    public DisclosureHeader Header { get; init; } = new(null, null, DisclosureKind.Unknown, null);

    public int Tables { get; init; }

    public int Recognised { get; init; }

    public IReadOnlyList<Fact> Facts { get; init; } = [];

    public IReadOnlyList<Check> Checks { get; init; } = [];

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Figures in sentences, and how many of them are understood.</summary>
    public int ProseFigures { get; init; }

    public int ProseFiguresUnderstood { get; init; }

    /// <summary>What is kept of it for comparisons; null where it cannot be told whose document it is.</summary>
    public LinkRecord? Link { get; init; }

    /// <summary>Figures that are printed and not understood.</summary>
    public IReadOnlyList<LeftFigure> Left { get; init; } = [];

    /// <summary>Places of figures that were recognised in a picture and may be misread.</summary>
    public IReadOnlySet<Place> Doubtful { get; init; } = FrozenSet<Place>.Empty;

    public long ElapsedMilliseconds { get; init; }

    /// <summary>Whether the document was read.</summary>
    public bool WasRead => Outcome is Outcome.Checked or Outcome.NoTables;

    /// <summary>How many equations came out this way.</summary>
    public int Count(Verdict verdict)
    {
        var count = 0;
        foreach (var check in Checks)
        {
            count += check.Verdict == verdict ? 1 : 0;
        }

        return count;
    }
}
