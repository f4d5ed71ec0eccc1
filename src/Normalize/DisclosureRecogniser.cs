using Gouji.Model;

namespace Gouji.Normalize;

/// <summary>Turns what was read into a disclosure: finds the forms, names their rows and columns, and makes the facts.</summary>
public sealed class DisclosureRecogniser
{
    /// <summary>Recognises a document. Never fails: what is not understood stays as a table without a form.</summary>
    public Disclosure Recognise(DocumentContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new Disclosure(content, new DisclosureHeader(null, null, DisclosureKind.Unknown, null), [], []);
    }
}
