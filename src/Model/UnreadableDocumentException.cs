namespace Gouji.Model;

/// <summary>A document could not be read. It says what is wrong, by name, and what the user can do.</summary>
public sealed class UnreadableDocumentException : Exception
{
    /// <summary>Creates the failure.</summary>
    public UnreadableDocumentException(UnreadableReason reason, Message text, Exception? inner = null)
        : base(text?.En, inner)
    {
        ArgumentNullException.ThrowIfNull(text);
        Reason = reason;
        Text = text;
    }

    /// <summary>The named reason.</summary>
    public UnreadableReason Reason { get; }

    /// <summary>What is wrong and what to do, in both languages.</summary>
    public Message Text { get; }
}

/// <summary>Why a document could not be read.</summary>
public enum UnreadableReason
{
    /// <summary>The file does not exist.</summary>
    Missing,

    /// <summary>The system does not let us read the file.</summary>
    NoPermission,

    /// <summary>The file has no bytes.</summary>
    Empty,

    /// <summary>No reader knows the format.</summary>
    UnknownFormat,

    /// <summary>The file needs a password.</summary>
    Encrypted,

    /// <summary>The pages are pictures (扫描件): their text has to be recognised first.</summary>
    NeedsOcr,

    /// <summary>The file is cut short or damaged.</summary>
    Damaged,

    /// <summary>The file, a part of it or its nesting is larger than the limits allow.</summary>
    TooLarge,

    /// <summary>The reader itself failed: a defect of ours.</summary>
    ReaderFailed,
}
