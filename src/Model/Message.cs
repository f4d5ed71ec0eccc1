namespace Gouji.Model;

/// <summary>One sentence for people, in Chinese and in English, with the real figures in it.</summary>
/// <param name="Zh">The Chinese sentence.</param>
/// <param name="En">The English sentence; it says the same.</param>
public sealed record Message(string Zh, string En)
{
    /// <summary>The sentence in the language asked for.</summary>
    public string In(Language language) => language == Language.Chinese ? Zh : En;
}

/// <summary>A language of messages on screen.</summary>
public enum Language
{
    /// <summary>中文.</summary>
    Chinese,

    /// <summary>English.</summary>
    English,
}
