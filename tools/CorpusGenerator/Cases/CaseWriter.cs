using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gouji.CorpusGenerator.Disclosure;
using Gouji.CorpusGenerator.Writers;
using Gouji.Model;

namespace Gouji.CorpusGenerator.Cases;

/// <summary>Writes a case's sources and its case.json; other files of the folder are left alone.</summary>
internal static class CaseWriter
{
    /// <summary>Every file that a case may have.</summary>
    private static readonly string[] Names =
        ["source.doc", "source.docx", "source.html", "source.odt", "source.ofd", "source.pdf", "source.rtf", "source.txt", "source.xlsx"];

    public static void Write(string corpus, Case written)
    {
        var folder = Path.Combine(corpus, written.Id);
        Directory.CreateDirectory(folder);
        var sources = Sources(written).ToList();
        foreach (var stale in Names.Except(sources.Select(source => source.Name)))
        {
            File.Delete(Path.Combine(folder, stale));
        }

        foreach (var (name, bytes) in sources)
        {
            var path = Path.Combine(folder, name);
            if (!Package.IsNameOf(name) || !File.Exists(path) || !Package.SameContent(File.ReadAllBytes(path), bytes))
            {
                File.WriteAllBytes(path, bytes);
            }
        }

        File.WriteAllBytes(Path.Combine(folder, "case.json"), Json(written));
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Sources(Case written)
    {
        var formats = written.Formats;
        if (formats.HasFlag(Formats.Docx))
        {
            yield return ("source.docx", DocxWriter.Write(written.Document));
        }

        HtmlFlavour? flavour = formats.HasFlag(Formats.Html) ? HtmlFlavour.Portal
            : formats.HasFlag(Formats.HtmlPasted) ? HtmlFlavour.Pasted
            : formats.HasFlag(Formats.HtmlGbk) ? HtmlFlavour.PortalGbk
            : null;
        if (flavour is not null)
        {
            yield return ("source.html", HtmlWriter.Write(written.Document, flavour.Value));
        }

        if (formats.HasFlag(Formats.Ofd))
        {
            yield return ("source.ofd", OfdWriter.Write(written.Document));
        }

        if (formats.HasFlag(Formats.Text))
        {
            yield return ("source.txt", PlainTextWriter.Write(written.Document));
        }

        if (formats.HasFlag(Formats.Doc))
        {
            yield return ("source.doc", DocWriter.Write(written.Document));
        }

        if (formats.HasFlag(Formats.Pdf))
        {
            yield return ("source.pdf", PdfWriter.Write(written.Document));
        }

        if (formats.HasFlag(Formats.Odt))
        {
            yield return ("source.odt", OdtWriter.Write(written.Document));
        }

        if (formats.HasFlag(Formats.Rtf))
        {
            yield return ("source.rtf", RtfWriter.Write(written.Document));
        }

        if (formats.HasFlag(Formats.Xlsx))
        {
            yield return ("source.xlsx", XlsxWriter.Write(written.Document));
        }
    }

    private static byte[] Json(Case written)
    {
        using var bytes = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };
        using (var json = new Utf8JsonWriter(bytes, options))
        {
            json.WriteStartObject();
            json.WriteString("title", written.Title);
            json.WriteString("about", written.About);
            json.WriteString("kind", written.Kind.ToString().ToLowerInvariant());
            json.WriteStartArray("expect");
            foreach (var expectation in written.Expect)
            {
                Write(json, expectation);
            }

            json.WriteEndArray();
            if (written.Notices.Count > 0)
            {
                WriteArray(json, "notices", written.Notices);
            }

            var roles = written.Document.Tables.Where(table => !table.Continues).Select(table => table.Role == FormRole.Unknown ? "-" : table.Role.ToString()).ToList();
            json.WriteStartObject("tables");
            json.WriteNumber("recognised", roles.Count(role => role != "-"));
            json.WriteNumber("total", roles.Count);
            WriteArray(json, "roles", roles);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Expectation expectation)
    {
        json.WriteStartObject();
        json.WriteString("rule", expectation.Rule);
        json.WriteString("severity", expectation.Severity);
        if (expectation.OrSeverity is not null)
        {
            json.WriteString("orSeverity", expectation.OrSeverity);
        }

        json.WriteNumber("count", expectation.Count);
        if (expectation.AtMost > expectation.Count)
        {
            json.WriteNumber("atMost", expectation.AtMost);
        }

        if (expectation.Prose)
        {
            json.WriteBoolean("prose", true);
        }

        if (expectation.Figures.Count > 0)
        {
            WriteArray(json, "figures", expectation.Figures);
        }

        if (expectation.Alternatives.Count > 0)
        {
            WriteArray(json, "alternatives", expectation.Alternatives);
        }

        if (expectation.Blamed is { } blamed)
        {
            json.WriteStartObject("blamed");
            json.WriteString("stated", blamed.Stated);
            json.WriteString("expected", blamed.Expected);
            if (expectation.Cause is not null)
            {
                json.WriteString("cause", expectation.Cause);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
