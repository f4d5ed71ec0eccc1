using System.Security.Cryptography;
using System.Text;
using Gouji.Normalize.Rules;

namespace Gouji.Cli.Gathering;

/// <summary>Names a rulebook by what it says: another rule, or another word in one, is another version.</summary>
internal static class RulebookVersion
{
    private const int Digits = 16;

    public static string Of(IReadOnlyList<Rule> rules)
    {
        var text = new StringBuilder();
        foreach (var rule in rules)
        {
            text.Append(rule.Id).Append('\n').Append(rule.Enabled ? "on" : "off").Append('\n').Append(rule.Source).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..Digits];
    }
}
