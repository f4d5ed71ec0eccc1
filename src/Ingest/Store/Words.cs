using System.Text;

namespace Gouji.Ingest.Store;

/// <summary>The words under which the values of an enumeration are kept: <c>NotModified</c> is <c>not-modified</c>.</summary>
internal static class Words<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Texts = Enum.GetValues<T>().ToDictionary(static value => value, static value => Kebab(value.ToString()));
    private static readonly Dictionary<string, T> Values = Texts.ToDictionary(static pair => pair.Value, static pair => pair.Key, StringComparer.Ordinal);

    public static string Of(T value) => Texts[value];

    public static T Parse(string word) =>
        Values.TryGetValue(word, out var value) ? value : throw new InvalidDataException($"no {typeof(T).Name} is called '{word}'");

    private static string Kebab(string name)
    {
        var word = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0)
            {
                word.Append('-');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }
}
