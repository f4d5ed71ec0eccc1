using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Gouji.Model;

namespace Gouji.Extract.Scans;

/// <summary>Runs a program without a shell, within limits of time, and never leaves it behind.</summary>
internal static class ChildProgram
{
    /// <summary>How many times longer than its processor time a program may take by the clock, on a machine that is busy.</summary>
    private const int Patience = 20;

    private const int KeptErrors = 2_000;

    /// <param name="program">Its path.</param>
    /// <param name="arguments">Passed as they are.</param>
    /// <param name="processorTime">The most processor time it may use.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What it printed.</returns>
    /// <exception cref="UnreadableDocumentException">It failed or took too long.</exception>
    public static string Run(string program, IReadOnlyList<string> arguments, TimeSpan processorTime, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };

        // Several threads share out the sums in another order from run to run.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        start.Environment["LC_ALL"] = "C.UTF-8";
        cancellationToken.ThrowIfCancellationRequested();
        var (output, errors) = (new StringBuilder(), new StringBuilder());
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(output, line.Data, int.MaxValue);
        process.ErrorDataReceived += (_, line) => Keep(errors, line.Data, KeptErrors);
        try
        {
            process.Start();
        }
        catch (Win32Exception error)
        {
            throw ScanUnreadable.ProgramFailed(program, error.Message, error);
        }

        try
        {
            process.StandardInput.Close();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            Wait(process, program, processorTime, cancellationToken);
        }
        finally
        {
            End(process);
        }

        process.WaitForExit();
        return process.ExitCode == 0 ? output.ToString() : throw ScanUnreadable.ProgramFailed(program, errors.ToString().Trim(), null);
    }

    private static void Wait(Process process, string program, TimeSpan processorTime, CancellationToken cancellationToken)
    {
        var begin = Stopwatch.GetTimestamp();
        while (!process.WaitForExit(20))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Spent(process) > processorTime || Stopwatch.GetElapsedTime(begin) > processorTime * Patience)
            {
                throw ScanUnreadable.TooSlow(program, processorTime);
            }
        }
    }

    private static TimeSpan Spent(Process process)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            // It has just ended.
            return TimeSpan.Zero;
        }
    }

    private static void End(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            // It has just ended by itself.
            _ = error;
        }
    }

    private static void Keep(StringBuilder text, string? line, int most)
    {
        if (line is not null && text.Length < most)
        {
            text.AppendLine(line);
        }
    }
}
