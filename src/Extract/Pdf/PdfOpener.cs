using System.Globalization;
using System.Runtime.ExceptionServices;
using Gouji.Extract.Geometry;
using Gouji.Model;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Fonts;

namespace Gouji.Extract.Pdf;

/// <summary>Reads the pages of a PDF on a thread that may be given up: damaged files can make the library run for ever or very deep.</summary>
internal static class PdfOpener
{
    /// <summary>The library descends as deep as the file's objects nest; 64 MB hold its own limit of depth many times.</summary>
    private const int StackBytes = 64 << 20;

    /// <summary>A reading that makes no step for this long hangs. Opening is one step, so large files get more.</summary>
    private const int PatienceMilliseconds = 4_000;

    /// <summary>How many times longer a reading may stand still while the program gets no processor time.</summary>
    private const int PatienceWithoutWork = 15;

    private const int MostPages = 5_000;

    public static List<Sheet> Read(ReadOnlyMemory<byte> bytes, ReadingLimits limits, out PdfReading reading, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var state = reading = new PdfReading(ending.Token);
        List<Sheet>? sheets = null;
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    sheets = ReadPages(bytes, limits, state);
                }
                catch (Exception error) when (Interlocked.CompareExchange(ref failure, error, null) is null)
                {
                    // Thrown again where the reading was asked for: an exception that leaves a thread ends the program.
                }
            },
            StackBytes) { IsBackground = true };
        thread.Start();
        Wait(thread, state, bytes.Length, ending, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (failure is not (null or OperationCanceledException))
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        return sheets ?? throw Unreadable.Damaged("读取时长时间没有进展", "reading it makes no progress");
    }

    private static void Wait(Thread thread, PdfReading reading, long length, CancellationTokenSource ending, CancellationToken cancellationToken)
    {
        var patience = PatienceMilliseconds + (length >> 15);
        var (steps, since, spent) = (reading.Steps, Environment.TickCount64, Spent());
        while (!thread.Join(50) && !cancellationToken.IsCancellationRequested)
        {
            if (reading.Steps != steps)
            {
                (steps, since, spent) = (reading.Steps, Environment.TickCount64, Spent());
            }
            else if (Environment.TickCount64 - since is var waited && waited > patience && (Spent() - spent > patience || waited > patience * PatienceWithoutWork))
            {
                break;
            }
        }

        if (thread.IsAlive)
        {
            ending.Cancel();
            thread.Join(200);
        }
    }

    /// <summary>Processor time of the program in milliseconds: on a busy machine a reading that gets none is slow and does not hang.</summary>
    private static long Spent() => (long)Environment.CpuUsage.TotalTime.TotalMilliseconds;

    private static List<Sheet> ReadPages(ReadOnlyMemory<byte> bytes, ReadingLimits limits, PdfReading reading)
    {
        var page = 0;
        try
        {
            using var document = PdfDocument.Open(bytes, new ParsingOptions
            {
                Logger = reading,
                UseLenientParsing = true,
                SkipMissingFonts = false,
                MaxStackDepth = limits.Depth,
                FilterProvider = new CountingFilters(limits.TextBytes),
            });
            if (document.NumberOfPages > MostPages)
            {
                throw Unreadable.TooLarge($"有{document.NumberOfPages}页，超过{MostPages}页", $"it has {document.NumberOfPages} pages, more than {MostPages}");
            }

            document.AddPageFactory<Sheet, PdfPages>();
            var sheets = new List<Sheet>(document.NumberOfPages);
            for (page = 1; page <= document.NumberOfPages; page++)
            {
                reading.Step();
                sheets.Add(document.GetPage<Sheet>(page));
            }

            return sheets;
        }
        catch (PdfDocumentEncryptedException error)
        {
            throw Unreadable.Encrypted(error);
        }
        catch (Exception error) when (IsOfDamage(error))
        {
            throw page == 0
                ? Unreadable.Damaged("无法打开", "it cannot be opened", error)
                : Unreadable.Damaged(
                    string.Create(CultureInfo.InvariantCulture, $"第{page}页无法读取"),
                    string.Create(CultureInfo.InvariantCulture, $"page {page} cannot be read"),
                    error);
        }
    }

    /// <summary>What the library throws at a file whose parts are not what they claim to be.</summary>
    private static bool IsOfDamage(Exception error) =>
        error is PdfDocumentFormatException or PdfDocumentStackDepthException or InvalidFontFormatException or CorruptCompressedDataException
            or InvalidOperationException or ArgumentException or FormatException or NotSupportedException or NotImplementedException
            or InvalidCastException or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException or ArithmeticException
            or InvalidDataException or IOException or System.Reflection.TargetInvocationException or InsufficientExecutionStackException
            or OutOfMemoryException or System.Security.Cryptography.CryptographicException or RankException or ArrayTypeMismatchException;
}
