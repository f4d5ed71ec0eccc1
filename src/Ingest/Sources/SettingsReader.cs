namespace Gouji.Ingest.Sources;

/// <summary>Reads the settings that the defaults and every source may have, and lays them over what holds without them.</summary>
internal sealed class SettingsReader(SourcesProblems problems)
{
    private readonly PlainValues _plain = new(problems);

    /// <summary>The settings among the keys; what they leave unsaid is as given.</summary>
    public SourceSettings Read(KeyedValues keys, SourceSettings defaults) => new()
    {
        ListPages = _plain.Patterns(keys.Take("list-pages"), "list-pages") ?? defaults.ListPages,
        DetailPages = _plain.Patterns(keys.Take("detail-pages"), "detail-pages") ?? defaults.DetailPages,
        Attachments = _plain.Patterns(keys.Take("attachments"), "attachments") ?? defaults.Attachments,
        Extensions = Extensions(keys.Take("extensions")) ?? defaults.Extensions,
        Titles = Titles(keys.Take("titles"), defaults.Titles),
        Limits = Limits(keys.Take("limits"), defaults.Limits),
        Politeness = Politeness(keys.Take("politeness"), defaults.Politeness),
    };

    private List<string>? Extensions(YamlValue? value)
    {
        var texts = _plain.Texts(value, "extensions");
        foreach (var (text, at) in texts ?? [])
        {
            if (text.TrimStart('.') is var bare && (bare.Length is 0 or > 8 || !bare.All(char.IsAsciiLetterOrDigit)))
            {
                problems.Expected(at, "extensions", "扩展名，例如 pdf", "an extension, such as pdf");
            }
        }

        return texts?.Select(static text => text.Text.TrimStart('.').ToLowerInvariant()).ToList();
    }

    private TitleFilter Titles(YamlValue? value, TitleFilter defaults)
    {
        if (Keys(value, "titles") is not { } keys)
        {
            return defaults;
        }

        var filter = new TitleFilter
        {
            Include = _plain.Words(keys.Take("include"), "include") ?? defaults.Include,
            Exclude = _plain.Words(keys.Take("exclude"), "exclude") ?? defaults.Exclude,
            Years = _plain.Years(keys.Take("years"), "years") ?? defaults.Years,
        };
        keys.Finish();
        return filter;
    }

    private CrawlLimits Limits(YamlValue? value, CrawlLimits defaults)
    {
        if (Keys(value, "limits") is not { } keys)
        {
            return defaults;
        }

        var limits = new CrawlLimits
        {
            Pages = _plain.Number(keys.Take("pages"), "pages", 1) ?? defaults.Pages,
            Documents = _plain.Number(keys.Take("documents"), "documents", 1) ?? defaults.Documents,
            Depth = _plain.Number(keys.Take("depth"), "depth", 0) ?? defaults.Depth,
            Bytes = _plain.Size(keys.Take("bytes"), "bytes") ?? defaults.Bytes,
        };
        keys.Finish();
        return limits;
    }

    private Politeness Politeness(YamlValue? value, Politeness defaults)
    {
        if (Keys(value, "politeness") is not { } keys)
        {
            return defaults;
        }

        var politeness = new Politeness { Delay = _plain.Duration(keys.Take("delay"), "delay") ?? defaults.Delay };
        keys.Finish();
        return politeness;
    }

    private KeyedValues? Keys(YamlValue? value, string key)
    {
        if (value is YamlMapping mapping)
        {
            return new KeyedValues(mapping, key, key, problems);
        }

        if (value is not null)
        {
            problems.Expected(value, key, "键值表", "a mapping of keys to values");
        }

        return null;
    }
}
