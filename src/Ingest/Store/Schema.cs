using System.Globalization;
using Gouji.Model;

namespace Gouji.Ingest.Store;

/// <summary>
/// The tables of the catalogue and the steps that lead to them. The number of a step is the version it leads to, kept as
/// <c>PRAGMA user_version</c>. A step that was ever released is never changed; a change is a further step.
/// </summary>
internal sealed class Schema(params string[] steps)
{
    /// <summary>The present schema; docs/workspace.md tells what each column means.</summary>
    public static Schema Current { get; } = new(SchemaSteps.First, SchemaSteps.Second, SchemaSteps.Third);

    /// <summary>The version that the last step leads to.</summary>
    public int Version => steps.Length;

    /// <summary>Takes the steps that a database still lacks, each in a transaction of its own.</summary>
    public void Apply(Sql sql, string path)
    {
        for (var version = VersionOf(sql, path); version < Version; version++)
        {
            sql.Script("BEGIN IMMEDIATE");
            try
            {
                sql.Script(steps[version]);
                sql.Script(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version + 1}"));
                sql.Script("COMMIT");
            }
            catch
            {
                if (!sql.IsIdle)
                {
                    sql.Script("ROLLBACK");
                }

                throw;
            }
        }
    }

    /// <summary>Refuses a database of another version.</summary>
    public void Require(Sql sql, string path)
    {
        var version = VersionOf(sql, path);
        if (version == 0 && ObjectStore.HoldsAny(Path.GetDirectoryName(path)!))
        {
            throw Lost(path);
        }

        if (version < Version)
        {
            throw new WorkspaceException(WorkspaceProblem.Damaged, new Message(
                $"工作区目录库“{path}”是旧版本{version}；请先用 gouji run 或 gouji crawl 打开它以升级。",
                $"the catalogue '{path}' has the older version {Text(version)}; let gouji run or gouji crawl bring it up to date first"));
        }
    }

    /// <summary>That a workspace with originals has no catalogue any more.</summary>
    public static WorkspaceException Lost(string path) => new(WorkspaceProblem.Damaged, new Message(
        $"工作区目录库“{path}”不存在或是空的，而它所记录的内容已经丢失（复制工作区时是否漏了它或 catalog.db-wal？）；请从备份恢复，或者另用一个新文件夹重新开始。",
        $"the catalogue '{path}' is missing or empty, so what it knew is lost (was it, or catalog.db-wal, left out of a copy?); restore it from a backup, or begin anew in another folder"));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private long VersionOf(Sql sql, string path)
    {
        var version = sql.Number("PRAGMA user_version") ?? 0;
        return version <= Version ? version : throw new WorkspaceException(WorkspaceProblem.NewerProgram, new Message(
            $"工作区目录库“{path}”由更新的 gouji 写成（版本{version}，本程序支持到{Version}）；请升级 gouji。",
            $"the catalogue '{path}' was written by a newer gouji (version {Text(version)}, this program knows up to {Text(Version)}); update gouji"));
    }
}
