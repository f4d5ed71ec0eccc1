using System.Runtime.CompilerServices;

namespace Gouji.Extract.Tests;

/// <summary>Whole documents as office suites write them; they stand in a folder of their format beside these tests.</summary>
internal static class OfficeDocuments
{
    public static byte[] Read(string path) => File.ReadAllBytes(Path.Combine(Folder(), path));

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Documents");
}
