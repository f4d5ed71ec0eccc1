namespace Gouji.Extract.Scans;

/// <summary>The data of a picture as a PDF can hold it without being unpacked.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Entries">What its PDF dictionary says of colours and filters.</param>
/// <param name="Data">The packed pixels.</param>
internal sealed record PictureData(int Width, int Height, string Entries, ReadOnlyMemory<byte> Data);
