using Gouji.Cli.Inputs;
using Gouji.Ingest.Sources;
using Gouji.Model;

namespace Gouji.Cli.Gathering;

/// <summary>Reads the sources file of a command.</summary>
internal static class SourcesFiles
{
    /// <summary>The file, free of problems; every problem in it is told at once.</summary>
    public static SourcesFile Load(Session session, string path)
    {
        try
        {
            using var stream = session.Stages.Files.OpenRead(path);
            return SourcesReader.Read(stream, path);
        }
        catch (SourcesFileException problems)
        {
            throw new CommandFailedException(ExitStatus.Usage, problems.Text, problems);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var reason = FileProblem.Of(failure).Text;
            throw new CommandFailedException(
                ExitStatus.Usage,
                new Message($"无法读取来源文件“{path}”：{reason.Zh}", $"cannot read the sources file '{path}': {reason.En}"),
                failure);
        }
    }
}
