using System.Text;
using Gouji.Extract.Html;

namespace Gouji.Extract.Tests.Html;

public sealed class PageSnifferTests
{
    [Theory]
    [InlineData("<!DOCTYPE html>")]
    [InlineData("<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">")]
    [InlineData(" \r\n\t<html lang=zh>")]
    [InlineData("<!-- saved --><!-- twice --> <head>")]
    [InlineData("<BODY>")]
    [InlineData("<table\nborder=1>")]
    [InlineData("<div class=a>")]
    [InlineData("<p>")]
    [InlineData("<meta charset=gbk>")]
    [InlineData("<title>")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'>")]
    [InlineData("<?xml version='1.0'?>\n<?xml-stylesheet href='a'?><!-- x --><html xmlns='http://www.w3.org/1999/xhtml'>")]
    public void Recognises_webPage_isTrue(string text)
    {
        Assert.True(PageSniffer.Recognises(Encoding.UTF8.GetBytes(text)));
        Assert.True(PageSniffer.Recognises([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)]));
        Assert.True(PageSniffer.Recognises([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]));
        Assert.True(PageSniffer.Recognises([.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("收入 <table>")]
    [InlineData("<?xml version='1.0'?><table>")]
    [InlineData("<?xml version='1.0'?><w:wordDocument>")]
    [InlineData("<?xml version='1.0'?><rss>")]
    [InlineData("<tableau>")]
    [InlineData("<svg>")]
    [InlineData("<!doctype svg>")]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>")]
    [InlineData("<!-- never closed <html>")]
    [InlineData("%PDF-1.7")]
    [InlineData("<")]
    [InlineData("<预算>")]
    public void Recognises_otherText_isFalse(string text) => Assert.False(PageSniffer.Recognises(Encoding.UTF8.GetBytes(text)));
}
