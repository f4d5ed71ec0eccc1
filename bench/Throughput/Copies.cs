using System.Globalization;

namespace Gouji.Bench.Throughput;

/// <summary>Many files of one content under names of their own, a hundred a folder, as a crawl leaves them.</summary>
internal static class Copies
{
    private const int PerFolder = 100;

    /// <summary>Makes the copies; the folder that holds them.</summary>
    public static string Make(DirectoryInfo folder, string original, int count)
    {
        var bytes = File.ReadAllBytes(original);
        var extension = Path.GetExtension(original);
        for (var i = 0; i < count; i++)
        {
            var below = Path.Combine(folder.FullName, (i / PerFolder).ToString("D4", CultureInfo.InvariantCulture));
            if (i % PerFolder == 0)
            {
                Directory.CreateDirectory(below);
            }

            File.WriteAllBytes(Path.Combine(below, i.ToString("D6", CultureInfo.InvariantCulture) + extension), bytes);
        }

        return folder.FullName;
    }
}
