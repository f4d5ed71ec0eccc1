using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gouji.Corpus.Tests;

/// <summary>What case.json says of a case; corpus/README.md tells what each member means.</summary>
internal sealed record CaseFile
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // A misspelt member would otherwise demand nothing.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    public required string Title { get; init; }

    public required string About { get; init; }

    public required string Kind { get; init; }

    public required IReadOnlyList<ExpectedFinding> Expect { get; init; }

    public IReadOnlyList<string> Notices { get; init; } = [];

    public required ExpectedTables Tables { get; init; }

    public static CaseFile Read(string path) => JsonSerializer.Deserialize<CaseFile>(File.ReadAllBytes(path), Strict)
        ?? throw new InvalidDataException($"{path} says nothing.");
}

/// <summary>A finding of severity warning or error that must be reported.</summary>
internal sealed record ExpectedFinding
{
    public required string Rule { get; init; }

    public IReadOnlyList<string> Alternatives { get; init; } = [];

    public required string Severity { get; init; }

    public string? OrSeverity { get; init; }

    public required int Count { get; init; }

    public int? AtMost { get; init; }

    public IReadOnlyList<string> Figures { get; init; } = [];

    public ExpectedBlame? Blamed { get; init; }

    /// <summary>True where only the prose shows it.</summary>
    public bool Prose { get; init; }

    /// <summary>How many findings at most.</summary>
    [JsonIgnore]
    public int Most => AtMost ?? Count;

    /// <summary>The rules under which it may be reported.</summary>
    [JsonIgnore]
    public IEnumerable<string> Rules => Alternatives.Prepend(Rule);

    public override string ToString() => $"{Severity} {string.Join(" or ", Rules)}" + (Figures.Count > 0 ? $" that names {string.Join(", ", Figures)}" : "");
}

/// <summary>What the one wrong cell states and what it should, in the unit of its table.</summary>
internal sealed record ExpectedBlame
{
    public required string? Stated { get; init; }

    public required string Expected { get; init; }

    public string? Cause { get; init; }
}

/// <summary>The tables of a case.</summary>
internal sealed record ExpectedTables
{
    public required int Recognised { get; init; }

    public required int Total { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }
}
