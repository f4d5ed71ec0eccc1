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
                Tool.Run(suite, ["-env:UserInstallation=file://" + _folder["profile"], "--headless", "--convert-to", format, "--outdir", folder, .. Cases.Select(name => Path.Combine(originals, name + ".docx"))]);
                _converted.Add(format, folder);
            }

            return folder;
        }
    }

    public void Dispose() => _folder.Dispose();
}
