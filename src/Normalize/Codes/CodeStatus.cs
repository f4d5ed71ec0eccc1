namespace Gouji.Normalize.Codes;

/// <summary>What is known of a code in a fiscal year.</summary>
internal enum CodeState
{
    /// <summary>Cannot be told: the list is not complete there, or the code is a local subdivision.</summary>
    Unknown,

    /// <summary>Listed for the year and confirmed.</summary>
    Known,

    /// <summary>Listed for the year by a source that needs a check; backs no finding.</summary>
    KnownUnconfirmed,

    /// <summary>Certainly not of this year, and known in others.</summary>
    WrongYear,

    /// <summary>Certainly absent, or not of the shape of a code.</summary>
    Invalid,
}

/// <summary>The state of a code in a fiscal year.</summary>
/// <param name="State">What is known.</param>
/// <param name="OtherYears">For <see cref="CodeState.WrongYear"/> the confirmed years of the code; empty otherwise.</param>
internal readonly record struct CodeStatus(CodeState State, IReadOnlyList<YearRange> OtherYears)
{
    /// <summary>A state without other years.</summary>
    public static CodeStatus Of(CodeState state) => new(state, []);
}
