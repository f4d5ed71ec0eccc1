using Gouji.Model;

namespace Gouji.Ingest.Sources;

/// <summary>The problems of a file while it is read.</summary>
internal sealed class SourcesProblems
{
    private readonly List<SourcesProblem> _found = [];

    /// <summary>The problems in the order of the file, each once: a value that is used twice is wrong once.</summary>
    public IReadOnlyList<SourcesProblem> InOrder => [.. _found.Distinct().OrderBy(static problem => problem.Line).ThenBy(static problem => problem.Column)];

    public void Add(YamlValue at, string zh, string en) => _found.Add(new SourcesProblem(at.Line, at.Column, Sentence(zh, en)));

    public void AddOfFile(string zh, string en) => _found.Add(new SourcesProblem(0, 0, Sentence(zh, en)));

    public void Expected(YamlValue at, string key, string zh, string en) =>
        Add(at, $"“{key}”应为{zh}，而这里是{at.Kind.Zh}", $"'{key}' must be {en}, but this is {at.Kind.En}");

    private static Message Sentence(string zh, string en) => new(zh.EndsWith('？') ? zh : zh + "。", en.EndsWith('?') ? en : en + ".");
}
