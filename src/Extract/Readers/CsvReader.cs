using Gouji.Extract.Docx;
using Gouji.Extract.Spreadsheets;
using Gouji.Extract.Text;
using Gouji.Extract.Xlsx;
using Gouji.Model;

namespace Gouji.Extract.Readers;

/// <summary>Reads comma-separated values (.csv) as the one sheet that they were saved from.</summary>
public sealed class CsvReader : IDocumentReader
{
    private const int RecordsBetweenCancellationChecks = 0x100;

    /// <inheritdoc/>
    public string Format => "csv";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes) => TextDecoder.TrySample(bytes, out var sample, out var isWhole) && CommaSeparated.IsIn(sample, isWhole);

    /// <inheritdoc/>
    public DocumentContent Read(FetchedDocument document, ReadingLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(limits);
        if (document.Bytes.Length > limits.TextBytes)
        {
            throw Unreadable.TooLarge($"文件超过{limits.TextBytes}字节", $"the file has more than {limits.TextBytes} bytes");
        }

        var records = CommaSeparated.Read(TextDecoder.Decode(document.Bytes.Span).Text);
        RefuseUneven(records);
        var content = new WorkbookContent(limits);
        content.Add("", (sheet, _) => Fill(sheet, records, cancellationToken));
        return content.Build(Format, document.Sha256);
    }

    // Records break where a figure with separators lost its quotes: which of its cells belong to which column nobody can tell.
    private static void RefuseUneven(List<IReadOnlyList<string>> records)
    {
        var fields = 0;
        for (var i = 0; i < records.Count; i++)
        {
            var count = records[i].Count;
            if (count > 1 && fields > 0 && count != fields)
            {
                throw new UnreadableDocumentException(
                    UnreadableReason.Damaged,
                    new Message(
                        $"CSV文件第{i + 1}行有{count}列，而前面各行有{fields}列；请用表格软件另存为.xlsx。",
                        $"Row {i + 1} of the CSV file has {count} fields where those before have {fields}; save it as .xlsx with a spreadsheet program."));
            }

            fields = count > 1 ? count : fields;
        }
    }

    private static void Fill(Sheet sheet, List<IReadOnlyList<string>> records, CancellationToken cancellationToken)
    {
        for (var i = 0; i < records.Count; i++)
        {
            if (i % RecordsBetweenCancellationChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            sheet.BeginRow(i + 1, hidden: false);
            for (var column = 0; column < records[i].Count; column++)
            {
                sheet.Add(column + 1, CellString.Clean(records[i][column]), CellNature.Text);
            }
        }
    }
}
