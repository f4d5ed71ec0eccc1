using System.Runtime.InteropServices;

namespace Gouji.Ingest.Store;

/// <summary>Makes names durable: on Unix a file that is flushed can still lose its name in a power cut until its folder is flushed too.</summary>
internal static partial class Disk
{
    private const int Interrupted = 4;
    private const int CloseOnExecLinux = 0x80000;
    private const int CloseOnExecMac = 0x1000000;

    /// <summary>Waits until the names in a folder are on the disk. Windows keeps them with its journal, so there is nothing to do.</summary>
    public static void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = OpenForReading(path, OperatingSystem.IsMacOS() ? CloseOnExecMac : CloseOnExecLinux);
        if (folder < 0)
        {
            throw Failed(path);
        }

        try
        {
            while (Flush(folder) != 0)
            {
                if (Marshal.GetLastPInvokeError() != Interrupted)
                {
                    throw Failed(path);
                }
            }
        }
        finally
        {
            _ = Close(folder);
        }
    }

    private static IOException Failed(string path) => new($"{Marshal.GetLastPInvokeErrorMessage()}: {path}");

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OpenForReading(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Flush(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
