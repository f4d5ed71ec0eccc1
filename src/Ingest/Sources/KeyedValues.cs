using Gouji.Model;

namespace Gouji.Ingest.Sources;

/// <summary>The values of one mapping, taken by their keys. What nobody has taken at the end is a key that does not exist.</summary>
internal sealed class KeyedValues
{
    private readonly List<string> _asked = [];
    private readonly List<KeyValuePair<YamlText, YamlValue>> _left;
    private readonly YamlMapping _mapping;
    private readonly (string Zh, string En) _owner;
    private readonly SourcesProblems _problems;

    public KeyedValues(YamlMapping mapping, string zh, string en, SourcesProblems problems)
    {
        _mapping = mapping;
        _owner = (zh, en);
        _problems = problems;
        _left = [.. mapping.Entries];
    }

    /// <summary>The value of a key; null where it is missing or says nothing.</summary>
    public YamlValue? Take(string key)
    {
        _asked.Add(key);
        YamlValue? value = null;
        foreach (var entry in _left.Where(entry => entry.Key.Text == key).ToList())
        {
            _left.Remove(entry);
            if (value is not null)
            {
                _problems.Add(entry.Key, $"{_owner.Zh}中“{key}”出现两次；请只留一个", $"'{key}' stands twice in {_owner.En}; keep one of them");
                continue;
            }

            value = entry.Value;
        }

        return value is YamlText { Text.Length: 0 } ? null : value;
    }

    /// <summary>The value of a key that must be there; null with a problem where it is not.</summary>
    public YamlValue? Require(string key, string exampleZh, string exampleEn)
    {
        var value = Take(key);
        if (value is null)
        {
            _problems.Add(_mapping, $"{_owner.Zh}缺少“{key}”；请补上，例如 {key}: {exampleZh}", $"{_owner.En} has no '{key}'; add it, such as {key}: {exampleEn}");
        }

        return value;
    }

    /// <summary>Names every key that does not exist.</summary>
    public void Finish()
    {
        foreach (var (key, _) in _left)
        {
            switch (key.Text)
            {
                case "<<":
                    _problems.Add(key, "不支持合并键“<<”；公共设置请写入“defaults”", "the merge key '<<' is not supported; put what sources share under 'defaults'");
                    break;
                case "robots" or "respect-robots" or "obey-robots":
                    _problems.Add(key, $"没有“{key.Text}”这个键：robots.txt 总是遵守；请删除此行", $"there is no key '{key.Text}': robots.txt is always respected; remove this line");
                    break;
                case var text when GroupOf(text) is { } group && _asked.Contains(group):
                    _problems.Add(key, $"“{text}”应写在“{group}”之下，例如 {group}: {{{text}: …}}", $"'{text}' belongs under '{group}', such as {group}: {{{text}: …}}");
                    break;
                case var text when NearestWord.Of(text, _asked) is { } nearest:
                    _problems.Add(key, $"{_owner.Zh}中没有“{text}”这个键；是否指“{nearest}”？", $"{_owner.En} has no key '{text}'; did you mean '{nearest}'?");
                    break;
                case var text:
                    _problems.Add(key, $"{_owner.Zh}中没有“{text}”这个键；可用的键：{string.Join('、', _asked)}", $"{_owner.En} has no key '{text}'; its keys are {string.Join(", ", _asked)}");
                    break;
            }
        }
    }

    /// <summary>The key under which a setting stands that many write beside it; null where it is none.</summary>
    private static string? GroupOf(string key) => key switch
    {
        "delay" => "politeness",
        "pages" or "documents" or "depth" or "bytes" => "limits",
        "include" or "exclude" or "years" => "titles",
        _ => null,
    };
}
