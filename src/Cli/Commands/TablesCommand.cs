using System.CommandLine;
using Gouji.Cli.Checking;
using Gouji.Cli.Inputs;
using Gouji.Cli.Output;
using Gouji.Cli.Tables;
using Gouji.Model;

namespace Gouji.Cli.Commands;

/// <summary><c>gouji tables</c>: the tables of a document as they were extracted.</summary>
internal sealed class TablesCommand : GoujiCommand
{
    private readonly Argument<string> _file;
    private readonly WordOption _format;
    private readonly NumberOption _table;

    public TablesCommand(Session session)
        : base(session, "tables", new Message("显示从文件中提取的表格", "show the tables as they were extracted from a document"))
    {
        Add(_file = new Argument<string>("FILE") { Description = session.Say("一个文件", "a document") });
        Add(_format = new WordOption("--format", "terminal", "csv", "json", "html", "markdown")
        {
            Description = session.Say("输出格式（默认 terminal）", "format of the output (default: terminal)"),
        });
        Add(_table = new NumberOption("--table", 1_000_000) { Description = session.Say("只显示第N张表", "show table N alone") });
    }

    public override string Usage => "FILE [options]";

    public override IReadOnlyList<(string Line, Message Does)> Examples =>
    [
        ("gouji tables budget.docx", new("在终端中画出所有表格", "draw all tables in the terminal")),
        ("gouji tables budget.docx --table 5 --format csv", new("把第5张表输出为CSV", "print table 5 as CSV")),
    ];

    protected override int Run(ParseResult arguments)
    {
        var path = arguments.GetValue(_file)!;
        var (document, content) = Read(path);
        var tables = Numbered(content, _table.Read(arguments), path);
        var format = WantsJson(arguments) ? "json" : arguments.GetValue(_format) ?? "terminal";
        switch (format)
        {
            case "json":
                TableJson.Write(Terminal, document, content, tables);
                break;
            case "csv":
                TableCsv.Write(Terminal, tables);
                break;
            case "html":
                TableHtml.Write(Terminal.Out, path, tables);
                break;
            case "markdown":
                TableMarkdown.Write(Terminal.Out, tables);
                break;
            default:
                TableScreen.Write(Session, content, tables);
                break;
        }

        return ExitStatus.Ok;
    }

    private static List<(int Number, TableBlock Table)> Numbered(DocumentContent content, int? only, string path)
    {
        var all = content.Blocks.OfType<TableBlock>().Select(static (table, index) => (Number: index + 1, Table: table)).ToList();
        if (only is not { } number)
        {
            return all;
        }

        return number <= all.Count
            ? [all[number - 1]]
            : throw CommandFailedException.Usage(
                $"“{path}”中没有第{number}张表；共有{all.Count}张。",
                $"there is no table {number} in '{path}'; it has {all.Count}");
    }

    private (FetchedDocument Document, DocumentContent Content) Read(string path)
    {
        var files = Session.Stages.Files;
        var input = files.KindOf(path) switch
        {
            PathKind.File => new InputFile(path, path),
            PathKind.Folder => throw CommandFailedException.Usage(
                $"“{path}”是文件夹；请给出一个文件。",
                $"'{path}' is a folder; name one file"),
            _ => throw CommandFailedException.Usage($"没有文件“{path}”。", $"there is no file '{path}'"),
        };
        var loaded = new FileLoader(files, Session.Stages.Limits).Load(input);
        if (loaded.Document is not { } document)
        {
            throw Unreadable(path, loaded.Problem!.Text);
        }

        try
        {
            return (document, Session.Stages.LoadRules([]).CreateChecker(Session.Stages.Limits).Read(document, Session.Cancellation));
        }
        catch (UnreadableDocumentException refusal)
        {
            throw Unreadable(path, refusal.Text);
        }
    }

    private static CommandFailedException Unreadable(string path, Message reason) =>
        new(ExitStatus.Unreadable, new Message($"{path}：{reason.Zh}", $"{path}: {reason.En}"));
}
