using System.Diagnostics;
using System.Net.Http.Headers;
using Gouji.Ingest.Sources;
using Gouji.Ingest.Store;
using Gouji.Model;

namespace Gouji.Cli.Gathering;

/// <summary>Tells people of a run in the ways that the sources file names. What fails on the way is said and changes nothing of the run.</summary>
internal sealed class Notifier(Session session, Notification notification)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Tells all that is due, the oldest run first. What does not go through stays due, and so does what the program is killed over: people
    /// are told at least once.
    /// </summary>
    /// <returns>Whether everything went through.</returns>
    public async Task<bool> TellAsync(Catalog catalog, CancellationToken cancellationToken)
    {
        foreach (var telling in catalog.TellingsDue())
        {
            if (!await TellAsync(telling.Body, cancellationToken))
            {
                return false;
            }

            await catalog.ToldAsync(telling.Run);
        }

        return true;
    }

    /// <summary>Posts the JSON of a run to the web-hook, and gives it to the command as its input.</summary>
    private async Task<bool> TellAsync(byte[] json, CancellationToken cancellationToken)
    {
        var posted = notification.WebHook is not { } address || await PostAsync(address, json, cancellationToken);
        var ran = notification.Command.Count == 0 || await RunAsync(json, cancellationToken);
        return posted && ran;
    }

    private async Task<bool> PostAsync(Uri address, byte[] json, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new HttpClient { Timeout = Limit };
            using var content = new ByteArrayContent(json);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            using var response = await client.PostAsync(address, content, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                session.Tell(new Message($"通知地址 {address.Host} 应答 {(int)response.StatusCode}。", $"the web-hook at {address.Host} answered {(int)response.StatusCode}"));
            }

            return response.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            session.Tell(new Message($"无法通知 {address.Host}：{failure.Message}", $"the web-hook at {address.Host} cannot be reached: {failure.Message}"));
            return false;
        }
    }

    private async Task<bool> RunAsync(byte[] json, CancellationToken cancellationToken)
    {
        var name = notification.Command[0];
        try
        {
            using var process = Process.Start(new ProcessStartInfo(name, notification.Command.Skip(1))
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                WorkingDirectory = session.Terminal.CurrentDirectory,
            })!;
            await process.StandardInput.BaseStream.WriteAsync(json, cancellationToken);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
            {
                session.Tell(new Message($"通知命令“{name}”的退出码为{process.ExitCode}。", $"the notifying command '{name}' exited with {process.ExitCode}"));
            }

            return process.ExitCode == 0;
        }
        catch (Exception failure) when (failure is System.ComponentModel.Win32Exception or IOException)
        {
            session.Tell(new Message($"通知命令“{name}”无法运行：{failure.Message}", $"the notifying command '{name}' cannot be run: {failure.Message}"));
            return false;
        }
    }
}
