using CsCheck;
using Gouji.Extract;
using Gouji.Model;

namespace Gouji.Corpus.Tests;

/// <summary>A damaged file of any format ends with a named reason or with what is left of it, never with a crash or an empty success.</summary>
public sealed class DamageTests
{
    /// <summary>What may be said of a damaged file; that a reader failed is a defect of the reader.</summary>
    private static readonly UnreadableReason[] Named =
        [UnreadableReason.Damaged, UnreadableReason.Empty, UnreadableReason.UnknownFormat, UnreadableReason.TooLarge, UnreadableReason.Encrypted, UnreadableReason.NeedsOcr];

    public static TheoryData<string, string> Samples()
    {
        var samples = new TheoryData<string, string>();
        foreach (var format in Damage.Whole.Keys)
        {
            foreach (var damage in Damage.All)
            {
                samples.Add(format, damage.Name);
            }
        }

        return samples;
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_damagedFile_endsWithItsReasonOrWithWhatIsLeft(string format, string damage)
    {
        var bytes = Damage.All.Single(one => one.Name == damage).Apply(Damage.Whole[format]);
        var (content, failures) = Damage.Read(bytes);
        AssertNamed(content, failures);
        if (bytes.Length == 0)
        {
            Assert.Equal(UnreadableReason.Empty, Assert.Single(failures).Reason);
        }
    }

    [Fact]
    public void Read_formatsWithoutText_areCutShortByName() => Assert.All(
        Damage.Whole.Keys.Where(static format => format is "docx" or "odt" or "ofd" or "xlsx" or "xls" or "doc" or "pdf" or "scan" or "zip"),
        static format => Assert.NotEmpty(Damage.Read(Damage.Whole[format][..(Damage.Whole[format].Length / 2)]).Failures));

    [Fact]
    public void Read_anyFlippedBytes_endsWithItsReasonOrWithWhatIsLeft()
    {
        var formats = Damage.Whole.Keys.Where(static format => format != "scan").ToArray();
        Gen.Select(Gen.Int[0, formats.Length - 1], Gen.Select(Gen.Double[0, 0.999], Gen.Byte).Array[1, 12]).Sample(
            (format, flips) =>
            {
                var bytes = (byte[])Damage.Whole[formats[format]].Clone();
                foreach (var (at, value) in flips)
                {
                    bytes[(int)(at * bytes.Length)] = value;
                }

                var (content, failures) = Damage.Read(bytes);
                AssertNamed(content, failures);
            },
            iter: 150,
            threads: 1);
    }

    [Fact]
    public void Check_folderOfDamagedFiles_goesOnToTheWholeOne()
    {
        using var folder = new ScratchFolder();
        Directory.CreateDirectory(folder["in"]);
        var names = new List<string>();
        foreach (var (format, whole) in Damage.Whole.Where(static pair => pair.Key != "scan"))
        {
            foreach (var (number, damage) in Damage.All.Index())
            {
                names.Add($"{format}-{number}.{format}");
                File.WriteAllBytes(folder["in/" + names[^1]], damage.Apply(whole));
            }
        }

        File.WriteAllBytes(folder["in/zz-whole.docx"], Damage.Whole["docx"]);
        var (status, _, error) = GoujiProgram.Run(folder.Path, "check", "in", "--out", folder["out"], "--jobs", "2", "--lang", "en");

        Assert.True(status is 3 or 4, $"exit status {status}: {error}");
        var rows = CsvRows.Read(Path.Combine(folder["out"], "documents.csv"));
        Assert.All(names, name => Assert.Contains(rows, row => row["document"] == "in/" + name || row["document"].StartsWith($"in/{name}!/", StringComparison.Ordinal)));
        Assert.Equal("checked", rows.Single(static row => row["document"] == "in/zz-whole.docx")["outcome"]);
        Assert.All(rows.Where(static row => row["outcome"] != "checked"), static row => Assert.NotEqual("", row["reason"]));
        Assert.DoesNotContain(rows, static row => row["outcome"] == "failed");

        // The rest of a file without its beginning says what it is, also where it could pass for a text.
        Assert.All(["in/pdf-2.pdf", "in/rtf-2.rtf", "in/mht-2.mht"], name => Assert.StartsWith("damaged: ", rows.Single(row => row["document"] == name)["reason"], StringComparison.Ordinal));
    }

    private static void AssertNamed(DocumentContent? content, IReadOnlyList<UnreadableDocumentException> failures)
    {
        Assert.True(content is not null || failures.Count > 0);
        Assert.True(content is null || content.Blocks.Count > 0, "an empty success");
        Assert.All(failures, static failure =>
        {
            Assert.Contains(failure.Reason, Named);
            Assert.NotEqual("", failure.Text.Zh);
            Assert.NotEqual("", failure.Text.En);
        });
    }
}
