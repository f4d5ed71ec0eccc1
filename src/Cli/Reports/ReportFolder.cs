namespace Gouji.Cli.Reports;

/// <summary>The folder <c>report</c> of an output folder. It is written under another name and takes its own when it is complete, in place of an earlier report.</summary>
internal sealed class ReportFolder : IDisposable
{
    public const string Name = "report";
    public const string Index = "index.html";
    public const string Documents = "documents";

    private readonly string _shown;
    private readonly string _target;
    private readonly string _written;

    private ReportFolder(string shown, string target)
    {
        _shown = shown;
        _target = target;
        _written = target + ".new";
    }

    /// <summary>The first page, as the user may open it.</summary>
    public string ShownIndex => Path.Combine(_shown, Name, Index);

    /// <summary>Where the pages of documents will stand.</summary>
    public string FinalDocuments => Path.Combine(_target, Documents);

    /// <summary>Makes a new folder.</summary>
    /// <param name="shown">The output folder as given.</param>
    /// <param name="full">Its full path.</param>
    /// <exception cref="CommandFailedException">It cannot be made, or another folder has the name.</exception>
    public static ReportFolder Open(string shown, string full)
    {
        var folder = new ReportFolder(shown, Path.Combine(full, Name));
        if (Directory.Exists(folder._target) && !IsReport(folder._target))
        {
            throw CommandFailedException.Failed(
                $"“{Path.Combine(shown, Name)}”已存在，且不是报告；请移走或改名。",
                $"'{Path.Combine(shown, Name)}' is there and is no report; move or rename it");
        }

        folder.Try(() =>
        {
            Clear(folder._written);
            Directory.CreateDirectory(Path.Combine(folder._written, Documents));
        });
        return folder;
    }

    /// <summary>The path of a page while it is written, by its address in the report.</summary>
    public string this[string address] => Path.Combine(_written, address);

    /// <summary>Writes files, and says in one sentence where that fails.</summary>
    public void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw CommandFailedException.Failed(
                $"无法在“{_shown}”中写入报告：{failure.Message}",
                $"cannot write the report into '{_shown}': {failure.Message.TrimEnd('.')}",
                failure);
        }
    }

    /// <summary>Puts the new report in the place of the earlier one.</summary>
    public void Commit() => Try(() =>
    {
        var earlier = _target + ".old";
        Clear(earlier);
        if (Directory.Exists(_target))
        {
            Directory.Move(_target, earlier);
        }

        Directory.Move(_written, _target);
        Clear(earlier);
    });

    public void Dispose()
    {
        try
        {
            Clear(_written);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What could not be cleared is cleared by the next report.
        }
    }

    private static bool IsReport(string folder) => Directory.EnumerateFileSystemEntries(folder)
        .All(static entry => Path.GetFileName(entry) is Index or Documents);

    private static void Clear(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
