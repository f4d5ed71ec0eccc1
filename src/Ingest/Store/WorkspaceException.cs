using Gouji.Model;
using Microsoft.Data.Sqlite;

namespace Gouji.Ingest.Store;

/// <summary>Why a workspace cannot be used.</summary>
public enum WorkspaceProblem
{
    /// <summary>Another run works on it.</summary>
    InUse,

    /// <summary>The folder holds no workspace.</summary>
    Missing,

    /// <summary>A newer program wrote its catalogue.</summary>
    NewerProgram,

    /// <summary>Its catalogue cannot be read.</summary>
    Damaged,

    /// <summary>An object is not there.</summary>
    ObjectMissing,
}

/// <summary>A workspace cannot be used, and why.</summary>
public sealed class WorkspaceException : Exception
{
    /// <summary>Names the problem.</summary>
    /// <param name="problem">Its kind.</param>
    /// <param name="explanation">A sentence that says what to do.</param>
    /// <param name="cause">What the system said; null where nothing.</param>
    public WorkspaceException(WorkspaceProblem problem, Message explanation, Exception? cause = null)
        : base(explanation?.En, cause)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        (Problem, Explanation) = (problem, explanation);
    }

    /// <summary>The kind of the problem.</summary>
    public WorkspaceProblem Problem { get; }

    /// <summary>A sentence that says what to do.</summary>
    public Message Explanation { get; }

    /// <summary>What a failure of the catalogue says to a user; null where it is none that a user can mend.</summary>
    /// <param name="failure">What was thrown.</param>
    public static Message? Explain(Exception failure) => failure switch
    {
        WorkspaceException known => known.Explanation,
        AggregateException { InnerException: { } inner } => Explain(inner),
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } => new Message(
            "磁盘已满，工作区目录库无法写入；请腾出空间后再次运行，会从中断处继续。",
            "the disk is full, so the catalogue of the workspace cannot be written; make room and run again, it goes on where it stood"),
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM } => new Message(
            "工作区目录库无法打开或写入；请检查文件夹的权限，以及磁盘是否只读。",
            "the catalogue of the workspace cannot be opened or written; check the rights of its folder, and whether the disk is read-only"),
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED } => new Message(
            "另一个程序正锁住工作区目录库；请等它结束后再试。",
            "another program holds the catalogue of the workspace; try again when it has ended"),
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_IOERR } => new Message(
            $"读写工作区目录库时磁盘出错：{failure.Message}",
            $"the disk failed on the catalogue of the workspace: {failure.Message}"),
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB } => new Message(
            "工作区目录库已损坏；请从备份恢复，或者另用一个新文件夹重新开始（objects 中的原件不受影响）。",
            "the catalogue of the workspace is damaged; restore it from a backup, or begin anew in another folder (the originals in objects are not harmed)"),
        _ => null,
    };
}
