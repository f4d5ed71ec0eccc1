using System.IO.Compression;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Gouji.Extract.Pdf;

/// <summary>The library's filters, but a stream that inflates beyond the limit is refused before it fills the memory.</summary>
internal sealed class CountingFilters(long limit) : IFilterProvider
{
    private static readonly IFilterProvider Inner = DefaultFilterProvider.Instance;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Guarded(Inner.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Guarded(Inner.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Guarded(Inner.GetAllFilters());

    private IReadOnlyList<IFilter> Guarded(IReadOnlyList<IFilter> filters)
    {
        var guarded = new IFilter[filters.Count];
        for (var i = 0; i < guarded.Length; i++)
        {
            guarded[i] = filters[i] is FlateFilter flate ? new CountingFlate(flate, limit) : filters[i];
        }

        return guarded;
    }

    private sealed class CountingFlate(FlateFilter inner, long limit) : IFilter
    {
        /// <summary>Deflate makes at most 1032 bytes of one: a small stream cannot be large.</summary>
        private const int MostGrowth = 1032;

        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if ((long)input.Length * MostGrowth > limit && Inflates(input, limit))
            {
                throw Unreadable.TooLarge($"一个数据流解压后超过{limit}字节", $"a stream inflates to more than {limit} bytes");
            }

            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        private static bool Inflates(Memory<byte> input, long limit)
        {
            using var stream = new ZLibStream(new MemoryStream(input.ToArray(), false), CompressionMode.Decompress);
            var buffer = new byte[1 << 16];
            var total = 0L;
            try
            {
                while (total <= limit && stream.Read(buffer) is > 0 and var read)
                {
                    total += read;
                }
            }
            catch (InvalidDataException)
            {
                // Damage further on is the library's to mend; what it could make of it is bounded by what was read.
                return total > limit;
            }

            return total > limit;
        }
    }
}
