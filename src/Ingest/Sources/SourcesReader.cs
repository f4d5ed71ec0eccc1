using System.Text;

namespace Gouji.Ingest.Sources;

/// <summary>Reads a sources file (YAML, <c>docs/sources.md</c>). It finds all problems at once rather than the first.</summary>
public sealed class SourcesReader
{
    private const string ExampleAddress = "https://czj.example.gov.cn/zwgk/yjsgk/";

    private readonly SourcesProblems _problems = new();
    private readonly PlainValues _plain;
    private bool _allowPrivate;

    private SourcesReader() => _plain = new PlainValues(_problems);

    /// <summary>Reads a file in UTF-8.</summary>
    /// <param name="stream">The bytes of the file.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <exception cref="SourcesFileException">The file cannot be used; it lists all problems.</exception>
    public static SourcesFile Read(Stream stream, string path)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        try
        {
            return Read(reader, path);
        }
        catch (DecoderFallbackException failure)
        {
            var problems = new SourcesProblems();
            problems.AddOfFile("文件不是UTF-8编码；请另存为UTF-8", "the file is not in UTF-8; save it as UTF-8");
            throw new SourcesFileException(path, problems.InOrder, failure);
        }
    }

    /// <summary>Reads a file that is decoded already.</summary>
    /// <param name="reader">The text of the file.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <exception cref="SourcesFileException">The file cannot be used; it lists all problems.</exception>
    public static SourcesFile Read(TextReader reader, string path)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(path);
        var sources = new SourcesReader();
        var file = sources.File(YamlTree.Read(reader, sources._problems));
        return sources._problems.InOrder is { Count: > 0 } problems ? throw new SourcesFileException(path, problems) : file;
    }

    private SourcesFile File(YamlValue? root)
    {
        if (root is not YamlMapping mapping)
        {
            if (root is YamlText { Text: var text } && text.Contains('：', StringComparison.Ordinal))
            {
                _problems.Add(root, "键后面应是半角冒号“:”加一个空格，而这里是全角冒号“：”；请全部改正", "write ':' in place of the full-width '：' after each key, and a space behind it");
            }
            else if (root is { Line: > 0 } and not YamlText { Text.Length: 0 })
            {
                _problems.Add(root, $"文件应以键“sources:”开始，而这里是{root.Kind.Zh}", $"the file must begin with the key 'sources:', but this is {root.Kind.En}");
            }
            else if (_problems.InOrder.Count == 0)
            {
                _problems.AddOfFile("文件是空的；请写入“sources:”及至少一个来源", "the file is empty; write 'sources:' and at least one source");
            }

            return new SourcesFile { Sources = [] };
        }

        var keys = new KeyedValues(mapping, "文件", "the file", _problems);
        var settings = new SettingsReader(_problems);
        _allowPrivate = _plain.Flag(keys.Take("allow-private-addresses"), "allow-private-addresses") ?? false;
        var contact = _plain.Contact(keys.Take("contact"), "contact");
        var notification = Notification(keys.Take("notify"));
        var defaults = new SourceSettings();
        if (Mapping(keys.Take("defaults"), "defaults") is { } own)
        {
            var ownKeys = new KeyedValues(own, "defaults", "defaults", _problems);
            defaults = settings.Read(ownKeys, defaults);
            ownKeys.Finish();
        }

        var sources = new List<Source>();
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var list = keys.Require("sources", "[…]", "[…]");
        keys.Finish();
        if (list is YamlList { Items.Count: 0 } or (not null and not YamlList))
        {
            _problems.Expected(list, "sources", "来源的列表，至少一个，每个以“- name:”开始", "a list of at least one source, each beginning with '- name:'");
        }

        foreach (var item in (list as YamlList)?.Items ?? [])
        {
            if (Mapping(item, "sources") is { } source && OneSource(source, settings, defaults, names) is { } read)
            {
                sources.Add(read);
            }
        }

        return new SourcesFile { Sources = sources, Defaults = defaults, AllowPrivateAddresses = _allowPrivate, Contact = contact, Notification = notification };
    }

    private Source? OneSource(YamlMapping mapping, SettingsReader settings, SourceSettings defaults, Dictionary<string, int> names)
    {
        var keys = new KeyedValues(mapping, "来源", "the source", _problems);
        var nameAt = keys.Require("name", "某市财政局", "some-city-finance");
        var name = _plain.Text(nameAt, "name");
        var region = _plain.Text(keys.Require("region", "某省某市", "Some Province"), "region");
        var body = _plain.Text(keys.Take("body"), "body");
        if (name is not null && nameAt is not null && !names.TryAdd(name, nameAt.Line))
        {
            _problems.Add(nameAt, $"来源名“{name}”在第{names[name]}行已用过；请改用别的名字", $"the name '{name}' is used already on line {names[name]}; give this source another");
        }

        var startAt = keys.Take("start");
        var start = _plain.Addresses(startAt, "start", _allowPrivate);
        var json = Endpoints(keys.Take("json"));
        if (startAt is null && json is null)
        {
            _problems.Add(mapping, $"来源缺少“start”；请补上起始页，例如 start: {ExampleAddress}", $"the source has no 'start'; add the page to begin at, such as start: {ExampleAddress}");
        }
        else if (startAt is YamlList { Items.Count: 0 } && json is null)
        {
            _problems.Add(startAt, "“start”是空列表；请写入至少一个起始页", "'start' is an empty list; write at least one page to begin at");
        }

        var own = settings.Read(keys, defaults);
        keys.Finish();
        return name is null || region is null
            ? null
            : new Source { Name = name, Region = region, Body = body, Start = start, Json = json ?? [], Settings = own };
    }

    private Notification Notification(YamlValue? value)
    {
        if (Mapping(value, "notify") is not { } mapping)
        {
            return new Notification();
        }

        var keys = new KeyedValues(mapping, "notify", "notify", _problems);
        var hookAt = keys.Take("web-hook");
        var hook = _plain.Text(hookAt, "web-hook") is { } text ? _plain.Address(text, hookAt!) : null;
        var command = _plain.Words(keys.Take("command"), "command") ?? [];
        keys.Finish();
        return new Notification { WebHook = hook, Command = command };
    }

    // Null where there is no such key.
    private List<JsonEndpoint>? Endpoints(YamlValue? value)
    {
        if (value is null)
        {
            return null;
        }

        var endpoints = new List<JsonEndpoint>();
        foreach (var item in value is YamlList list ? list.Items : [value])
        {
            if (Mapping(item, "json") is { } mapping && Endpoint(mapping) is { } endpoint)
            {
                endpoints.Add(endpoint);
            }
        }

        return endpoints;
    }

    private JsonEndpoint? Endpoint(YamlMapping mapping)
    {
        var keys = new KeyedValues(mapping, "json", "json", _problems);
        var templateAt = keys.Require("address", "https://…/list?page={page}", "https://…/list?page={page}");
        var template = _plain.Text(templateAt, "address");
        var linkAt = keys.Require("link", "url", "url");
        var link = _plain.Text(linkAt, "link");
        var title = _plain.Text(keys.Require("title", "title", "title"), "title");
        var rows = _plain.Text(keys.Take("rows"), "rows") ?? "";
        var date = _plain.Text(keys.Take("date"), "date");
        var pages = _plain.Text(keys.Take("pages"), "pages");
        var first = _plain.Number(keys.Take("first-page"), "first-page", 0) ?? 1;
        keys.Finish();
        if (template is null || link is null || title is null || templateAt is null
            || _plain.AddressToAsk(template.Replace(JsonEndpoint.PageMark, "1", StringComparison.Ordinal), templateAt, _allowPrivate) is not { } address)
        {
            return null;
        }

        Braces(template, templateAt, link, linkAt!);
        if (!address.IsAbsoluteUri || template.IndexOf(JsonEndpoint.PageMark, StringComparison.Ordinal) is >= 0 and var mark
            && mark < template.IndexOf('/', template.IndexOf("://", StringComparison.Ordinal) + 3))
        {
            _problems.Add(templateAt, "“{page}”不能在主机名中；请放在路径或参数中", "'{page}' cannot stand in the host; put it into the path or the parameters");
        }

        return new JsonEndpoint { Template = template, Rows = rows, Link = link, Title = title, Date = date, Pages = pages, FirstPage = first };
    }

    private void Braces(string template, YamlValue templateAt, string link, YamlValue linkAt)
    {
        var rest = template.Replace(JsonEndpoint.PageMark, "", StringComparison.Ordinal);
        if (rest.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open && rest.IndexOf('}', open) is >= 0 and var close)
        {
            var mark = rest[open..(close + 1)];
            _problems.Add(templateAt, $"“{mark}”没有含义；地址中只有“{{page}}”代表页码", $"'{mark}' stands for nothing; only {{page}} does, for the number of the page");
        }

        if (link.Count(static one => one == '{') != link.Count(static one => one == '}'))
        {
            _problems.Add(linkAt, $"“{link}”的花括号不成对；请补齐", $"'{link}' has a brace without its other; write it");
        }
    }

    private YamlMapping? Mapping(YamlValue? value, string key)
    {
        if (value is not null and not YamlMapping)
        {
            _problems.Expected(value, key, "键值表", "a mapping of keys to values");
        }

        return value as YamlMapping;
    }
}
