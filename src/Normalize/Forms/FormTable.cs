using Gouji.Model;

namespace Gouji.Normalize.Forms;

/// <summary>A table with the form it was recognised as, its rows and columns named (表).</summary>
public sealed class FormTable
{
    /// <summary>The form.</summary>
    public FormRole Role { get; internal init; }

    /// <summary>The title as printed, white space folded; empty where there is none.</summary>
    public string Title { get; internal init; } = "";

    /// <summary>1-based number of the table in the document.</summary>
    public int Number { get; internal init; }
}
