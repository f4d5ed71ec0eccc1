using System.Globalization;
using Gouji.Model;

namespace Gouji.Extract.Scans;

/// <summary>The ways in which a picture cannot be read, each with what the user can do.</summary>
internal static class ScanUnreadable
{
    private static readonly Message HowToInstall = new(
        "安装方法：Debian/Ubuntu：sudo apt install tesseract-ocr tesseract-ocr-chi-sim poppler-utils；macOS：brew install tesseract tesseract-lang poppler；Windows：winget install UB-Mannheim.TesseractOCR（安装时勾选Chinese (Simplified)）和winget install oschwartz10612.Poppler，并把两者的目录加入PATH",
        "To install: on Debian/Ubuntu, sudo apt install tesseract-ocr tesseract-ocr-chi-sim poppler-utils; on macOS, brew install tesseract tesseract-lang poppler; on Windows, winget install UB-Mannheim.TesseractOCR (tick Chinese (Simplified)) and winget install oschwartz10612.Poppler, and add the folders of both to PATH");

    /// <summary>What is missing and how to install it.</summary>
    public static Message Missing(IReadOnlyList<string> parts) => new(
        $"未安装文字识别所需的{string.Join('、', parts)}。{HowToInstall.Zh}",
        $"The recognition of text needs {string.Join(", ", parts)}, which is not installed. {HowToInstall.En}");

    /// <summary>Recognition is switched off.</summary>
    public static Message SwitchedOff { get; } = new("文字识别（OCR）已关闭", "The recognition of text (OCR) is switched off");

    /// <summary>A picture whose text is not recognised, for that reason.</summary>
    public static UnreadableDocumentException NeedsOcr(Message why) => new(
        UnreadableReason.NeedsOcr,
        new Message($"文件是图片，需要文字识别（OCR）。{why.Zh}。", $"The file is a picture and needs OCR. {why.En}."));

    public static UnreadableDocumentException TooLarge(long bytes) => new(
        UnreadableReason.TooLarge,
        new Message($"图片超过{bytes}字节。", $"The picture has more than {bytes} bytes."));

    /// <summary>A picture of a kind that is not read.</summary>
    public static UnreadableDocumentException UnknownPicture() => new(
        UnreadableReason.NeedsOcr,
        new Message(
            $"文件是图片，但已损坏或种类不受支持（无损或算术编码的JPEG、少见的TIFF、超过{PictureData.MostPixels}像素的图片）；请另存为普通的JPEG、PNG或PDF后再试。",
            $"The file is a picture that is damaged or of a kind that is not read (lossless or arithmetic JPEG, a rare kind of TIFF, more than {PictureData.MostPixels} pixels); save it as a plain JPEG, PNG or PDF."));

    public static UnreadableDocumentException TooSlow(string program, TimeSpan limit) => new(
        UnreadableReason.NeedsOcr,
        new Message(
            string.Create(CultureInfo.InvariantCulture, $"文字识别未完成：{Path.GetFileName(program)}超过了{limit.TotalSeconds:0}秒的处理器时间；请拆分文件后再试"),
            string.Create(CultureInfo.InvariantCulture, $"The text was not recognised: {Path.GetFileName(program)} took more than {limit.TotalSeconds:0} seconds of processor time; split the file and try again")));

    public static UnreadableDocumentException ProgramFailed(string program, string said, Exception? inner) => new(
        UnreadableReason.NeedsOcr,
        new Message(
            $"文字识别未完成：{Path.GetFileName(program)}出错（{said}）",
            $"The text was not recognised: {Path.GetFileName(program)} failed ({said})"),
        inner);
}
