using System.Text;
using Gouji.Ingest.Network;

namespace Gouji.Ingest.Tests.Network;

public sealed class AttachmentNameTests
{
    private static readonly Uri Address = new("http://www.example.gov.cn/att/1.doc");
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    [Theory]
    [InlineData("attachment; filename=budget.doc", "budget.doc")]
    [InlineData("attachment; filename=\"budget 2020.doc\"", "budget 2020.doc")]
    [InlineData("inline;FileName = \"a;b=c.doc\" ; size=3", "a;b=c.doc")]
    [InlineData("filename=budget.doc", "budget.doc")]
    [InlineData("attachment; filename=\"a \\\"quoted\\\" name.doc\"", "a _quoted_ name.doc")]
    [InlineData("attachment; filename=\"C:\\files\\budget.doc\"", "budget.doc")]
    [InlineData("attachment; filename=\"unclosed.doc", "unclosed.doc")]
    [InlineData("attachment; filename*=UTF-8''%E9%A2%84%E7%AE%97.doc", "预算.doc")]
    [InlineData("attachment; filename=\"x.doc\"; filename*=UTF-8'zh-CN'%E9%A2%84%E7%AE%97.doc", "预算.doc")]
    [InlineData("attachment; filename*=utf-8''\"%E9%A2%84%E7%AE%97.doc\"", "预算.doc")]
    [InlineData("attachment; filename*=GBK''%D4%A4%CB%E3.doc", "预算.doc")]
    [InlineData("attachment; filename*=UTF-8''%D4%A4%CB%E3.doc", "预算.doc")]
    [InlineData("attachment; filename*=iso-8859-1'en'%A3%20rates.doc", "£ rates.doc")]
    [InlineData("attachment; filename*=nonsense''%41.doc; filename=b.doc", "b.doc")]
    [InlineData("attachment; filename*=broken.doc; filename=b.doc", "b.doc")]
    [InlineData("attachment; filename=%E9%A2%84%E7%AE%97%281%29.doc", "预算(1).doc")]
    [InlineData("attachment; filename=%D4%A4%CB%E3.doc", "预算.doc")]
    [InlineData("attachment; filename=100%25.doc", "100%25.doc")]
    [InlineData("attachment; filename=\"=?UTF-8?B?6aKE566XLmRvYw==?=\"", "预算.doc")]
    [InlineData("attachment; filename=\"=?GBK?B?1KTL4y5kb2M=?=\"", "预算.doc")]
    [InlineData("attachment; filename=\"=?gb2312?Q?=D4=A4=CB=E3_1.doc?=\"", "预算 1.doc")]
    [InlineData("attachment; filename=\"=?UTF-8?B?6aKE?= =?UTF-8?B?566XLmRvYw==?=\"", "预算.doc")]
    [InlineData("attachment; filename=../../../etc/cron.d/a", "a")]
    [InlineData("attachment; filename=\"????.doc\"", "1.doc")]
    [InlineData("attachment; filename=\"\"", "1.doc")]
    [InlineData("attachment", "1.doc")]
    [InlineData("", "1.doc")]
    [InlineData(null, "1.doc")]
    [InlineData(";;;=;=", "1.doc")]
    public void Of_disposition_givesTheName(string? disposition, string expected) => Assert.Equal(expected, AttachmentName.Of(disposition, Address));

    [Theory]
    [InlineData("attachment; filename=\"2020年部门预算公开表.doc\"", "2020年部门预算公开表.doc")]
    [InlineData("attachment; filename=2020年决算.pdf", "2020年决算.pdf")]

    // In GBK 俓 and 乗 end with the byte of a backslash, which quotes nothing there.
    [InlineData("attachment; filename=\"乗俓.doc\"", "乗俓.doc")]
    public void Of_rawBytes_areUtf8OrGbk(string disposition, string expected)
    {
        Assert.Equal(expected, AttachmentName.Of(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(disposition)), Address));
        Assert.Equal(expected, AttachmentName.Of(Encoding.Latin1.GetString(Gbk.GetBytes(disposition)), Address));
    }

    [Theory]
    [InlineData("http://h.cn/a/%E9%A2%84%E7%AE%97.doc", "预算.doc")]
    [InlineData("http://h.cn/a/%D4%A4%CB%E3.doc?x=1", "预算.doc")]
    [InlineData("http://h.cn/a/预算.doc", "预算.doc")]
    [InlineData("http://h.cn/down.jsp?id=7&filename=%E9%A2%84%E7%AE%97.doc", "预算.doc")]
    [InlineData("http://h.cn/down.jsp?path=/up/2020/%D4%A4%CB%E3.XLS&id=7", "预算.XLS")]
    [InlineData("http://h.cn/down.jsp?id=7", "down.jsp")]
    [InlineData("http://h.cn/a%2F..%2Fb.doc", "b.doc")]
    [InlineData("http://h.cn/a/", null)]
    [InlineData("http://h.cn", null)]
    public void Of_noDisposition_namesByTheAddress(string address, string? expected) => Assert.Equal(expected, AttachmentName.Of(null, new Uri(address)));
}
