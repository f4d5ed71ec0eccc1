using Gouji.Extract.Scans;

namespace Gouji.Extract.Tests.Scans;

public sealed class ScanProgramsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/no/such/folder")]
    [InlineData("relative:.")]
    public void Find_nothingInstalled_saysWhatToInstall(string path)
    {
        var (programs, missing) = ScanPrograms.Find(path);

        Assert.Null(programs);
        Assert.Contains("pdftoppm (poppler), tesseract", missing!.En, StringComparison.Ordinal);
        Assert.Contains("sudo apt install tesseract-ocr tesseract-ocr-chi-sim poppler-utils", missing.En, StringComparison.Ordinal);
        Assert.Contains("brew install", missing.Zh, StringComparison.Ordinal);
        Assert.Contains("winget install", missing.Zh, StringComparison.Ordinal);
    }
}
