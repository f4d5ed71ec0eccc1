using System.IO.Compression;
using CsCheck;
using Gouji.Ingest.Network;

namespace Gouji.Ingest.Tests.Network;

public sealed class GzipTrailerTests
{
    [Fact]
    public void Matches_whatTheFrameworkWrites_andNothingElse() => Gen.Byte.Array[1, 300].Sample(static bytes =>
    {
        using var coded = new MemoryStream();
        using (var coder = new GZipStream(coded, CompressionLevel.Fastest, leaveOpen: true))
        {
            coder.Write(bytes);
        }

        var tail = coded.ToArray()[^GzipTrailer.Length..];
        var (whole, part) = (new GzipTrailer(), new GzipTrailer());
        whole.Append(bytes.AsSpan(0, bytes.Length / 2));
        whole.Append(bytes.AsSpan(bytes.Length / 2));
        part.Append(bytes.AsSpan(1));
        Assert.True(whole.Matches(tail));
        Assert.False(part.Matches(tail));
    });
}
