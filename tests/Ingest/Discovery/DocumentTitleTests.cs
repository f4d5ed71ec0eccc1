using Gouji.Ingest.Discovery;

namespace Gouji.Ingest.Tests.Discovery;

public sealed class DocumentTitleTests
{
    [Theory]
    [InlineData("附件1：某局2024年部门预算公开表.xls", "某局2024年部门预算", "P020240205.xls", "某局2024年部门预算公开表")]
    [InlineData("附件", "某局2024年部门预算", "P020240205.xls", "某局2024年部门预算")]
    [InlineData("点击下载", "某局2024年部门预算", "某局2024年部门预算公开表.xls", "某局2024年部门预算公开表")]
    [InlineData("附件2", "", "公开表.xls", "公开表")]
    [InlineData("某局2024年部…", "某局2024年部门预算", "a.pdf", "某局2024年部门预算")]
    [InlineData("某局2024年部...", "通知", "某局2024年部门预算.pdf", "某局2024年部门预算")]
    [InlineData("某局2024年部…", "通知", "a.pdf", "某局2024年部…")]
    [InlineData("【附件】下载", "某局2024年部门预算", null, "某局2024年部门预算")]
    [InlineData("P020240205.pdf", "某局2024年部门预算", "P020240205.pdf", "某局2024年部门预算")]
    [InlineData(null, null, "P020240205.pdf", "P020240205")]
    [InlineData(null, null, null, "")]
    public void Of_whatIsSaid_isTheMost(string? anchor, string? page, string? file, string expected) =>
        Assert.Equal(expected, DocumentTitle.Of(anchor, page, file));
}
