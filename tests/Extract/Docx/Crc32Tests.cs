using Gouji.Extract.Docx;

namespace Gouji.Extract.Tests.Docx;

public sealed class Crc32Tests
{
    // The check value of the catalogue of parametrised CRCs for CRC-32/ISO-HDLC.
    [Fact]
    public void Update_checkString_givesTheCheckValue() =>
        Assert.Equal(0xCBF43926, Crc32.Finish(Crc32.Update(Crc32.Seed, "123456789"u8)));

    [Fact]
    public void Update_inPieces_givesTheSame() =>
        Assert.Equal(0xCBF43926, Crc32.Finish(Crc32.Update(Crc32.Update(Crc32.Seed, "1234"u8), "56789"u8)));
}
