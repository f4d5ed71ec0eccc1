using Gouji.Ingest.Store;

namespace Gouji.Cli.Gathering;

/// <summary>Opens the workspace of a command.</summary>
internal static class Workspaces
{
    /// <summary>The folder where none is named.</summary>
    public const string Usual = "workspace";

    /// <summary>For a run: it is made where it is not there, and no other run may use it meanwhile.</summary>
    public static Workspace OpenForRun(Session session, string folder) => Opened(() => Workspace.Open(Full(session, folder), session.Terminal.Time));

    /// <summary>For reading alone.</summary>
    public static Workspace OpenToRead(Session session, string folder) => Opened(() => Workspace.OpenToRead(Full(session, folder)));

    /// <summary>Whether the folder is a workspace.</summary>
    public static bool Exists(Session session, string folder) => File.Exists(Path.Combine(Full(session, folder), Workspace.CatalogName));

    private static string Full(Session session, string folder) => Path.GetFullPath(folder, session.Terminal.CurrentDirectory);

    private static Workspace Opened(Func<Workspace> open)
    {
        try
        {
            return open();
        }
        catch (WorkspaceException failure)
        {
            throw new CommandFailedException(failure.Problem == WorkspaceProblem.Missing ? ExitStatus.Usage : ExitStatus.Failed, failure.Explanation, failure);
        }
    }
}
