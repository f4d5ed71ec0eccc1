using Gouji.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Gouji.Ingest.Sources;

/// <summary>Builds the values of a YAML file from its events. Built here because each value must know its place, and a key that stands twice must be seen.</summary>
internal sealed class YamlTree
{
    // A sources file needs six.
    private const int MaximumDepth = 20;

    private readonly Dictionary<AnchorName, YamlValue> _anchors = [];
    private readonly SourcesProblems _problems;
    private readonly IParser _parser;

    private YamlTree(TextReader reader, SourcesProblems problems)
    {
        _parser = new Parser(reader);
        _problems = problems;
    }

    /// <summary>The value of the file; null where it has none or cannot be read, which the problems then say.</summary>
    public static YamlValue? Read(TextReader reader, SourcesProblems problems)
    {
        try
        {
            return new YamlTree(reader, problems).File();
        }
        catch (YamlException failure)
        {
            problems.Add(
                At(failure.Start),
                $"不是有效的YAML：{Reason(failure)}请检查缩进、引号和冒号",
                $"not valid YAML: {Reason(failure)}check indentation, quotes and colons");
            return null;
        }
    }

    private static string Reason(YamlException failure) => failure.Message is { Length: > 0 } message ? message.TrimEnd('.') + "; " : "";

    private static YamlText At(Mark mark) => new("", checked((int)mark.Line), checked((int)mark.Column));

    private YamlValue? File()
    {
        YamlValue? value = null;
        while (_parser.MoveNext())
        {
            switch (_parser.Current)
            {
                case StreamStart or StreamEnd or DocumentEnd or Comment:
                case DocumentStart when value is null:
                    break;
                case { } further when value is not null:
                    _problems.Add(At(further.Start), "文件中有第二个YAML文档；请合并为一个", "a second YAML document begins here; make the file one document");
                    return value;
                default:
                    value = Value(0);
                    break;
            }
        }

        return value;
    }

    private YamlValue Value(int depth)
    {
        var at = _parser.Current!.Start;
        if (depth > MaximumDepth)
        {
            throw new YamlException(at, at, "nested too deep");
        }

        var value = _parser.Current switch
        {
            Scalar scalar => new YamlText(scalar.Style == ScalarStyle.Plain && scalar.Value is "~" or "null" ? "" : scalar.Value, At(at).Line, At(at).Column),
            SequenceStart => List(at, depth),
            MappingStart => Mapping(at, depth),
            AnchorAlias alias => _anchors.TryGetValue(alias.Value, out var known)
                ? known
                : throw new YamlException(at, at, $"no value is named &{alias.Value}"),
            var other => throw new YamlException(at, at, $"{other.GetType().Name} stands where a value should"),
        };
        return value;
    }

    private YamlList List(Mark at, int depth)
    {
        var anchor = ((NodeEvent)_parser.Current!).Anchor;
        var items = new List<YamlValue>();
        while (Next() is not SequenceEnd)
        {
            items.Add(Value(depth + 1));
        }

        return Named(anchor, new YamlList(items, At(at).Line, At(at).Column));
    }

    private YamlMapping Mapping(Mark at, int depth)
    {
        var anchor = ((NodeEvent)_parser.Current!).Anchor;
        var entries = new List<KeyValuePair<YamlText, YamlValue>>();
        while (Next() is not MappingEnd)
        {
            var key = Value(depth + 1);
            Next();
            var value = Value(depth + 1);
            if (key is YamlText text)
            {
                entries.Add(new KeyValuePair<YamlText, YamlValue>(text, value));
            }
            else
            {
                _problems.Add(key, $"键不能是{key.Kind.Zh}", $"a key cannot be {key.Kind.En}");
            }
        }

        return Named(anchor, new YamlMapping(entries, At(at).Line, At(at).Column));
    }

    private ParsingEvent Next()
    {
        do
        {
            if (!_parser.MoveNext())
            {
                throw new YamlException("the file ends too early");
            }
        }
        while (_parser.Current is Comment);

        return _parser.Current!;
    }

    private T Named<T>(AnchorName anchor, T value)
        where T : YamlValue
    {
        if (!anchor.IsEmpty)
        {
            _anchors[anchor] = value;
        }

        return value;
    }
}
