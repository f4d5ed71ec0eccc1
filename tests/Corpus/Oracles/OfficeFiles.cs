namespace Gouji.Corpus.Tests.Oracles;

/// <summary>Documents of the corpus as an office suite writes them in its formats, each converted once.</summary>
public sealed class OfficeFiles : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly Dictionary<string, string> _converted = [];
    private readonly Lock _lock = new();

    /// <summary>The cases that are converted: all Word documents that hold no planted error, and the example.</summary>
    public static IReadOnlyList<string> Cases { get; } =
    [
        .. Directory.GetDirectories(Repository.Corpus)
            .Where(static folder => File.Exists(Path.Combine(folder, "source.docx")) && CaseFile.Read(Path.Combine(folder, "case.json")).Kind != "planted")
            .Select(static folder => Path.GetFileName(folder)!)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The folder that holds the cases as <c>NAME.docx</c>, not converted.</summary>
    public string Originals
    {
        get
        {
            lock (_lock)
            {
                var folder = _folder["originals"];
                if (!Directory.Exists(folder))
                {
                    Directory.CreateDirectory(folder);
                    foreach (var name in Cases)
                    {
                        File.Copy(Path.Combine(Repository.Corpus, name, "source.docx"), Path.Combine(folder, name + ".docx"));
                    }
                }

                return folder;
            }
        }
    }

    /// <summary>The folder that holds the cases as <c>NAME.format</c>, written by the office suite.</summary>
    public string In(string format)
    {
        var suite = Tool.Find("soffice");
        var originals = Originals;
        lock (_lock)
        {
            if (!_converted.TryGetValue(format, out var folder))
            {
                folder = _folder[format];
                Tool.Run(Fonts(), suite, ["-env:UserInstallation=file://" + _folder["profile"], "--headless", "--convert-to", format, "--outdir", folder, .. Cases.Select(name => Path.Combine(originals, name + ".docx"))]);
                _converted.Add(format, folder);
            }

            return folder;
        }
    }

    /// <summary>What the office suite prints of one file: its text, or all sheets of a workbook with their figures as they are shown.</summary>
    public string TextOf(string path)
    {
        // The last word of the filter asks for every sheet, the seventh for figures as they are shown.
        var filter = Path.GetExtension(path).StartsWith(".xls", StringComparison.Ordinal)
            ? "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
            : "txt:Text (encoded):UTF8";
        var suite = Tool.Find("soffice");
        lock (_lock)
        {
            var folder = Directory.CreateDirectory(_folder["text" + Path.GetExtension(path)]).FullName;
            Tool.Run(suite, "-env:UserInstallation=file://" + _folder["profile"], "--headless", "--convert-to", filter, "--outdir", folder, path);
            return string.Join('\n', Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllText));
        }
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>
    /// The same fonts on every machine, whatever else is installed: where lines break depends on them, and whether a line that happens to be
    /// full ends its paragraph cannot be told from a page.
    /// </summary>
    private (string Name, string Value) Fonts()
    {
        var file = _folder["fonts.conf"];
        File.WriteAllText(file, "<?xml version=\"1.0\"?><fontconfig><dir>/usr/share/fonts/truetype/wqy</dir><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>" + _folder["fonts"] + "</cachedir></fontconfig>");
        return ("FONTCONFIG_FILE", file);
    }
}
