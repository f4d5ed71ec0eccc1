using System.Globalization;
using System.Text.RegularExpressions;
using Gouji.Ingest.Network;

namespace Gouji.Ingest.Sources;

/// <summary>Reads texts, numbers, sizes, durations, years and addresses. Each says what is wrong and gives null where a value is not of its kind.</summary>
internal sealed partial class PlainValues(SourcesProblems problems)
{
    private static readonly TimeSpan LongestDuration = TimeSpan.FromMinutes(10);

    public string? Text(YamlValue? value, string key)
    {
        if (value is YamlText text)
        {
            return text.Text.Trim();
        }

        if (value is not null)
        {
            problems.Expected(value, key, "一段文字", "a text");
        }

        return null;
    }

    /// <summary>One text or a list of texts, none of them blank; null where the key is missing or nothing can be used.</summary>
    public IReadOnlyList<(string Text, YamlValue At)>? Texts(YamlValue? value, string key)
    {
        switch (value)
        {
            case null:
                return null;
            case YamlText text:
                return [(text.Text.Trim(), text)];
            case YamlList list:
                var texts = new List<(string, YamlValue)>();
                foreach (var item in list.Items)
                {
                    if (item is YamlText { Text: var words } && !string.IsNullOrWhiteSpace(words))
                    {
                        texts.Add((words.Trim(), item));
                    }
                    else
                    {
                        problems.Add(item, $"“{key}”的每一项应为一段文字，而这里是{item.Kind.Zh}", $"every item of '{key}' must be a text, but this is {item.Kind.En}");
                    }
                }

                return texts;
            default:
                problems.Expected(value, key, "一段文字或其列表", "a text or a list of texts");
                return null;
        }
    }

    public IReadOnlyList<string>? Words(YamlValue? value, string key) => Texts(value, key)?.Select(static text => text.Text).ToList();

    public IReadOnlyList<AddressPattern>? Patterns(YamlValue? value, string key)
    {
        var texts = Texts(value, key);
        foreach (var (text, at) in texts ?? [])
        {
            if (text[0] is not ('*' or '/') && !text.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                problems.Add(at, $"模式“{text}”应以 *、/ 或 http 开头；可写为“*{text}”", $"the pattern '{text}' must begin with *, / or http; try '*{text}'");
            }
        }

        return texts?.Select(static text => new AddressPattern(text.Text)).ToList();
    }

    public bool? Flag(YamlValue? value, string key)
    {
        switch (value)
        {
            case null:
                return null;
            case YamlText { Text: "true" or "yes" or "True" }:
                return true;
            case YamlText { Text: "false" or "no" or "False" }:
                return false;
            default:
                problems.Expected(value, key, " true 或 false", "true or false");
                return null;
        }
    }

    public int? Number(YamlValue? value, string key, int least)
    {
        if (value is null)
        {
            return null;
        }

        if (value is YamlText { Text: var text } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least)
        {
            return number;
        }

        problems.Expected(value, key, $"不小于{least}的整数", $"a whole number, {least} or more");
        return null;
    }

    /// <summary>Bytes: a number, or one with KB, MB or GB behind it.</summary>
    public long? Size(YamlValue? value, string key)
    {
        if (value is null)
        {
            return null;
        }

        if (value is YamlText { Text: var text } && SizePattern().Match(text) is { Success: true } match)
        {
            var unit = match.Groups["unit"].Value.ToUpperInvariant() switch { "K" => 1L << 10, "M" => 1L << 20, "G" => 1L << 30, _ => 1 };
            var bytes = long.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) * unit;
            if (bytes > 0)
            {
                return bytes;
            }
        }

        problems.Expected(value, key, "大小，例如 50MB", "a size, such as 50MB");
        return null;
    }

    /// <summary>A duration: seconds, or a number with ms, s or m behind it.</summary>
    public TimeSpan? Duration(YamlValue? value, string key)
    {
        if (value is null)
        {
            return null;
        }

        if (value is YamlText { Text: var text } && DurationPattern().Match(text) is { Success: true } match)
        {
            var number = decimal.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
            var milliseconds = match.Groups["unit"].Value switch { "ms" => number, "m" => number * 60_000, _ => number * 1000 };
            if (milliseconds <= (decimal)LongestDuration.TotalMilliseconds)
            {
                return TimeSpan.FromTicks((long)(milliseconds * TimeSpan.TicksPerMillisecond));
            }

            // A run waits for a host no longer than a quarter of an hour, so it would end before it asked anything.
            problems.Expected(value, key, "不超过10m的时长，例如 2s", "a duration of at most 10m, such as 2s");
            return null;
        }

        problems.Expected(value, key, "时长，例如 2s", "a duration, such as 2s");
        return null;
    }

    /// <summary>Years: one, a range such as 2018-2026, or a list of both.</summary>
    public IReadOnlyList<int>? Years(YamlValue? value, string key)
    {
        if (Texts(value, key) is not { } texts)
        {
            return null;
        }

        var years = new SortedSet<int>();
        foreach (var (text, at) in texts)
        {
            var match = YearsPattern().Match(text);
            var first = match.Success ? int.Parse(match.Groups["first"].Value, CultureInfo.InvariantCulture) : 0;
            var last = match.Groups["last"].Success ? int.Parse(match.Groups["last"].Value, CultureInfo.InvariantCulture) : first;
            if (!match.Success || last < first)
            {
                problems.Expected(at, key, "年份或年份范围，例如 2024 或 2018-2026", "a year or a range of years, such as 2024 or 2018-2026");
                continue;
            }

            years.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        return [.. years];
    }

    /// <summary>A mail address or the address of a page, in characters that may stand in the header of a request.</summary>
    public string? Contact(YamlValue? value, string key)
    {
        if (value is null)
        {
            return null;
        }

        if (value is YamlText { Text: var text } && ContactPattern().IsMatch(text))
        {
            return text;
        }

        problems.Expected(value, key, "邮箱或网址，例如 someone@example.org", "a mail address or the address of a page, such as someone@example.org");
        return null;
    }

    /// <summary>Addresses that are to be asked: what would be refused unasked is a problem of the file.</summary>
    public IReadOnlyList<Uri> Addresses(YamlValue? value, string key, bool allowPrivate) =>
        (Texts(value, key) ?? []).Select(text => AddressToAsk(text.Text, text.At, allowPrivate)).OfType<Uri>().ToList();

    public Uri? AddressToAsk(string text, YamlValue at, bool allowPrivate)
    {
        if (Address(text, at) is not { } address)
        {
            return null;
        }

        var refusal = new AddressPolicy(new SystemHostResolver(), allowPrivate).Check(address);
        switch (refusal?.Reason)
        {
            case null when address.Port == 0:
                problems.Add(at, $"地址“{text}”的端口不能是0；请改正或删去", $"the address '{text}' has no port 0; correct it or leave it out");
                break;
            case DownloadReason.UserInfo:
                problems.Add(at, $"地址“{text}”含有用户名，这样的地址一律不访问；请删去“@”及其前面的部分", $"the address '{text}' carries a user name, with which no address is asked; remove it and the '@'");
                break;
            case DownloadReason.AddressNotPublic:
                problems.Add(
                    at,
                    $"地址“{text}”不是公网地址（{refusal.Detail}）；如果确是内网网站，请在文件开头写上“allow-private-addresses: true”",
                    $"the address '{text}' is not a public address ({refusal.Detail}); write 'allow-private-addresses: true' at the top of the file if it is meant");
                break;
            case DownloadReason.MalformedHost:
                problems.Add(at, $"地址“{text}”的主机名无法识别；请检查拼写", $"the host of the address '{text}' is neither a name nor an address; check its spelling");
                break;
        }

        return address;
    }

    public Uri? Address(string text, YamlValue at)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0)
        {
            return address;
        }

        // A colon or slashes of a Chinese keyboard.
        text = text.Replace('：', ':').Replace('／', '/');
        if (Uri.TryCreate(text, UriKind.Absolute, out var meant) && meant.Scheme is "http" or "https" && meant.Host.Length > 0)
        {
            problems.Add(at, $"地址中有全角符号；是否指“{text}”？", $"the address has full-width characters; did you mean '{text}'?");
            return null;
        }

        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        problems.Add(
            at,
            scheme > 0 || text.StartsWith('/') ? $"地址“{text}”不是 http 或 https 地址；请写完整的网页地址" : $"地址“{text}”不是 http 或 https 地址；是否指“https://{text}”？",
            scheme > 0 || text.StartsWith('/') ? $"the address '{text}' is not http or https; write the full address of the page" : $"the address '{text}' is not http or https; did you mean 'https://{text}'?");
        return null;
    }

    [GeneratedRegex("^(?<number>[0-9]{1,9}) ?((?<unit>[KMGkmg])?i?[Bb])?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SizePattern();

    [GeneratedRegex("^(?<number>[0-9]{1,7}(\\.[0-9]{1,3})?) ?(?<unit>ms|s|m)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DurationPattern();

    [GeneratedRegex("^([A-Za-z0-9._%+-]+@([A-Za-z0-9-]+\\.)+[A-Za-z]{2,}|https?://([A-Za-z0-9-]+\\.)+[A-Za-z]{2,}(:[0-9]+)?(/[A-Za-z0-9._~%/?&=+-]*)?)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ContactPattern();

    [GeneratedRegex("^(?<first>(19|20)[0-9]{2})( ?[-–~] ?(?<last>(19|20)[0-9]{2}))?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex YearsPattern();
}
