using System.Globalization;
using System.Text;
using Gouji.Extract.Html;
using Gouji.Extract.Mht;
using Gouji.Model;

namespace Gouji.Extract.Readers;

/// <summary>
/// Reads web archives (.mht, .mhtml; RFC 2557), as browsers and Word save them: the page that is the root, and the pages of its frames.
/// Positions count lines and characters of the decoded page.
/// </summary>
public sealed class MhtReader : IDocumentReader
{
    private static readonly HtmlReader Page = new();

    /// <inheritdoc/>
    public string Format => "mht";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes) => MimeMessage.Recognises(bytes);

    /// <inheritdoc/>
    public DocumentContent Read(FetchedDocument document, ReadingLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(limits);
        if (document.Bytes.Length > limits.FileBytes)
        {
            throw MimeMessage.TooLarge($"超过{limits.FileBytes}字节", $"it has more than {limits.FileBytes} bytes");
        }

        var (message, parts) = MimeMessage.Read(document.Bytes.Span);
        var root = Root(message, parts) ?? throw MimeMessage.Damaged("其中没有网页", "it holds no web page");
        var (content, frames) = ReadPage(document, root, limits, cancellationToken);
        var notes = new List<ReadingNote>(content.Notes);
        var blocks = new List<Block>(content.Blocks);
        var others = 0;
        foreach (var part in parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (part == root || !part.IsHtml)
            {
                continue;
            }

            if (!frames)
            {
                others++;
                continue;
            }

            var (frame, _) = ReadPage(document, part, limits, cancellationToken);
            blocks.AddRange(frame.Blocks);
            notes.AddRange(frame.Notes);
        }

        if (others > 0)
        {
            notes.Add(new ReadingNote("parts-left-out", new Message(
                string.Create(CultureInfo.InvariantCulture, $"网页存档中另有{others}个网页（如页眉页脚）不属于正文，未读取。"),
                string.Create(CultureInfo.InvariantCulture, $"The web archive holds {others} more pages, such as headers and footers, that are no part of the text and were not read."))));
        }

        return new DocumentContent(Format, document.Sha256, blocks, notes);
    }

    // RFC 2387 3.2: the root is the part that start names, else the first one; here, the first that is a page.
    private static MimePart? Root(MimePart message, List<MimePart> parts)
    {
        var start = message.Parameter("start")?.Trim('<', '>', ' ');
        var location = message.Headers.GetValueOrDefault("content-location");
        return parts.Find(part => part.IsHtml && start is not null && part.Headers.GetValueOrDefault("content-id", "").Trim('<', '>', ' ') == start)
            ?? parts.Find(part => part.IsHtml && location is not null && part.Headers.GetValueOrDefault("content-location") == location)
            ?? parts.Find(static part => part.IsHtml);
    }

    private static (DocumentContent Content, bool Frames) ReadPage(FetchedDocument document, MimePart part, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var bytes = part.Decode(document.Bytes.Span)
            ?? throw MimeMessage.Damaged("网页的Base64编码有误", "the base64 of a page is not valid");
        var frames = bytes.AsSpan().IndexOf("<frame"u8) >= 0 || bytes.AsSpan().IndexOf("<iframe"u8) >= 0
            || bytes.AsSpan().IndexOf("<FRAME"u8) >= 0 || bytes.AsSpan().IndexOf("<IFRAME"u8) >= 0;
        return (Page.Read(document with { Bytes = Labelled(bytes, part.Parameter("charset")) }, limits, cancellationToken), frames);
    }

    // The charset of the part stands outside of the page. It counts where the page says nothing, and where the bytes allow it; the
    // reader of pages looks for what they are otherwise.
    private static byte[] Labelled(byte[] bytes, string? charset)
    {
        if (charset is null || bytes is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || CharsetLabel.Declared(bytes) is not null)
        {
            return bytes;
        }

        try
        {
            return CharsetLabel.EncodingOf(charset, DecoderFallback.ExceptionFallback) is { } encoding
                ? [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(encoding.GetString(bytes))]
                : bytes;
        }
        catch (DecoderFallbackException)
        {
            return bytes;
        }
    }
}
