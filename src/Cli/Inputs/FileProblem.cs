using Gouji.Cli.Checking;
using Gouji.Cli.Output;
using Gouji.Model;

namespace Gouji.Cli.Inputs;

/// <summary>Names what the system says when a file or a folder cannot be read.</summary>
internal static class FileProblem
{
    public const string IoError = "io_error";

    public static Reason Of(Exception failure, bool isFolder = false) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => new Reason(
            Words.Of(UnreadableReason.Missing),
            new Message("文件已不存在，或是失效的链接。", "The file is no longer there, or it is a link that leads nowhere.")),
        UnauthorizedAccessException or System.Security.SecurityException => new Reason(
            Words.Of(UnreadableReason.NoPermission),
            isFolder
                ? new Message("没有读取此文件夹的权限；请更改权限后再试。", "This folder may not be read; change its permissions and try again.")
                : new Message("没有读取此文件的权限；请更改权限后再试。", "This file may not be read; change its permissions and try again.")),
        _ => new Reason(IoError, new Message($"系统无法读取：{failure.Message}", $"The system cannot read it: {failure.Message}")),
    };
}
