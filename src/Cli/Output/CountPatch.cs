using System.Buffers.Text;

namespace Gouji.Cli.Output;

/// <summary>
/// Adds to counts of a CSV that is written already, and fills its last column. The rows of documents are written before documents are
/// compared; this corrects them in one pass, without any row in memory.
/// </summary>
internal static class CountPatch
{
    /// <summary>Copies a CSV and adds to neighbouring columns of some rows.</summary>
    /// <param name="from">The CSV, from its heading on.</param>
    /// <param name="to">Takes the copy.</param>
    /// <param name="firstColumn">0-based first column of counts.</param>
    /// <param name="additions">What to add to the columns from the first on, by the 0-based row behind the heading.</param>
    /// <param name="last">What stands in the last column, which is empty so far, as a field of CSV by the row.</param>
    public static void Apply(Stream from, Stream to, int firstColumn, IReadOnlyDictionary<long, long[]> additions, IReadOnlyDictionary<long, byte[]> last)
    {
        Span<byte> digits = stackalloc byte[20];
        var (row, column, number, quoted) = (-1L, 0, 0L, false);
        long[]? add = null;
        for (var read = from.ReadByte(); read >= 0; read = from.ReadByte())
        {
            var value = (byte)read;
            var counted = add is not null && column >= firstColumn && column < firstColumn + add.Length;
            quoted ^= value == '"';
            if (!quoted && value is (byte)',' or (byte)'\n')
            {
                if (counted)
                {
                    Utf8Formatter.TryFormat(number + add![column - firstColumn], digits, out var length);
                    to.Write(digits[..length]);
                    number = 0;
                }

                if (value == '\n' && last.TryGetValue(row, out var field))
                {
                    to.Write(field);
                }

                to.WriteByte(value);
                column = value == ',' ? column + 1 : 0;
                if (value == '\n')
                {
                    add = additions.GetValueOrDefault(++row);
                }
            }
            else if (counted)
            {
                number = (number * 10) + value - '0';
            }
            else
            {
                to.WriteByte(value);
            }
        }
    }
}
