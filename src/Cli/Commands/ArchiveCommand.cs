using System.CommandLine;
using Gouji.Cli.Gathering;
using Gouji.Cli.Output;
using Gouji.Cli.Screen;
using Gouji.Ingest.Store;
using Gouji.Model;

namespace Gouji.Cli.Commands;

/// <summary><c>gouji archive</c>: all that was fetched as a web archive.</summary>
internal sealed class ArchiveCommand : GoujiCommand
{
    private const string Extension = ".warc.gz";

    private readonly Argument<string> _workspace;
    private readonly Option<string> _out;

    public ArchiveCommand(Session session)
        : base(session, "archive", new Message("把工作区中取得的一切写成网页存档（WARC）", "write all that a workspace fetched as a web archive (WARC)"))
    {
        Add(_workspace = new Argument<string>("WORKSPACE") { Description = session.Say("工作区文件夹", "the folder of a workspace") });
        Add(_out = new Option<string>("--out") { HelpName = "FILE", Description = session.Say("存档文件，以 .warc.gz 结尾", "the file, ending in .warc.gz") });
    }

    public override string Usage => "WORKSPACE --out FILE.warc.gz [options]";

    public override IReadOnlyList<(string Line, Message Does)> Examples => [("gouji archive data --out data.warc.gz", new("把 data 写成 data.warc.gz", "write data as data.warc.gz"))];

    protected override int Run(ParseResult arguments)
    {
        var path = arguments.GetValue(_out) ?? throw CommandFailedException.Usage(
            "缺少 --out。例如：gouji archive data --out data.warc.gz", "--out is missing; for example: gouji archive data --out data.warc.gz");
        if (!path.EndsWith(Extension, StringComparison.Ordinal))
        {
            throw CommandFailedException.Usage($"存档文件应以 {Extension} 结尾；例如 {path}{Extension}。", $"the file must end in {Extension}; try {path}{Extension}");
        }

        using var interruption = Interruption.Watch(Session.Cancellation);
        using var workspace = Workspaces.OpenToRead(Session, arguments.GetValue(_workspace)!);
        var full = Path.GetFullPath(path, Terminal.CurrentDirectory);
        var (records, bytes) = WriteAsync(workspace, full, interruption.Token).GetAwaiter().GetResult();
        if (WantsJson(arguments))
        {
            PrintJson(path, records, bytes);
        }

        Ink.ForError(Terminal).Line(Session.Say($"已写入 {path}：{records}条记录，{bytes}字节", $"{path} written: {records} records, {Figures.Text(bytes)} bytes"));
        return ExitStatus.Ok;
    }

    /// <summary>Writes under another name first, so that an archive with its name is whole.</summary>
    private static async Task<(long Records, long Bytes)> WriteAsync(Workspace workspace, string path, CancellationToken cancellationToken)
    {
        var temporary = path + ".part";
        try
        {
            var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.Read);
            await using (file)
            {
                var writer = new WarcWriter(workspace.Objects, "gouji " + CommandTree.Version);
                var records = await writer.WriteAsync(workspace.Catalog.Fetches(), Path.GetFileName(path), file, cancellationToken);
                await file.FlushAsync(cancellationToken);
                var bytes = file.Length;
                await file.DisposeAsync();
                File.Move(temporary, path, overwrite: true);
                return (records, bytes);
            }
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private void PrintJson(string path, long records, long bytes)
    {
        using var buffer = new RowBuffer();
        using var row = new JsonRowWriter(buffer);
        row.BeginRow();
        row.Text("out", path);
        row.Count("records", records);
        row.Count("bytes", bytes);
        row.EndRow();
        row.EndLine();
        Terminal.WriteBytes(buffer.Written);
    }
}
