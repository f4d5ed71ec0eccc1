namespace Gouji.Extract.Odt;

/// <summary>Namespaces of OpenDocument (ODF 1.3 part 3, 1.4) and its media types.</summary>
internal static class OdtNames
{
    public const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    public const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    public const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    public const string Draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
    public const string Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    public const string Svg = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";
    public const string Manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

    /// <summary>Text documents, their templates, masters and web variants all begin so.</summary>
    public const string MediaType = "application/vnd.oasis.opendocument.text";
}
