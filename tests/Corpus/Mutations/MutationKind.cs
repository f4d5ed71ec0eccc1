namespace Gouji.Corpus.Tests.Mutations;

/// <summary>A slip of the hand in a sentence.</summary>
internal enum MutationKind
{
    /// <summary>One digit of an amount or a count is another.</summary>
    Digit,

    /// <summary>Two neighbouring digits of an amount are exchanged.</summary>
    Transposition,

    /// <summary>One digit of a percentage is another.</summary>
    Percent,

    /// <summary>万元 became 元, or 元 万元.</summary>
    Unit,

    /// <summary>增加 became 减少, 增长 下降, or the other way round.</summary>
    Direction,

    /// <summary>Two amounts of one paragraph stand in each other's place.</summary>
    Order,
}
