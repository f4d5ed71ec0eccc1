using Gouji.Model;

namespace Gouji.Extract.Scans;

/// <summary>The programs that the user installs for reading pictures: one that draws pages and one that recognises text.</summary>
/// <param name="Renderer">Path of <c>pdftoppm</c>.</param>
/// <param name="Recogniser">Path of <c>tesseract</c>.</param>
internal sealed record ScanPrograms(string Renderer, string Recogniser)
{
    /// <summary>The model of simplified Chinese.</summary>
    public const string Chinese = "chi_sim";

    /// <summary>The model by which digits are read.</summary>
    public const string Digits = "eng";

    private static readonly TimeSpan Asking = TimeSpan.FromSeconds(20);

    private static readonly Lazy<(ScanPrograms? Programs, Message? Missing)> Known = new(static () => Find(Environment.GetEnvironmentVariable("PATH") ?? ""));

    /// <summary>What is installed for this program, looked up once.</summary>
    public static ScanPrograms? Installed(out Message? missing)
    {
        (var programs, missing) = Known.Value;
        return programs;
    }

    /// <summary>Looks along a path as the system does; where something is missing, says what and how to install it.</summary>
    public static (ScanPrograms? Programs, Message? Missing) Find(string path)
    {
        var missing = new List<string>();
        var renderer = Locate("pdftoppm", path);
        var recogniser = Locate("tesseract", path);
        if (renderer is null)
        {
            missing.Add("pdftoppm (poppler)");
        }

        if (recogniser is null)
        {
            missing.Add("tesseract");
        }
        else
        {
            var languages = Languages(recogniser);
            missing.AddRange(new[] { Chinese, Digits }.Where(language => !languages.Contains(language, StringComparer.Ordinal)).Select(static language => $"tesseract {language}"));
        }

        return missing.Count > 0 ? (null, ScanUnreadable.Missing(missing)) : (new ScanPrograms(renderer!, recogniser!), null);
    }

    private static string[] Languages(string recogniser)
    {
        try
        {
            return ChildProgram.Run(recogniser, ["--list-langs"], Asking, CancellationToken.None).Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }
        catch (UnreadableDocumentException)
        {
            // A program that cannot tell its models is as good as none.
            return [];
        }
    }

    private static string? Locate(string name, string path)
    {
        var file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
    }
}
