namespace Gouji.Ingest.Sources;

/// <summary>A value of a YAML file and where it begins. Line and column count from 1.</summary>
internal abstract record YamlValue(int Line, int Column)
{
    /// <summary>What kind of value this is, in Chinese and in English.</summary>
    public abstract (string Zh, string En) Kind { get; }
}

/// <summary>A text, number or word.</summary>
internal sealed record YamlText(string Text, int Line, int Column) : YamlValue(Line, Column)
{
    public override (string Zh, string En) Kind => Text.Length == 0 ? ("空值", "nothing") : ($"“{Text}”", $"'{Text}'");
}

/// <summary>A list.</summary>
internal sealed record YamlList(IReadOnlyList<YamlValue> Items, int Line, int Column) : YamlValue(Line, Column)
{
    public override (string Zh, string En) Kind => Items.Count == 0 ? ("空列表", "an empty list") : ("列表", "a list");
}

/// <summary>A mapping of keys to values, in the order of the file; a key may stand twice.</summary>
internal sealed record YamlMapping(IReadOnlyList<KeyValuePair<YamlText, YamlValue>> Entries, int Line, int Column) : YamlValue(Line, Column)
{
    public override (string Zh, string En) Kind => ("键值表", "a mapping");
}
