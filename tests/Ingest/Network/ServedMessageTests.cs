using System.Text;
using Gouji.Ingest.Network;

namespace Gouji.Ingest.Tests.Network;

public sealed class ServedMessageTests
{
    [Theory]
    [InlineData("{\"code\":500,\"msg\":\"文件不存在或已被删除\",\"data\":null}", "application/json", DownloadOutcome.Gone, DownloadReason.SoftNotFound)]
    [InlineData("{\"success\":false,\"message\":\"请先登录\"}", "text/html", DownloadOutcome.Blocked, DownloadReason.Login)]
    [InlineData("{\"status\":404,\"error\":\"Not Found\",\"path\":\"/a.pdf\"}", "application/octet-stream", DownloadOutcome.Gone, DownloadReason.SoftNotFound)]
    [InlineData("{\"code\":403,\"msg\":\"没有下载权限\"}", null, DownloadOutcome.Blocked, DownloadReason.NoPermission)]
    [InlineData("{\"code\":-1,\"msg\":\"系统异常\"}", "application/pdf", DownloadOutcome.Failed, DownloadReason.MessageInstead)]
    [InlineData("\uFEFF {\"code\":1}", "text/plain", DownloadOutcome.Failed, DownloadReason.MessageInstead)]
    [InlineData("[]", "application/json", DownloadOutcome.Failed, DownloadReason.MessageInstead)]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code><Message>no key</Message></Error>", "application/xml", DownloadOutcome.Gone, DownloadReason.SoftNotFound)]
    [InlineData("<Error><Code>AccessDenied</Code></Error>", "application/xml", DownloadOutcome.Blocked, DownloadReason.NoPermission)]
    [InlineData("<?xml version=\"1.0\"?><Error><Code>InternalError</Code></Error>", "text/xml", DownloadOutcome.Failed, DownloadReason.MessageInstead)]
    [InlineData("对不起，您要下载的文件不存在！", "text/html", DownloadOutcome.Gone, DownloadReason.SoftNotFound)]
    [InlineData("文件不存在", "text/plain", DownloadOutcome.Gone, DownloadReason.SoftNotFound)]
    [InlineData("操作过于频繁，请稍后再试", "text/plain", DownloadOutcome.Blocked, DownloadReason.RateLimited)]
    [InlineData("null", "text/html", DownloadOutcome.Failed, DownloadReason.MessageInstead)]
    public void Recognise_messageInPlaceOfADocument_isToldByName(string body, string? type, DownloadOutcome outcome, string reason)
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF8, HeaderText.Gb18030])
        {
            var verdict = ServedPage.Recognise(encoding.GetBytes(body), type, null, expectsDocument: true);
            Assert.Equal((outcome, reason), (verdict?.Outcome, verdict?.Reason));
            Assert.NotEqual("", verdict?.Shown);
        }

        // Where a page is asked for, it may be a list of a programming interface.
        Assert.Null(ServedPage.Recognise(Encoding.UTF8.GetBytes(body), type == "text/html" ? "application/json" : type, null, expectsDocument: false));
    }

    [Theory]
    [InlineData("%PDF-1.4\n文件不存在", "application/pdf")]
    [InlineData("{\\rtf1 文件不存在}", "application/rtf")]
    [InlineData("科目\t金额\n未找到\t1.00", "application/vnd.ms-excel")]
    [InlineData("科目,金额\n基本支出,12.50", "text/csv")]
    [InlineData("PK\u0003\u0004not found", "text/html")]
    [InlineData("<?xml version=\"1.0\"?><Workbook><Error>1</Error></Workbook>", "application/xml")]
    public void Recognise_shortDocument_isADocument(string body, string type) =>
        Assert.Null(ServedPage.Recognise(Encoding.UTF8.GetBytes(body), type, null, expectsDocument: true));

    [Fact]
    public void Recognise_longJson_isLeftToItsReader() =>
        Assert.Null(ServedPage.Recognise(Encoding.UTF8.GetBytes($"{{\"rows\":[\"{new string('算', 2000)}\"]}}"), "application/json", null, expectsDocument: true));

    [Fact]
    public async Task Download_messageInPlaceOfADocument_isNotStored()
    {
        await using var site = await Site.StartAsync(Answers.Text("{\"code\":500,\"msg\":\"服务异常\"}", 200, "application/json"));
        var (result, body) = await site.GetAsync("/a.pdf", with: static request => request with { ExpectsDocument = true });
        Assert.Equal((DownloadOutcome.Failed, DownloadReason.MessageInstead), (result.Outcome, result.Reason));
        Assert.Contains("服务异常", result.Message!.Zh, StringComparison.Ordinal);
        Assert.Empty(body);
    }
}
