using System.Text;
using Gouji.Model;

namespace Gouji.Cli.Output;

/// <summary>The stable words by which the output names the values of the model: <c>general_public_budget</c>, <c>holds_within_rounding</c>.</summary>
internal static class Words
{
    public static string Of(DisclosureKind kind) => Table<DisclosureKind>.Of(kind);

    public static string Of(FactSource source) => Table<FactSource>.Of(source);

    public static string Of(FactState state) => Table<FactState>.Of(state);

    public static string Of(RowKind kind) => Table<RowKind>.Of(kind);

    public static string Of(Fund fund) => Table<Fund>.Of(fund);

    public static string Of(Nature nature) => Table<Nature>.Of(nature);

    public static string Of(Measure measure) => Table<Measure>.Of(measure);

    public static string Of(Verdict verdict) => Table<Verdict>.Of(verdict);

    public static string Of(Severity severity) => Table<Severity>.Of(severity);

    public static string Of(UnreadableReason reason) => Table<UnreadableReason>.Of(reason);

    public static string Of(TableGuessKind kind) => Table<TableGuessKind>.Of(kind);

    public static string Of(Checking.Outcome outcome) => Table<Checking.Outcome>.Of(outcome);

    /// <summary>Roles keep the names by which the specification calls them: <c>B1</c>.</summary>
    public static string Of(FormRole role) => role == FormRole.Unknown ? "unknown" : Table<FormRole>.Name(role);

    private static string Snake(string name)
    {
        var word = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && word.Length > 0)
            {
                word.Append('_');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }

    /// <summary>The words of one enumeration, made once from the names of its members.</summary>
    private static class Table<T>
        where T : struct, Enum
    {
        private static readonly Dictionary<T, (string Name, string Word)> Entries =
            Enum.GetValues<T>().ToDictionary(static value => value, static value => (value.ToString(), Snake(value.ToString())));

        public static string Of(T value) => Entries[value].Word;

        public static string Name(T value) => Entries[value].Name;
    }
}
