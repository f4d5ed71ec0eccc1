namespace Gouji.Ingest.Store;

/// <summary>How an object of a store is.</summary>
public enum ObjectCondition
{
    /// <summary>It is where it belongs and its bytes are those of its name.</summary>
    Good,

    /// <summary>Its bytes are not those of its name.</summary>
    Corrupt,

    /// <summary>The catalogue knows it, the disk does not.</summary>
    Missing,

    /// <summary>The disk holds it, the catalogue does not know it: a run was cut off before it wrote the row.</summary>
    Stray,

    /// <summary>A file that was under way.</summary>
    Leftover,
}

/// <summary>One object and how it is.</summary>
/// <param name="Name">The SHA-256; for leftovers, and for files that are no objects, the path within the workspace.</param>
/// <param name="Condition">How it is.</param>
/// <param name="Bytes">Its size on the disk; 0 where it is missing.</param>
public sealed record ObjectCheck(string Name, ObjectCondition Condition, long Bytes);

/// <summary>What a verification adds up to.</summary>
public sealed class ObjectTotals
{
    private readonly long[] _counts = new long[Enum.GetValues<ObjectCondition>().Length];

    /// <summary>All that was looked at.</summary>
    public long Total => _counts.Sum();

    /// <summary>The bytes of all that is on the disk.</summary>
    public long Bytes { get; private set; }

    /// <summary>Whether each object of the catalogue is good. Strays and leftovers harm nothing.</summary>
    public bool IsSound => Of(ObjectCondition.Corrupt) == 0 && Of(ObjectCondition.Missing) == 0;

    /// <summary>How many are in a condition.</summary>
    public long Of(ObjectCondition condition) => _counts[(int)condition];

    /// <summary>Counts one.</summary>
    public void Add(ObjectCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        _counts[(int)check.Condition]++;
        Bytes += check.Bytes;
    }
}
