using Gouji.Model;

namespace Gouji.Ingest.Store;

/// <summary>Why a workspace cannot be used.</summary>
public enum WorkspaceProblem
{
    /// <summary>Another run works on it.</summary>
    InUse,

    /// <summary>The folder holds no workspace.</summary>
    Missing,

    /// <summary>A newer program wrote its catalogue.</summary>
    NewerProgram,

    /// <summary>Its catalogue cannot be read.</summary>
    Damaged,

    /// <summary>An object is not there.</summary>
    ObjectMissing,
}

/// <summary>A workspace cannot be used, and why.</summary>
public sealed class WorkspaceException : Exception
{
    /// <summary>Names the problem.</summary>
    /// <param name="problem">Its kind.</param>
    /// <param name="explanation">A sentence that says what to do.</param>
    /// <param name="cause">What the system said; null where nothing.</param>
    public WorkspaceException(WorkspaceProblem problem, Message explanation, Exception? cause = null)
        : base(explanation?.En, cause)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        (Problem, Explanation) = (problem, explanation);
    }

    /// <summary>The kind of the problem.</summary>
    public WorkspaceProblem Problem { get; }

    /// <summary>A sentence that says what to do.</summary>
    public Message Explanation { get; }
}
