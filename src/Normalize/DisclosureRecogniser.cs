using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Prose;

namespace Gouji.Normalize;

/// <summary>Turns what was read into a disclosure: finds the forms, names their rows and columns, and makes the facts.</summary>
public sealed class DisclosureRecogniser
{
    /// <summary>Recognises a document. Never fails: what is not understood stays as a table without a form.</summary>
    public Disclosure Recognise(DocumentContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var (year, kind) = HeaderReader.YearAndKind(content);
        var recogniser = new FormRecogniser(content, year, kind);
        var forms = recogniser.Recognise();
        NameThreePublicRows(forms);
        var prose = ProseReader.Read(content, year, kind);
        return new Disclosure(content, HeaderReader.Read(content, forms, year, kind), forms, ProseFacts.Merge(FactsOf(forms), prose, forms, year), prose, recogniser.Unread);
    }

    private static void NameThreePublicRows(List<FormTable> forms)
    {
        var basic = forms.Find(static form => form.Role == FormRole.B6)?.Part("");
        foreach (var form in forms)
        {
            if (form.Role is FormRole.B8 or FormRole.F7 && form.Part("") is { } part)
            {
                ThreePublicReader.NameRows(part, basic);
            }
        }
    }

    /// <summary>Collects the facts of all forms, after the standing of each row is known.</summary>
    private static List<Fact> FactsOf(List<FormTable> forms)
    {
        var finest = FinestPerformancePlace(forms);
        var facts = new List<Fact>(1024);
        foreach (var form in forms)
        {
            foreach (var part in form.Parts)
            {
                foreach (var row in part.Rows)
                {
                    for (var i = 0; i < row.Facts.Length; i++)
                    {
                        if (row.Facts[i] is not { } fact)
                        {
                            continue;
                        }

                        var nature = fact.Nature == Nature.All ? row.Nature : fact.Nature;
                        var economic = part.Columns[i].Meaning.Family == ColumnFamily.Economic ? fact.EconomicCode : row.EconomicCode;
                        if (fact.RowKind != row.Kind || fact.Nature != nature || fact.FunctionCode != row.FunctionCode || fact.EconomicCode != economic)
                        {
                            fact = fact with { RowKind = row.Kind, Nature = nature, FunctionCode = row.FunctionCode, EconomicCode = economic };
                        }

                        if (form.Role == FormRole.B11 && fact is { Amount: { } amount, Unit: { } unit, Stated: { } stated })
                        {
                            fact = fact with { Amount = amount with { HalfPlace = Amount.Printed(stated, finest, unit).HalfPlace } };
                        }

                        row.Facts[i] = fact;
                        facts.Add(fact);
                    }
                }
            }
        }

        return facts;
    }

    /// <summary>The performance forms of one document are filled by one system: the finest place in any is the precision of all.</summary>
    private static int FinestPerformancePlace(List<FormTable> forms)
    {
        var finest = 0;
        foreach (var form in forms)
        {
            if (form.Role != FormRole.B11)
            {
                continue;
            }

            foreach (var row in form.Parts[0].Rows)
            {
                foreach (var fact in row.Facts)
                {
                    if (fact is { Amount: not null, Stated: { } stated })
                    {
                        finest = Math.Max(finest, stated.Scale);
                    }
                }
            }
        }

        return finest;
    }
}
