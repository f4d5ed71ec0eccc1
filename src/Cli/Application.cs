using System.CommandLine;
using Gouji.Cli.Checking;
using Gouji.Cli.Commands;
using Gouji.Cli.Screen;
using Gouji.Ingest.Store;
using Gouji.Model;

namespace Gouji.Cli;

/// <summary>Runs one command line from its words to its exit status. Whatever goes wrong is told in one sentence.</summary>
internal static class Application
{
    private static readonly ParserConfiguration Parser = new()
    {
        // A path may begin with @, and no option has one letter alone but -h.
        ResponseFileTokenReplacer = null,
        EnablePosixBundling = false,
    };

    public static int Run(IReadOnlyList<string> arguments, Terminal terminal, Stages stages, CancellationToken cancellation = default)
    {
        var session = new Session(terminal, LanguageChoice.Of(arguments, terminal.Environment), stages, cancellation);
        try
        {
            return Run(arguments, session);
        }
        catch (CommandFailedException failure)
        {
            session.Tell(failure.Text);
            return failure.Status;
        }
        catch (OperationCanceledException)
        {
            session.Tell(new Message("已中断；没有改动任何结果文件。", "stopped; no file of results was changed"));
            return ExitStatus.Interrupted;
        }
        catch (OutOfMemoryException)
        {
            session.Tell(new Message("内存不足；请用较小的 --jobs 再试。", "out of memory; try again with fewer --jobs"));
            return ExitStatus.Failed;
        }
        catch (Exception failure) when (WorkspaceException.Explain(failure) is not null)
        {
            session.Tell(WorkspaceException.Explain(failure)!);
            return ExitStatus.Failed;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            session.Tell(new Message($"读写失败：{failure.Message}", $"reading or writing failed: {failure.Message}"));
            return ExitStatus.Failed;
        }
        catch (Exception defect) when (defect is not StackOverflowException)
        {
            // The last resort: a defect of ours is named so that it can be reported, without its stack.
            var text = $"{defect.GetType().Name}: {defect.Message}";
            session.Tell(new Message($"程序出错（请报告此问题）：{text}", $"the program failed (please report this): {text}"));
            return ExitStatus.Failed;
        }
        finally
        {
            terminal.Out.Flush();
        }
    }

    private static int Run(IReadOnlyList<string> arguments, Session session)
    {
        var result = CommandTree.Create(session).Parse(arguments, Parser);
        if (result.Action is not HelpPrinter && UsageMistake.Find(result) is { } mistake && !AsksForVersion(result))
        {
            throw new CommandFailedException(ExitStatus.Usage, mistake);
        }

        return result.Invoke(new InvocationConfiguration
        {
            Output = session.Terminal.Out,
            Error = session.Terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    private static bool AsksForVersion(ParseResult result) => result.Tokens is [{ Value: "--version" }];
}
