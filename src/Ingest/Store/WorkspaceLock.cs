using Gouji.Model;

namespace Gouji.Ingest.Store;

/// <summary>
/// Keeps a second run out of a workspace. The system drops the lock when the process ends, however it ends. The file stays: were it
/// deleted, a run could lock the deleted file while another locks a new one.
/// </summary>
internal sealed class WorkspaceLock : IDisposable
{
    /// <summary>The name of the file.</summary>
    public const string Name = "workspace.lock";

    private readonly FileStream _file;

    private WorkspaceLock(FileStream file) => _file = file;

    public static WorkspaceLock Take(string folder)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            return new WorkspaceLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1));
        }
        catch (IOException failure) when (File.Exists(path) && CanBeWritten(path))
        {
            throw new WorkspaceException(
                WorkspaceProblem.InUse,
                new Message(
                    $"另一个 gouji 正在使用工作区“{folder}”，请等它结束。",
                    $"another gouji is using the workspace '{folder}'; wait for it to end"),
                failure);
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Whether nothing but another lock stands in the way, rather than a disk that cannot be written.</summary>
    private static bool CanBeWritten(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 1);
            return true;
        }
        catch (IOException failure)
        {
            // Some systems lock against this as well.
            return !failure.Message.Contains("ead-only", StringComparison.Ordinal);
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
