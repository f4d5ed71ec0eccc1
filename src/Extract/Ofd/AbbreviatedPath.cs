using System.Globalization;
using Gouji.Extract.Geometry;

namespace Gouji.Extract.Ofd;

/// <summary>Draws the abbreviated data of a path (GB/T 33190 9.2): an operator, then its numbers.</summary>
internal static class AbbreviatedPath
{
    /// <param name="data">Operators and numbers; what is neither ends the path.</param>
    /// <param name="matrix">From the path to the page.</param>
    /// <param name="pen">Takes the path.</param>
    /// <param name="step">Called for every operator.</param>
    public static void Draw(ReadOnlySpan<char> data, in Matrix matrix, PathPen pen, Action step)
    {
        Span<double> numbers = stackalloc double[7];
        var (operation, needed, count) = (' ', 0, 0);
        while (TryToken(ref data, out var token))
        {
            if (char.IsAsciiLetter(token[0]))
            {
                (operation, needed, count) = (token[0], Needed(token[0]), 0);
                if (needed < 0)
                {
                    return;
                }
            }
            else if (needed == 0 || !double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[count]) || !double.IsFinite(numbers[count]))
            {
                return;
            }
            else
            {
                count++;
            }

            if (count == needed)
            {
                step();
                Draw(operation, numbers[..count], matrix, pen);

                // More numbers are the same operator again; behind a move they are lines.
                (operation, count) = (operation is 'M' or 'S' ? 'L' : operation, 0);
            }
        }
    }

    /// <summary>How many numbers an operator takes; -1 where it is unknown.</summary>
    private static int Needed(char operation) => operation switch
    {
        'M' or 'S' or 'L' => 2,
        'Q' => 4,
        'B' => 6,
        'A' => 7,
        'C' => 0,
        _ => -1,
    };

    private static void Draw(char operation, ReadOnlySpan<double> numbers, in Matrix matrix, PathPen pen)
    {
        if (operation == 'C')
        {
            pen.Close();
            return;
        }

        var end = matrix.Point(numbers[^2], numbers[^1]);
        switch (operation)
        {
            case 'M' or 'S':
                pen.Move(end);
                break;
            case 'L':
                pen.Line(end);
                break;
            default:
                pen.Curve(end);
                break;
        }
    }

    private static bool TryToken(ref ReadOnlySpan<char> data, out ReadOnlySpan<char> token)
    {
        data = data.TrimStart(" \t\r\n,");
        if (data.IsEmpty)
        {
            token = default;
            return false;
        }

        var length = 1;
        if (!char.IsAsciiLetter(data[0]))
        {
            while (length < data.Length && (char.IsAsciiDigit(data[length]) || data[length] is '.' or 'e' or 'E'
                || (data[length] is '-' or '+' && data[length - 1] is 'e' or 'E')))
            {
                length++;
            }
        }

        token = data[..length];
        data = data[length..];
        return true;
    }
}
