using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using CsCheck;
using Gouji.Extract.Archives;
using Gouji.Extract.Docx;
using Gouji.Extract.Tests.Docx;
using Gouji.Extract.Tests.Odt;
using Gouji.Model;
using SharpCompress.Common;
using SharpCompress.Writers.SevenZip;

namespace Gouji.Extract.Tests.Archives;

public sealed class ArchiveOpenerTests
{
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    [Fact]
    public void Open_zip_givesItsMembersInItsOrder() =>
        Assert.Equal(["outer.zip!/b.txt=2", "outer.zip!/a/c.txt=3", "outer.zip!/a.txt=1"], Shown(Zip(("b.txt", "2"), ("a/", ""), ("a/c.txt", "3"), ("a.txt", "1"))));

    [Fact]
    public void Open_member_hasTheDigestOfItsBytes() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Assert.Single(Open(Zip(("a", "abc")))).Document!.Sha256);

    [Fact]
    public void Open_foldersHiddenAndEmptyFiles_areLeftOut() =>
        Assert.Equal(["outer.zip!/a.txt=1"], Shown(Zip(("d/", ""), ("__MACOSX/._a.txt", "x"), ("d/.hidden", "x"), ("empty.txt", ""), ("a.txt", "1"))));

    [Theory]
    [InlineData("../../etc/a.txt")]
    [InlineData("/abs/a.txt")]
    public void Open_nameThatLeadsOut_isOnlyAName(string name) => Assert.Equal([$"outer.zip!/{name}=1"], Shown(Zip((name, "1"))));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Open_chineseName_isDecodedFromGbkOrUtf8(bool gbk) =>
        Assert.Equal(["outer.zip!/2020年预算/部门预算.txt=1"], Shown(Zip(gbk ? Gbk : Encoding.UTF8, ("2020年预算/部门预算.txt", "1"))));

    [Fact]
    public void Open_archivesWithinArchives_areOpenedThreeDeep()
    {
        var third = Zip(("c.txt", "3"), ("fourth.zip", Zip(("d.txt", "4"))));
        var members = Open(Zip(("a.txt", "1"), ("second.zip", Zip(("third.zip", third), ("b.txt", "2"))), ("z.txt", "5"))).ToList();

        Assert.Equal(
            ["outer.zip!/a.txt", "outer.zip!/second.zip!/third.zip!/c.txt", "outer.zip!/second.zip!/third.zip!/fourth.zip", "outer.zip!/second.zip!/b.txt", "outer.zip!/z.txt"],
            members.Select(static member => member.Name));
        Assert.Equal(UnreadableReason.TooLarge, members[2].Failure!.Reason);
    }

    [Fact]
    public void Recognises_officeDocuments_asDocuments()
    {
        Assert.False(ArchiveOpener.Recognises(new DocxBuilder().Body("").Build()));
        Assert.False(ArchiveOpener.Recognises(new OdtBuilder().Body("").Build()));
        Assert.False(ArchiveOpener.Recognises(new DocxBuilder().Body("").Build().AsSpan()[..^40]));
        Assert.False(ArchiveOpener.Recognises(Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "x"))));
        Assert.False(ArchiveOpener.Recognises(Zip(("OFD.xml", "<OFD/>"))));
        Assert.False(ArchiveOpener.Recognises("plain text"u8));
        Assert.True(ArchiveOpener.Recognises(Zip(("word/a.txt", "x"))));
    }

    [Fact]
    public void Open_documentInAZip_isTakenWhole()
    {
        var docx = new DocxBuilder().Body(DocxBuilder.P("甲")).Build();

        Assert.Equal(docx, Assert.Single(Open(Zip(("a.docx", docx)))).Document!.Bytes.ToArray());
    }

    [Fact]
    public void Open_damagedMember_doesNotStopTheOthers()
    {
        var bytes = Zip(("a.txt", new string('a', 500)), ("b.txt", "intact"));
        bytes[37] ^= 0xFF;
        var members = Open(bytes).ToList();

        Assert.Equal(["outer.zip!/a.txt", "outer.zip!/b.txt"], members.Select(static member => member.Name));
        Assert.Equal(UnreadableReason.Damaged, members[0].Failure!.Reason);
        Assert.NotNull(members[1].Document);
    }

    [Fact]
    public void Open_encryptedMember_isAFailureOfThatMember()
    {
        var bytes = Zip(("a.txt", "secret"), ("b.txt", "open"));

        // Bit 0 of the flags, in the local header and in the directory.
        bytes[6] |= 1;
        bytes[bytes.AsSpan().IndexOf("PK\x01\x02"u8) + 8] |= 1;
        var members = Open(bytes).ToList();

        Assert.Equal(UnreadableReason.Encrypted, members[0].Failure!.Reason);
        Assert.NotNull(members[1].Document);
    }

    [Fact]
    public void Open_withoutDocuments_saysSoUnderItsOwnName()
    {
        var member = Assert.Single(Open(Zip(("d/", ""), (".hidden", "x"))));

        Assert.Equal(("outer.zip", UnreadableReason.Empty), (member.Name, member.Failure!.Reason));
        Assert.Contains("2", member.Failure.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_tooManyEntries_endsAtTheLimit()
    {
        var members = Open(Zip(("a", "1"), ("b", "2"), ("c", "3")), limits: new ArchiveLimits { Entries = 2 }).ToList();

        Assert.Equal(["outer.zip!/a", "outer.zip!/b", "outer.zip"], members.Select(static member => member.Name));
        Assert.Equal(UnreadableReason.TooLarge, members[2].Failure!.Reason);
    }

    [Fact]
    public void Open_memberLargerThanTheLimit_isRefusedAlone()
    {
        var members = Open(Zip(("a", new string('x', 5000)), ("b", "2")), new ReadingLimits { FileBytes = 1000 }).ToList();

        Assert.Equal(UnreadableReason.TooLarge, members[0].Failure!.Reason);
        Assert.NotNull(members[1].Document);
    }

    [Fact]
    public void Open_bomb_isRefusedWhileInflating() =>
        Assert.Equal(UnreadableReason.TooLarge, Assert.Single(Open(Zip(("bomb", new byte[50 << 20])))).Failure!.Reason);

    [Fact]
    public void Open_totalBeyondTheLimit_ends()
    {
        var members = Open(Zip(("a", "12345"), ("b", "12345"), ("c", "12345")), limits: new ArchiveLimits { TotalBytes = 8 }).ToList();

        Assert.Equal(["outer.zip!/a", "outer.zip"], members.Select(static member => member.Name));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Open_tar_givesItsMembers(bool zipped)
    {
        var bytes = Tar(("b.txt", "2"), ("a.txt", "1"));

        Assert.Equal(["outer.zip!/b.txt=2", "outer.zip!/a.txt=1"], Shown(zipped ? GZip(bytes) : bytes));
    }

    [Fact]
    public void Open_gzipOfOneFile_isThatFile()
    {
        var member = Assert.Single(new ArchiveOpener(new ReadingLimits()).Open(new FetchedDocument("in/a.txt.gz", GZip("abc"u8.ToArray()), ""), default));

        Assert.Equal(("in/a.txt.gz!/a.txt", "abc"), (member.Name, Encoding.UTF8.GetString(member.Document!.Bytes.Span)));
    }

    [Fact]
    public void Open_sevenZip_givesItsMembers() =>
        Assert.Equal(["outer.zip!/a.txt=abc", "outer.zip!/部门预算.txt=12.5"], Shown(SevenZip(("a.txt", "abc"), ("部门预算.txt", "12.5"))));

    [Fact]
    public void Open_rar_givesItsMembers() =>
        Assert.Equal(["outer.zip!/预算.txt=abc", "outer.zip!/b.txt=12.5"], Shown(Rar(("预算.txt", "abc"), ("b.txt", "12.5"))));

    [Theory]
    [InlineData("Rar!\u001A\u0007\u0000")]
    [InlineData("7z\u00BC\u00AF\u0027\u001C")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("PK\u0005\u0006")]
    [InlineData("\u001F\u008B\u0008")]
    public void Open_onlyASignature_isDamaged(string signature)
    {
        var bytes = Encoding.Latin1.GetBytes(signature + "\0\0\0");

        Assert.True(ArchiveOpener.Recognises(bytes));
        Assert.Contains(Assert.Single(Open(bytes)).Failure!.Reason, new[] { UnreadableReason.Damaged, UnreadableReason.Empty });
    }

    [Theory]
    [InlineData("zip")]
    [InlineData("tar")]
    [InlineData("gz")]
    [InlineData("7z")]
    [InlineData("rar")]
    public void Open_anyFlippedBytes_givesMembersOrNamedFailures(string kind)
    {
        var whole = kind switch
        {
            "zip" => Zip(("a.txt", new string('a', 300)), ("in.zip", Zip(("b.txt", "2")))),
            "tar" => Tar(("a.txt", "1"), ("b.txt", "2")),
            "gz" => GZip(Tar(("a.txt", "1"), ("b.txt", "2"))),
            "rar" => Rar(("a.txt", "1"), ("b.txt", "2")),
            _ => SevenZip(("a.txt", "abc"), ("部门预算.txt", "12.5")),
        };
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 4].Sample(flips =>
        {
            var bytes = whole.AsSpan().ToArray();
            foreach (var (at, value) in flips)
            {
                bytes[at] = value;
            }

            if (ArchiveOpener.Recognises(bytes))
            {
                foreach (var member in Open(bytes))
                {
                    Assert.True(member.Document is null != member.Failure is null);
                }
            }
        }, iter: 300);
    }

    [Theory]
    [InlineData("zip")]
    [InlineData("gz")]
    [InlineData("7z")]
    public void Open_cutAnywhere_hasAFailure(string kind)
    {
        var whole = kind switch
        {
            "zip" => Zip(("a.txt", new string('a', 300))),
            "gz" => GZip(Tar(("a.txt", "1"))),
            _ => SevenZip(("a.txt", "abc"), ("部门预算.txt", "12.5")),
        };
        for (var length = 12; length < whole.Length - 30; length += 11)
        {
            Assert.Contains(Open(whole.AsSpan(0, length).ToArray()), static member => member.Failure is not null);
        }
    }

    private static IEnumerable<ArchiveMember> Open(byte[] bytes, ReadingLimits? reading = null, ArchiveLimits? limits = null) =>
        new ArchiveOpener(reading ?? new ReadingLimits(), limits).Open(new FetchedDocument("outer.zip", bytes, ""), TestContext.Current.CancellationToken);

    private static IEnumerable<string> Shown(byte[] bytes) =>
        Open(bytes).Select(static member => $"{member.Name}={(member.Document is { } document ? Encoding.UTF8.GetString(document.Bytes.Span) : member.Failure!.Text.En)}");

    private static byte[] Zip(params (string Name, object Content)[] members) => Zip(Encoding.UTF8, members);

    private static byte[] Zip(Encoding names, params (string Name, object Content)[] members)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (name, content) in members)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content as byte[] ?? Encoding.UTF8.GetBytes((string)content));
            }
        }

        return bytes.ToArray();
    }

    private static byte[] SevenZip(params (string Name, string Content)[] members)
    {
        using var bytes = new MemoryStream();
        using (var writer = new SevenZipWriter(bytes, new SevenZipWriterOptions(CompressionType.LZMA2) { LeaveStreamOpen = true }))
        {
            foreach (var (name, content) in members)
            {
                using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
                writer.Write(name, stream, DateTime.UnixEpoch);
            }
        }

        return bytes.ToArray();
    }

    // RAR 4 (technote): each header is its checksum, type, flags and size; members are stored as they are.
    private static byte[] Rar(params (string Name, string Content)[] members)
    {
        using var bytes = new MemoryStream();
        bytes.Write("Rar!\u001A\u0007\0"u8);
        WriteHeader(bytes, 0x73, 0, new byte[6]);
        foreach (var (name, content) in members)
        {
            var (named, data) = (Gbk.GetBytes(name), Encoding.UTF8.GetBytes(content));
            using var fields = new MemoryStream();
            using var writer = new BinaryWriter(fields);
            writer.Write(data.Length);
            writer.Write(data.Length);
            writer.Write((byte)2);
            writer.Write(Crc32.Finish(Crc32.Update(Crc32.Seed, data)));
            writer.Write(0x50210000);
            writer.Write((byte)20);
            writer.Write((byte)0x30);
            writer.Write((ushort)named.Length);
            writer.Write(0x20);
            writer.Write(named);
            WriteHeader(bytes, 0x74, 0x8000, fields.ToArray());
            bytes.Write(data);
        }

        WriteHeader(bytes, 0x7B, 0x4000, []);
        return bytes.ToArray();

        static void WriteHeader(Stream rar, byte type, ushort flags, byte[] fields)
        {
            byte[] header = [type, (byte)(flags & 0xFF), (byte)(flags >> 8), (byte)(fields.Length + 7), 0, .. fields];
            var crc = Crc32.Finish(Crc32.Update(Crc32.Seed, header));
            rar.Write([(byte)(crc & 0xFF), (byte)((crc >> 8) & 0xFF), .. header]);
        }
    }

    private static byte[] Tar(params (string Name, string Content)[] members)
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name)
                {
                    DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)),
                    ModificationTime = DateTimeOffset.UnixEpoch,
                });
            }
        }

        return bytes.ToArray();
    }

    private static byte[] GZip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var stream = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(content);
        }

        return bytes.ToArray();
    }
}
