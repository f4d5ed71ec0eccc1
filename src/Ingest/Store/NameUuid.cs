using System.Security.Cryptography;
using System.Text;

namespace Gouji.Ingest.Store;

/// <summary>Identifiers that follow from what they name, so that the same archive is written twice alike (RFC 9562 §5.5, version 5).</summary>
internal static class NameUuid
{
    /// <summary>The namespace of this program's archive records.</summary>
    private static readonly Guid Records = new("6a3c1f5e-6f0b-5b0e-9a53-3f8f2f8a9d41");

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "Version 5 is defined by SHA-1; nothing is kept secret by it.")]
    public static Guid Of(string name)
    {
        var text = Encoding.UTF8.GetBytes(name);
        var input = new byte[16 + text.Length];
        Records.TryWriteBytes(input, bigEndian: true, out _);
        text.CopyTo(input, 16);
        var bytes = SHA1.HashData(input).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x50);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
